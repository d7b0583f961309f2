import { drivers } from '#catalogue/drivers';
import { inOrder, type Plan } from './schema.ts';
import { goalOf } from './sdg.ts';

/** How many actions there are of each key; '' where none is stated. */
export type Tally = { key: string; actions: number };

/** The actions of a plan counted by lead agency, by driver through their objective, and by Sustainable Development Goal. */
export type Glance = { agencies: Tally[]; drivers: Tally[]; goals: Tally[] };

/**
 * A plan's actions counted. An action counts once for each driver that its objective answers, and once for each goal of
 * which it has a target. Agencies are in the order of how much they lead, drivers and goals in their own.
 */
export function glance(plan: Plan): Glance {
  const actions = inOrder(plan.actions);
  const tally = (key: string, passes: (action: (typeof actions)[number]) => boolean): Tally => ({
    key,
    actions: actions.filter(passes).length,
  });
  const known = new Set(Object.keys(plan.agencies));
  const leads = [...inOrder(plan.agencies).map(({ id }) => id), ''];
  const goals = [...new Set(actions.flatMap(({ sdg }) => sdg.map(goalOf)))].sort((a, b) => a - b);
  return {
    agencies: leads
      .map((key) => tally(key, ({ leadAgency }) => (leadAgency && known.has(leadAgency) ? leadAgency : '') === key))
      .filter((line) => line.actions > 0)
      .sort((a, b) => b.actions - a.actions),
    drivers: drivers.map(({ id }) =>
      tally(id, ({ objective }) => plan.direction.objectives[objective ?? '']?.drivers.includes(id) ?? false),
    ),
    goals: goals.map((goal) => tally(String(goal), ({ sdg }) => sdg.some((target) => goalOf(target) === goal))),
  };
}
