import * as z from 'zod';
import {
  amount,
  choice,
  choices,
  codes,
  country,
  currency,
  date,
  type Field,
  fieldsOf,
  flag,
  group,
  keyed,
  languages,
  line,
  list,
  number,
  prose,
  reference,
  references,
  word,
  year,
} from './fields.ts';
import { sdgTargets } from './sdg.ts';

/** The version of the exchanged document. A file of another version is refused, with a sentence. */
export const PLAN_VERSION = 1;

const driver = {
  rating: choice('rating', ['notAssessed', 'notRelevant', 'low', 'medium', 'high']),
  evidence: prose(),
  places: line(),
  groups: line(),
  sources: line(),
};

const decision = {
  decision: choice('decision', ['undecided', 'adopt', 'adapt', 'merge', 'defer', 'notApplicable']),
  reason: prose(),
  priority: choice('priority', ['none', 'low', 'medium', 'high']),
  drivers: references('drivers'),
  mergedInto: reference('recommendations'),
};

const action = {
  title: line(),
  description: prose(),
  recommendations: references('recommendations'),
  objective: reference('objectives'),
  expectedResult: prose(),
  level: choice('level', ['unstated', 'national', 'subnational', 'local']),
  leadAgency: reference('agencies'),
  partners: references('agencies'),
  start: date(),
  end: date(),
  milestones: list('title', { title: line(), date: date() }),
  cost: amount(),
  currency: currency(),
  funding: list('source', {
    source: line(),
    amount: amount(),
    year: year(),
    status: choice('funding', ['sought', 'pledged', 'secured']),
  }),
  indicators: list('name', {
    name: line(),
    unit: line(),
    baseline: number(),
    baselineYear: year(),
    target: number(),
    targetYear: year(),
    verification: line(),
    disaggregation: choices('disaggregation', ['sex', 'age', 'place']),
    frequency: choice('frequency', ['unstated', 'monthly', 'quarterly', 'halfYearly', 'yearly', 'once']),
  }),
  risks: list('risk', { risk: line(), mitigation: prose() }),
  safeguards: prose(),
  // Para. 52 (f) asks that a share of the funds go to young people: marked where an action is mainly theirs.
  youth: flag(),
  // 0 none, 1 contributes a little, 2 a significant objective, 3 the principal objective (United Nations gender marker).
  genderMarker: choice('genderMarker', ['unstated', '0', '1', '2', '3']),
  sdg: codes('sdg', sdgTargets()),
  restricted: flag(),
};

/**
 * The whole plan: the one definition from which the form, the checks, print and exchange follow.
 * The shape is permissive, so that anything typed can be stored; what is missing or contradictory is computed by
 * `problems`. Nothing stricter stands beside it.
 */
export const planSchema = z.strictObject({
  version: z.literal(PLAN_VERSION).default(PLAN_VERSION),
  languages: languages(),
  about: group({
    country: country(),
    countryName: line(),
    title: line(),
    start: date(),
    end: date(),
    adoptingAuthority: prose(),
    legalBasis: prose(),
    counterTerrorismStrategy: prose(),
    foreword: prose(),
    summary: prose(),
    definitions: list('term', { term: line(), meaning: prose() }),
    digits: choice('digits', ['latin', 'arabicIndic']),
  }),
  situation: group({
    stocktake: prose(),
    assessment: prose(),
    drivers: keyed('drivers', driver),
    crossBorder: prose(),
    harm: prose(),
  }),
  direction: group({
    vision: prose(),
    principles: list('text', { text: prose() }),
    objectives: list('title', { title: line(), expectedResult: prose(), drivers: references('drivers') }),
    theoryOfChange: prose(),
  }),
  decisions: keyed('recommendations', decision),
  agencies: list('name', {
    name: line(),
    acronym: word(),
    kind: choice('agencyKind', [
      'unstated',
      'ministry',
      'authority',
      'parliament',
      'judiciary',
      'local',
      'civilSociety',
      'religious',
      'academia',
      'privateSector',
      'media',
      'international',
    ]),
    level: choice('agencyLevel', ['unstated', 'national', 'subnational', 'local', 'international']),
  }),
  actions: list('title', action),
  coordination: group({
    body: prose(),
    members: references('agencies'),
    rhythm: prose(),
    divisionOfWork: prose(),
    accountability: prose(),
  }),
  consultations: list('who', { date: date(), who: line(), how: prose(), result: prose() }),
  money: group({ approach: prose(), notes: prose() }),
  measure: group({
    arrangements: prose(),
    calendar: list('title', { title: line(), date: date(), responsible: reference('agencies') }),
    evaluation: prose(),
    learning: prose(),
  }),
  communication: group({ dissemination: prose() }),
  // The person's own answer to a criterion, where no rule can give it, or against the rule's.
  criteria: keyed('criteria', {
    answer: choice('answer', ['unanswered', 'met', 'notMet', 'notApplicable']),
    note: prose(),
  }),
  // "Done" is the person's own word for a step; what is missing is computed and shown beside it.
  progress: group({
    done: choices('step', [
      'about',
      'situation',
      'direction',
      'choose',
      'adapt',
      'people',
      'money',
      'measure',
      'check',
      'export',
    ]),
  }),
});

export type Plan = z.infer<typeof planSchema>;
export type Bilingual = { ar: string; en: string };
export type Language = keyof Bilingual;
export type Action = Plan['actions'][string];
export type Indicator = Action['indicators'][string];
export type Agency = Plan['agencies'][string];
export type Decision = Plan['decisions'][string];

/** The two languages a plan is written in. */
export const planLanguages = ['ar', 'en'] as const satisfies readonly Language[];

/** A plan with every value empty. */
export const emptyPlan = (): Plan => planSchema.parse({});

// `version` is the file's, not a field.
const { version: _version, ...sections } = planSchema.shape;
/** Every field of the plan, as a tree, in the document's order. */
export const planFields: Field[] = fieldsOf(z.strictObject(sections));

/** The items of a list in their order, each with its id. Ties keep the order of ids, which is that of creation. */
export function inOrder<T extends { order: number }>(items: Record<string, T>): (T & { id: string })[] {
  return Object.entries(items)
    .map(([id, item]) => ({ ...item, id }))
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}
