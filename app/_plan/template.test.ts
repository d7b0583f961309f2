import { expect, it } from 'vitest';
import samplePlan from '../../prisma/seed/samplePlan.json' with { type: 'json' };
import { readPlanDocument, writePlanDocument } from './exchange.ts';
import { leaves, outline } from './outline.ts';
import { type Plan, planSchema } from './schema.ts';
import { templateOf } from './template.ts';

const plan = planSchema.parse(samplePlan);
const [restricted] = Object.keys(plan.actions);
if (!restricted) throw new Error('The sample plan has no actions');
plan.actions[restricted] = { ...(plan.actions[restricted] as Plan['actions'][string]), restricted: true };
const template = templateOf(plan);

const kept = /^(direction\.objectives\.title|actions\.title|actions\.indicators\.(name|unit))$/;

it('keeps what was chosen and the titles of what follows from it, and no other text of the country', () => {
  const texts = leaves(outline(template)).filter((leaf) => 'value' in leaf && !leaf.empty);
  const written = texts.filter(({ kind }) => kind === 'line' || kind === 'prose' || kind === 'word');
  expect(written.length).toBeGreaterThan(50);
  expect(written.filter(({ labelPath }) => !kept.test(labelPath)).map(({ path }) => path)).toEqual([]);
  const figures = texts.filter(({ kind }) => ['amount', 'number', 'date', 'year', 'country'].includes(kind));
  expect(figures.map(({ path }) => path)).toEqual([]);
  expect(Object.keys(template.decisions)).toEqual(Object.keys(plan.decisions));
});

it('has nothing of a restricted action, and no agency', () => {
  expect(Object.keys(template.actions)).toHaveLength(
    Object.values(plan.actions).filter((action) => !action.restricted).length,
  );
  expect(template.actions[restricted]).toBeUndefined();
  expect(template.agencies).toEqual({});
});

it('is a plan that can be brought in as any other', () => {
  expect(readPlanDocument(writePlanDocument(template))).toEqual({ ok: true, plan: template });
});
