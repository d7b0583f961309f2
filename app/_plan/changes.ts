/**
 * One edit: the value at a path of the plan was `from` and is to be `to`; null stands for “nothing there”. Texts, numbers
 * and arrays change as a whole, records key by key; an item that is new, or removed, is one change.
 */
export type Change = { path: string; from: unknown; to: unknown };

/**
 * An edit that met another one: `theirs` stands in the plan, `mine` is kept beside it until someone chooses. `code`: why
 * the plan can’t take it, where that is what kept it out.
 */
export type Clash = { path: string; mine: unknown; theirs: unknown; code?: string };

/** A value that came out of two people's edits, where the one who sent a change has another. */
export type Merged = { path: string; value: unknown };

export type Applied = { content: unknown; clashes: Clash[]; merged: Merged[]; applied: Change[] };

/** What `apply` may use where it can: it decides without. */
export type Means = {
  /** A text with both people's edits, or null where they touch. */
  mergeText?: (from: string, mine: string, theirs: string) => string | null;
  /** What an absent field means: its empty value. */
  emptyAt?: (path: string) => unknown;
};

type Values = Record<string, unknown>;

/** Whether a value has keys of its own: an entry, a pair of texts, no list and no text. */
export const isRecord = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** Whether an edit took an item out of a list. */
export const isRemoval = ({ from, to }: Change): boolean => isRecord(from) && isNothing(to);

const own = (values: Values, key: string): unknown => (Object.hasOwn(values, key) ? values[key] : undefined);

/** Whether two values are the same, whatever the order of keys; nothing, absent and null are alike. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b || (isNothing(a) && isNothing(b))) return true;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((each, i) => same(each, b[i]));
  return isRecord(a) && isRecord(b) && keysOf(a, b).every((key) => same(own(a, key), own(b, key)));
}

const isNothing = (value: unknown): value is null | undefined => value === null || value === undefined;
const keysOf = (a: Values, b: Values): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])];

/** Nothing, or a form's way of saying so: blank fields of an entry that isn't there. */
const isHollow = (value: unknown): boolean =>
  isNothing(value) || value === '' || (typeof value === 'object' && Object.values(value).every(isHollow));

/** The edits that lead from one content to another. `prefix` is the path at which both stand in the plan. */
export function diff(before: unknown, after: unknown, prefix = ''): Change[] {
  if (same(before, after)) return [];
  if (isRecord(before) && isRecord(after))
    return keysOf(before, after).flatMap((key) =>
      diff(own(before, key), own(after, key), prefix ? `${prefix}.${key}` : key),
    );
  if ((isNothing(before) || isNothing(after)) && isHollow(before) && isHollow(after)) return [];
  return [{ path: prefix, from: before ?? null, to: after ?? null }];
}

const forbidden = new Set(['', '__proto__', 'constructor', 'prototype']);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** Whether a path lies at or under another, and has no part that could reach beyond the plan's own data. */
export const isWithin = (path: string, base: string): boolean =>
  (path === base || path.startsWith(`${base}.`)) && !path.split('.').some((key) => forbidden.has(key));

/**
 * Brings edits into a content that may have moved on. An edit is taken where what stands there is what it started from;
 * it is no clash where that already is what it leads to, so that sending twice is harmless. Else two texts are merged
 * if they can be, ids are merged as sets, and what is left is a clash: what stands stays, the other is kept beside.
 * @param content what stands at `base`, null or undefined where nothing does; left as it is
 * @throws RangeError if a path isn't `isWithin` the base: ask before
 */
export function apply(content: unknown, changes: readonly Change[], base: string, means: Means = {}): Applied {
  // The content hangs under its own key, so that it can be made and removed as any item can.
  const hook = base.slice(base.lastIndexOf('.') + 1);
  const result: Applied & { root: Values } = {
    root: { [hook]: structuredClone(content ?? undefined) },
    content: null,
    clashes: [],
    merged: [],
    applied: [],
  };
  for (const { path, from, to } of changes) {
    if (!isWithin(path, base)) throw new RangeError(`“${path}” is not within “${base}”`);
    const keys = path === base ? [hook] : [hook, ...path.slice(base.length + 1).split('.')];
    put(result, means, path, keys, from, to);
  }
  const { root, ...rest } = result;
  return { ...rest, content: root[hook] ?? null };
}

