import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readPlanDocument } from '#plan/exchange';
import { emptyPlan } from '#plan/schema';
import { database } from './database.ts';
import { savePart } from './planParts.ts';
import { createPlan, deletePlan, listPlans, loadPlan, takePlan } from './plans.ts';
import { asOwner, makeTeam } from './testTeam.ts';

const ID = '0190b3a1-0000-7000-8000-000000000001';

test('a plan is loaded as it was made, its whole history with it', async () => {
  const team = await makeTeam();
  const read = readPlanDocument(readFileSync('prisma/seed/samplePlan.json', 'utf8'));
  if (!read.ok) throw new Error('The sample can’t be read');
  const created = await createPlan(team.coordinator, team.countryId, read.plan);
  if (!created.ok) throw new Error(created.code);
  const loaded = await loadPlan(team.coordinator, created.id);
  expect(loaded?.plan).toEqual(read.plan);
  expect(Object.values(loaded?.revisions ?? {}).every((revision) => revision === 1)).toBe(true);
  const { rows } = await asOwner('SELECT count(*)::int AS "n" FROM "Change" WHERE "planId" = $1', [created.id]);
  expect(rows[0].n).toBe(Object.keys(loaded?.revisions ?? {}).length);
  expect(await listPlans(team.coordinator)).toMatchObject([{ id: created.id, title: read.plan.about.title }]);
});

test('nobody of another country learns that a plan exists', async () => {
  const [team, other] = [await makeTeam(), await makeTeam()];
  const planId = await team.plan();
  expect(await loadPlan(other.coordinator, planId)).toBeNull();
  expect(await listPlans(other.coordinator)).toEqual([]);
  expect(await deletePlan(other.coordinator, planId)).toEqual({ ok: false, code: 'notFound' });
  expect(await createPlan(other.coordinator, team.countryId, emptyPlan())).toEqual({ ok: false, code: 'notAllowed' });
  // Who only says to be a member is held back by the database.
  const liar = { ...other.coordinator, memberships: [{ countryId: team.countryId, role: 'coordinator' as const }] };
  expect(await loadPlan(liar, planId)).toBeNull();
  expect(await listPlans(liar)).toEqual([]);
  await expect(createPlan(liar, team.countryId, emptyPlan())).rejects.toThrow();
});

test('without a person, the database shows no plan at all', async () => {
  const team = await makeTeam();
  await team.plan();
  expect(await database().plan.count()).toBe(0);
  expect(await database().planPart.count()).toBe(0);
  expect(await database().change.count()).toBe(0);
});

test('a contributor opens the plan with the parts assigned to them, and no other', async () => {
  const team = await makeTeam();
  const planId = await team.plan((plan) => {
    plan.about.title.en = 'Not for them';
    plan.money.notes.en = 'For them';
  });
  const contributor = await team.join('contributor', [{ planId, part: 'money' }]);
  const loaded = await loadPlan(contributor, planId);
  expect(loaded?.plan.money.notes.en).toBe('For them');
  expect(JSON.stringify(loaded?.plan)).not.toContain('Not for them');
  expect(Object.keys(loaded?.revisions ?? {})).toEqual(['money']);
  expect(await loadPlan(await team.join('contributor'), planId)).toBeNull();
});

test('only a coordinator makes and deletes plans', async () => {
  const team = await makeTeam();
  const planId = await team.plan();
  for (const role of ['drafter', 'viewer'] as const) {
    const actor = await team.join(role);
    expect(await createPlan(actor, team.countryId, emptyPlan())).toEqual({ ok: false, code: 'notAllowed' });
    expect(await deletePlan(actor, planId)).toEqual({ ok: false, code: 'notAllowed' });
  }
});

test('a deleted plan is out of sight, and its text is still there', async () => {
  const team = await makeTeam();
  const planId = await team.plan((plan) => {
    plan.about.title.en = 'Kept';
  });
  expect(await deletePlan(team.coordinator, planId)).toEqual({ ok: true });
  expect(await loadPlan(team.coordinator, planId)).toBeNull();
  expect(await listPlans(team.coordinator)).toEqual([]);
  const save = { id: ID, changes: [{ path: 'about.title.en', from: 'Kept', to: 'Changed' }] };
  expect(await savePart(team.coordinator, planId, 'about', save)).toEqual({ ok: false, code: 'notFound' });
  expect(await deletePlan(team.coordinator, planId)).toEqual({ ok: false, code: 'notFound' });
  const { rows } = await asOwner(
    `SELECT "content"->'title'->>'en' AS "title" FROM "PlanPart" WHERE "planId" = $1 AND "key" = 'about'`,
    [planId],
  );
  expect(rows).toEqual([{ title: 'Kept' }]);
});

test('making and deleting a plan stand in the audit trail', async () => {
  const team = await makeTeam();
  const planId = await team.plan();
  await deletePlan(team.coordinator, planId);
  const { rows } = await asOwner('SELECT "deed", "thing" FROM "Audit" WHERE "countryId" = $1 ORDER BY "id"', [
    team.countryId,
  ]);
  expect(rows).toEqual([
    { deed: 'plan.create', thing: `plan ${planId}` },
    { deed: 'plan.delete', thing: `plan ${planId}` },
  ]);
});

test('a plan is taken along by who may, and the audit trail says who did', async () => {
  const [team, other] = [await makeTeam(), await makeTeam()];
  const planId = await team.plan();
  const viewer = await team.join('viewer');
  const contributor = await team.join('contributor', [{ planId, part: 'money' }]);
  const taken = await takePlan(viewer, planId);
  expect(taken).toMatchObject({ ok: true, loaded: { id: planId } });
  expect(await takePlan(contributor, planId)).toEqual({ ok: false, code: 'notAllowed' });
  expect(await takePlan(other.coordinator, planId)).toEqual({ ok: false, code: 'notFound' });
  const { rows } = await asOwner('SELECT "actorId" FROM "Audit" WHERE "thing" = $1 AND "deed" = $2', [
    `plan ${planId}`,
    'plan.export',
  ]);
  expect(rows).toEqual([{ actorId: viewer.userId }]);
});
