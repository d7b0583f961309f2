import * as z from 'zod';
import { outcomes } from './sides.ts';

const id = z.uuid('invalid');
const summary = z.string('invalid').transform((text) => text.replaceAll('\r\n', '\n').trim());

/** What an adviser tells a country of a round. Messages are codes: the page has the sentences. */
export const decisionForm = z.object({
  locale: z.enum(['ar', 'en'], 'invalid'),
  planId: id,
  countryId: id,
  submissionId: id,
  outcome: z.enum(outcomes, 'outcomeInvalid'),
  summaryAr: summary,
  summaryEn: summary,
});
