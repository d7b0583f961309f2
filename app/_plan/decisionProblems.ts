import { recommendations } from '#catalogue/recommendations';
import { actionsByRecommendation } from './coverage.ts';
import { hasText } from './outline.ts';
import { missing, type Problem, wrong } from './problem.ts';
import type { Decision, Plan } from './schema.ts';

/** Problems of the decisions on recommendations. */
export function decisionProblems(plan: Plan): Problem[] {
  const served = actionsByRecommendation(plan);
  const undecided = recommendations.filter(({ id }) => !isDecided(plan.decisions[id])).length;
  return [
    ...(undecided ? [missing('decisions', 'undecided', { count: undecided })] : []),
    ...Object.entries(plan.decisions).flatMap(([id, decision]) => {
      const path = `decisions.${id}`;
      const found: Problem[] = [];
      if (isTaken(decision) && !served[id]?.length) found.push(missing(`${path}.decision`, 'noAction'));
      if (isDecided(decision) && decision.decision !== 'adopt' && !hasText(decision.reason))
        found.push(missing(`${path}.reason`, 'noReason'));
      if (decision.decision === 'merge') found.push(...mergeProblems(id, decision.mergedInto, plan));
      return found;
    }),
  ];
}

function mergeProblems(id: string, target: string | null, { decisions }: Plan): Problem[] {
  const path = `decisions.${id}.mergedInto`;
  if (target === null) return [missing(path, 'noMergeTarget')];
  if (target === id) return [wrong(path, 'mergedIntoItself')];
  if (leadsBack(id, decisions)) return [wrong(path, 'mergedInCircle')];
  return isTaken(decisions[target]) ? [] : [wrong(path, 'mergeTargetNotTaken')];
}

/** Whether following what a recommendation was merged into comes back to it. */
function leadsBack(id: string, decisions: Plan['decisions']): boolean {
  const seen = new Set<string>();
  let at: string | null | undefined = id;
  do {
    seen.add(at);
    const decision: Decision | undefined = decisions[at];
    at = decision?.decision === 'merge' ? decision.mergedInto : null;
  } while (at && !seen.has(at));
  return at === id;
}

/** Whether a decision was made. */
export const isDecided = (decision: Decision | undefined): decision is Decision =>
  decision !== undefined && decision.decision !== 'undecided';

/** Whether the plan takes a recommendation up in its own name: as it is, or in words of its own. */
export const isTaken = (decision: Decision | undefined): decision is Taken =>
  decision?.decision === 'adopt' || decision?.decision === 'adapt';

type Taken = Decision & { decision: 'adopt' | 'adapt' };
