import { type Change, type Clash, isRemoval, same } from './changes.ts';

/** What became of a part whose form was sent without the page’s program. */
type PartAfter = {
  /** Where two people’s edits met, and nobody has chosen yet. */
  clashes: Clash[];
  /** What was typed and could not be stored. */
  unread: { path: string; typed: string; code: string }[];
  /** The items that were taken out. */
  removed: string[];
};

/** What a page tells after its form was sent, and what its form carries on. */
export type AfterForm = {
  state: 'saved' | 'clash' | 'unsaved';
  /** The item or the field that is to be open. */
  at: string;
  parts: Record<string, PartAfter>;
  /** The saves that are told of, and the clashes that were settled, as the next form names them. */
  saves: string;
  settled: string;
};

type Saved = { id: string; part: string; changes: Change[]; clashes: Clash[] };

/** The place of a page where it is said what is left to do. */
export const LEFT_ID = 'left';

/** How the address of a page names what its form did. */
export const formNames = { saved: 'saved', open: 'open', settled: 'settled', at: 'at' } as const;

const listIn = (value: string | string[] | undefined): string[] =>
  typeof value === 'string' ? value.split(' ').filter(Boolean) : [];

/** What the address of a page asks to be told; null where its form wasn’t sent. */
export function askedIn(search: Record<string, string | string[] | undefined>) {
  if (typeof search[formNames.saved] !== 'string') return null;
  const at = search[formNames.at];
  return {
    saved: listIn(search[formNames.saved]),
    open: listIn(search[formNames.open]),
    settled: listIn(search[formNames.settled]),
    at: typeof at === 'string' ? at.slice(0, 400) : '',
  };
}

/**
 * What is to be told of a person’s saves.
 * @param now what stands in the plan at a path
 */
export function afterSaves(
  asked: NonNullable<ReturnType<typeof askedIn>>,
  saves: readonly Saved[],
  now: (path: string) => unknown,
): AfterForm {
  const parts: Record<string, PartAfter> = {};
  const told = new Set<string>();
  for (const { id, part, changes, clashes } of saves) {
    const isNew = asked.saved.includes(id);
    // A text that somebody has dealt with since, in whatever way, isn’t shown again.
    const open = clashes.filter(
      ({ path, mine, theirs, code }) =>
        !code && !asked.settled.includes(path) && !same(mine, now(path)) && same(theirs, now(path)),
    );
    const unread = isNew
      ? clashes.flatMap(({ path, mine, code }) => (code ? [{ path, typed: String(mine), code }] : []))
      : [];
    const removed = isNew ? changes.filter(isRemoval).map(({ path }) => path) : [];
    if (open.length + unread.length + removed.length === 0) continue;
    told.add(id);
    const known = parts[part] ?? { clashes: [], unread: [], removed: [] };
    parts[part] = {
      clashes: [...known.clashes, ...open.filter(({ path }) => !known.clashes.some((each) => each.path === path))],
      unread: [...known.unread, ...unread],
      removed: [...known.removed, ...removed],
    };
  }
  const all = Object.values(parts);
  return {
    state: all.some(({ unread }) => unread.length)
      ? 'unsaved'
      : all.some(({ clashes }) => clashes.length)
        ? 'clash'
        : 'saved',
    at: asked.at,
    parts,
    saves: [...told].join(' '),
    settled: asked.settled.join(' '),
  };
}
