'use server';

import { redirect } from 'next/navigation';
import { remarkForm, removeRemarkForm } from '#review/remarkForm';
import { commentPage } from '#review/remarks';
import { textRefusal } from '#review/texts';
import { withQuery } from '#review/threadFilter';
import { action } from '#server/deed';
import { keepRemark, removeRemark } from '#server/remarks';

type List = { locale: string; q: string; page: string; use: string };
const listOf = ({ locale, use, ...query }: List, more: Record<string, string>) =>
  withQuery(`/${locale}/remarks`, { ...query, use: commentPage(use), ...more });

export const keepRemarkAction = action(
  { schema: remarkForm, deed: 'remark.keep' },
  async ({ id, ar, en, ...list }, actor) => {
    const kept = await keepRemark(actor, { id, text: { ar, en } });
    // Where nothing is written it is asked for in the page’s own language.
    if (!kept.ok) return { ...kept, path: textRefusal([ar]) ? 'ar' : textRefusal([en]) ? 'en' : list.locale };
    // The latest stands first: on the first page, and where it may not be found by what was looked for, without that.
    redirect(`${listOf({ ...list, q: '', page: '' }, { done: 'kept' })}#remark-${id}`);
  },
);

export const removeRemarkAction = action(
  { schema: removeRemarkForm, deed: 'remark.keep' },
  async ({ id, ...list }, actor) => {
    const removed = await removeRemark(actor, id);
    if (!removed.ok) return removed;
    redirect(listOf(list, { done: 'removed' }));
  },
);
