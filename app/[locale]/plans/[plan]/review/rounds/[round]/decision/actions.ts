'use server';

import { redirect } from 'next/navigation';
import { decisionForm } from '#review/decisionForm';
import { action } from '#server/deed';
import { decide } from '#server/reviewDecisions';

const at: Record<string, string> = {
  summaryMissing: 'summaryAr',
  tooLong: 'summaryAr',
  notText: 'summaryAr',
  outcomeInvalid: 'outcome',
};

export const decideAction = action(
  { schema: decisionForm, deed: 'review.decide', thingOf: ({ countryId, planId }) => ({ countryId, planId }) },
  async ({ locale, planId, submissionId, outcome, summaryAr, summaryEn }, actor) => {
    const decided = await decide(actor, { submissionId, outcome, summary: { ar: summaryAr, en: summaryEn } });
    if (!decided.ok) return { ...decided, path: at[decided.code] };
    redirect(`/${locale}/plans/${planId}/review/rounds/${submissionId}/decision?done=decided`);
  },
);
