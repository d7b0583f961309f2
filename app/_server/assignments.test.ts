import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { assignPart, focalPoints } from './assignments.ts';
import { asOwner, makeTeam } from './testTeam.ts';

const partsOf = async (userId: string) =>
  (await asOwner('SELECT "part" FROM "Assignment" WHERE "userId" = $1 ORDER BY "part"', [userId])).rows.map(
    ({ part }) => part,
  );

test('a coordinator gives a part to contributors, and takes it back from those who are left out', async () => {
  const team = await makeTeam();
  const planId = await team.plan();
  const [first, second] = [await team.join('contributor'), await team.join('contributor')];
  const part = `actions.${uuidv7()}`;
  const give = (...userIds: string[]) => assignPart(team.coordinator, { planId, part, userIds });
  expect(await give(first.userId)).toEqual({ ok: true });
  expect(await assignPart(team.coordinator, { planId, part: 'money', userIds: [first.userId] })).toEqual({ ok: true });
  expect(await give(second.userId)).toEqual({ ok: true });
  expect(await partsOf(first.userId)).toEqual(['money']);
  expect(await partsOf(second.userId)).toEqual([part]);
  const seen = await focalPoints(team.coordinator, planId);
  expect(seen.map(({ userId, parts }) => [userId, parts])).toEqual([
    [first.userId, ['money']],
    [second.userId, [part]],
  ]);
  expect(await give()).toEqual({ ok: true });
  expect(await partsOf(second.userId)).toEqual([]);
});

test('a part is given by coordinators alone, and to contributors of the plan’s country alone', async () => {
  const [team, other] = [await makeTeam(), await makeTeam()];
  const planId = await team.plan();
  const [contributor, viewer] = [await team.join('contributor'), await team.join('viewer')];
  const stranger = await other.join('contributor');
  const give = (actor: typeof viewer, userId: string, part = 'about') =>
    assignPart(actor, { planId, part, userIds: [userId] });
  for (const role of ['drafter', 'viewer'] as const)
    expect(await give(await team.join(role), contributor.userId)).toEqual({ ok: false, code: 'notAllowed' });
  for (const actor of [contributor, other.coordinator])
    expect(await give(actor, contributor.userId)).toEqual({ ok: false, code: 'notFound' });
  for (const person of [viewer, stranger])
    expect(await give(team.coordinator, person.userId)).toEqual({ ok: false, code: 'notFound' });
  expect(await give(team.coordinator, contributor.userId, 'about.title')).toEqual({ ok: false, code: 'invalid' });
  expect(await give(team.coordinator, 'nobody')).toEqual({ ok: false, code: 'invalid' });
  expect(await partsOf(contributor.userId)).toEqual([]);
  for (const actor of [contributor, other.coordinator]) expect(await focalPoints(actor, planId)).toEqual([]);
  expect((await focalPoints(viewer, planId)).map(({ userId }) => userId)).toEqual([contributor.userId]);
});
