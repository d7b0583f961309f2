import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PLAN_OF_ACTION } from '#catalogue/officialText';
import { recommendationById } from '#catalogue/recommendations';
import { DecisionView } from '#components/plan/DecisionView';
import { OfficialLink } from '#components/site/OfficialLink';
import { Provenance } from '#components/site/Provenance';
import { routing } from '#i18n/routing';
import { accountBar } from '../../../../accountBar.tsx';
import { openPlan } from '../../../openPlan.ts';
import { withForm } from '../../../withForm.ts';

type Props = {
  params: Promise<{ locale: string; plan: string; recommendation: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, plan, recommendation } = await params;
  const { messages, title } = await openPlan(locale, plan);
  const found = recommendationById(recommendation);
  return found ? { title: `${messages.catalogue.recommendations[found.id].title} · ${title}` } : {};
}

/** The decision on one recommendation. */
export default async function DecisionPage({ params, searchParams }: Props) {
  const { locale, plan, recommendation: id } = await params;
  const open = await withForm(await openPlan(locale, plan), await searchParams);
  const recommendation = recommendationById(id);
  if (!recommendation || !open.may('part.read', `decisions.${id}`)) notFound();
  const t = await getTranslations({ locale: open.locale });
  return (
    <>
      {await accountBar({ locale: open.locale, actor: open.actor })}
      <DecisionView
        open={open}
        recommendation={recommendation}
        official={
          <ul className="flex flex-wrap gap-x-8">
            {routing.locales.map((language) => (
              <li key={language}>
                <OfficialLink symbol={PLAN_OF_ACTION} language={language}>
                  {t('site.recommendations.officialLink', {
                    symbol: PLAN_OF_ACTION,
                    language: t(`catalogue.provenance.languages.${language}`),
                  })}
                </OfficialLink>
              </li>
            ))}
          </ul>
        }
        known={<Provenance recommendation={recommendation} title={t('plain.decision.known')} />}
      />
    </>
  );
}
