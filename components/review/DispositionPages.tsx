import { getTranslations } from 'next-intl/server';
import type { Locale } from '#i18n/routing';
import { TextLink } from '#ui/Button';

/** The pages of a long table: where one is, and the ones beside it. */
export async function DispositionPages({
  locale,
  page,
  pages,
  hrefOf,
}: {
  locale: Locale;
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
}) {
  const t = await getTranslations({ locale, namespace: 'disposition.filter' });
  return (
    <nav aria-label={t('pages')} className="flex flex-wrap items-baseline gap-x-6 gap-y-2">
      {page > 1 && (
        <TextLink href={hrefOf(page - 1)} className="py-0.5">
          {t('previous')}
        </TextLink>
      )}
      <span>{t('page', { page, pages })}</span>
      {page < pages && (
        <TextLink href={hrefOf(page + 1)} className="py-0.5">
          {t('next')}
        </TextLink>
      )}
    </nav>
  );
}
