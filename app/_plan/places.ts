import { apply, type Change, isRecord, isWithin } from './changes.ts';

/** Whether one of two paths lies within the other. */
export const isRelated = (a: string, b: string): boolean => isWithin(a, b) || isWithin(b, a);

/** The value at a path in a content that stands at `base`; undefined where there is none. */
export function valueAt(content: unknown, path: string, base: string): unknown {
  if (path === base) return content;
  return path
    .slice(base.length + 1)
    .split('.')
    .reduce<unknown>((value, key) => (isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined), content);
}

/** A content that stands at `base` with one value put in at a path, or taken out with null. */
export const withValue = (content: unknown, path: string, value: unknown, base: string): unknown =>
  apply(content, [{ path, from: valueAt(content, path, base) ?? null, to: value ?? null }], base).content;

/**
 * Where a change of a content that stands at `base` is put, and what: an item that is gone leaves its list. Null where the
 * list is gone with it.
 */
export function placed(
  { path, from, to }: Change,
  content: unknown,
  base: string,
): { path: string; value: unknown } | null {
  if (to !== null || !isRecord(from) || path === base) return { path, value: to };
  const cut = path.lastIndexOf('.');
  const list = valueAt(content, path.slice(0, cut), base);
  if (!isRecord(list)) return null;
  const { [path.slice(cut + 1)]: _, ...rest } = list;
  return { path: path.slice(0, cut), value: rest };
}
