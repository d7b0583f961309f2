import { getTranslations } from 'next-intl/server';
import type { PlacedDisposition } from '#review/disposition';
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
import { TextLink } from '#ui/Button';
import { Notice } from '#ui/Notice';
import { DispositionFilterForm } from './DispositionFilterForm.tsx';
import { DispositionRows } from './DispositionRows.tsx';
import type { DispositionOpen } from './dispositionOpen.ts';
import { FileLinks } from './FileLinks.tsx';
import { Pages } from './Pages.tsx';

type Search = Record<string, string | string[] | undefined>;

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
  rows: readonly PlacedDisposition[];
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
async function Counts({
  open,
  rows,
  did: shown,
}: {
  open: DispositionOpen;
  rows: readonly PlacedDisposition[];
  did: string;
}) {
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
  const hasPdf = count <= limit;
  return (
    <FileLinks
      id="files"
      title={t('title')}
      refused={code && { title: t('refused'), text: t(`errors.${code}`) }}
      files={[{ href: href('xlsx'), text: t('xlsx') }, ...(hasPdf ? [{ href: href('pdf'), text: t('pdf') }] : [])]}
    >
      {hasPdf ? t('text') : t('tooMany', { limit })}
    </FileLinks>
  );
}
