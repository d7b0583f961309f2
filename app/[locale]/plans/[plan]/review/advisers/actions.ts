'use server';

import { redirect } from 'next/navigation';
import { grantForm, revokeForm } from '#review/countryForms';
import { action } from '#server/deed';
import { grantAccess, revokeAccess } from '#server/grants';

const ofPlan = ({ countryId, planId }: { countryId: string; planId: string }) => ({ countryId, planId });

const at: Record<string, string> = {
  ...{ notAdviser: 'adviserId', ownTeam: 'adviserId', scopeInvalid: 'scope' },
  ...{ untilInvalid: 'until', untilPast: 'until', untilFar: 'until' },
};

export const grantAction = action(
  { schema: grantForm, deed: 'grant.manage', thingOf: ofPlan },
  async ({ locale, planId, adviserId, scope, until }, actor) => {
    const granted = await grantAccess(actor, { planId, adviserId, scope, until });
    if (!granted.ok) return { ...granted, path: at[granted.code] };
    redirect(`/${locale}/plans/${planId}/review/advisers?done=granted`);
  },
);

export const revokeAction = action(
  { schema: revokeForm, deed: 'grant.manage', thingOf: ofPlan },
  async ({ locale, planId, grantId }, actor) => {
    const revoked = await revokeAccess(actor, grantId);
    if (!revoked.ok) return revoked;
    redirect(`/${locale}/plans/${planId}/review/advisers?done=revoked`);
  },
);
