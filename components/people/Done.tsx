import { getTranslations } from 'next-intl/server';
import type { Locale } from '#i18n/routing';
import type access from '#locales/en/access';
import { Notice } from '#ui/Notice';

type Deed = keyof typeof access.done;

/** What has just been done, said on the page that follows; nothing for what the address only claims. */
export async function Done({ locale, done }: { locale: Locale; done: string | string[] | undefined }) {
  const t = await getTranslations({ locale, namespace: 'access.done' });
  if (typeof done !== 'string' || !t.has(done as Deed)) return null;
  return <Notice tone="good" title={t(done as Deed)} live />;
}
