'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { countryForm, dutyForm, dutyInvitationForm, inviteForm } from '#people/forms';
import { createCountry } from '#server/countries';
import { action } from '#server/deed';
import { invite, inviteForDuty, revokeInvitation } from '#server/invitations';

export const createCountryAction = action(
  { schema: countryForm, deed: 'country.create' },
  async ({ code, locale }, actor) => {
    const created = await createCountry(actor, code);
    if (!created.ok) return created;
    redirect(`/${locale}/countries?done=countryCreated`);
  },
);

export const inviteCoordinatorAction = action(
  { schema: inviteForm, deed: 'coordinator.invite' },
  async (input, actor) => {
    const invited = await invite(actor, { ...input, role: 'coordinator' });
    if (!invited.ok) return invited;
    revalidatePath('/[locale]/countries', 'page');
    return { ok: true, data: { link: invited.link } };
  },
);

export const inviteForDutyAction = action(
  { schema: dutyForm, deed: 'duty.invite' },
  async ({ duty, ...input }, actor) => {
    const invited = await inviteForDuty(actor, { ...input, role: duty });
    if (!invited.ok) return invited;
    revalidatePath('/[locale]/countries', 'page');
    return { ok: true, data: { link: invited.link } };
  },
);

export const revokeAction = action({ schema: dutyInvitationForm, deed: 'coordinator.invite' }, async (input, actor) => {
  const revoked = await revokeInvitation(actor, input.invitationId);
  if (!revoked.ok) return revoked;
  redirect(`/${input.locale}/countries?done=revoked`);
});
