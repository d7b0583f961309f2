import { type Searchable, search as searchIn } from '#catalogue/search';
import type { Bilingual } from '#plan/schema';
import type { Side } from './sides.ts';
import { asked, type Search } from './threadFilter.ts';
import { byUrgency, type PlanState, type Waiting } from './waiting.ts';

/** The states in which a plan may be asked for: first those in which somebody waits. */
export const deskStates = ['sent', 'returned', 'cleared', 'drafting', 'adopted'] as const satisfies PlanState[];
/** For whom a plan may wait. */
export const deskSides = ['adviser', 'country', 'nobody'] as const satisfies (Side | 'nobody')[];
/** The orders of a desk. `urgent`, what waits for its adviser first, is the usual one. */
export const deskSorts = ['urgent', 'waiting', 'due', 'country'] as const;

/** What is asked of a desk. It stands in the address, so that it can be kept and sent on; '' asks nothing. */
export type DeskAsked = {
  q: string;
  state: (typeof deskStates)[number] | '';
  waits: (typeof deskSides)[number] | '';
  sort: (typeof deskSorts)[number];
};

/** What a plan on a desk is found and ordered by. */
type Listed = {
  country: { code: string; nameAr: string; nameEn: string };
  title: Bilingual | null;
  waiting: Waiting;
};

const QUERY_LENGTH = 200;

/** Reads what an address asks for; what is no such thing is passed over. */
export function readDesk(search: Search): DeskAsked {
  const one = <T extends string, U extends string>(name: string, options: readonly T[], usual: U): T | U =>
    options.find((option) => option === asked(search, name)) ?? usual;
  return {
    q: asked(search, 'q').trim().slice(0, QUERY_LENGTH),
    state: one('state', deskStates, ''),
    waits: one('waits', deskSides, ''),
    sort: one('sort', deskSorts, 'urgent'),
  };
}

/** What is asked for as the names and values of an address; what is usual is left out. */
export const deskQuery = ({ sort, ...rest }: DeskAsked): Record<string, string> => ({
  ...rest,
  sort: sort === 'urgent' ? '' : sort,
});

/** For whom a plan waits, in the word of an address. */
export const waitsFor = ({ waiting }: Pick<Listed, 'waiting'>): (typeof deskSides)[number] =>
  waiting.waitsFor ?? 'nobody';

/** A plan is found by the words of its country and its title in either language, and by the country’s code. */
const searchable = <P extends Listed>(plan: P): Searchable & { plan: P } => ({
  plan,
  paragraph: '',
  titles: [plan.country.nameAr, plan.country.nameEn, plan.country.code, plan.title?.ar ?? '', plan.title?.en ?? ''],
  keywords: [],
  summaries: [],
});

/** The earlier first; what has no date after all that have one. */
const byDate = (a: Date | null, b: Date | null): number =>
  (a?.getTime() ?? Number.MAX_SAFE_INTEGER) - (b?.getTime() ?? Number.MAX_SAFE_INTEGER);

/** What waits for somebody by how long it has waited; what waits for nobody last. */
const byWaiting = (a: Waiting, b: Waiting): number =>
  byDate(a.waitsFor && a.since, b.waitsFor && b.since) || byUrgency(a, b);

/**
 * The plans that are asked for, in the order that is asked for.
 * @param names how the reader’s language orders names
 */
export function arrangeDesk<P extends Listed>(
  plans: readonly P[],
  { q, state, waits, sort }: DeskAsked,
  { locale, names }: { locale: 'ar' | 'en'; names: (a: string, b: string) => number },
): P[] {
  const fitting = plans.filter(
    (plan) => (!state || plan.waiting.state === state) && (!waits || waitsFor(plan) === waits),
  );
  const found = q ? searchIn(q, fitting.map(searchable)).map(({ plan }) => plan) : fitting;
  const name = ({ country }: P) => (locale === 'ar' ? country.nameAr : country.nameEn);
  const orders: Record<DeskAsked['sort'], (a: P, b: P) => number> = {
    urgent: (a, b) => byUrgency(a.waiting, b.waiting),
    waiting: (a, b) => byWaiting(a.waiting, b.waiting),
    due: (a, b) => byDate(a.waiting.dueAt, b.waiting.dueAt) || byUrgency(a.waiting, b.waiting),
    country: (a, b) => names(name(a), name(b)) || byUrgency(a.waiting, b.waiting),
  };
  return found.toSorted(orders[sort]);
}
