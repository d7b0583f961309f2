import { criteria } from '#catalogue/criteria';
import { drivers } from '#catalogue/drivers';
import { recommendations } from '#catalogue/recommendations';

type Order = (a: string, b: string) => number;

/** Ids in the order of the catalogue; those it doesn't know come last, in the order of their letters. */
function orderOf(entries: readonly { id: string }[]): Order {
  const places = new Map(entries.map((entry, index) => [entry.id, index]));
  const place = (id: string) => places.get(id) ?? places.size;
  return (a, b) => place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** How what the plan says of the catalogue's entries is ordered. */
export const catalogueOrder = {
  drivers: orderOf(drivers),
  recommendations: orderOf(recommendations),
  criteria: orderOf(criteria),
} as const;

/** Whether the catalogue has an entry of this id. */
export const known = {
  drivers: idsOf(drivers),
  recommendations: idsOf(recommendations),
  criteria: idsOf(criteria),
} as const;

function idsOf(entries: readonly { id: string }[]): (id: string) => boolean {
  const ids = new Set(entries.map((entry) => entry.id));
  return (id) => ids.has(id);
}
