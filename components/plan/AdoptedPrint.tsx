import { getTranslations } from 'next-intl/server';
import { formatDate } from '#i18n/format';
import type { Locale } from '#i18n/routing';
import type { Bilingual } from '#plan/schema';
import { groupedCode } from '#review/editionCode';
import { TextLink } from '#ui/Button';
import { Notice } from '#ui/Notice';
import { AdoptedBy, AdoptedLine, AdoptedList } from './AdoptedBy.tsx';

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
  const recorded = await getTranslations({ locale, namespace: 'review.adoption' });
  return (
    <>
      <p className="max-w-prose">
        {t('text', { date: formatDate(chosen.adoptedOn, locale, 'latin') })}{' '}
        <TextLink href={page}>{t('draft')}</TextLink>
      </p>
      <AdoptedList>
        <AdoptedBy locale={locale} adoption={chosen} />
        <AdoptedLine name={recorded('code')}>
          <code dir="ltr" className="block w-fit">
            {groupedCode(chosen.hash)}
          </code>
        </AdoptedLine>
      </AdoptedList>
      {chosen.id !== latest.id && (
        <Notice tone="warm" title={t('earlier')}>
          <TextLink href={`${page}?adoption=${latest.id}`}>{t('latest')}</TextLink>
        </Notice>
      )}
    </>
  );
}

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
