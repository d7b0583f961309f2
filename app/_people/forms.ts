import * as z from 'zod';
import { countryRoles, duties } from './roles.ts';

/** Zero-width and direction-changing characters, with which one name can be made to look like another. */
const hidden = /[\p{Cc}\p{Cf}]/u;

/** The name of a person, as others will read it. Messages are codes: the page has the sentences. */
export const personName = z
  .string()
  .transform((text) => text.normalize('NFC').trim().replace(/ +/g, ' '))
  .refine((text) => text.length > 0, 'nameMissing')
  .refine((text) => text.length <= 120, 'nameTooLong')
  .refine((text) => text.isWellFormed() && !hidden.test(text), 'nameHidden');

export const email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.string().min(1, 'emailMissing').max(254, 'emailWrong').pipe(z.email('emailWrong')));

/** Length is what makes a password hard to guess; rules about its characters don’t. */
export const newPassword = z
  .string()
  .min(12, 'passwordShort')
  .max(128, 'passwordLong')
  .refine((text) => new Set(text).size > 4, 'passwordSimple');

const id = z.uuid('invalid');
/** The language of the page, which the answer leads back to. */
const locale = z.enum(['ar', 'en'], 'invalid');

export const signInForm = z.object({
  email: z.string().min(1, 'emailMissing').max(254, 'emailWrong'),
  password: z.string().min(1, 'passwordMissing').max(128, 'wrongPassword'),
  locale,
  next: z.string().max(2000).optional(),
});

export const joinForm = z
  .object({
    token: z.string().min(1).max(200),
    name: personName,
    email,
    password: newPassword,
    locale,
  })
  .refine(({ password, email }) => !password.toLowerCase().includes(email.split('@')[0] ?? email), {
    path: ['password'],
    message: 'passwordSimple',
  });

export const tokenForm = z.object({ token: z.string().min(1).max(200), locale });

/** An address is optional: the link alone lets one person in, the address says whom. */
const optionalEmail = z.union([z.literal('').transform(() => null), email]).default(null);

export const countryForm = z.object({ locale, code: z.string().regex(/^[A-Z]{2}$/, 'countryMissing') });
export const inviteForm = z.object({
  countryId: z.uuid('countryMissing'),
  role: z.enum(countryRoles, 'roleMissing'),
  email: optionalEmail,
  locale,
});
export const dutyForm = z.object({
  duty: z.enum(duties, 'roleMissing'),
  email: optionalEmail,
  locale,
});
export const dutyInvitationForm = z.object({ locale, invitationId: id });
export const invitationForm = z.object({ locale, invitationId: id, countryId: id, countryCode: z.string().max(2) });
export const roleForm = z.object({
  locale,
  countryId: id,
  countryCode: z.string().max(2),
  userId: id,
  role: z.enum(countryRoles, 'roleMissing'),
});
export const memberForm = z.object({ locale, countryId: id, countryCode: z.string().max(2), userId: id });
export const nameForm = z.object({ locale, name: personName });
export const passwordForm = z.object({
  locale,
  current: z.string().min(1, 'passwordMissing').max(128, 'wrongPassword'),
  password: newPassword,
});
export const sessionForm = z.object({ locale, sessionId: id });
export const accountForm = z.object({ locale });
