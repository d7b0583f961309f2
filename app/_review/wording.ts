import { same } from '#plan/changes';
import { emptyAt, schemaAt } from '#plan/parts';
import { valueAt } from '#plan/places';
import type { Plan } from '#plan/schema';
import { hasPath } from './passages.ts';

/** Whether a path is that of a single value: one side of a text, a date, a choice; no entry, list, section or pair. */
const isSingle = (path: string): boolean => schemaAt(path)?.safeParse({}).success === false;

/**
 * What stands at a path for which a wording can be proposed, or null where there is no such field in the plan. A field
 * that nobody has begun holds its empty value.
 */
export function valueToPropose(plan: Plan, path: string): { value: unknown } | null {
  if (!isSingle(path) || !hasPath(plan, path)) return null;
  return { value: valueAt(plan, `plan.${path}`, 'plan') ?? emptyAt(path) };
}

/** Why a value can’t be proposed in place of another: it is none that the field can hold, or the same. */
export function wordingRefusal(path: string, from: unknown, to: unknown): 'notValue' | 'sameWording' | null {
  if (schemaAt(path)?.safeParse(to).success !== true || to === undefined) return 'notValue';
  return same(from, to) ? 'sameWording' : null;
}
