import { type Action, inOrder, type Plan } from './schema.ts';

/** How actions are put together in a timeline. */
export const groupings = ['order', 'objective', 'agency'] as const;
export type Grouping = (typeof groupings)[number];

/** Actions in groups: by their order all in one, by objective or lead agency in the order of those; '' has neither. */
export function grouped(plan: Plan, by: Grouping): { key: string; actions: string[] }[] {
  const all = inOrder(plan.actions);
  if (by === 'order') return [{ key: '', actions: all.map(({ id }) => id) }];
  const keys = by === 'objective' ? inOrder(plan.direction.objectives) : inOrder(plan.agencies);
  const keyOf = (action: Action) => (by === 'objective' ? action.objective : action.leadAgency) ?? '';
  const exists = new Set(keys.map(({ id }) => id));
  return [...keys.map(({ id }) => id), '']
    .map((key) => ({
      key,
      actions: all.filter((action) => (exists.has(keyOf(action)) ? keyOf(action) : '') === key).map(({ id }) => id),
    }))
    .filter(({ actions }) => actions.length > 0);
}
