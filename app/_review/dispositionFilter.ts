import type { DispositionRow } from './disposition.ts';

/** What a country may have done with something, in the order in which a table counts it: what is left to do first. */
export const dispositions = [
  'open',
  'answered',
  'resolved',
  'accepted',
  'declined',
] as const satisfies DispositionRow['did'][];

/** What a row weighs: what the adviser said of it, that it is a proposed wording, or neither. */
export const rowWeights = ['mustFix', 'consider', 'wording', 'none'] as const;
export type RowWeight = (typeof rowWeights)[number];

type Weighed = Pick<DispositionRow, 'kind' | 'weight'>;
export const weightOf = ({ kind, weight }: Weighed): RowWeight =>
  kind === 'suggestion' ? 'wording' : (weight ?? 'none');

/** The word of an address for what belongs to no round that the reader sees. */
const OUTSIDE = 'none';
/** A round as an address names it: by its number, or as none. */
export const roundKey = ({ round }: Pick<DispositionRow, 'round'>): string =>
  round === null ? OUTSIDE : String(round);

const names = ['round', 'did', 'weight'] as const;
/** Which rows are shown: it stands in the address, so that it can be sent on. An empty value asks nothing. */
export type DispositionFilter = Record<(typeof names)[number], string>;

const known: Record<(typeof names)[number], (value: string) => boolean> = {
  round: (value) => value === OUTSIDE || /^[1-9]\d{0,5}$/.test(value),
  did: (value) => (dispositions as readonly string[]).includes(value),
  weight: (value) => (rowWeights as readonly string[]).includes(value),
};

/** The filter that an address asks for. What stands in it twice, or is no such thing, asks nothing. */
export const filterFrom = (search: Record<string, string | string[] | undefined>): DispositionFilter =>
  Object.fromEntries(
    names.map((name) => {
      const value = search[name];
      return [name, typeof value === 'string' && known[name](value) ? value : ''];
    }),
  ) as DispositionFilter;

/** The query of an address that asks for a filter, with its question mark; empty where nothing is asked. */
export function queryOf(filter: Partial<DispositionFilter>, page = 1): string {
  const asked = names.flatMap((name) => (filter[name] ? [[name, filter[name]]] : []));
  if (page > 1) asked.push(['page', String(page)]);
  return asked.length > 0 ? `?${new URLSearchParams(asked)}` : '';
}

type Filterable = Weighed & Pick<DispositionRow, 'round' | 'did'>;

/** Whether a row is among those asked for. */
export const fits = (row: Filterable, { round, did, weight }: DispositionFilter): boolean =>
  (round === '' || roundKey(row) === round) &&
  (did === '' || row.did === did) &&
  (weight === '' || weightOf(row) === weight);

/** Rows with the number that each has in the whole table, which stays its own whatever is asked for. */
export const numbered = <R>(rows: readonly R[]): (R & { number: number })[] =>
  rows.map((row, index) => ({ ...row, number: index + 1 }));

/** How many rows there are in all, of each answer, and of those that have to be put right and aren’t closed. */
export type DispositionCounts = Record<DispositionRow['did'], number> & { all: number; mustFix: number };

/** Counts rows. A comment that was answered and not closed still has to be put right. */
export function countsOf(rows: readonly Filterable[]): DispositionCounts {
  const counts = { all: rows.length, mustFix: 0, open: 0, answered: 0, resolved: 0, accepted: 0, declined: 0 };
  for (const row of rows) {
    counts[row.did] += 1;
    if (row.weight === 'mustFix' && (row.did === 'open' || row.did === 'answered')) counts.mustFix += 1;
  }
  return counts;
}

/** The rounds that rows belong to, each once, in the order of the rows. */
export const roundsIn = (rows: readonly Pick<DispositionRow, 'round'>[]): (number | null)[] => [
  ...new Set(rows.map(({ round }) => round)),
];

/** How many rows stand on a page. */
export const PAGE_ROWS = 100;

/** The rows of one page, counted from 1: the first where the address names none, the last where it names one beyond. */
export function pageOf<R>(
  rows: readonly R[],
  asked: unknown,
  size = PAGE_ROWS,
): { rows: readonly R[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const wanted = typeof asked === 'string' && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1;
  const page = Math.min(wanted, pages);
  return { rows: rows.slice((page - 1) * size, page * size), page, pages };
}
