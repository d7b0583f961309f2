import { type Area, recommendations } from '#catalogue/recommendations';
import type { Decision, Plan } from '#plan/schema';

/** What a plan decides of each recommendation that it decides of. */
export type Choices = Record<string, Decision['decision']>;

/** The decisions of a plan without their reasons: what is compared between countries. */
export const choicesOf = ({ decisions }: Pick<Plan, 'decisions'>): Choices =>
  Object.fromEntries(
    Object.entries(decisions)
      .filter(([, { decision }]) => decision !== 'undecided')
      .map(([id, { decision }]) => [id, decision]),
  );

/**
 * What plans do with a recommendation. `chosen`: taken up as it is; `adapted`: in words of their own; `merged` into another;
 * `left`: deferred, or not applicable; `open`: undecided. Together they are all the plans that were counted.
 */
export type RecommendationCoverage = {
  id: string;
  area: Area;
  chosen: number;
  adapted: number;
  merged: number;
  left: number;
  open: number;
};

const counted = {
  adopt: 'chosen',
  adapt: 'adapted',
  merge: 'merged',
  defer: 'left',
  notApplicable: 'left',
  undecided: 'open',
} as const satisfies Record<Decision['decision'], keyof RecommendationCoverage>;

/** How many of several plans chose, adapted or left each recommendation, in the catalogue’s order. */
export function deskCoverage(plans: readonly Choices[]): RecommendationCoverage[] {
  return recommendations.map(({ id, area }) => {
    const row = { id, area, chosen: 0, adapted: 0, merged: 0, left: 0, open: 0 };
    for (const choices of plans)
      row[counted[Object.hasOwn(choices, id) ? (choices[id] ?? 'undecided') : 'undecided']] += 1;
    return row;
  });
}
