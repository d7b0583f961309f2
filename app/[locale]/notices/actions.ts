'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { accountForm } from '#people/forms';
import { noticeForm } from '#review/noticeForm';
import { withQuery } from '#review/threadFilter';
import { action } from '#server/deed';
import { markRead } from '#server/notices';

/** No page that the browser goes back to tells of what is read by now. */
const forgetPages = () => revalidatePath('/[locale]', 'layout');

export const readAllAction = action({ schema: accountForm, deed: 'signedIn' }, async ({ locale }, actor) => {
  await markRead(actor, 'all');
  forgetPages();
  redirect(`/${locale}/notices?done=read`);
});

export const readAction = action(
  { schema: noticeForm, deed: 'signedIn' },
  async ({ locale, noticeId, before }, actor) => {
    await markRead(actor, [noticeId]);
    forgetPages();
    redirect(`${withQuery(`/${locale}/notices`, { before, done: 'one' })}#notice-${noticeId}`);
  },
);
