'use server';

import { redirect } from 'next/navigation';
import { worksheetForm } from '#review/worksheetForm';
import { action } from '#server/deed';
import { answerCriterion } from '#server/worksheet';

/** Where it is mended that an answer was refused; what is wrong with a note is said at the first. */
const fieldOf: Record<string, string> = { answerInvalid: 'answer', answerMoved: 'answer' };

export const answerAction = action(
  { schema: worksheetForm, deed: 'review.decide', thingOf: ({ countryId, planId }) => ({ countryId, planId }) },
  async ({ locale, planId, submissionId, criterion, answer, noteAr, noteEn, seen }, actor) => {
    const kept = await answerCriterion(actor, {
      submissionId,
      criterion,
      answer,
      note: { ar: noteAr, en: noteEn },
      seen,
    });
    if (!kept.ok) {
      const refused = { ok: false, code: kept.code, path: fieldOf[kept.code] ?? 'noteAr' } as const;
      if (!('now' in kept)) return refused;
      const { answer: stands, note, at } = kept.now;
      return {
        ...refused,
        now: { seen: at.toISOString(), texts: { answer: stands, noteAr: note.ar, noteEn: note.en } },
      };
    }
    redirect(
      `/${locale}/plans/${planId}/review/rounds/${submissionId}/criteria?kept=${encodeURIComponent(criterion)}#${criterion}`,
    );
  },
);
