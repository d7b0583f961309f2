import { same } from '#plan/changes';
import { fieldAt } from '#plan/fieldAt';
import { emptyAt, schemaAt } from '#plan/parts';
import { valueAt } from '#plan/places';
import { existsIn } from '#plan/problems';
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

/** The kinds of values that are chosen from a list, and not typed. */
const chosenKinds: readonly string[] = ['choice', 'choices', 'reference', 'references', 'flag'];

/** Whether the value at a path is chosen from a list. */
export const isChosen = (path: string): boolean => chosenKinds.includes(fieldAt(path)?.field.meta.kind ?? '');

/** Whether a value refers only to what there is in a plan and in the catalogue; so does every value that refers to nothing. */
export function isOffered(plan: Plan, path: string, value: unknown): boolean {
  const meta = fieldAt(path)?.field.meta;
  if (meta?.kind !== 'reference' && meta?.kind !== 'references') return true;
  return [value]
    .flat()
    .filter((id) => id !== null)
    .every((id) => existsIn(plan)[meta.to](String(id)));
}

/** Several that are chosen have no order. */
const asSet = (value: unknown): unknown => (Array.isArray(value) ? [...new Set(value.map(String))].sort() : value);

/** Why a value can’t be proposed in place of another: it is none that the field can hold, or the same. */
export function wordingRefusal(
  plan: Plan,
  path: string,
  from: unknown,
  to: unknown,
): 'notValue' | 'sameWording' | null {
  if (schemaAt(path)?.safeParse(to).success !== true || to === undefined) return 'notValue';
  if (!isOffered(plan, path, to)) return 'notValue';
  const isSame = isChosen(path) ? same(asSet(from), asSet(to)) : same(from, to);
  return isSame ? 'sameWording' : null;
}
