import * as z from 'zod';
import { criterionAnswers } from './letter.ts';

const id = z.uuid('invalid');
const note = z.string('invalid').transform((text) => text.replaceAll('\r\n', '\n').trim());

/** When the answer was written that this one was made from; '' where there was none. */
const seen = z
  .union([z.literal(''), z.iso.datetime()], 'invalid')
  .transform((moment) => (moment === '' ? null : new Date(moment)));
const answered = {
  criterion: z.string('criterionUnknown').max(100, 'criterionUnknown'),
  answer: z.enum(criterionAnswers, 'answerInvalid'),
  noteAr: note,
  noteEn: note,
  seen,
};

/** An adviser’s answer to a criterion of a round, as the page’s program saves it while it is given. */
export const savedAnswer = z.strictObject(answered);
/** The same as a form. Messages are codes: the page has the sentences. */
export const worksheetForm = z.object({
  locale: z.enum(['ar', 'en'], 'invalid'),
  planId: id,
  countryId: id,
  submissionId: id,
  ...answered,
});
