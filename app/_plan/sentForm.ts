import { ID } from './fields.ts';
import { type PartKey, partSchema } from './parts.ts';
import { type PlainDeed, plainDeeds } from './plainDeeds.ts';
import type { Posted } from './plainForm.ts';

/** A page’s form, as a browser sends it without the page’s program. */
export type SentForm = {
  posted: Posted;
  /** The parts whose fields stood in it, and how often each had been saved when it was made. */
  parts: ReadonlyMap<PartKey, number>;
  deed: PlainDeed | null;
  /** The id that an item has which is added by it, once. */
  id: string;
  /** The person’s earlier saves of which the page told, and the clashes that were settled there. */
  saves: readonly string[];
  settled: readonly string[];
  /** Whose page it was, in which language, and where. */
  userId: string;
  locale: string;
  page: string;
};

/** The most fields that a page has, and the most parts. */
const most = { entries: 20_000, parts: 500 };

/** Sorts what a form holds: what begins with `~` is about the form, all else are fields. Null where it is no page’s. */
export function sentForm(entries: readonly (readonly [string, string])[]): SentForm | null {
  if (entries.length > most.entries) return null;
  const values = new Map<string, string[]>();
  const about = new Map<string, string>();
  const ticks = new Set<string>();
  const parts = new Map<PartKey, number>();
  for (const [name, value] of entries) {
    if (name === '~ticks') ticks.add(value);
    else if (name.startsWith('~revision.')) parts.set(name.slice('~revision.'.length), Number(value));
    else if (name.startsWith('~')) about.set(name, value);
    else if (values.has(name)) values.get(name)?.push(value);
    else values.set(name, [value]);
  }
  const id = about.get('~id') ?? '';
  const deed = plainDeeds.find((name) => about.has(name));
  const isWhole = [...parts].every(([part, revision]) => partSchema(part) && Number.isSafeInteger(revision));
  if (!ID.test(id) || parts.size === 0 || parts.size > most.parts || !isWhole) return null;
  const listed = (name: string) => (about.get(name) ?? '').split(' ').filter(Boolean);
  return {
    posted: { values, ticks },
    parts,
    deed: deed ? { deed, path: about.get(deed) ?? '' } : null,
    id,
    saves: listed('~saves'),
    settled: listed('~settled'),
    userId: about.get('~user') ?? '',
    locale: about.get('~locale') ?? '',
    page: about.get('~page') ?? '',
  };
}
