'use server';

import { redirect } from 'next/navigation';
import { accountForm } from '#people/forms';
import { action } from '#server/deed';
import { markRead } from '#server/notices';

export const readAllAction = action({ schema: accountForm, deed: 'signedIn' }, async ({ locale }, actor) => {
  await markRead(actor, 'all');
  redirect(`/${locale}/notices?done=read`);
});
