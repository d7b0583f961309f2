import { coverage } from './coverage.ts';
import { leaves, outline } from './outline.ts';
import { openPairs } from './pairState.ts';
import { problems } from './problems.ts';
import type { Bilingual, Plan } from './schema.ts';

/** What a plan holds, in figures: for whoever decides whether it is the one they mean. */
export type Digest = {
  /** Recommendations of the catalogue that were decided, and how many there are. */
  decided: number;
  recommendations: number;
  actions: number;
  indicators: number;
  agencies: number;
  wrong: number;
  missing: number;
  /** Texts with anything in them, and how many of those are in one language only. */
  texts: number;
  oneSided: number;
};

export function digest(plan: Plan): Digest {
  const { total } = coverage(plan);
  const found = problems(plan);
  const wrong = found.filter(({ severity }) => severity === 'wrong').length;
  return {
    decided: total.decided,
    recommendations: total.of,
    actions: Object.keys(plan.actions).length,
    indicators: Object.values(plan.actions).reduce((sum, action) => sum + Object.keys(action.indicators).length, 0),
    agencies: Object.keys(plan.agencies).length,
    wrong,
    missing: found.length - wrong,
    texts: leaves(outline(plan)).filter(({ kind, empty }) => (kind === 'line' || kind === 'prose') && !empty).length,
    oneSided: openPairs(plan).length,
  };
}

/** A plan as one of a country: its country is that one, and where it was another’s, the official name as well. */
export function asPlanOf(plan: Plan, country: { code: string; name: Bilingual }): Plan {
  if (plan.about.country === country.code) return plan;
  return { ...plan, about: { ...plan.about, country: country.code, countryName: country.name } };
}
