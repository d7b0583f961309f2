import { describe, expect, it, test } from 'vitest';
import sample from '../../prisma/seed/samplePlan.json' with { type: 'json' };
import { actionsByRecommendation, coverage, looseEnds, resultChains } from './coverage.ts';
import { openPairs } from './pairState.ts';
import { emptyPlan, inOrder, type Plan, planSchema } from './schema.ts';
import { isNew, nextStep, statusOf } from './status.ts';
import { steps } from './steps.ts';

const plan = planSchema.parse(sample);
function changed(change: (plan: Plan) => void): Plan {
  const copy = structuredClone(plan);
  change(copy);
  return copy;
}

describe('the state of a step', () => {
  it('is “not started” in every step of a new plan', () => {
    const statuses = statusOf(emptyPlan());
    expect(steps.map((step) => statuses[step].status)).toEqual(steps.map(() => 'notStarted'));
    expect(statuses.choose).toMatchObject({ filled: 0, of: 72 });
    expect(statuses.check).toMatchObject({ filled: 0, of: 34 });
  });

  it('is “in progress” once something is written there, and “done” by the person’s own word alone', () => {
    const begun = emptyPlan();
    begun.money.notes.ar = 'ملاحظة';
    expect(statusOf(begun).money).toMatchObject({
      status: 'inProgress',
      filled: 1,
      of: 2,
      untranslated: 1,
      missing: 1,
    });
    begun.progress.done = ['money'];
    expect(statusOf(begun).money.status).toBe('done');
  });

  it('“needs attention” only while something would make the document wrong', () => {
    const wrong = statusOf(changed(({ about }) => (about.end = '2026-01-01')));
    expect(wrong.about).toMatchObject({ status: 'needsAttention', wrong: 1 });
    expect(wrong.situation.status).toBe('done');
  });

  it('of the sample plan is done in all but the export', () => {
    const statuses = statusOf(plan);
    expect(steps.filter((step) => statuses[step].status !== 'done')).toEqual(['export']);
    expect(statuses.check).toMatchObject({ filled: 34, of: 34 });
  });
});

test('texts with one side missing are listed with the side to write', () => {
  const half = changed(({ about, direction }) => {
    about.title.ar = ' ';
    direction.vision.en = '';
    about.summary = { ar: '', en: '' };
  });
  expect(openPairs(half)).toEqual([
    { path: 'about.title', language: 'ar', kind: 'missing', since: null },
    { path: 'direction.vision', language: 'en', kind: 'missing', since: null },
  ]);
});

describe('the coverage of the catalogue', () => {
  it('counts decisions by area and altogether', () => {
    const { areas, total } = coverage(plan);
    expect(total).toEqual({
      area: 'all',
      of: 72,
      decided: 72,
      decisions: { undecided: 0, adopt: 20, adapt: 31, merge: 7, defer: 6, notApplicable: 8 },
      taken: 58,
      served: 58,
    });
    expect(areas.reduce((sum, area) => sum + area.of, 0)).toBe(72);
    expect(coverage(emptyPlan()).total).toMatchObject({ decided: 0, taken: 0, served: 0 });
  });

  it('lets a merged recommendation be served by the actions of what it was merged into', () => {
    const served = actionsByRecommendation(plan);
    expect(served['pve-46-a']).toEqual(served['pve-46-c']);
    expect(served['pve-46-b']).toBeUndefined();
  });

  it('ends for recommendations merged in a circle', () => {
    const circle = changed(({ decisions }) => {
      Object.assign(decisions['pve-46-c'] as object, { decision: 'merge', mergedInto: 'pve-46-a' });
    });
    expect(actionsByRecommendation(circle)['pve-46-a']).toEqual(actionsByRecommendation(plan)['pve-46-c']);
  });

  it('leads from drivers to objectives, actions and indicators', () => {
    const chains = resultChains(plan);
    expect(chains.map(({ driver }) => driver)).toContain('prisons');
    const prisons = chains.find(({ driver }) => driver === 'prisons');
    const way = inOrder(plan.direction.objectives).find(({ title }) => title.en.startsWith('A way back'));
    expect(prisons?.objectives.map(({ id }) => id)).toEqual([way?.id]);
    expect(prisons?.objectives[0]?.actions).toHaveLength(5);
    expect(prisons?.objectives[0]?.actions[0]?.indicators.length).toBeGreaterThan(0);
  });
});

test('what is connected to nothing is named', () => {
  const none = {
    driversWithoutObjective: [],
    objectivesWithoutAction: [],
    actionsWithoutObjective: [],
    actionsWithoutIndicator: [],
  };
  expect(looseEnds(plan)).toEqual(none);
  const [first, second] = inOrder(plan.actions).map(({ id }) => id);
  const [objective] = inOrder(plan.direction.objectives);
  const broken = changed(({ actions, situation, direction }) => {
    Object.assign(actions[first ?? ''] as object, { objective: null });
    Object.assign(actions[second ?? ''] as object, { indicators: {} });
    for (const each of Object.values(actions)) if (each.objective === objective?.id) each.objective = null;
    for (const each of Object.values(direction.objectives)) each.drivers = [];
    const [driver] = Object.values(situation.drivers);
    if (driver) driver.rating = 'high';
  });
  const found = looseEnds(broken);
  expect(found.objectivesWithoutAction).toEqual([objective?.id]);
  expect(found.actionsWithoutObjective).toContain(first);
  expect(found.actionsWithoutIndicator).toEqual([second]);
  expect(found.driversWithoutObjective.length).toBeGreaterThan(0);
});

test('a plan is new until something was written beyond its first step', () => {
  expect(isNew(statusOf(changed(() => {})))).toBe(false);
  const begun = emptyPlan();
  begun.about.title = { ar: 'خطة', en: 'Plan' };
  expect(isNew(statusOf(begun))).toBe(true);
  begun.situation.stocktake.ar = 'ما جُرّب';
  expect(isNew(statusOf(begun))).toBe(false);
});

test('one goes on with what has to be put right, then with what was begun, then with what was not', () => {
  const status = statusOf(emptyPlan());
  expect(nextStep(status)).toBe('about');
  status.money.status = 'inProgress';
  expect(nextStep(status)).toBe('money');
  status.measure.status = 'needsAttention';
  expect(nextStep(status)).toBe('measure');
  for (const step of steps) status[step].status = 'done';
  expect(nextStep(status)).toBeNull();
});
