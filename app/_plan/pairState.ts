import type { Change } from './changes.ts';
import { leaves, outline } from './outline.ts';
import type { Language, Plan } from './schema.ts';

/**
 * An edit of one side of a pair, as history tells it. `began`: the side was empty before. `change` is the save it was part
 * of; `at` in milliseconds.
 */
export type SideEdit = {
  path: string;
  language: Language;
  began: boolean;
  change: string;
  actorId: string;
  at: number;
};

/** A side that has not followed the other since that was changed; `since` is the save in which that began. */
export type Stale = { path: string; language: Language; since: string };

/** A pair of texts of which one side needs somebody: it is still to be written, or the other side changed since. */
export type OpenPair = { path: string; language: Language; kind: 'missing' | 'changed'; since: string | null };

const side = /^(.+)\.(ar|en)$/;

/** How long a person may pause, in milliseconds, and still be at the same piece of writing: saves come every few seconds. */
const PAUSE = 60 * 60 * 1000;

/** The side of a pair at a path, or null where there is none. */
export function sideAt(path: string): { path: string; language: Language } | null {
  const [, pair, language] = side.exec(path) ?? [];
  return pair && language ? { path: pair, language: language as Language } : null;
}

/** Which sides of pairs some edits touched, in the form in which history keeps it: the path, after “+” where it was empty. */
export const touchedSides = (changes: readonly Change[]): string[] =>
  changes.flatMap(({ path, from, to }) =>
    typeof to === 'string' && sideAt(path) ? [`${from === '' || from === null ? '+' : ''}${path}`] : [],
  );

/** What `touchedSides` kept of a save. */
export const sideEdits = (touched: readonly string[], save: Pick<SideEdit, 'change' | 'actorId' | 'at'>): SideEdit[] =>
  touched.flatMap((text) => {
    const found = sideAt(text.replace(/^\+/, ''));
    return found ? [{ ...found, ...save, began: text.startsWith('+') }] : [];
  });

type Run = { language: Language; actorId: string; at: number; change: string };

/**
 * The sides that have not followed the other since it was changed, by the path of their pair.
 *
 * What one person writes on one side without a long pause counts once, however many saves it came in. Written where
 * nothing stood, it is the translation of the other side, or its beginning: the two are in step. Changed later, it leaves
 * the other side behind; a change of that other side, or a word that it still fits (an edit that changes nothing), brings
 * both in step again, and so does a save that changes both.
 * @param edits in the order in which they were made
 */
export function staleSides(edits: readonly SideEdit[]): Map<string, Stale> {
  const stale = new Map<string, Stale>();
  const runs = new Map<string, Run>();
  for (const { path, language, began, change, actorId, at } of edits) {
    const run = runs.get(path);
    const goesOn = run?.language === language && run.actorId === actorId && at - run.at < PAUSE;
    runs.set(path, { language, actorId, at, change });
    if (goesOn) continue;
    if (run?.change === change || stale.get(path)?.language === language) stale.delete(path);
    else if (!began && !stale.has(path))
      stale.set(path, { path, language: language === 'ar' ? 'en' : 'ar', since: change });
  }
  return stale;
}

/** Every pair of which a side needs somebody, in the document's order. */
export function openPairs(plan: Plan, stale: ReadonlyMap<string, Stale> = new Map()): OpenPair[] {
  return leaves(outline(plan)).flatMap((leaf): OpenPair[] => {
    if ((leaf.kind !== 'line' && leaf.kind !== 'prose') || leaf.empty) return [];
    const { path, value } = leaf;
    const missing = value.ar.trim() === '' ? 'ar' : value.en.trim() === '' ? 'en' : null;
    if (missing) return [{ path, language: missing, kind: 'missing', since: null }];
    const behind = stale.get(path);
    return behind ? [{ path, language: behind.language, kind: 'changed', since: behind.since }] : [];
  });
}
