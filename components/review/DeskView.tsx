import { getTranslations } from 'next-intl/server';
import { formatDate } from '#i18n/format';
import type { Locale } from '#i18n/routing';
import type { Scope } from '#people/roles';
import type { Bilingual } from '#plan/schema';
import { shown } from '#plan/shown';
import { lastDay } from '#review/days';
import { type DeskAsked, deskQuery, waitsFor } from '#review/deskList';
import { withQuery } from '#review/threadFilter';
import type { Waiting } from '#review/waiting';
import { TextLink } from '#ui/Button';
import { Notice } from '#ui/Notice';

import { Table } from '#ui/Table';
import { Tag } from '#ui/Tag';
import { Written } from '#ui/Written';
import { DeskFile } from './DeskFile.tsx';
import { DeskFilterForm } from './DeskFilterForm.tsx';
import { Pages } from './Pages.tsx';

type DeskRow = {
  planId: string;
  country: { nameAr: string; nameEn: string };
  title: Bilingual | null;
  waiting: Waiting;
  counts: { mustFix: number; consider: number; wordings: number };
  scope: Scope;
  until: Date;
};

/** The plans on a desk as a table, what waits for the adviser first; which of them, the address tells. */
export async function DeskView({
  locale,
  asked,
  shown: { rows, page, pages, all, found },
  refused,
  today,
}: {
  locale: Locale;
  /** What the address asks for, and what of it stands on this page. */
  asked: DeskAsked;
  shown: { rows: readonly DeskRow[]; page: number; pages: number; all: number; found: number };
  /** Why a file was refused. */
  refused: unknown;
  /** ISO 8601. */
  today: string;
}) {
  const t = await getTranslations({ locale, namespace: 'desk' });
  if (all === 0) return <Notice title={t('none')} />;
  const query = deskQuery(asked);
  return (
    <>
      <DeskFilterForm locale={locale} asked={asked} />
      <Table id="desk" caption={t('caption', { count: found })}>
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
          {rows.map((row) => (
            <Row key={row.planId} row={row} locale={locale} today={today} />
          ))}
        </tbody>
      </Table>
      {found === 0 && <p className="text-muted">{t('match')}</p>}
      <Pages
        locale={locale}
        page={page}
        pages={pages}
        hrefOf={(to) => withQuery(`/${locale}/desk`, { ...query, page: to > 1 ? String(to) : '' })}
      />
      {found > 0 && (
        <DeskFile locale={locale} href={withQuery('/api/desk', { ...query, locale })} refused={refused}>
          {t('file.ofPlans', { count: found })}
        </DeskFile>
      )}
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
  const { adviser: questions } = waiting.asked;
  return (
    <tr>
      <th scope="row" className="min-w-52">
        {/* Fifty pages that nobody may open aren’t fetched ahead. */}
        <TextLink href={`/${locale}/plans/${planId}/review`} prefetch={false}>
          <bdi lang={text.trim() ? lang : locale}>
            <Written>{text.trim() || t('untitled', { country: name })}</Written>
          </bdi>
        </TextLink>
        <span className="block text-sm font-normal text-muted">
          <bdi>{name}</bdi>
        </span>
      </th>
      <td className="min-w-36">
        <Tag tone={waiting.waitsFor === 'adviser' ? 'warm' : 'plain'}>{words(waiting.state)}</Tag>
        <span className="block text-sm text-muted">
          {t('waits')}: {t(`waitsFor.${waitsFor(row)}`)}
        </span>
      </td>
      <td className="min-w-28">{day(waiting.since)}</td>
      <td className="min-w-28">
        {due && formatDate(due, locale, 'latin')}
        {due !== '' && due < today && <span className="block text-sm font-medium text-warm">{t('overdue')}</span>}
      </td>
      <td className="min-w-56 text-sm">
        {t('counts', counts)}
        {questions && (
          <span className="block font-medium">
            {t('questions', { count: questions.threads, day: day(questions.since) })}
          </span>
        )}
      </td>
      <td className="min-w-36 text-sm">
        {t(`scopes.${scope}`)}
        <span className="block text-muted">{t('until', { day: formatDate(lastDay(until), locale, 'latin') })}</span>
      </td>
    </tr>
  );
}
