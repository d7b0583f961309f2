'use server';

import { redirect } from 'next/navigation';
import { joinForm, tokenForm } from '#people/forms';
import { landing } from '#people/landing';
import { action, openAction } from '#server/deed';
import { joinAsActor, joinAsNew } from '#server/invitations';
import { sessionOfCookie, signIn } from '#server/session';

export const joinAction = openAction(joinForm, async ({ token, name, email, password, locale }) => {
  const joined = await joinAsNew(token, { name, email, password });
  if (!joined.ok) return joined;
  const signedIn = await signIn(email, password);
  const held = signedIn.ok ? await sessionOfCookie(signedIn.cookie) : null;
  redirect(held ? landing(held.actor, locale) : `/${locale}/sign-in`);
});

export const acceptAction = action({ schema: tokenForm, deed: 'signedIn' }, async ({ token, locale }, actor) => {
  const joined = await joinAsActor(actor, token);
  if (!joined.ok) return joined;
  redirect(`/${locale}/account?done=joined`);
});
