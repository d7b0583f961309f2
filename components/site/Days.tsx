import { useTranslations } from 'next-intl';
import { formatDate } from '#i18n/format';
import type { Locale } from '#i18n/routing';

/** A day, or several days of one month: “7–8 April 2016”. */
export function Days({ locale, date, endDate }: { locale: Locale; date: string; endDate?: string }) {
  const t = useTranslations('site.planOfAction');
  if (!endDate) return <time dateTime={date}>{formatDate(date, locale, 'latin')}</time>;
  return t('days', { first: Number(date.slice(-2)), last: formatDate(endDate, locale, 'latin') });
}
