import { describe, expect, test } from 'vitest';
import { emptyPlan, planSchema } from '#plan/schema';
import sample from '../../prisma/seed/samplePlan.json' with { type: 'json' };
import { blocking } from './blocking.ts';

const plan = planSchema.parse(sample);

describe('a submission', () => {
  test('is held back by what would make the document wrong, and by nothing that is only missing', () => {
    expect(blocking(emptyPlan())).toEqual([]);
    const wrong = structuredClone(plan);
    wrong.about.start = '2031-01-01';
    wrong.about.end = '2027-01-01';
    expect(blocking(wrong).map(({ path, code }) => [path, code])).toContainEqual(['about.end', 'endBeforeStart']);
    expect(blocking(plan)).toEqual([]);
  });
});
