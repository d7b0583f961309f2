import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale, type Locale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { NewPlanForm } from '#components/plan/NewPlanForm';
import { nameOrder } from '#i18n/format';
import { loadMessages } from '#i18n/messages';
import { routing } from '#i18n/routing';
import { can } from '#people/roles';
import { ownCountries } from '#server/countries';
import { requireActor } from '#server/session';
import { Breadcrumb } from '#ui/Breadcrumb';
import { PageHeading } from '#ui/PageHeading';
import { accountBar } from '../../accountBar.tsx';
import { createPlanAction } from './actions.ts';

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  return { title: (await getTranslations({ locale, namespace: 'editor.new' }))('title') };
}

/** A coordinator begins a plan: its country, and what may already be known of it. */
export default async function NewPlanPage({ params }: Props) {
  const { locale } = await params;
  const actor = await requireActor(locale);
  const t = await getTranslations({ locale });
  const countries = (await ownCountries(actor)).filter(({ id }) => can(actor, 'plan.create', { countryId: id }));
  if (!countries.length) notFound();
  const { editor, plan, common } = await loadMessages(locale);
  const byName = nameOrder(locale);
  return (
    <>
      {await accountBar({ locale, actor })}
      <Breadcrumb
        label={t('common.nav.trail')}
        trail={[{ href: `/${locale}/plans`, text: t('common.nav.plans') }, { text: t('editor.new.title') }]}
      />
      <PageHeading intro={t('editor.new.intro')}>{t('editor.new.title')}</PageHeading>
      <NewPlanForm
        locale={locale}
        action={createPlanAction}
        countries={countries
          .map(({ id, nameAr, nameEn }) => ({ value: id, label: locale === 'ar' ? nameAr : nameEn }))
          .toSorted((a, b) => byName(a.label, b.label))}
        words={{
          ...editor.new.form,
          country: plan.about.country.label,
          title: plan.about.title.label,
          start: plan.about.start.label,
          end: plan.about.end.label,
          languages: common.languages,
        }}
      />
    </>
  );
}
