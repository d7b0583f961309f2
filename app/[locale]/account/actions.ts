'use server';

import { redirect } from 'next/navigation';
import { accountForm, nameForm, passwordForm, sessionForm } from '#people/forms';
import { changeName, changePassword, endAllSessions, endSession } from '#server/account';
import { action } from '#server/deed';
import { signOut } from '#server/session';

export const changeNameAction = action({ schema: nameForm, deed: 'signedIn' }, async ({ name, locale }, actor) => {
  await changeName(actor, name);
  redirect(`/${locale}/account?done=nameChanged`);
});

export const changePasswordAction = action(
  { schema: passwordForm, deed: 'signedIn' },
  async ({ current, password, locale }, actor) => {
    const changed = await changePassword(actor, current, password);
    if (!changed.ok) return changed;
    redirect(`/${locale}/account?done=passwordChanged`);
  },
);

export const endSessionAction = action(
  { schema: sessionForm, deed: 'signedIn' },
  async ({ sessionId, locale }, actor) => {
    if (!(await endSession(actor, sessionId))) return { ok: false, code: 'notFound' };
    redirect(`/${locale}/account?done=sessionEnded`);
  },
);

export const endAllSessionsAction = action({ schema: accountForm, deed: 'signedIn' }, async ({ locale }, actor) => {
  await endAllSessions(actor);
  await signOut();
  redirect(`/${locale}/sign-in?signedOut=1`);
});
