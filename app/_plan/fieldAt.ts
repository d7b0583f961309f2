import type { Field } from './fields.ts';
import { planFields } from './schema.ts';

/** A field, and the path without ids under which the messages hold its label. */
export type FoundField = { field: Field; labelPath: string };

/** The field at a path, or null where no plan has such a field. Ids, and the languages of a text, lead no further. */
export function fieldAt(path: string): FoundField | null {
  let fields: readonly Field[] = planFields;
  let found: Field | undefined;
  const labels: string[] = [];
  for (const key of path.split('.')) {
    const next = fields.find(({ name }) => name === key);
    if (!next) {
      if (found?.meta.kind === 'list' || found?.meta.kind === 'keyed' || key === 'ar' || key === 'en') continue;
      return null;
    }
    labels.push(key);
    found = next;
    fields = next.fields;
  }
  return found ? { field: found, labelPath: labels.join('.') } : null;
}
