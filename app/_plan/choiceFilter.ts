import type { Decision } from './schema.ts';

/** A recommendation as far as a filter asks about it. */
export type ChoiceEntry = {
  id: string;
  area: string;
  addressees: readonly string[];
  /** Sustainable Development Goals, 1 to 17. */
  goals: readonly number[];
  answers: readonly string[];
  suggestedBy: readonly string[];
  isVerified: boolean;
  isServed: boolean;
};

/** What may be asked for besides the facts of an entry. */
export const onlyWhich = ['suggested', 'withoutAction', 'unverified'] as const;

const names = ['q', 'area', 'addressee', 'goal', 'driver', 'decision', 'only'] as const;
/** What of the catalogue is shown: it stands in the address, so that it can be sent on. An empty value asks nothing. */
export type ChoiceFilter = Record<(typeof names)[number], string>;

/** The filter that an address asks for. What stands in it twice, or nowhere, asks nothing. */
export const filterFrom = (search: Record<string, string | string[] | undefined>): ChoiceFilter =>
  Object.fromEntries(names.map((name) => [name, typeof search[name] === 'string' ? search[name] : ''])) as ChoiceFilter;

/** The query of an address that asks for a filter, with its question mark; empty where nothing is asked. */
export function queryOf(filter: ChoiceFilter): string {
  const asked = names.filter((name) => filter[name] !== '').map((name) => [name, filter[name]]);
  return asked.length > 0 ? `?${new URLSearchParams(asked)}` : '';
}

const taken = new Set<string>(['adopt', 'adapt', 'merge'] satisfies Decision['decision'][]);

/** Whether an entry, with the decision on it, is among those asked for; the text that is searched for aside. */
export function fits(entry: ChoiceEntry, decision: string, filter: ChoiceFilter): boolean {
  const { area, addressee, goal, driver, only } = filter;
  if (area && entry.area !== area) return false;
  if (addressee && !entry.addressees.includes(addressee)) return false;
  if (goal && !entry.goals.includes(Number(goal))) return false;
  if (driver && !entry.answers.includes(driver)) return false;
  if (filter.decision && decision !== filter.decision) return false;
  if (only === 'suggested') return entry.suggestedBy.length > 0;
  if (only === 'withoutAction') return taken.has(decision) && !entry.isServed;
  return only !== 'unverified' || !entry.isVerified;
}
