'use server';

import { redirect } from 'next/navigation';
import { worksheetForm } from '#review/worksheetForm';
import { action } from '#server/deed';
import { answerCriterion } from '#server/worksheet';

export const answerAction = action(
  { schema: worksheetForm, deed: 'review.decide', thingOf: ({ countryId, planId }) => ({ countryId, planId }) },
  async ({ locale, planId, submissionId, criterion, answer, noteAr, noteEn }, actor) => {
    const kept = await answerCriterion(actor, {
      submissionId,
      criterion,
      answer,
      note: { ar: noteAr, en: noteEn },
    });
    if (!kept.ok) return { ...kept, path: kept.code === 'answerInvalid' ? 'answer' : 'noteAr' };
    redirect(
      `/${locale}/plans/${planId}/review/rounds/${submissionId}/criteria?kept=${encodeURIComponent(criterion)}#${criterion}`,
    );
  },
);
