import { getTranslations } from 'next-intl/server';
import type { Locale } from '#i18n/routing';
import type review from '#locales/en/review';
import { Notice } from '#ui/Notice';

type Deed = keyof typeof review.done;

/** What has just been done, said on the page that follows; nothing for what the address only claims. */
export async function ReviewDone({ locale, done }: { locale: Locale; done: string | string[] | undefined }) {
  const t = await getTranslations({ locale, namespace: 'review.done' });
  if (typeof done !== 'string' || !t.has(done as Deed)) return null;
  return <Notice tone="good" title={t(done as Deed)} live />;
}
