import type { CriterionId } from '#catalogue/criteria';
import {
  type Area,
  priorityAreas,
  type RecommendationId,
  recommendations,
  recommendationsIn,
} from '#catalogue/recommendations';
import { isInCatalogueWords } from './copiedWords.ts';
import { type Condition, each, eachAction, type Facts, holds, type Rule } from './criterion.ts';
import { isDecided, isTaken } from './decisionProblems.ts';
import { hasText } from './outline.ts';

/** Criteria about which recommendations were chosen, how, and in whose words. */
export const choiceRules = {
  priorities: ({ plan, taken }) => [
    holds(Object.keys(plan.direction.objectives).length > 0, 'direction.objectives', 'noObjective'),
    each(taken, ({ priority }) => priority !== 'none', {
      list: 'decisions',
      field: 'priority',
      code: 'decisionsUnranked',
      none: 'noDecision',
    }),
    each(taken, ({ reason }) => hasText(reason), {
      list: 'decisions',
      field: 'reason',
      code: 'decisionsUnreasoned',
      none: 'noDecision',
    }),
  ],
  'social-compact': (facts) => [areaServed(facts, ['governance'])],
  'h-trust': (facts) => [areaServed(facts, ['communities', 'youth'])],
  ftf: (facts) => [dealtWith(facts, 'pve-44-c')],
  'illicit-flows': (facts) => [dealtWith(facts, 'pve-44-d')],
  'seven-areas': (facts) =>
    priorityAreas.map((area) => {
      const entries = recommendationsIn(area);
      const explained = entries.every(({ id }) => {
        const decision = facts.plan.decisions[id];
        return isDecided(decision) && !isTaken(decision) && hasText(decision.reason);
      });
      return holds(isServed(facts, [area]) || explained, 'decisions', 'areaUnanswered', { area });
    }),
  'national-context': ({ plan }) => {
    const decided = recommendations.flatMap(({ id }) => {
      const decision = plan.decisions[id];
      return isDecided(decision) ? [{ ...decision, id }] : [];
    });
    const open = recommendations.length - decided.length;
    return [
      {
        ...holds(false, 'decisions', 'decisionsUndecided', { count: open, of: recommendations.length }),
        held: decided.length / recommendations.length,
      },
      each(decided, ({ decision, reason }) => decision === 'adopt' || hasText(reason), {
        list: 'decisions',
        field: 'reason',
        code: 'decisionsUnreasoned',
        none: 'noDecision',
      }),
    ];
  },
  'h-prioritise': ({ taken }) => {
    const high = taken.filter(({ priority }) => priority === 'high');
    return [
      holds(high.length > 0 && high.length * 2 <= taken.length, 'decisions', 'noFocus', {
        count: high.length,
        of: taken.length,
      }),
      each(high, ({ reason, drivers }) => hasText(reason) && drivers.length > 0, {
        list: 'decisions',
        code: 'prioritiesUnjustified',
        none: 'noFocus',
      }),
    ];
  },
  'u-tailored': (facts) => {
    const { plan, texts } = facts;
    const adapted = facts.taken.filter(({ decision }) => decision === 'adapt');
    return [
      holds(adapted.length > 0, 'decisions', 'noneAdapted'),
      eachAction(facts, ({ description }) => hasText(description), 'description', 'actionsWithoutDescription'),
      ...(texts && Object.keys(plan.actions).length > 0
        ? [eachAction(facts, (action) => !isInCatalogueWords(action, texts), 'description', 'copiedWords')]
        : []),
    ];
  },
} satisfies Partial<Record<CriterionId, Rule>>;

/** Whether an action serves a recommendation of these areas that the plan takes up. */
const isServed = ({ plan, served }: Facts, areas: readonly Area[]): boolean =>
  areas.flatMap(recommendationsIn).some(({ id }) => isTaken(plan.decisions[id]) && (served[id]?.length ?? 0) > 0);

function areaServed(facts: Facts, areas: readonly Area[]): Condition {
  const [first = 'governance'] = areas;
  return holds(isServed(facts, areas), 'decisions', 'areaUnserved', { area: first });
}

/** A measure or an explanation: an action serves the recommendation, or the plan says why none does. */
function dealtWith({ plan, served }: Facts, id: RecommendationId): Condition {
  const decision = plan.decisions[id];
  const settled = isTaken(decision)
    ? (served[id]?.length ?? 0) > 0
    : isDecided(decision) && (hasText(decision.reason) || (served[id]?.length ?? 0) > 0);
  const held = settled ? 1 : isDecided(decision) ? 0.5 : 0;
  return { ...holds(settled, `decisions.${id}`, 'recommendationUnanswered', { recommendation: id }), held };
}
