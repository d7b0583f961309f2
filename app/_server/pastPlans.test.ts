import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { partOf } from '#plan/parts';
import { planAsOf } from './pastPlans.ts';
import { savePart } from './planParts.ts';
import { loadPlan } from './plans.ts';
import { makeTeam, type Team } from './testTeam.ts';

const begun = new Date(0);
const edit = (actor: Team['coordinator'], planId: string, path: string, from: unknown, to: unknown) =>
  savePart(actor, planId, partOf(path) ?? '', { id: uuidv7(), changes: [{ path, from, to }] });
/** The time by the database’s clock, after what was saved before and before what is saved next. */
async function now(team: Team, planId: string): Promise<Date> {
  await new Promise((done) => setTimeout(done, 5));
  const at = (await loadPlan(team.coordinator, planId))?.readAt ?? begun;
  await new Promise((done) => setTimeout(done, 5));
  return at;
}

test('a plan stands as it did at any time since it was begun, whatever was changed, added and removed after', async () => {
  const team = await makeTeam();
  const planId = await team.plan(({ about }) => {
    about.title = { ar: 'خطة', en: 'Plan' };
  });
  const at = `actions.${uuidv7()}`;
  const other = `actions.${uuidv7()}`;
  const stood = [await loadPlan(team.coordinator, planId)];
  const times = [await now(team, planId)];
  const steps: [string, unknown, unknown][][] = [
    [
      ['about.title.en', 'Plan', 'National plan'],
      [at, null, { title: { ar: 'إجراء', en: '' } }],
    ],
    [
      ['about.title.en', 'National plan', 'The national plan'],
      [`${at}.title.en`, '', 'An action'],
      [other, null, { title: { ar: '', en: 'Another' } }],
    ],
    [[at, { title: { ar: 'إجراء', en: 'An action' } }, null]],
  ];
  for (const edits of steps) {
    for (const [path, from, to] of edits)
      expect(await edit(team.coordinator, planId, path, from, to)).toMatchObject({ ok: true });
    stood.push(await loadPlan(team.coordinator, planId));
    times.push(await now(team, planId));
  }
  for (const [index, time] of times.entries())
    expect((await planAsOf(team.coordinator, planId, time))?.plan, `after step ${index}`).toEqual(stood[index]?.plan);
  const first = await planAsOf(team.coordinator, planId, begun);
  expect(first?.plan).toEqual(stood[0]?.plan);
  expect(first?.at.getTime()).toBeGreaterThan(0);
});

test('of the past, too, a person reads only what is theirs', async () => {
  const [team, other] = [await makeTeam(), await makeTeam()];
  const planId = await team.plan(({ about }) => {
    about.title = { ar: 'خطة', en: 'Plan' };
  });
  const contributor = await team.join('contributor', [{ planId, part: 'money' }]);
  expect((await planAsOf(contributor, planId, begun))?.plan.about.title).toEqual({ ar: '', en: '' });
  expect(await planAsOf(other.coordinator, planId, begun)).toBeNull();
  expect(await planAsOf(team.coordinator, 'no-id', begun)).toBeNull();
});
