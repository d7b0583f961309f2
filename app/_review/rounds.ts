import { same } from '#plan/changes';
import { leaves, type OutlineLeaf, outline } from '#plan/outline';
import { type Bilingual, type Language, type Plan, planLanguages } from '#plan/schema';

/**
 * What became of one field between two rounds. `added`: nothing stood there before; `removed`: nothing stands there now,
 * also where its entry is gone; else `changed`. `before` and `after` are the field as the outline has it, null where
 * its entry wasn’t there. `languages`: of a text, the sides that differ.
 */
export type RoundChange = {
  kind: 'added' | 'removed' | 'changed';
  path: string;
  labelPath: string;
  before: OutlineLeaf | null;
  after: OutlineLeaf | null;
  languages: Language[];
};

/** How many fields were added, removed and changed. */
export type RoundCount = Record<RoundChange['kind'], number>;

/**
 * What changed between two rounds, field by field, in the document’s order. What was removed stands after what it stood
 * after. The order of entries is no field, and is left out.
 */
export function roundChanges(before: Plan, after: Plan): RoundChange[] {
  const [earlier, later] = [leaves(outline(before)), leaves(outline(after))];
  const were = new Map(earlier.map((leaf) => [leaf.path, leaf]));
  const are = new Map(later.map((leaf) => [leaf.path, leaf]));
  const goneAfter = new Map<string, OutlineLeaf[]>();
  let last = '';
  for (const leaf of earlier) {
    if (are.has(leaf.path)) last = leaf.path;
    else goneAfter.set(last, [...(goneAfter.get(last) ?? []), leaf]);
  }
  const gone = (path: string) => (goneAfter.get(path) ?? []).flatMap((leaf) => changeOf(leaf, null));
  return [
    ...gone(''),
    ...later.flatMap((leaf) => [...changeOf(were.get(leaf.path) ?? null, leaf), ...gone(leaf.path)]),
  ];
}

export function roundCount(changes: readonly RoundChange[]): RoundCount {
  const count = { added: 0, removed: 0, changed: 0 };
  for (const { kind } of changes) count[kind] += 1;
  return count;
}

function changeOf(before: OutlineLeaf | null, after: OutlineLeaf | null): RoundChange[] {
  const leaf = after ?? before;
  if (!leaf) return [];
  const [was, is] = [before && !before.empty ? before.value : null, after && !after.empty ? after.value : null];
  // Nothing there, blanks and an empty answer are alike.
  if (was === null ? is === null : is !== null && same(was, is)) return [];
  const kind = was === null ? 'added' : is === null ? 'removed' : 'changed';
  const { path, labelPath } = leaf;
  return [{ kind, path, labelPath, before, after, languages: languagesOf(before, after) }];
}

function languagesOf(before: OutlineLeaf | null, after: OutlineLeaf | null): Language[] {
  const { kind } = after ?? before ?? {};
  if (kind !== 'line' && kind !== 'prose') return [];
  const text = (leaf: OutlineLeaf | null, language: Language) =>
    (leaf?.value as Bilingual | undefined)?.[language] ?? '';
  return planLanguages.filter((language) => text(before, language) !== text(after, language));
}
