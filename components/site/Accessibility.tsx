import { useTranslations } from 'next-intl';
import { PageHeading } from '#ui/PageHeading';

const lists = {
  done: ['language', 'keyboard', 'size', 'colour', 'script'],
  tested: ['axe', 'journey'],
  notTested: ['readers', 'browsers', 'audit'],
} as const;

/** What was done so that everyone can use this, what was tested and what was not. */
export function Accessibility() {
  const t = useTranslations('site.accessibility');
  return (
    <>
      <PageHeading intro={t('lede')}>{t('title')}</PageHeading>
      {(Object.keys(lists) as (keyof typeof lists)[]).map((list) => (
        <section key={list} className="grid max-w-prose gap-3">
          <h2 className="text-xl">{t(`${list}Title`)}</h2>
          <ul className="grid list-disc gap-2 ps-5">
            {lists[list].map((item) => (
              <li key={item}>{t(`${list}.${item}` as 'done.language')}</li>
            ))}
          </ul>
        </section>
      ))}
      <section className="grid max-w-prose gap-3">
        <h2 className="text-xl">{t('limitsTitle')}</h2>
        <p>{t('limits')}</p>
      </section>
    </>
  );
}
