import { amountOf, centsOf } from '#plan/cents';
import { type Action, type Bilingual, inOrder } from '#plan/schema';
import { changed, type Edition, figures, numbered, say } from './edition.ts';

/** An action with its id. */
export type ActionOfPlan = { id: string } & Action;
export type ActionGroup = { id: string; title: Bilingual; actions: ActionOfPlan[] };

/** The actions under the objective that each serves, in the order of the objectives; those without one come last. */
export function actionGroups(edition: Edition): ActionGroup[] {
  const actions = inOrder(edition.plan.actions);
  const objectives = inOrder(edition.plan.direction.objectives);
  const known = new Set(objectives.map((objective) => objective.id));
  const groups: ActionGroup[] = objectives.map((objective) => ({
    id: `objective-${objective.id}`,
    title: objectiveTitle(edition, objective.id),
    actions: actions.filter((action) => action.objective === objective.id),
  }));
  const others = actions.filter((action) => action.objective === null || !known.has(action.objective));
  const rest = { id: 'objective-none', title: say(edition, 'noObjective'), actions: others };
  return [...groups, rest].filter((group) => group.actions.length > 0);
}

/** “Objective 3: …”. */
function objectiveTitle(edition: Edition, id: string): Bilingual {
  const number = say(edition, 'objectiveNumber', numbered(edition, id));
  const title = edition.plan.direction.objectives[id]?.title ?? { ar: '', en: '' };
  return changed(title, (text, language) => (text ? `${number[language]}: ${text}` : number[language]));
}

/** What is still missing of an action’s cost, where something is. */
export function gapFact(edition: Edition, action: Action): { label: Bilingual; text: Bilingual }[] {
  const gap = gapOf(action);
  if (gap === null || centsOf(gap) === 0n) return [];
  return [{ label: say(edition, 'money.gap'), text: figures(edition).money(gap, action.currency) }];
}

/** Cost less what is secured, as a decimal string; null where no cost is given. */
export function gapOf(action: Action): string | null {
  if (action.cost === '') return null;
  const secured = Object.values(action.funding)
    .filter((funding) => funding.status === 'secured' && funding.amount !== '')
    .reduce((sum, funding) => sum + centsOf(funding.amount), 0n);
  const gap = centsOf(action.cost) - secured;
  return amountOf(gap < 0n ? 0n : gap);
}
