import { describe, expect, test } from 'vitest';
import { emptyPlan, planSchema } from '#plan/schema';
import sample from '../../prisma/seed/samplePlan.json' with { type: 'json' };
import { choicesOf, deskCoverage } from './deskCoverage.ts';

const plan = planSchema.parse(sample);

describe('coverage across countries', () => {
  test('counts every plan once for each recommendation', () => {
    const plans = [choicesOf(plan), choicesOf(emptyPlan()), { constructor: 'adopt' as const }];
    for (const { chosen, adapted, merged, left, open } of deskCoverage(plans))
      expect(chosen + adapted + merged + left + open).toBe(3);
  });

  test('tells what was chosen, adapted, merged and left', () => {
    const [first = { id: '' }] = deskCoverage([]);
    const choices = ['adopt', 'adapt', 'adapt', 'merge', 'defer', 'notApplicable', 'undecided'] as const;
    const [row] = deskCoverage([...choices.map((choice) => ({ [first.id]: choice })), {}]);
    expect(row).toMatchObject({ chosen: 1, adapted: 2, merged: 1, left: 2, open: 2 });
  });

  test('takes decisions without their reasons', () => {
    const [decided] = Object.entries(plan.decisions).filter(([, { decision }]) => decision !== 'undecided');
    expect(choicesOf(plan)[decided?.[0] ?? '']).toBe(decided?.[1].decision);
    expect(Object.values(choicesOf(plan))).not.toContain('undecided');
  });
});
