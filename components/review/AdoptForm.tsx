import { getTranslations } from 'next-intl/server';
import type { ComponentProps } from 'react';
import { formatDate } from '#i18n/format';
import type { Locale } from '#i18n/routing';
import type { Bilingual } from '#plan/schema';
import { NAME_LIMIT } from '#review/countryForms';
import type { AdoptionLine } from './AdoptionFacts.tsx';
import { CountryForm } from './CountryForm.tsx';
import type { RoundLine } from './RoundList.tsx';

/** The form in which an adoption is recorded. */
export async function AdoptForm({
  locale,
  action,
  hidden,
  rounds,
  draft,
  authority,
  before,
}: {
  locale: Locale;
  action: ComponentProps<typeof CountryForm>['action'];
  hidden: Record<string, string>;
  /** Those that can be adopted, the latest first. */
  rounds: readonly RoundLine[];
  /** Of the plan as it stands: how far it is from which round, and how much has to be put right. */
  draft: { since: { number: number; count: number } | null; wrong: number };
  /** As the plan itself names it, to begin with. */
  authority: Bilingual;
  /** The record that would be put right. */
  before?: AdoptionLine;
}) {
  const t = await getTranslations({ locale, namespace: 'review.adopt' });
  const language = await getTranslations({ locale, namespace: 'common.languages' });
  const cleared = rounds.find(({ decision }) => decision?.outcome === 'cleared');
  const usual = before ? (before.submissionId ?? 'draft') : (cleared ?? rounds[0])?.id;
  const names = before?.authority ?? authority;
  return (
    <CountryForm
      id="adopt"
      locale={locale}
      action={action}
      hidden={hidden}
      hrefs={{ wrong: '#in-the-way' }}
      fields={[
        {
          kind: 'radios',
          name: 'version',
          label: t('version'),
          value: usual ?? 'draft',
          options: [
            ...(await Promise.all(rounds.map((round) => optionOf(round, locale)))),
            { value: 'draft', label: t('draft'), hint: await hintOf(draft, locale) },
          ],
        },
        {
          kind: 'pair',
          name: 'authority',
          label: t('authority'),
          hint: t('authorityHint'),
          fields: (locale === 'ar' ? (['ar', 'en'] as const) : (['en', 'ar'] as const)).map((each) => ({
            kind: 'area',
            rows: 2,
            name: each === 'ar' ? 'authorityAr' : 'authorityEn',
            lang: each,
            label: language(each),
            // A longer one is no name: to be typed, rather than cut.
            value: names[each].length <= NAME_LIMIT ? names[each] : '',
          })),
        },
        { kind: 'text', name: 'decree', label: t('decree'), hint: t('decreeHint'), value: before?.decree },
        { kind: 'date', name: 'adoptedOn', label: t('adoptedOn'), value: before?.adoptedOn },
        { kind: 'password', name: 'password', label: t('password'), hint: t('passwordHint') },
      ]}
      submit={t('submit')}
    />
  );
}

async function optionOf({ id, number, sentAt, decision }: RoundLine, locale: Locale) {
  const t = await getTranslations({ locale, namespace: 'review.adopt' });
  const day = (date: Date) => formatDate(date.toISOString(), locale, 'latin');
  return {
    value: id,
    label: t('round', { number: String(number), date: day(sentAt) }),
    hint: decision ? t(decision.outcome, { date: day(decision.at) }) : t('undecided'),
  };
}

async function hintOf({ since, wrong }: Parameters<typeof AdoptForm>[0]['draft'], locale: Locale): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'review.adopt' });
  if (wrong > 0) return t('draftWrong', { count: wrong });
  if (!since) return t('draftUnsent');
  const number = String(since.number);
  return since.count > 0 ? t('draftChanged', { count: since.count, number }) : t('draftSame', { number });
}
