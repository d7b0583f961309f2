import * as z from 'zod';
import { weights } from './sides.ts';

// Messages are codes: the pages have the sentences. What needs the database is looked at there.

const id = z.uuid('invalid');
/** The plan, its country for whoever asks `can`, the language of the page, and where the answer leads back to. */
const ofPlan = {
  locale: z.enum(['ar', 'en'], 'invalid'),
  planId: id,
  countryId: id,
  back: z.string().max(1000).default(''),
};
/** Browsers send line breaks as CRLF. */
const text = z.string('invalid').transform((typed) => typed.replaceAll('\r\n', '\n'));
const typed = text.transform((given) => given.trim());
/** A round, or '' for the draft. */
const round = z.union([z.literal('').transform(() => null), id], 'invalid');
const person = z.union([z.literal('').transform(() => null), id], 'invalid').default(null);
const path = z.string('invalid').min(1, 'pathUnknown').max(400, 'pathUnknown');

/** Boxes are named `<name>.<value>`, since a form is read with one value a name. */
function ticked(form: Record<string, unknown>, name: string): string[] {
  return Object.keys(form).flatMap((key) => (key.startsWith(`${name}.`) ? [key.slice(name.length + 1)] : []));
}

/** `share`: a comment that both sides read, or a note for one’s own. */
export const commentForm = z
  .looseObject({
    ...ofPlan,
    id,
    submissionId: round,
    path,
    quote: typed.default(''),
    body: typed,
    weight: z.enum(weights, 'invalid').default('consider'),
    share: z.enum(['both', 'own'], 'invalid').default('both'),
    assignee: person,
  })
  .transform(({ share, assignee, ...form }) => ({
    ...form,
    isPrivate: share === 'own',
    mentions: ticked(form, 'mention'),
    assigneeId: assignee,
  }));

/** `path` is for `can`: a contributor speaks in what is theirs. */
export const replyForm = z
  .looseObject({ ...ofPlan, id, threadId: id, path, body: typed })
  .transform((form) => ({ ...form, mentions: ticked(form, 'mention') }));

export const threadForm = z.object({ ...ofPlan, threadId: id, response: typed.default('') });
export const assignForm = z.object({ ...ofPlan, threadId: id, person });

/** `ticked`: the boxes of a field that holds several values. */
export const wordingForm = z
  .looseObject({ ...ofPlan, id, submissionId: round, path, to: text.default(''), note: typed.default('') })
  .transform((form) => ({ ...form, ticked: ticked(form, 'to') }));

/** `over`: what stands there now and is to be replaced, as JSON; '' where it is what the adviser saw. */
export const acceptForm = z.object({
  ...ofPlan,
  wordingId: id,
  path,
  over: z
    .string()
    .max(300_000, 'invalid')
    .default('')
    .transform((json, context): unknown => {
      if (json === '') return undefined;
      try {
        return JSON.parse(json);
      } catch {
        context.addIssue({ code: 'custom', message: 'invalid' });
        return z.NEVER;
      }
    }),
});
export const declineForm = z.object({ ...ofPlan, wordingId: id, path, reason: typed });
