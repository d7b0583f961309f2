import type { CriterionId } from '#catalogue/criteria';
import { assess, type CriterionState } from './criteria.ts';
import type { CatalogueTexts } from './criterion.ts';
import { problems } from './problems.ts';
import type { Plan } from './schema.ts';

/** A count as it was, and as it is. */
type Moved = { before: number; now: number };
type Step = { id: CriterionId; from: CriterionState; to: CriterionState };

/**
 * What became of a plan between two times: how many problems there are (`wrong` would make the document wrong, `missing`
 * is advice), how many criteria are met or don't apply, and which criteria came nearer to that or fell back.
 */
export type Headway = { wrong: Moved; missing: Moved; settled: Moved; better: Step[]; worse: Step[] };

/** How near a state is to being met. A question that nobody has answered is as far as one that is not met. */
const nearness: Record<CriterionState, number> = { unanswered: 0, notMet: 0, partly: 1, met: 2, notApplicable: 2 };

/** Compares a plan with itself at an earlier time; `texts` as for `assess`. */
export function headway(before: Plan, now: Plan, texts?: CatalogueTexts): Headway {
  const found = [before, now].map((plan) => ({ problems: problems(plan), assessments: assess(plan, texts) }));
  const [earlier, later] = found as [(typeof found)[0], (typeof found)[0]];
  const moved = (count: (one: typeof earlier) => number): Moved => ({ before: count(earlier), now: count(later) });
  const of = (severity: 'wrong' | 'missing') =>
    moved((one) => one.problems.filter((problem) => problem.severity === severity).length);
  // Both have every criterion, in the catalogue's order.
  const steps = earlier.assessments.map(
    ({ id, state }, index): Step => ({ id, from: state, to: later.assessments[index]?.state ?? state }),
  );
  return {
    wrong: of('wrong'),
    missing: of('missing'),
    settled: moved((one) => one.assessments.filter(({ state }) => nearness[state] === 2).length),
    better: steps.filter(({ from, to }) => nearness[to] > nearness[from]),
    worse: steps.filter(({ from, to }) => nearness[to] < nearness[from]),
  };
}
