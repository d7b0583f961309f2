import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale, type Locale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { formatMoment } from '#i18n/format';
import { routing } from '#i18n/routing';
import { can } from '#people/roles';
import { shown } from '#plan/shown';
import { listPlans } from '#server/plans';
import { requireActor } from '#server/session';
import { LinkButton, TextLink } from '#ui/Button';
import { Notice } from '#ui/Notice';
import { PageHeading } from '#ui/PageHeading';
import { Written } from '#ui/Written';
import { accountBar } from '../accountBar.tsx';

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  return { title: (await getTranslations({ locale, namespace: 'editor.plans' }))('title') };
}

/** The plans that are this person’s to open; where there are none, why, and what to do. */
export default async function PlansPage({ params }: Props) {
  const { locale } = await params;
  const actor = await requireActor(locale);
  const t = await getTranslations({ locale, namespace: 'editor' });
  const plans = await listPlans(actor);
  const creates = actor.memberships.some(({ countryId }) => can(actor, 'plan.create', { countryId }));
  return (
    <>
      {await accountBar({ locale, actor })}
      <PageHeading intro={t('plans.intro')}>{t('plans.title')}</PageHeading>
      {plans.length === 0 && (
        <Notice title={t('plans.none')}>
          {creates ? t('plans.noneCoordinator') : actor.duties.length ? t('plans.noneDuty') : t('plans.noneMember')}
        </Notice>
      )}
      {plans.length > 0 && (
        <ul className="border-b border-line">
          {plans.map(({ id, country, title, updatedAt }) => {
            const name = locale === 'ar' ? country.nameAr : country.nameEn;
            const { text, lang } = shown(title, locale);
            return (
              <li key={id} className="grid gap-1 border-t border-line py-4">
                <TextLink href={`/${locale}/plans/${id}`} className="w-fit text-xl font-medium">
                  <bdi lang={lang}>
                    <Written>{text.trim() || t('untitledPlan', { country: name })}</Written>
                  </bdi>
                </TextLink>
                <p className="text-sm text-muted">
                  <bdi>{name}</bdi> · {t('tasks.updated', { moment: formatMoment(updatedAt, locale, 'latin') })}
                </p>
              </li>
            );
          })}
        </ul>
      )}
      {creates && (
        <p className="flex flex-wrap gap-3">
          <LinkButton href={`/${locale}/plans/new`}>{t('plans.create')}</LinkButton>
          <LinkButton href={`/${locale}/plans/import`} look="quiet">
            {t('plans.import')}
          </LinkButton>
        </p>
      )}
    </>
  );
}
