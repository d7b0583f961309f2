import type { Field, FieldMeta } from '#plan/fields';
import { planFields } from '#plan/schema';
import type { Column, Table } from './columns.ts';

/** Where each table’s entries stand in the plan. */
export const listsOf: Record<Table['kind'], Field> = (() => {
  const within = (fields: readonly Field[], name: string): Field => {
    const field = fields.find((one) => one.name === name);
    if (!field) throw new Error(`The plan has no list “${name}”`);
    return field;
  };
  const actions = within(planFields, 'actions');
  return {
    actions,
    indicators: within(actions.fields, 'indicators'),
    funding: within(actions.fields, 'funding'),
    decisions: within(planFields, 'decisions'),
  };
})();

/** What the field of a column is, where it is of one. */
export const metaOf = (kind: Table['kind'], { field }: Column): FieldMeta | undefined =>
  listsOf[kind].fields.find(({ name }) => name === field)?.meta;
