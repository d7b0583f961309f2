import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { arrivalsSince, loadPart } from './colleagues.ts';
import { savePart } from './planParts.ts';
import { loadPlan } from './plans.ts';
import { asOwner, makeTeam } from './testTeam.ts';

const save = (path: string, from: unknown, to: unknown) => ({ id: uuidv7(), changes: [{ path, from, to }] });

/** As if all that is in the plan so far had been there for long. */
const longAgo = (planId: string) =>
  asOwner(`UPDATE "Change" SET "at" = now() - interval '1 hour' WHERE "planId" = $1`, [planId]);

test('who asks since a moment is told of each part that was saved since, once, and by whom', async () => {
  const team = await makeTeam();
  const planId = await team.plan();
  const drafter = await team.join('drafter');
  await longAgo(planId);
  const before = await arrivalsSince(team.coordinator, planId, '');
  if (!before.ok) throw new Error(before.code);
  expect(before.arrivals).toEqual([]);
  await savePart(drafter, planId, 'about', save('about.title.ar', '', 'خطة'));
  await savePart(drafter, planId, 'about', save('about.title.en', '', 'Plan'));
  const after = await arrivalsSince(team.coordinator, planId, before.now);
  if (!after.ok) throw new Error(after.code);
  expect(after.arrivals).toMatchObject([{ part: 'about', revision: 3, userId: drafter.userId, name: 'drafter' }]);
  expect(after.now > before.now).toBe(true);
});

test('a save that was still being committed when someone asked is told of the next time', async () => {
  const team = await makeTeam();
  const planId = await team.plan();
  await longAgo(planId);
  await savePart(team.coordinator, planId, 'money', save('money.notes.en', '', 'Of 2026.'));
  // It began before the moment that was given out last.
  await asOwner(`UPDATE "Change" SET "at" = now() - interval '10 seconds' WHERE "planId" = $1 AND "part" = 'money'`, [
    planId,
  ]);
  const now = new Date().toISOString();
  expect(await arrivalsSince(team.coordinator, planId, now)).toMatchObject({ arrivals: [{ part: 'money' }] });
});

test('a contributor is told of what is theirs alone, a viewer of all, and nobody else of anything', async () => {
  const team = await makeTeam();
  const planId = await team.plan();
  const contributor = await team.join('contributor', [{ planId, part: 'money' }]);
  const [viewer, unassigned] = [await team.join('viewer'), await team.join('contributor')];
  const stranger = (await makeTeam()).coordinator;
  const parts = async (actor: typeof viewer) => {
    const found = await arrivalsSince(actor, planId, new Date(0).toISOString());
    return found.ok ? found.arrivals.map(({ part }) => part) : found.code;
  };
  expect(await parts(contributor)).toEqual(['money']);
  expect((await parts(viewer)).length).toBeGreaterThan(5);
  for (const actor of [unassigned, stranger]) expect(await parts(actor)).toBe('notFound');
  expect(await loadPart(contributor, planId, 'money')).toMatchObject({ ok: true, revision: 1 });
  expect(await loadPart(viewer, planId, 'about')).toMatchObject({ ok: true, revision: 1 });
  const notFound = { ok: false, code: 'notFound' };
  expect(await loadPart(contributor, planId, 'about')).toEqual(notFound);
  for (const actor of [unassigned, stranger]) expect(await loadPart(actor, planId, 'money')).toEqual(notFound);
  expect(await loadPart(viewer, planId, 'no.such')).toEqual(notFound);
});

test('a part is given as it stands; one that was removed has no content, and its number goes on', async () => {
  const team = await makeTeam();
  const planId = await team.plan();
  const part = `actions.${uuidv7()}`;
  expect(await loadPart(team.coordinator, planId, part)).toEqual({ ok: true, content: null, revision: 0 });
  await savePart(team.coordinator, planId, part, save(part, null, { title: { ar: '', en: 'Legal aid' } }));
  const stored = await loadPart(team.coordinator, planId, part);
  expect(stored).toMatchObject({ content: { title: { en: 'Legal aid' } }, revision: 1 });
  const content = (await loadPlan(team.coordinator, planId))?.plan.actions[part.slice(8)];
  await savePart(team.coordinator, planId, part, save(part, content, null));
  expect(await loadPart(team.coordinator, planId, part)).toEqual({ ok: true, content: null, revision: 2 });
});
