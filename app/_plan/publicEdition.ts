import type { Plan } from './schema.ts';

/**
 * A plan as a public edition has it: without the actions that are marked as restricted. `left` counts them. What is
 * computed from the actions (totals, gaps, coverage) is then computed from those that stand there.
 */
export function publicEdition(plan: Plan): { plan: Plan; left: number } {
  const all = Object.entries(plan.actions);
  const open = all.filter(([, action]) => !action.restricted);
  return { plan: { ...plan, actions: Object.fromEntries(open) }, left: all.length - open.length };
}
