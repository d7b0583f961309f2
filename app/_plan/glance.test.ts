import { expect, test } from 'vitest';
import sample from '../../prisma/seed/samplePlan.json' with { type: 'json' };
import { glance } from './glance.ts';
import { emptyPlan, planSchema } from './schema.ts';

const plan = planSchema.parse(sample);

test('every action is counted once by its lead agency, the busiest first', () => {
  const { agencies } = glance(plan);
  expect(agencies.reduce((sum, { actions }) => sum + actions, 0)).toBe(Object.keys(plan.actions).length);
  const counts = agencies.map(({ actions }) => actions);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
});

test('an agency that is no more in the plan is none', () => {
  const changed = structuredClone(plan);
  changed.agencies = {};
  expect(glance(changed).agencies).toEqual([{ key: '', actions: Object.keys(plan.actions).length }]);
});

test('actions are counted for each driver that their objective answers, and for each goal they have a target of', () => {
  const { drivers, goals } = glance(plan);
  expect(drivers).toHaveLength(9);
  expect(drivers.every(({ actions }) => actions >= 0)).toBe(true);
  expect(goals.find(({ key }) => key === '16')?.actions).toBe(
    Object.values(plan.actions).filter(({ sdg }) => sdg.some((target) => target.startsWith('16.'))).length,
  );
  expect(glance(emptyPlan()).goals).toEqual([]);
});
