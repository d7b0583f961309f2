import { expect, test } from 'vitest';
import sample from '../../prisma/seed/samplePlan.json' with { type: 'json' };
import { assess } from './criteria.ts';
import { headway } from './headway.ts';
import { problems } from './problems.ts';
import { emptyPlan, planSchema } from './schema.ts';

const plan = planSchema.parse(sample);

test('a plan that was written since has more criteria met, none that fell back, and what is still missing is counted', () => {
  const { wrong, missing, settled, better, worse } = headway(emptyPlan(), plan);
  const met = assess(plan).filter(({ state }) => state === 'met' || state === 'notApplicable').length;
  expect(settled).toEqual({
    before: assess(emptyPlan()).filter(({ state }) => state === 'met' || state === 'notApplicable').length,
    now: met,
  });
  expect(better.length).toBeGreaterThan(10);
  expect(worse).toEqual([]);
  expect(wrong.now + missing.now).toBe(problems(plan).length);
});

test('a criterion that is no more met has fallen back, and the other way round it has come nearer', () => {
  const poorer = structuredClone(plan);
  poorer.actions = {};
  const { worse } = headway(plan, poorer);
  expect(worse.map(({ to }) => to)).not.toContain('met');
  expect(worse.length).toBeGreaterThan(3);
  const { better } = headway(poorer, plan);
  expect(better).toEqual(worse.map(({ id, from, to }) => ({ id, from: to, to: from })));
});

test('a plan beside itself has not moved, and a first answer of “not met” is no step', () => {
  expect(headway(plan, plan)).toMatchObject({ better: [], worse: [] });
  const asked = assess(emptyPlan()).find(({ state }) => state === 'unanswered');
  const answered = emptyPlan();
  if (asked) answered.criteria[asked.id] = { answer: 'notMet', note: { ar: '', en: '' } };
  expect(headway(emptyPlan(), answered)).toMatchObject({ better: [], worse: [] });
});
