import * as z from 'zod';
import { scopes } from '#people/roles';
import { isRealDate } from '#plan/calendar';
import { textRefusal } from './texts.ts';

// Messages are codes: the pages have the sentences. What needs the database is looked at there.

const id = z.uuid('invalid');
/** The plan, its country for whoever asks `can`, and the language of the page, which the answer leads back to. */
const ofPlan = { locale: z.enum(['ar', 'en'], 'invalid'), planId: id, countryId: id };

/** The longest name of an authority or a decree, in UTF-16 units, as the database keeps it. */
export const NAME_LIMIT = 1000;

const isDay = (day: string) => /^[12]\d{3}-\d{2}-\d{2}$/.test(day) && isRealDate(day);
const isStorable = (text: string) => textRefusal([text]) !== 'notText';
const text = z.string('invalid').transform((typed) => typed.replaceAll('\r\n', '\n').trim());
const note = text.refine((typed) => textRefusal([typed]) !== 'tooLong', 'tooLong').refine(isStorable, 'notText');
const name = text.refine((typed) => typed.length <= NAME_LIMIT, 'nameTooLong').refine(isStorable, 'notText');

/** The person’s own password once more, before what binds the country. */
const password = z.string('passwordMissing').min(1, 'passwordMissing').max(128, 'wrongPassword');

export const sendForm = z.object({
  ...ofPlan,
  note,
  dueOn: z.string('invalid').refine((day) => day === '' || isDay(day), 'dueInvalid'),
  password,
});

export const withdrawForm = z.object({ ...ofPlan, submissionId: id });

export const grantForm = z.object({
  ...ofPlan,
  adviserId: z.uuid('adviserMissing'),
  scope: z.enum(scopes, 'scopeInvalid'),
  until: z.string('untilInvalid').refine(isDay, 'untilInvalid'),
});

export const revokeForm = z.object({ ...ofPlan, grantId: id });

/** `version`: a round’s id, or the draft as it stands. */
export const adoptForm = z
  .object({
    ...ofPlan,
    version: z.union([z.literal('draft'), z.uuid('versionMissing')], 'versionMissing'),
    authorityAr: name,
    authorityEn: name,
    decree: name,
    adoptedOn: z.string('dateInvalid').refine(isDay, 'dateInvalid'),
    password,
  })
  .refine(({ authorityAr, authorityEn }) => authorityAr !== '' || authorityEn !== '', {
    path: ['authorityAr'],
    message: 'authorityMissing',
  });
