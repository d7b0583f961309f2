import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { formatDate } from '#i18n/format';
import type { Locale } from '#i18n/routing';
import type { Bilingual } from '#plan/schema';
import { groupedCode } from '#review/editionCode';
import { TextLink } from '#ui/Button';
import { Notice } from '#ui/Notice';
import { Written } from '#ui/Written';
import { InBoth } from '../review/InBoth.tsx';

/** What of a plan’s adoption the printing page says. */
export type PrintedAdoption = { id: string; hash: string; authority: Bilingual; decree: string; adoptedOn: string };

/** Which edition is printed here instead of the draft; `latest` is the one that counts. */
export async function AdoptedPrint({
  locale,
  planId,
  chosen,
  latest,
}: {
  locale: Locale;
  planId: string;
  chosen: PrintedAdoption;
  latest: PrintedAdoption;
}) {
  const t = await getTranslations({ locale, namespace: 'editor.export.adoption' });
  const page = `/${locale}/plans/${planId}/export`;
  const { authority, decree, adoptedOn, hash } = chosen;
  return (
    <>
      <p className="max-w-prose">
        {t('text', { date: formatDate(adoptedOn, locale, 'latin') })} <TextLink href={page}>{t('draft')}</TextLink>
      </p>
      <dl className="grid max-w-3xl gap-x-6 gap-y-2 sm:grid-cols-[12rem_1fr]">
        <Fact name={t('authority')}>
          <InBoth text={authority} locale={locale} />
        </Fact>
        {decree && (
          <Fact name={t('decree')}>
            <bdi>
              <Written>{decree}</Written>
            </bdi>
          </Fact>
        )}
        <Fact name={t('code')}>
          <code dir="ltr" className="block w-fit">
            {groupedCode(hash)}
          </code>
        </Fact>
      </dl>
      {chosen.id !== latest.id && (
        <Notice tone="warm" title={t('earlier')}>
          <TextLink href={`${page}?adoption=${latest.id}`}>{t('latest')}</TextLink>
        </Notice>
      )}
    </>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="contents">
    <dt className="text-muted max-sm:-mb-1">{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** From the draft’s printing to that of the edition that was adopted. */
export async function AdoptedPrintLink({
  locale,
  planId,
  latest,
}: {
  locale: Locale;
  planId: string;
  latest: PrintedAdoption;
}) {
  const t = await getTranslations({ locale, namespace: 'editor.export.adoption' });
  return (
    <p className="max-w-prose">
      {t('beside', { date: formatDate(latest.adoptedOn, locale, 'latin') })}{' '}
      <TextLink href={`/${locale}/plans/${planId}/export?adoption=${latest.id}`}>{t('link')}</TextLink>
    </p>
  );
}
