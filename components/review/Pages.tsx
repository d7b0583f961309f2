import { getTranslations } from 'next-intl/server';
import type { Locale } from '#i18n/routing';
import { TextLink } from '#ui/Button';

/** The pages of a long list: where one is, and the ones beside it; nothing where there is but one. */
export async function Pages({
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
  if (pages < 2) return null;
  const t = await getTranslations({ locale, namespace: 'common.pages' });
  return (
    <nav aria-label={t('label')} className="flex flex-wrap items-baseline gap-x-6 gap-y-2">
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
