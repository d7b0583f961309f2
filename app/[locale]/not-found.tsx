import { getLocale, getTranslations } from 'next-intl/server';
import { LinkButton } from '#ui/Button';
import { PageHeading } from '#ui/PageHeading';

/** Both for what isn't there and for what isn't open to the reader: they look the same. */
export default async function NotFound() {
  const locale = await getLocale();
  const t = await getTranslations('common.missing');
  return (
    <>
      <PageHeading intro={t('text')}>{t('title')}</PageHeading>
      <p className="flex flex-wrap gap-3">
        <LinkButton href={`/${locale}`}>{t('home')}</LinkButton>
        <LinkButton href={`/${locale}/plans`} look="quiet">
          {t('plans')}
        </LinkButton>
      </p>
    </>
  );
}
