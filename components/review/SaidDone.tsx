import { getTranslations } from 'next-intl/server';
import type { Locale } from '#i18n/routing';
import type round from '#locales/en/round';
import { Notice } from '#ui/Notice';

type Deed = keyof typeof round.done;

/** What has just been done with something said; nothing for what the address only claims. */
export async function SaidDone({ locale, done }: { locale: Locale; done: string | string[] | undefined }) {
  const t = await getTranslations({ locale, namespace: 'round.done' });
  if (typeof done !== 'string' || !t.has(done as Deed)) return null;
  return <Notice tone={done === 'moved' || done === 'merged' ? 'warm' : 'good'} title={t(done as Deed)} live />;
}
