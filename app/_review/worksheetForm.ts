import * as z from 'zod';
import { criterionAnswers } from './letter.ts';
import { seenMoment } from './seen.ts';

const id = z.uuid('invalid');
const note = z.string('invalid').transform((text) => text.replaceAll('\r\n', '\n').trim());

const answered = {
  criterion: z.string('criterionUnknown').max(100, 'criterionUnknown'),
  answer: z.enum(criterionAnswers, 'answerInvalid'),
  noteAr: note,
  noteEn: note,
  seen: seenMoment,
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
