import fc from 'fast-check';
import { expect, test } from 'vitest';
import { same } from '#plan/changes';
import { emptyAt } from '#plan/parts';
import { valueAt } from '#plan/places';
import { anyPlan } from '#plan/planArbitrary';
import { type Layout, layouts, usualPrint } from '#plan/printOptions';
import { emptyPlan, type Plan, planSchema } from '#plan/schema';
import samplePlan from '../../prisma/seed/samplePlan.json' with { type: 'json' };
import { readWorkbook } from './readWorkbook.ts';
import { writeWorkbook } from './workbook.ts';

const plan = planSchema.parse(samplePlan);
const origin = { planId: '019ee574-aac4-7ef8-b3a9-c90019129c7f', readAt: '2026-11-25T09:30:00.000Z' };
const newId = () => {
  throw new Error('Nothing is new');
};

async function backFrom(of: Plan, layout: Layout) {
  const request = { plan: of, options: { ...usualPrint, layout }, draft: true, date: '2026-11-25' };
  const read = await readWorkbook(await writeWorkbook(request, origin), { plan: of, newId });
  if (!read.ok) throw new Error(JSON.stringify(read.refusals));
  return read;
}

/** What a workbook says that the plan doesn't. */
const changed = (of: Plan, said: readonly { path: string; value: unknown }[]) =>
  said.filter(({ path, value }) => !same(value, valueAt(of, `plan.${path}`, 'plan') ?? emptyAt(path)));

test.each(layouts)('a workbook that comes back as it went says nothing new (%s)', async (layout) => {
  for (const languages of [
    ['ar', 'en'],
    ['en', 'ar'],
  ] as const) {
    const of = { ...plan, languages: [...languages] as Plan['languages'] };
    const { said, ...rest } = await backFrom(of, layout);
    expect(changed(of, said)).toEqual([]);
    expect(rest).toEqual({ ok: true, ...origin, ignoredColumns: [] });
    const texts = layout === 'facing' || layout === 'after' ? 2 : 1;
    expect(said.filter(({ path }) => path.includes('.title.'))).toHaveLength(Object.keys(plan.actions).length * texts);
  }
});

test('whatever a plan holds, its workbook says nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(anyPlan(), fc.constantFrom(...layouts), async (of, layout) => {
      expect(changed(of, (await backFrom(of, layout)).said)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('an empty plan’s workbook says nothing of it', async () => {
  expect((await backFrom(emptyPlan(), 'facing')).said).toEqual([]);
});
