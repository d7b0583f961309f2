import { fieldAt } from '#plan/fieldAt';
import { emptyAt, partOf } from '#plan/parts';
import { readForm } from '#plan/plainForm';

/** Whether a field is one that forms ask for with boxes. */
const byBoxes = (path: string): boolean =>
  ['choices', 'references', 'flag'].includes(fieldAt(path)?.field.meta.kind ?? '');

/** What was typed for a field and can’t be its value. */
type Unfit = { ok: false; code: 'notValue' | 'tooLong' | 'notText' };

/**
 * Reads what was typed as a value for a field, as the plan’s own forms read it: a year is a number. Nothing typed is the
 * field’s empty value.
 * @param ticked the boxes that were ticked, of a field that holds several
 */
export function proposedValue(
  path: string,
  typed: string,
  ticked: readonly string[] = [],
): { ok: true; value: unknown } | Unfit {
  const part = partOf(path);
  if (part === null) return { ok: false, code: 'notValue' };
  // Of boxes nothing is sent where none is ticked.
  const values = byBoxes(path) ? [...ticked, ...(typed ? [typed] : [])] : [typed];
  const { changes, unread } = readForm(part, undefined, { values: new Map([[path, values]]), ticks: new Set([path]) });
  const [unfit] = unread;
  if (unfit) return { ok: false, code: unfit.code === 'tooLong' || unfit.code === 'notText' ? unfit.code : 'notValue' };
  const change = changes.find((each) => each.path === path);
  return { ok: true, value: change ? change.to : emptyAt(path) };
}
