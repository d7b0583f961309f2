import { catalogueOrder } from './catalogueOrder.ts';
import type { Field, ReferenceTarget } from './fields.ts';
import { type Bilingual, inOrder, type Plan, planFields } from './schema.ts';
import type { Section } from './steps.ts';

/**
 * Where an item stands. `path` is its address in this plan (`actions.<id>.indicators.<id>.baseline`), `labelPath` the
 * same without ids (`actions.indicators.baseline`), under which the messages hold its label. `depth` counts the lists
 * it lies in. `empty`: nothing was typed or chosen there.
 */
type Place = { name: string; path: string; labelPath: string; depth: number; empty: boolean };

export type TextItem = Place & { kind: 'line' | 'prose'; value: Bilingual };
type ValueItem = Place &
  (
    | { kind: 'word' | 'date' | 'amount' | 'number' | 'currency' | 'country'; value: string }
    | { kind: 'year'; value: number | null }
    | { kind: 'flag'; value: boolean }
    | { kind: 'languages'; value: Plan['languages'] }
    | { kind: 'choice'; set: string; codes: boolean; value: string }
    | { kind: 'choices'; set: string; codes: boolean; value: string[] }
    | { kind: 'reference'; to: ReferenceTarget; value: string | null }
    | { kind: 'references'; to: ReferenceTarget; value: string[] }
  );

/** A field that holds a value of its own. */
export type OutlineLeaf = TextItem | ValueItem;

/** A field of the plan with its value, or with the items inside it. */
export type OutlineItem =
  | OutlineLeaf
  | (Place & { kind: 'group'; items: OutlineItem[] })
  | (Place & { kind: 'list'; entries: OutlineEntry[] })
  | (Place & { kind: 'keyed'; by: 'drivers' | 'recommendations' | 'criteria'; entries: OutlineEntry[] });

/**
 * One thing of a list. `number` is its place, counted from 1 and within its parent's (“3”, “3.2”); `title` the text
 * that stands for it, null where the catalogue names it by its id.
 */
export type OutlineEntry = {
  id: string;
  number: string;
  path: string;
  labelPath: string;
  title: Bilingual | null;
  items: OutlineItem[];
  empty: boolean;
  restricted: boolean;
};

export type OutlineSection = { key: Section; path: string; items: OutlineItem[]; empty: boolean };

/** Whether a text holds more than blanks in either language. */
export const hasText = (text: Bilingual): boolean => text.ar.trim() !== '' || text.en.trim() !== '';

/**
 * The plan as a document: its sections in order, each with its fields, lists in their own order. Whatever walks a plan
 * (print, review, translation files, checks) walks this, and lists no field by hand. A section that is itself a list
 * has that list as its one item. What is no text of the plan (`progress`, the `order` of items) is left out.
 */
export function outline(plan: Plan): OutlineSection[] {
  return planFields
    .filter((field) => field.name !== 'progress')
    .map((field) => {
      const item = itemOf(field, plan[field.name as Section], { parent: '', labels: '', number: '', depth: 0 });
      const items = item.kind === 'group' ? item.items : [item];
      return { key: field.name as Section, path: field.name, items, empty: item.empty };
    });
}

/** All fields with a value of their own, in the document's order. */
export function leaves(within: OutlineSection[] | OutlineSection | OutlineItem | OutlineEntry): OutlineLeaf[] {
  if (Array.isArray(within)) return within.flatMap(leaves);
  if ('items' in within) return within.items.flatMap(leaves);
  if ('entries' in within) return within.entries.flatMap(leaves);
  return [within];
}

type Within = { parent: string; labels: string; number: string; depth: number };

const joined = (parent: string, name: string) => (parent ? `${parent}.${name}` : name);

function itemOf(field: Field, value: unknown, within: Within): OutlineItem {
  const { meta, name } = field;
  const path = joined(within.parent, name);
  const labelPath = joined(within.labels, name);
  const place = { name, path, labelPath, depth: within.depth };
  switch (meta.kind) {
    case 'group': {
      const items = itemsOf(field.fields, value, { ...within, parent: path, labels: labelPath });
      return { ...place, kind: meta.kind, items, empty: bare(items) };
    }
    case 'list':
    case 'keyed': {
      const entries = entriesOf(field, value as Record<string, unknown>, {
        ...within,
        parent: path,
        labels: labelPath,
      });
      const empty = entries.every((entry) => entry.empty);
      return meta.kind === 'list'
        ? { ...place, kind: meta.kind, entries, empty }
        : { ...place, kind: meta.kind, by: meta.by, entries, empty };
    }
    case 'line':
    case 'prose':
      return { ...place, kind: meta.kind, value: value as Bilingual, empty: !hasText(value as Bilingual) };
    case 'word':
    case 'date':
    case 'amount':
    case 'number':
    case 'currency':
    case 'country':
      return { ...place, kind: meta.kind, value: value as string, empty: (value as string).trim() === '' };
    case 'year':
      return { ...place, kind: meta.kind, value: value as number | null, empty: value === null };
    case 'flag':
      return { ...place, kind: meta.kind, value: value as boolean, empty: value === false };
    case 'languages':
      return { ...place, kind: meta.kind, value: value as Plan['languages'], empty: false };
    case 'choice': {
      const { set, codes = false, options } = meta;
      return { ...place, kind: meta.kind, set, codes, value: value as string, empty: value === options[0] };
    }
    case 'choices': {
      const { set, codes = false } = meta;
      return { ...place, kind: meta.kind, set, codes, value: value as string[], empty: (value as []).length === 0 };
    }
    case 'reference':
      return { ...place, kind: meta.kind, to: meta.to, value: value as string | null, empty: value === null };
    case 'references':
      return { ...place, kind: meta.kind, to: meta.to, value: value as string[], empty: (value as []).length === 0 };
    case 'order':
      throw new Error('The order of items is no item of the outline');
    default:
      return meta satisfies never;
  }
}

function itemsOf(fields: Field[], value: unknown, within: Within): OutlineItem[] {
  const values = value as Record<string, unknown>;
  return fields
    .filter((field) => field.meta.kind !== 'order')
    .map((field) => itemOf(field, values[field.name], within));
}

function entriesOf(field: Field, records: Record<string, unknown>, within: Within): OutlineEntry[] {
  return keysInOrder(field, records).map((id, index) => {
    const path = `${within.parent}.${id}`;
    const number = joined(within.number, String(index + 1));
    const items = itemsOf(field.fields, records[id], { ...within, parent: path, number, depth: within.depth + 1 });
    const named = field.meta.kind === 'list' ? field.meta.title : null;
    const title = items.find((item) => item.name === named);
    return {
      id,
      number,
      path,
      labelPath: within.labels,
      title: title && (title.kind === 'line' || title.kind === 'prose') ? title.value : null,
      items,
      empty: bare(items),
      restricted: items.some((item) => item.kind === 'flag' && item.name === 'restricted' && item.value),
    };
  });
}

/** The keys of a list by the items' own order; of what the catalogue names, in the catalogue's. */
export function keysInOrder(field: Field, records: Record<string, unknown>): string[] {
  if (field.meta.kind === 'keyed') return Object.keys(records).sort(catalogueOrder[field.meta.by]);
  return inOrder(records as Record<string, { order: number }>).map((item) => item.id);
}

/** A currency, a language and a “no” stand there from the beginning: alone they don't make a thing filled. */
const given = new Set<OutlineItem['kind']>(['currency', 'languages', 'flag']);
const bare = (items: OutlineItem[]) => items.every((item) => item.empty || given.has(item.kind));
