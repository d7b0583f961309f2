import { concerns, isOpen, type Said } from './said.ts';

const states = ['open', 'closed', 'all'] as const;
const kinds = ['all', 'comments', 'wordings', 'notes'] as const;

/** What is asked of the list of all that is said. `round`: the number of a round, 'draft', or '' for all of them. */
export type ThreadFilter = {
  state: (typeof states)[number];
  kind: (typeof kinds)[number];
  mustFix: boolean;
  mine: boolean;
  round: string;
  section: string;
};

/** The names and values of an address, as a page is given them. */
export type Search = Record<string, string | string[] | undefined>;

export const filterOptions = { state: states, kind: kinds };

/** The first value of a name in an address, or ''. */
export function asked(search: Search, name: string): string {
  const value = search[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

/** Reads a filter from the address; what is no filter is passed over. */
export function readFilter(search: Search): ThreadFilter {
  const one = <T extends string>(name: string, options: readonly T[], usual: T): T =>
    options.find((option) => option === asked(search, name)) ?? usual;
  const round = asked(search, 'round');
  return {
    state: one('state', states, 'open'),
    kind: one('kind', kinds, 'all'),
    mustFix: asked(search, 'mustFix') === 'true',
    mine: asked(search, 'mine') === 'true',
    round: /^([1-9]\d{0,4}|draft)$/.test(round) ? round : '',
    section: asked(search, 'section').slice(0, 40),
  };
}

/** A filter as the names and values of an address; what is usual is left out. */
export function filterQuery(filter: ThreadFilter): Record<string, string> {
  const given = {
    state: filter.state === 'open' ? '' : filter.state,
    kind: filter.kind === 'all' ? '' : filter.kind,
    mustFix: filter.mustFix ? 'true' : '',
    mine: filter.mine ? 'true' : '',
    round: filter.round,
    section: filter.section,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
}

const kindOf: Record<Said['kind'], ThreadFilter['kind']> = { comment: 'comments', note: 'notes', wording: 'wordings' };

/** Whether something said is what a filter asks for. */
export function fits(filter: ThreadFilter, said: Said, userId: string): boolean {
  const { state, kind, mustFix, mine, round, section } = filter;
  if (state !== 'all' && isOpen(said) !== (state === 'open')) return false;
  if (kind !== 'all' && kindOf[said.kind] !== kind) return false;
  if (mustFix && (said.kind === 'wording' || said.thread.weight !== 'mustFix')) return false;
  if (mine && !concerns(said, userId)) return false;
  if (round === 'draft' && said.submissionId !== null) return false;
  if (round !== '' && round !== 'draft' && String(said.round ?? '') !== round) return false;
  return section === '' || said.path.split('.')[0] === section;
}

/** An address with names and values put to it, each escaped; those without a value are left out. */
export function withQuery(address: string, query: Record<string, string | null | undefined>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length ? `${address}?${new URLSearchParams(given)}` : address;
}
