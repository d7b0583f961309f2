import { type CriterionId, criteria } from '#catalogue/criteria';
import { actionRules } from './criteriaOfActions.ts';
import { bodyRules } from './criteriaOfBodies.ts';
import { choiceRules } from './criteriaOfChoice.ts';
import { textRules } from './criteriaOfText.ts';
import { type CatalogueTexts, type Condition, factsOf, type Reason, type Rule } from './criterion.ts';
import type { Plan } from './schema.ts';

export type CriterionState = 'met' | 'partly' | 'notMet' | 'notApplicable' | 'unanswered';

/**
 * How a plan stands to one criterion. `state` is the person's own answer where they gave one, else the rule's (`rule`),
 * as `byRule` tells. `path` is where it would be settled, `reasons` what the rule found lacking: each a sentence in the
 * messages under `check.reasons.<code>`.
 */
export type Assessment = {
  id: CriterionId;
  state: CriterionState;
  byRule: boolean;
  rule: CriterionState;
  path: string;
  reasons: Reason[];
};

const rules: Record<CriterionId, Rule> = { ...textRules, ...bodyRules, ...choiceRules, ...actionRules };

/**
 * Every criterion of a good plan, in the catalogue's order, answered from the plan itself, or by the person. A rule sees
 * what stands there, not how good it is: its answer is advice. `texts` are the catalogue's own words, against which
 * those of the actions are compared; without them that comparison is left out.
 */
export function assess(plan: Plan, texts?: CatalogueTexts): Assessment[] {
  const facts = factsOf(plan, texts);
  return criteria.map(({ id }) => {
    const conditions = rules[id](facts);
    const open = conditions.filter((condition) => condition.held < 1);
    const rule = verdict(conditions);
    const answer = plan.criteria[id]?.answer ?? 'unanswered';
    const byRule = answer === 'unanswered';
    return {
      id,
      state: byRule ? rule : answer,
      byRule,
      rule,
      path: (open[0] ?? conditions[0])?.path ?? 'criteria',
      reasons: open.map(({ code, values }) => ({ code, values })),
    };
  });
}

function verdict(conditions: Condition[]): CriterionState {
  if (conditions.length === 0) return 'unanswered';
  if (conditions.every(({ held }) => held === 1)) return 'met';
  return conditions.some(({ held }) => held > 0) ? 'partly' : 'notMet';
}
