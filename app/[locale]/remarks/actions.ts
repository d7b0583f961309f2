'use server';

import { redirect } from 'next/navigation';
import type { Language } from '#plan/schema';
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
  async ({ id, ar, en, seen, ...list }, actor) => {
    const text = { ar, en };
    const kept = await keepRemark(actor, { id, text, seen });
    if (!kept.ok) {
      const stands = 'now' in kept ? kept.now : undefined;
      // One that is gone is kept as a new one.
      const now = { seen: stands?.updatedAt.toISOString() ?? '', texts: stands?.text ?? {} };
      // Said at the side that it is about; where nothing is written it is asked for in the page’s own language.
      const isWrong = (side: Language) => textRefusal([text[side]]) || (stands && stands.text[side] !== text[side]);
      const sides: Language[] = list.locale === 'ar' ? ['ar', 'en'] : ['en', 'ar'];
      const path = sides.find(isWrong) ?? list.locale;
      return { ok: false, code: kept.code, path, ...(stands === undefined ? {} : { now }) };
    }
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
