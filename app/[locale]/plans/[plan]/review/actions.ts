'use server';

import { redirect } from 'next/navigation';
import { withdrawForm } from '#review/countryForms';
import { action } from '#server/deed';
import { withdrawSubmission } from '#server/submissions';

export const withdrawAction = action(
  { schema: withdrawForm, deed: 'review.withdraw', thingOf: ({ countryId, planId }) => ({ countryId, planId }) },
  async ({ locale, planId, submissionId }, actor) => {
    const withdrawn = await withdrawSubmission(actor, submissionId);
    if (!withdrawn.ok) return withdrawn;
    redirect(`/${locale}/plans/${planId}/review?done=withdrawn`);
  },
);
