import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { hasLocale, type Locale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { ImportForm } from '#components/plan/ImportForm';
import { ImportPreview } from '#components/plan/ImportPreview';
import { ImportRefused } from '#components/plan/ImportRefused';
import { nameOrder } from '#i18n/format';
import { loadMessages } from '#i18n/messages';
import { routing } from '#i18n/routing';
import { can } from '#people/roles';
import { PLAN_DOCUMENT_LIMIT } from '#plan/exchange';
import { ownCountries } from '#server/countries';
import { loadImport, planToBe } from '#server/imports';
import { requireActor } from '#server/session';
import { Breadcrumb } from '#ui/Breadcrumb';
import { PageHeading } from '#ui/PageHeading';
import { accountBar } from '../../accountBar.tsx';
import { confirmImportAction } from './actions.ts';

type Search = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<Search> };

/** What may be refused of a form, and at which field it is said. */
const fields = { noCountry: 'countryId', noFile: 'file', tooLarge: 'file', expired: 'file' } as const;
const isRefusal = (text: unknown): text is keyof typeof fields =>
  typeof text === 'string' && Object.hasOwn(fields, text);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  return { title: (await getTranslations({ locale, namespace: 'editor.import' }))('title') };
}

/** A coordinator brings in a plan from a file: chooses it, sees what it holds, and confirms. */
export default async function ImportPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const search = await searchParams;
  const actor = await requireActor(locale);
  const countries = (await ownCountries(actor)).filter(({ id }) => can(actor, 'plan.import', { countryId: id }));
  if (!countries.length) notFound();
  const t = await getTranslations({ locale });
  const messages = await loadMessages(locale);
  const byName = nameOrder(locale);
  const asked = typeof search.file === 'string' ? search.file : '';
  const found = asked ? await loadImport(actor, asked) : null;
  if (found?.planId) redirect(`/${locale}/plans/${found.planId}`);
  const limit = PLAN_DOCUMENT_LIMIT / 1_000_000;
  const code = asked && !found ? 'expired' : search.refused;
  return (
    <>
      {await accountBar({ locale, actor })}
      <Breadcrumb
        label={t('common.nav.trail')}
        trail={[{ href: `/${locale}/plans`, text: t('common.nav.plans') }, { text: t('editor.import.title') }]}
      />
      <PageHeading intro={t('editor.import.intro')}>{t('editor.import.title')}</PageHeading>
      {found?.plan ? (
        <ImportPreview
          read={found.plan}
          plan={planToBe(found, found.plan)}
          country={locale === 'ar' ? found.country.nameAr : found.country.nameEn}
          locale={locale}
          messages={messages}
          confirm={confirmImportAction}
          values={{ locale, countryId: found.countryId, importId: found.id }}
        />
      ) : (
        <>
          {found && <ImportRefused refusals={found.refusals} locale={locale} messages={messages} />}
          <ImportForm
            locale={locale}
            countries={countries
              .map(({ id, nameAr, nameEn }) => ({ value: id, label: locale === 'ar' ? nameAr : nameEn }))
              .toSorted((a, b) => byName(a.label, b.label))}
            chosen={found?.countryId}
            limit={PLAN_DOCUMENT_LIMIT}
            error={
              isRefusal(code)
                ? { field: fields[code], message: t(`editor.import.errors.${code}`, { limit }) }
                : undefined
            }
            words={{
              ...messages.editor.import.form,
              country: messages.plan.about.country.label,
              fileHint: t('editor.import.form.fileHint', { limit }),
              tooLarge: t('editor.import.errors.tooLarge', { limit }),
            }}
          />
        </>
      )}
    </>
  );
}
