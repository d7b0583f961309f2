import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { criteria } from '#catalogue/criteria';
import arCatalogue from '#locales/ar/catalogue';
import enCatalogue from '#locales/en/catalogue';
import sample from '../../prisma/seed/samplePlan.json' with { type: 'json' };
import { assess } from './criteria.ts';
import { catalogueTexts } from './criterion.ts';
import { anyPlan } from './planArbitrary.ts';
import { type Action, emptyPlan, type Plan, planSchema } from './schema.ts';
import { statusOf } from './status.ts';
import { steps } from './steps.ts';

const plan = planSchema.parse(sample);
const texts = catalogueTexts(arCatalogue.recommendations, enCatalogue.recommendations);
const none = { ar: '', en: '' };

/** How the sample plan stands to a criterion after a change. */
function after(id: string, change: (plan: Plan) => void) {
  const changed = structuredClone(plan);
  change(changed);
  const found = assess(changed, texts).find((each) => each.id === id);
  return [found?.state, found?.path, found?.reasons.map(({ code }) => code).join()];
}
const actionsOf = (changed: Plan): Action[] => Object.values(changed.actions);
const [first = '', second = ''] = Object.entries(plan.actions)
  .sort(([, a], [, b]) => a.order - b.order)
  .map(([id]) => id);

test('the sample plan meets all 34 criteria by rule, also where its words are compared with the catalogue’s', () => {
  const assessed = assess(plan, texts);
  expect(assessed.map(({ id }) => id)).toEqual(criteria.map(({ id }) => id));
  expect(assessed).toHaveLength(34);
  expect(assessed.filter(({ state, byRule, reasons }) => state !== 'met' || !byRule || reasons.length > 0)).toEqual([]);
});

test('a plan in which nothing was written meets none, not even in part, and each says why', () => {
  for (const { state, byRule, reasons } of assess(emptyPlan(), texts)) {
    expect([state, byRule]).toEqual(['notMet', true]);
    expect(reasons.length).toBeGreaterThan(0);
  }
});

test('any plan that can be stored is assessed', () => {
  fc.assert(
    fc.property(anyPlan(), (any) => {
      expect(assess(any, texts)).toHaveLength(34);
      expect(Object.keys(statusOf(any, texts))).toEqual([...steps]);
    }),
    { numRuns: 60 },
  );
});

describe('a person’s own answer', () => {
  const answered = (answer: 'met' | 'notApplicable' | 'notMet') =>
    assess(planSchema.parse({ criteria: { ftf: { answer } } })).find(({ id }) => id === 'ftf');

  it('stands before the rule’s, which is shown beside it', () => {
    expect(answered('notApplicable')).toMatchObject({ state: 'notApplicable', byRule: false, rule: 'notMet' });
    expect(answered('met')).toMatchObject({ state: 'met', byRule: false, rule: 'notMet' });
  });

  it('changes no other criterion', () => {
    const changed = planSchema.parse({ criteria: { ftf: { answer: 'met' } } });
    expect(assess(changed).filter(({ state }) => state === 'met')).toHaveLength(1);
  });
});

