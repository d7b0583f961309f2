import { type Area, recommendations } from '#catalogue/recommendations';
import { hasText } from '#plan/outline';
import type { Bilingual, Decision, Plan } from '#plan/schema';

/** What a plan decides of each recommendation that it decides of. */
export type Choices = Record<string, Decision['decision']>;

type Decided = Pick<Plan, 'decisions'>;

const decided = ({ decisions }: Decided) =>
  Object.entries(decisions).filter(([, { decision }]) => decision !== 'undecided');

/** The decisions of a plan without their reasons: what is compared between countries. */
export const choicesOf = (plan: Decided): Choices =>
  Object.fromEntries(decided(plan).map(([id, { decision }]) => [id, decision]));

/** Why a plan decided so, of each recommendation of which it says so. */
export const reasonsOf = (plan: Decided): Record<string, Bilingual> =>
  Object.fromEntries(
    decided(plan)
      .filter(([, { reason }]) => hasText(reason))
      .map(([id, { reason }]) => [id, reason]),
  );

/**
 * What plans do with a recommendation. `chosen`: taken up as it is; `adapted`: in words of their own; `merged` into another;
 * `left`: deferred, or not applicable; `open`: undecided.
 */
export const coverageKinds = ['chosen', 'adapted', 'merged', 'left', 'open'] as const;
export type CoverageKind = (typeof coverageKinds)[number];

/** How many plans did what with a recommendation. Together they are all the plans that were counted. */
export type RecommendationCoverage = { id: string; area: Area } & Record<CoverageKind, number>;

const kinds: Record<Decision['decision'], CoverageKind> = {
  adopt: 'chosen',
  adapt: 'adapted',
  merge: 'merged',
  defer: 'left',
  notApplicable: 'left',
  undecided: 'open',
};

/** What a decision counts as; none, as undecided. */
export const kindOf = (decision: Decision['decision'] | null | undefined): CoverageKind =>
  kinds[decision ?? 'undecided'];

/** How many of several plans chose, adapted or left each recommendation, in the catalogue’s order. */
export function deskCoverage(plans: readonly Choices[]): RecommendationCoverage[] {
  return recommendations.map(({ id, area }) => {
    const row = { id, area, chosen: 0, adapted: 0, merged: 0, left: 0, open: 0 };
    for (const choices of plans) row[kindOf(Object.hasOwn(choices, id) ? choices[id] : null)] += 1;
    return row;
  });
}
