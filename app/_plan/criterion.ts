import { actionsByRecommendation } from './coverage.ts';
import { isTaken } from './decisionProblems.ts';
import { hasText } from './outline.ts';
import { type Action, type Bilingual, type Decision, inOrder, type Plan } from './schema.ts';

/** Every finding of a rule. Its sentence stands in the messages under `check.reasons.<code>`. */
export const reasonCodes = [
  'noText',
  'noNumber',
  'noRightsStatement',
  'noShares',
  'noDriver',
  'driversUnassessed',
  'categoryUnassessed',
  'noObjective',
  'objectivesWithoutDriver',
  'objectivesWithoutAction',
  'noConsultation',
  'consultationsIncomplete',
  'noMember',
  'noReview',
  'reviewsIncomplete',
  'sectorAbsent',
  'fewKinds',
  'fewLevels',
  'voiceAbsent',
  'noOutsideLead',
  'noDecision',
  'decisionsUndecided',
  'decisionsUnreasoned',
  'decisionsUnranked',
  'noFocus',
  'prioritiesUnjustified',
  'areaUnserved',
  'areaUnanswered',
  'recommendationUnanswered',
  'noneAdapted',
  'copiedWords',
  'noAction',
  'actionsWithoutSafeguards',
  'actionsWithoutRisk',
  'actionsWithoutSdg',
  'actionsWithoutCost',
  'actionsWithoutIndicator',
  'actionsWithoutLead',
  'actionsWithoutPartner',
  'actionsWithoutLevel',
  'actionsWithoutDates',
  'actionsWithoutMilestone',
  'actionsWithoutDescription',
  'noYouthShare',
  'noWomenShare',
] as const;

export type ReasonCode = (typeof reasonCodes)[number];
export type Reason = { code: ReasonCode; values: Record<string, string | number> };

/** One thing a criterion asks for: how far it holds, 0 to 1; where it's settled; and what to say while it isn't. */
export type Condition = Reason & { held: number; path: string };

/** The catalogue's own words for each recommendation, by its id. */
export type CatalogueTexts = Record<string, { title: Bilingual; summary: Bilingual }>;

type Entries = Record<string, { title: string; summary: string }>;

/** The catalogue's words in both languages together, from the messages `catalogue.recommendations` of each. */
export function catalogueTexts(ar: Entries, en: Entries): CatalogueTexts {
  return Object.fromEntries(
    Object.entries(ar).map(([id, { title, summary }]) => [
      id,
      {
        title: { ar: title, en: en[id]?.title ?? '' },
        summary: { ar: summary, en: en[id]?.summary ?? '' },
      },
    ]),
  );
}

type Identified<T> = T & { id: string };

/** A plan, with what several rules ask of it. */
export type Facts = {
  plan: Plan;
  texts: CatalogueTexts | undefined;
  actions: Identified<Action>[];
  taken: Identified<Decision>[];
  served: Record<string, string[]>;
};

/** A rule says what a criterion asks of a plan, and how far each of those things holds. */
export type Rule = (facts: Facts) => Condition[];

/** What the rules start from. */
export function factsOf(plan: Plan, texts?: CatalogueTexts): Facts {
  const taken = Object.entries(plan.decisions)
    .map(([id, decision]) => ({ ...decision, id }))
    .filter(isTaken);
  return { plan, texts, actions: inOrder(plan.actions), taken, served: actionsByRecommendation(plan) };
}

/** It holds, or it doesn't. */
export const holds = (held: boolean, path: string, code: ReasonCode, values: Reason['values'] = {}): Condition => ({
  held: held ? 1 : 0,
  path,
  code,
  values,
});

/** A text is there. */
export const written = (text: Bilingual, path: string): Condition => holds(hasText(text), path, 'noText');

/** A test that each of several things should pass; `none` is said where there isn't one. */
export function each<T extends { id: string }>(
  things: readonly T[],
  passes: (thing: T) => boolean,
  at: { list: string; field?: string; code: ReasonCode; none: ReasonCode },
): Condition {
  if (things.length === 0) return holds(false, at.list, at.none);
  const failing = things.filter((thing) => !passes(thing));
  const first = failing[0] ?? things[0];
  const path = [at.list, first?.id, at.field].filter(Boolean).join('.');
  const values = { count: failing.length, of: things.length };
  return { held: 1 - failing.length / things.length, path, code: at.code, values };
}

/** A test that every action should pass. */
export const eachAction = (
  { actions }: Facts,
  passes: (action: Identified<Action>) => boolean,
  field: string,
  code: ReasonCode,
): Condition => each(actions, passes, { list: 'actions', field, code, none: 'noAction' });