/**
 * The content that edits were brought into: `apply` the other way round.
 * @param applied as `apply` gave them, the first first
 */
export function unapply(content: unknown, applied: readonly Change[], base: string): unknown {
  const hook = base.slice(base.lastIndexOf('.') + 1);
  const root: Values = { [hook]: structuredClone(content ?? undefined) };
  for (const { path, from } of [...applied].reverse()) {
    if (!isWithin(path, base)) throw new RangeError(`“${path}” is not within “${base}”`);
    place(root, path === base ? [hook] : [hook, ...path.slice(base.length + 1).split('.')], from);
  }
  return root[hook] ?? null;
}

type Work = Applied & { root: Values };

function put(work: Work, means: Means, path: string, keys: string[], from: unknown, to: unknown): void {
  const now = keys.reduce<unknown>((value, key) => (isRecord(value) ? own(value, key) : undefined), work.root);
  const inside = (before: Values, after: Values) => {
    for (const key of keysOf(before, after))
      put(work, means, `${path}.${key}`, [...keys, key], own(before, key) ?? null, own(after, key) ?? null);
  };
  const clash = () => work.clashes.push({ path, mine: structuredClone(to), theirs: structuredClone(now ?? null) });
  const set = (value: unknown) => {
    if (!place(work.root, keys, value)) return clash();
    work.applied.push({ path, from: structuredClone(now ?? null), to: structuredClone(value) });
    if (!same(value, to)) work.merged.push({ path, value });
  };

  if (isRecord(to)) {
    if (isRecord(from)) return inside(from, to);
    if (isNothing(now)) return void set(to);
    // Two people began the same entry: each field by itself.
    return isRecord(now) ? inside({}, to) : void clash();
  }
  if (isRecord(from) && isNothing(to)) {
    if (isNothing(now)) return;
    return void (sameField(now, from, path, means) ? set(null) : clash());
  }
  if (sameField(now, to, path, means)) return;
  // Of a whole entry that is new, its empty fields say nothing.
  if (isNothing(from) && sameField(to, null, path, means)) return;
  if (sameField(now, from, path, means)) return void set(to);
  const merged = mergeValues(path, from, to, now, means);
  return void (merged === null ? clash() : set(merged));
}

/** Like `same`, but a field that is absent has its empty value. */
function sameField(a: unknown, b: unknown, path: string, means: Means): boolean {
  if (same(a, b)) return true;
  if (isRecord(a) && isRecord(b))
    return keysOf(a, b).every((key) => sameField(own(a, key), own(b, key), `${path}.${key}`, means));
  const empty = isNothing(a) || isNothing(b) ? means.emptyAt?.(path) : undefined;
  return same(a ?? empty, b ?? empty);
}

function mergeValues(path: string, from: unknown, mine: unknown, theirs: unknown, { mergeText }: Means): unknown {
  if (typeof from === 'string' && typeof mine === 'string' && typeof theirs === 'string')
    return /\.(ar|en)$/.test(path) ? (mergeText?.(from, mine, theirs) ?? null) : null;
  if (!isSet(from) || !isSet(mine) || !isSet(theirs)) return null;
  const kept = theirs.filter((each) => mine.includes(each) || !from.includes(each));
  return [...kept, ...mine.filter((each) => !from.includes(each) && !kept.includes(each))];
}

const isSet = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string') && new Set(value).size === value.length;

/**
 * Puts a value at the end of `keys`, making the entries on the way. An item of a list is never made on the way: that it
 * isn't there means that someone removed it.
 */
function place(root: Values, keys: string[], value: unknown): boolean {
  const last = keys[keys.length - 1] as string;
  const made: (() => void)[] = [];
  let at = root;
  for (const key of keys.slice(0, -1)) {
    const next = own(at, key);
    if (isRecord(next)) {
      at = next;
      continue;
    }
    if (!isNothing(next) || UUID.test(key)) return false;
    const entry: Values = {};
    const parent = at;
    made.push(() => Object.assign(parent, { [key]: entry }));
    at = entry;
  }
  for (const make of made) make();
  if (isNothing(value)) delete at[last];
  else at[last] = structuredClone(value);
  return true;
}
