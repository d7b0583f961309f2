'use server';

import { redirect } from 'next/navigation';
import { signInForm } from '#people/forms';
import { landing } from '#people/landing';
import { nextPath } from '#people/nextPath';
import { openAction } from '#server/deed';
import { sessionOfCookie, signIn } from '#server/session';

export const signInAction = openAction(signInForm, async ({ email, password, locale, next }) => {
  const result = await signIn(email, password);
  if (!result.ok) return { ...result, path: 'email' };
  const held = await sessionOfCookie(result.cookie);
  redirect(nextPath(next) ?? (held ? landing(held.actor, locale) : `/${locale}`));
});
