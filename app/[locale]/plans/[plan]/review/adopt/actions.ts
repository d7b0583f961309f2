'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { adoptForm } from '#review/countryForms';
import { adoptPlan } from '#server/adoptions';
import { action } from '#server/deed';
import { refusePassword } from '../refusePassword.ts';

const at: Record<string, string> = {
  ...{ authorityMissing: 'authorityAr', dateInvalid: 'adoptedOn', dateInFuture: 'adoptedOn', wrong: 'version' },
};

export const adoptAction = action(
  { schema: adoptForm, deed: 'plan.adopt', thingOf: ({ countryId, planId }) => ({ countryId, planId }) },
  async ({ locale, planId, version, authorityAr, authorityEn, decree, adoptedOn, password }, actor) => {
    const refused = await refusePassword(actor, password);
    if (refused) return refused;
    const adopted = await adoptPlan(actor, {
      planId,
      submissionId: version === 'draft' ? null : version,
      authority: { ar: authorityAr, en: authorityEn },
      decree,
      adoptedOn,
    });
    if (!adopted.ok) {
      // What stands in the way now, and which rounds are left, has to be on the page to which the refusal points.
      if (adopted.code === 'wrong' || adopted.code === 'notFound') refresh();
      if (adopted.code === 'notFound') return { ok: false, code: 'versionGone', path: 'version' };
      return { ok: false, code: adopted.code, path: at[adopted.code] };
    }
    redirect(`/${locale}/plans/${planId}/review?done=adopted#adoption`);
  },
);
