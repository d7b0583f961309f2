import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Alternates } from '#components/site/Alternates';
import { Recommendations } from '#components/site/Recommendations';
import { loadMessages } from '#i18n/messages';
import { routing } from '#i18n/routing';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: 'site.recommendations' });
  return { title: t('title'), description: t('description') };
}

export default async function RecommendationsPage({ params }: Props) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const { catalogue } = await loadMessages(locale === 'ar' ? 'en' : 'ar');
  return (
    <>
      <Alternates path="/recommendations" />
      <Recommendations locale={locale} otherTitles={catalogue.recommendations} />
    </>
  );
}
