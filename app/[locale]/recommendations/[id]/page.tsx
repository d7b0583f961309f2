import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { type Recommendation, recommendationById, recommendations } from '#catalogue/recommendations';
import { Alternates } from '#components/site/Alternates';
import { RecommendationView } from '#components/site/RecommendationView';
import { loadMessages } from '#i18n/messages';
import { type Locale, routing } from '#i18n/routing';
import { Breadcrumb } from '#ui/Breadcrumb';

type Props = { params: Promise<{ locale: string; id: string }> };

// The entries are all known when the app is built: no other address is made, or remembered, on request.
export const dynamicParams = false;
export const generateStaticParams = () => recommendations.map(({ id }) => ({ id }));

async function asked(params: Props['params']): Promise<{ locale: Locale; recommendation: Recommendation } | null> {
  const { locale, id } = await params;
  const recommendation = recommendationById(id);
  return hasLocale(routing.locales, locale) && recommendation ? { locale, recommendation } : null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const known = await asked(params);
  if (!known) return {};
  const t = await getTranslations({ locale: known.locale, namespace: 'catalogue.recommendations' });
  const { id } = known.recommendation;
  return { title: t(`${id}.title`), description: t(`${id}.summary`) };
}

export default async function RecommendationPage({ params }: Props) {
  const known = await asked(params);
  if (!known) notFound();
  const { locale, recommendation } = known;
  setRequestLocale(locale);
  const t = await getTranslations('common.nav');
  const catalogue = await getTranslations('catalogue');
  const { catalogue: other } = await loadMessages(locale === 'ar' ? 'en' : 'ar');
  return (
    <>
      <Alternates path={`/recommendations/${recommendation.id}`} />
      <Breadcrumb
        label={t('trail')}
        trail={[
          { href: `/${locale}`, text: t('home') },
          { href: `/${locale}/recommendations`, text: t('recommendations') },
          { text: catalogue(`recommendations.${recommendation.id}.title`) },
        ]}
      />
      <RecommendationView
        locale={locale}
        recommendation={recommendation}
        otherText={other.recommendations[recommendation.id]}
      />
    </>
  );
}
