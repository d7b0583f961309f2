'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { sendForm } from '#review/countryForms';
import { action } from '#server/deed';
import { sendSubmission } from '#server/submissions';
import { refusePassword } from '../refusePassword.ts';

const at: Record<string, string> = { dueInvalid: 'dueOn', duePast: 'dueOn', tooLong: 'note', notText: 'note' };

export const sendAction = action(
  { schema: sendForm, deed: 'review.send', thingOf: ({ countryId, planId }) => ({ countryId, planId }) },
  async ({ locale, planId, note, dueOn, password }, actor) => {
    const refused = await refusePassword(actor, password);
    if (refused) return refused;
    const sent = await sendSubmission(actor, planId, { note, dueOn });
    if (!sent.ok) {
      // What stands in the way now has to be on the page to which the refusal points.
      if (sent.code === 'wrong') refresh();
      return { ok: false, code: sent.code, path: at[sent.code] };
    }
    redirect(`/${locale}/plans/${planId}/review?done=sent`);
  },
);
