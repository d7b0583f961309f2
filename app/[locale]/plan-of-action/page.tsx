import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Alternates } from '#components/site/Alternates';
import { PlanOfAction } from '#components/site/PlanOfAction';
import { routing } from '#i18n/routing';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: 'site.planOfAction' });
  return { title: t('title'), description: t('description') };
}

export default async function PlanOfActionPage({ params }: Props) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  return (
    <>
      <Alternates path="/plan-of-action" />
      <PlanOfAction locale={locale} />
    </>
  );
}
