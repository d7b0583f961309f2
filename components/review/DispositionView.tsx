import { getTranslations } from 'next-intl/server';
import type { Messages } from '#i18n/messages';
import type { Locale } from '#i18n/routing';
import type { Plan } from '#plan/schema';
import type { DispositionRow } from '#review/disposition';
import {
  countsOf,
  dispositions,
  filterFrom,
  fits,
  numbered,
  pageOf,
  queryOf,
  roundsIn,
} from '#review/dispositionFilter';
import type { Passage } from '#review/passages';
import { TextLink } from '#ui/Button';
import { Notice } from '#ui/Notice';

import { DispositionFilterForm } from './DispositionFilterForm.tsx';

import { DispositionRows } from './DispositionRows.tsx';
import { Pages } from './Pages.tsx';

type Row = DispositionRow & { passage: Passage };
type Search = Record<string, string | string[] | undefined>;

/** What the table is shown with. `home`: the address of the plan’s review. */
export type DispositionOpen = { id: string; locale: Locale; messages: Messages; home: string; plan: Plan };

/** The table of dispositions: how much is answered, the files, what is asked for, and the rows. */
export async function DispositionView({
  open,
  rows: all,
  rounds,
  isWhole,
  search,
  pdfLimit,
}: {
  open: DispositionOpen;
  rows: readonly Row[];
  /** The ids of the rounds that the reader can open, by their number. */
  rounds: ReadonlyMap<number, string>;
  /** Whether the reader sees what is said of all parts of the plan. */
  isWhole: boolean;
  search: Search;
  /** How many rows a PDF may have. */
  pdfLimit: number;
}) {
  const { locale, home } = open;
  const t = await getTranslations({ locale, namespace: 'disposition' });
  if (all.length === 0) return <Notice title={t(isWhole ? 'empty.title' : 'empty.parts')}>{t('empty.text')}</Notice>;
  const filter = filterFrom(search);
  const found = numbered(all).filter((row) => fits(row, filter));
  const { rows, page, pages } = pageOf(found, search.page);
  return (
    <>
      <Counts open={open} rows={all} did={filter.did} />
      <Files open={open} count={all.length} limit={pdfLimit} refused={search.refused} />
      <DispositionFilterForm open={open} asked={filter} rounds={roundsIn(all)} />
      {found.length === 0 ? (
        <Notice title={t('noMatch.title')}>{t('noMatch.text')}</Notice>
      ) : (
        <DispositionRows
          open={open}
          rows={rows}
          rounds={rounds}
          caption={t('filter.shown', { count: found.length, all: all.length })}
        />
      )}
      <Pages locale={locale} page={page} pages={pages} hrefOf={(to) => `${home}/dispositions${queryOf(filter, to)}`} />
    </>
  );
}

/** How many rows have which answer; each leads to those rows. */
async function Counts({ open, rows, did: shown }: { open: DispositionOpen; rows: readonly Row[]; did: string }) {
  const t = await getTranslations({ locale: open.locale, namespace: 'disposition' });
  const counts = countsOf(rows);
  return (
    <section aria-labelledby="counts" className="grid gap-3">
      <h2 id="counts" className="sr-only">
        {t('counts.title')}
      </h2>
      <p className="font-medium">{t('counts.all', { count: counts.all })}</p>
      <ul className="flex flex-wrap gap-x-8 gap-y-2">
        {dispositions.map((did) => (
          <li key={did}>
            {counts[did] > 0 ? (
              <TextLink
                href={`${open.home}/dispositions${queryOf({ did })}`}
                aria-current={did === shown || undefined}
                className="inline-block py-0.5 aria-[current]:font-medium"
              >
                {t('counts.did', { name: t(`did.${did}`), count: counts[did] })}
              </TextLink>
            ) : (
              <span className="inline-block py-0.5 text-muted">
                {t('counts.did', { name: t(`did.${did}`), count: 0 })}
              </span>
            )}
          </li>
        ))}
      </ul>
      <p className={counts.mustFix > 0 ? 'text-warm' : 'text-good'}>{t('counts.mustFix', { count: counts.mustFix })}</p>
    </section>
  );
}

const refusals = ['full', 'tooMany', 'tooCostly'] as const;

/** The table as files, and why one was refused. */
async function Files({
  open: { id, locale },
  count,
  limit,
  refused,
}: {
  open: DispositionOpen;
  count: number;
  limit: number;
  refused: unknown;
}) {
  const t = await getTranslations({ locale, namespace: 'disposition.files' });
  const code = refusals.find((each) => each === refused);
  const href = (as: string) => `/api/plans/${id}/dispositions?as=${as}&locale=${locale}`;
  const link = 'inline-block py-0.5 text-blue underline underline-offset-4';
  return (
    <section data-screen id="files" aria-labelledby="files-title" className="grid gap-2 border-t border-line pt-4">
      <h2 id="files-title" className="text-xl">
        {t('title')}
      </h2>
      {code && (
        <Notice tone="warm" title={t('refused')} live>
          {t(`errors.${code}`)}
        </Notice>
      )}
      <ul className="flex flex-wrap gap-x-8 gap-y-2">
        <li>
          <a href={href('xlsx')} className={link}>
            {t('xlsx')}
          </a>
        </li>
        {count <= limit && (
          <li>
            <a href={href('pdf')} className={link}>
              {t('pdf')}
            </a>
          </li>
        )}
      </ul>
      <p className="max-w-prose text-sm text-muted">{count <= limit ? t('text') : t('tooMany', { limit })}</p>
    </section>
  );
}
