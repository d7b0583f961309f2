import type { Change } from './changes.ts';
import { same } from './changes.ts';
import { sideAt } from './pairState.ts';
import { emptyAt, schemaAt } from './parts.ts';
import { valueAt } from './places.ts';
import type { Plan } from './schema.ts';

/**
 * What a file that came back says of one field, or of an entry that is new. `place`: where in the file, as people find it
 * there. `source`: of a translation, the text that was translated.
 */
export type Said = { path: string; value: unknown; place: string; source?: string };

/** An edit that a file makes to what the plan was when the file was made of it. */
export type ReturnedChange = Change & { place: string; source?: string };

const at = (plan: Plan, path: string): unknown => valueAt(plan, `plan.${path}`, 'plan');
/** The value of a field; where its entry of the catalogue isn’t begun, the field’s empty value. */
const fieldValue = (plan: Plan, path: string): unknown => at(plan, path) ?? (isEntry(path) ? null : emptyAt(path));

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;
const isEntry = (path: string): boolean => UUID.test(path.split('.').at(-1) ?? '');

/** Whether everything that a path lies in is in a plan: an entry that was removed takes its fields with it. */
export function standsIn(plan: Plan, path: string): boolean {
  const keys = path.split('.');
  return keys.every((key, index) => {
    if (!UUID.test(key) || index === keys.length - 1) return true;
    return at(plan, keys.slice(0, index + 1).join('.')) !== undefined;
  });
}

/**
 * What a file changes of the plan that it was made of.
 * @param base the plan as it was then
 */
export const changesSaid = (base: Plan, said: readonly Said[]): ReturnedChange[] =>
  said.flatMap(({ path, value, ...rest }) => {
    if (!schemaAt(path)) return [];
    const from = fieldValue(base, path) ?? null;
    return same(from, value) || (from === null && value === '') ? [] : [{ path, from, to: value, ...rest }];
  });

/**
 * How a change stands to the plan as it is now. `change`: it can be made; `both`: somebody changed the same field since, so
 * that texts are merged, or both kept; `done`: the plan says the same already; `gone`: the entry isn’t there any more.
 */
export type Standing = 'change' | 'both' | 'done' | 'gone';

export function standingOf({ path, from, to }: ReturnedChange, now: Plan): Standing {
  if (!standsIn(now, path)) return 'gone';
  const value = fieldValue(now, path) ?? null;
  if (same(value, to)) return 'done';
  return same(value, from) ? 'change' : 'both';
}

const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Whether the text that a translation was made of has been changed since. Tools may have changed its blanks. */
export function sourceMovedOn({ path, source }: ReturnedChange, now: Plan): boolean {
  const side = source === undefined ? null : sideAt(path);
  if (!side || source === undefined) return false;
  const other = at(now, `${side.path}.${side.language === 'ar' ? 'en' : 'ar'}`);
  return typeof other === 'string' && collapsed(other) !== collapsed(source);
}
