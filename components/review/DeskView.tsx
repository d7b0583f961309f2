import { getTranslations } from 'next-intl/server';
import { formatDate } from '#i18n/format';
import type { Locale } from '#i18n/routing';
import type { Scope } from '#people/roles';
import type { Bilingual } from '#plan/schema';
import { shown } from '#plan/shown';
import { lastDay } from '#review/days';
import type { Waiting } from '#review/waiting';
import { Button, TextLink } from '#ui/Button';
import { Notice } from '#ui/Notice';
import { Select } from '#ui/Select';
import { Table } from '#ui/Table';
import { Tag } from '#ui/Tag';
import { Written } from '#ui/Written';

type DeskRow = {
  planId: string;
  country: { nameAr: string; nameEn: string };
  title: Bilingual | null;
  waiting: Waiting;
  counts: { mustFix: number; consider: number; wordings: number };
  scope: Scope;
  until: Date;
};

const states = ['sent', 'returned', 'cleared', 'drafting', 'adopted'] as const;
const sides = ['adviser', 'country', 'nobody'] as const;

/** The plans on a desk as a table, what waits for the adviser first; which of them, the address tells. */
export async function DeskView({
  locale,
  plans,
  asked,
  today,
}: {
  locale: Locale;
  plans: readonly DeskRow[];
  /** What the address asks for. */
  asked: { state?: string | string[]; waits?: string | string[] };
  /** ISO 8601. */
  today: string;
}) {
  const t = await getTranslations({ locale, namespace: 'desk' });
  const words = await getTranslations({ locale, namespace: 'review.states' });
  if (plans.length === 0) return <Notice title={t('none')} />;
  // What is no state and no side is passed over.
  const state = states.find((each) => each === asked.state) ?? '';
  const waits = sides.find((each) => each === asked.waits) ?? '';
  const shownPlans = plans.filter(
    ({ waiting }) => (!state || waiting.state === state) && (!waits || (waiting.waitsFor ?? 'nobody') === waits),
  );
  return (
    <>
      <search data-screen aria-label={t('title')}>
        <form
          action={`/${locale}/desk`}
          className="grid items-end gap-4 border-y border-line py-4 sm:grid-cols-[1fr_1fr_auto]"
        >
          <Select
            id="state"
            name="state"
            label={t('state')}
            defaultValue={state}
            options={[{ value: '', label: t('all') }, ...states.map((value) => ({ value, label: words(value) }))]}
          />
          <Select
            id="waits"
            name="waits"
            label={t('waits')}
            defaultValue={waits}
            options={[
              { value: '', label: t('all') },
              ...sides.map((value) => ({ value, label: t(`waitsFor.${value}`) })),
            ]}
          />
          <Button type="submit" look="quiet">
            {t('show')}
          </Button>
        </form>
      </search>
      <Table id="desk" caption={t('caption', { count: shownPlans.length })}>
        <thead>
          <tr>
            {(['plan', 'state', 'since', 'due', 'open', 'access'] as const).map((column) => (
              <th key={column} scope="col">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shownPlans.map((row) => (
            <Row key={row.planId} row={row} locale={locale} today={today} />
          ))}
        </tbody>
      </Table>
      {shownPlans.length === 0 && <p className="text-muted">{t('match')}</p>}
    </>
  );
}

async function Row({ row, locale, today }: { row: DeskRow; locale: Locale; today: string }) {
  const { planId, country, title, waiting, counts, scope, until } = row;
  const t = await getTranslations({ locale, namespace: 'desk' });
  const words = await getTranslations({ locale, namespace: 'review.states' });
  const name = locale === 'ar' ? country.nameAr : country.nameEn;
  const { text, lang } = shown(title ?? { ar: '', en: '' }, locale);
  const day = (date: Date | null) => (date ? formatDate(date.toISOString(), locale, 'latin') : '');
  const due = waiting.dueAt ? lastDay(waiting.dueAt) : '';
  return (
    <tr>
      <th scope="row" className="min-w-52">
        <TextLink href={`/${locale}/plans/${planId}/review`}>
          <bdi lang={text.trim() ? lang : locale}>
            <Written>{text.trim() || t('untitled', { country: name })}</Written>
          </bdi>
        </TextLink>
        <span className="block text-sm font-normal text-muted">
          <bdi>{name}</bdi>
        </span>
      </th>
      <td>
        <Tag tone={waiting.waitsFor === 'adviser' ? 'warm' : 'plain'}>{words(waiting.state)}</Tag>
        <span className="block text-sm text-muted">{t(`waitsFor.${waiting.waitsFor ?? 'nobody'}`)}</span>
      </td>
      <td>{day(waiting.since)}</td>
      <td>
        {due && formatDate(due, locale, 'latin')}
        {due !== '' && due < today && <span className="block text-sm font-medium text-warm">{t('overdue')}</span>}
      </td>
      <td className="text-sm">{t('counts', counts)}</td>
      <td className="text-sm">
        {t(`scopes.${scope}`)}
        <span className="block text-muted">{t('until', { day: formatDate(lastDay(until), locale, 'latin') })}</span>
      </td>
    </tr>
  );
}
