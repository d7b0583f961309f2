'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { invitationForm, inviteForm, memberForm, roleForm } from '#people/forms';
import { action } from '#server/deed';
import { invite, revokeInvitation } from '#server/invitations';
import { changeRole, removeMember } from '#server/people';

const ofCountry = ({ countryId }: { countryId: string }) => ({ countryId });

export const inviteAction = action(
  { schema: inviteForm, deed: 'people.manage', thingOf: ofCountry },
  async (input, actor) => {
    const invited = await invite(actor, input);
    if (!invited.ok) return invited;
    revalidatePath('/[locale]/people/[country]', 'page');
    return { ok: true, data: { link: invited.link } };
  },
);

export const changeRoleAction = action(
  { schema: roleForm, deed: 'people.manage', thingOf: ofCountry },
  async ({ locale, countryCode, ...input }, actor) => {
    const changed = await changeRole(actor, input);
    if (!changed.ok) return changed;
    redirect(backTo(locale, input.role, input.userId === actor.userId, countryCode, 'roleChanged'));
  },
);

export const removeMemberAction = action(
  { schema: memberForm, deed: 'people.manage', thingOf: ofCountry },
  async ({ locale, countryCode, ...input }, actor) => {
    const removed = await removeMember(actor, input);
    if (!removed.ok) return removed;
    redirect(backTo(locale, null, input.userId === actor.userId, countryCode, 'memberRemoved'));
  },
);

/** Who stepped down themselves can't come back to the page of their country's people. */
function backTo(locale: string, role: string | null, isSelf: boolean, code: string, done: string): string {
  const page = isSelf && role !== 'coordinator' ? 'account' : `people/${encodeURIComponent(code)}`;
  return `/${locale}/${page}?done=${done}`;
}

export const revokeAction = action(
  { schema: invitationForm, deed: 'people.manage', thingOf: ofCountry },
  async ({ locale, countryCode, invitationId }, actor) => {
    const revoked = await revokeInvitation(actor, invitationId);
    if (!revoked.ok) return revoked;
    redirect(`/${locale}/people/${encodeURIComponent(countryCode)}?done=revoked`);
  },
);