describe('a rule', () => {
  test.each<[string, (plan: Plan) => void, string, string, string]>([
    [
      'ownership',
      ({ about }) => (about.adoptingAuthority = none),
      'notMet',
      'about.adoptingAuthority',
      'noText,noNumber',
    ],
    [
      'ownership',
      ({ about }) => (about.adoptingAuthority = { ar: 'مجلس الوزراء', en: '' }),
      'partly',
      'about.adoptingAuthority',
      'noNumber',
    ],
    ['international-law', (changed) => (changed.direction.principles = {}), 'met', 'direction.principles', ''],
    [
      'ct-complement',
      ({ about }) => (about.counterTerrorismStrategy = none),
      'notMet',
      'about.counterTerrorismStrategy',
      'noText',
    ],
    ['legal-basis', ({ about }) => (about.legalBasis = { ar: ' ', en: '' }), 'notMet', 'about.legalBasis', 'noText'],
    ['whole-of-society', (changed) => (changed.consultations = {}), 'notMet', 'consultations', 'noConsultation'],
    [
      'seven-areas',
      (changed) => actionsOf(changed).forEach((action) => (action.recommendations = ['pve-50-a'])),
      'partly',
      'decisions',
      'areaUnanswered,areaUnanswered,areaUnanswered,areaUnanswered,areaUnanswered,areaUnanswered',
    ],
    [
      'ftf',
      ({ decisions }) => delete decisions['pve-44-c'],
      'notMet',
      'decisions.pve-44-c',
      'recommendationUnanswered',
    ],
    [
      'sdg',
      ({ actions }) => ((actions[second] as Action).sdg = []),
      'partly',
      `actions.${second}.sdg`,
      'actionsWithoutSdg',
    ],
    [
      'funding',
      ({ actions }) => ((actions[first] as Action).cost = ''),
      'partly',
      `actions.${first}.cost`,
      'actionsWithoutCost',
    ],
    [
      'monitoring',
      ({ actions }) => ((actions[first] as Action).indicators = {}),
      'partly',
      `actions.${first}.indicators`,
      'actionsWithoutIndicator',
    ],
    [
      'gender-youth-funds',
      (changed) => actionsOf(changed).forEach((action) => (action.youth = false)),
      'partly',
      'actions',
      'noYouthShare',
    ],
    ['national-context', ({ decisions }) => delete decisions['pve-40'], 'partly', 'decisions', 'decisionsUndecided'],
    [
      'h-roles',
      ({ actions }) => ((actions[first] as Action).leadAgency = null),
      'partly',
      `actions.${first}.leadAgency`,
      'actionsWithoutLead',
    ],
    [
      'h-prioritise',
      ({ decisions }) => Object.values(decisions).forEach((each) => (each.priority = 'high')),
      'partly',
      'decisions',
      'noFocus',
    ],
    ['h-coordination', ({ coordination }) => (coordination.members = []), 'partly', 'coordination.members', 'noMember'],
    [
      'h-nongov-ownership',
      (changed) => actionsOf(changed).forEach((action) => (action.leadAgency = null)),
      'partly',
      `actions.${first}.leadAgency`,
      'noOutsideLead',
    ],
    ['u-commitment', ({ about }) => (about.foreword = none), 'notMet', 'about.foreword', 'noText'],
    [
      'u-timeframe',
      ({ actions }) => ((actions[first] as Action).end = ''),
      'partly',
      `actions.${first}.start`,
      'actionsWithoutDates',
    ],
    ['m-toc', ({ direction }) => (direction.theoryOfChange = none), 'partly', 'direction.theoryOfChange', 'noText'],
  ])('for %s sees what is there', (id, change, state, path, reasons) => {
    expect(after(id, change)).toEqual([state, path, reasons]);
  });

  it('counts what is missing, for its sentence', () => {
    const changed = structuredClone(plan);
    for (const id of [first, second]) (changed.actions[id] as Action).sdg = [];
    expect(assess(changed).find(({ id }) => id === 'sdg')?.reasons).toEqual([
      { code: 'actionsWithoutSdg', values: { count: 2, of: 32 } },
    ]);
  });

  it('accepts an explanation in place of an action', () => {
    const explained = after('ftf', ({ decisions }) =>
      Object.assign(decisions['pve-44-c'] as object, { decision: 'notApplicable' }),
    );
    expect(explained[0]).toBe('met');
  });

  it('knows an action that only repeats the catalogue’s words', () => {
    const copied = after('u-tailored', ({ actions }) => {
      (actions[first] as Action).description = { ar: '', en: texts['pve-40']?.summary.en ?? '' };
    });
    expect(copied).toEqual(['partly', `actions.${first}.description`, 'copiedWords']);
  });

  it('finds the fields of government by the names of its bodies, in either language', () => {
    const [, , reasons] = after('whole-of-government', ({ agencies }) => {
      for (const agency of Object.values(agencies)) agency.name = { ar: agency.name.ar, en: '' };
    });
    expect(reasons).toBe('');
  });
});
