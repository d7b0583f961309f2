import * as z from 'zod';
import { criterionAnswers } from './letter.ts';

const id = z.uuid('invalid');
const note = z.string('invalid').transform((text) => text.replaceAll('\r\n', '\n').trim());

/** An adviser’s answer to a criterion of a round. Messages are codes: the page has the sentences. */
export const worksheetForm = z.object({
  locale: z.enum(['ar', 'en'], 'invalid'),
  planId: id,
  countryId: id,
  submissionId: id,
  criterion: z.string('criterionUnknown').max(100, 'criterionUnknown'),
  answer: z.enum(criterionAnswers, 'answerInvalid'),
  noteAr: note,
  noteEn: note,
});
