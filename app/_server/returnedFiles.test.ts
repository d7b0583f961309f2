import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { beforeAll, expect, test, vi } from 'vitest';
import type { Actor } from '#people/roles';
import { inOrder, type Plan, planSchema } from '#plan/schema';
import { translationFile } from '../../e2e/fixtures/translationFile.ts';
import { bundle } from '../../scripts/bundle.mjs';
import { runPrintProgram } from '../../scripts/printProcess.mjs';
import { savePart } from './planParts.ts';
import { loadPlan } from './plans.ts';
import { applyReturned, loadReturned, receiveReturned } from './returnedFiles.ts';
import { asOwner, makeTeam, type Team } from './testTeam.ts';

// The real program reads here, in a process of its own, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });
beforeAll(async () => {
  await bundle('components/returned/readProgram.ts', '.build/read.mjs');
  await bundle('components/pdf/printProgram.tsx', '.build/print.mjs');
}, 60_000);

const action = uuidv7();
const start = (plan: Plan) => {
  plan.about.title = { ar: 'خطة', en: 'A plan' };
  plan.about.foreword = { ar: 'تصدير', en: 'Foreword' };
  plan.actions = planSchema.shape.actions.parse({ [action]: { title: { ar: 'إجراء', en: '' } } });
};
const translated = (texts: Record<string, string>) =>
  Buffer.from(
    translationFile(Object.fromEntries(Object.entries(texts).map(([path, target]) => [path, { source: 'س', target }]))),
  );

async function received(actor: Actor, planId: string, file: Uint8Array) {
  const given = await receiveReturned(actor, planId, file);
  if (!given.ok) throw new Error(given.code);
  const found = await loadReturned(actor, planId, given.id);
  if (!found) throw new Error('What was read is not there');
  return found;
}
async function planOf({ coordinator }: Team, planId: string): Promise<Plan> {
  const loaded = await loadPlan(coordinator, planId);
  if (!loaded) throw new Error('The plan is not there');
  return loaded.plan;
}
const history = async (planId: string) =>
  (await asOwner('SELECT "part" FROM "Change" WHERE "planId" = $1 AND "revision" > 1 ORDER BY "part"', [planId])).rows;

test('a translation that comes back changes nothing until its sender says so, and then all of it at once', async () => {
  const team = await makeTeam();
  const planId = await team.plan(start);
  const before = await planOf(team, planId);
  const found = await received(
    team.coordinator,
    planId,
    translated({ 'about.foreword': 'A new foreword', [`actions.${action}.title`]: 'An action' }),
  );
  expect(found.changes.map(({ path, to }) => [path, to])).toEqual([
    ['about.foreword.en', 'A new foreword'],
    [`actions.${action}.title.en`, 'An action'],
  ]);
  expect(await planOf(team, planId)).toEqual(before);
  expect(await applyReturned(team.coordinator, planId, found.id)).toMatchObject({ ok: true, parts: 2, clashes: 0 });
  const after = await planOf(team, planId);
  expect([after.about.foreword.en, after.actions[action]?.title.en]).toEqual(['A new foreword', 'An action']);
  expect(await history(planId)).toEqual([{ part: 'about' }, { part: `actions.${action}` }]);
  // Pressed again, nothing happens again.
  expect(await applyReturned(team.coordinator, planId, found.id)).toMatchObject({ ok: true, parts: 0 });
  expect(await history(planId)).toHaveLength(2);
});

test('where one change can’t be made, none is', async () => {
  const team = await makeTeam();
  const planId = await team.plan(start);
  const contributor = await team.join('contributor', [{ planId, part: `actions.${action}` }]);
  const found = await received(contributor, planId, translated({ [`actions.${action}.title`]: 'Theirs' }));
  // As if it had been let through: a part that isn't theirs.
  await asOwner(`UPDATE "ReturnedFile" SET "changes" = "changes" || $2::jsonb WHERE "id" = $1`, [
    found.id,
    JSON.stringify([{ path: 'about.foreword.en', from: 'Foreword', to: 'Not theirs', place: '' }]),
  ]);
  const before = await planOf(team, planId);
  expect(await applyReturned(contributor, planId, found.id)).toMatchObject({ ok: false });
  expect(await planOf(team, planId)).toEqual(before);
  expect(await history(planId)).toEqual([]);
});

test('a contributor’s file changes what is assigned to them, and says how much it leaves out', async () => {
  const team = await makeTeam();
  const planId = await team.plan(start);
  const contributor = await team.join('contributor', [{ planId, part: `actions.${action}` }]);
  const file = translated({ 'about.foreword': 'Not theirs', [`actions.${action}.title`]: 'Theirs' });
  const found = await received(contributor, planId, file);
  expect(found.changes.map(({ to }) => to)).toEqual(['Theirs']);
  expect(found.remarks.notYours).toBe(1);
  expect(await applyReturned(contributor, planId, found.id)).toMatchObject({ ok: true });
  expect((await planOf(team, planId)).about.foreword.en).toBe('Foreword');
});

test('what a colleague wrote meanwhile isn’t lost: both versions are kept', async () => {
  const team = await makeTeam();
  const planId = await team.plan(start);
  const found = await received(team.coordinator, planId, translated({ 'about.foreword': 'From the file' }));
  const change = { path: 'about.foreword.en', from: 'Foreword', to: 'From a colleague' };
  expect(await savePart(team.coordinator, planId, 'about', { id: uuidv7(), changes: [change] })).toMatchObject({
    ok: true,
  });
  expect(await applyReturned(team.coordinator, planId, found.id)).toMatchObject({ ok: true, clashes: 1 });
  expect((await planOf(team, planId)).about.foreword.en).toBe('From a colleague');
  const { rows } = await asOwner(`SELECT "clashes" FROM "Change" WHERE "planId" = $1 AND "clashes" <> '[]'::jsonb`, [
    planId,
  ]);
  expect(rows).toMatchObject([{ clashes: [{ path: 'about.foreword.en', mine: 'From the file' }] }]);
});

test('what a file was made of is looked up in the history: a field it left alone stays as colleagues have it now', async () => {
  const team = await makeTeam();
  const planId = await team.plan(start);
  const loaded = await loadPlan(team.coordinator, planId);
  const change = { path: 'about.foreword.en', from: 'Foreword', to: 'Changed since' };
  await savePart(team.coordinator, planId, 'about', { id: uuidv7(), changes: [change] });
  const text = translationFile({ 'about.foreword': { source: 'تصدير', target: 'Foreword' } });
  const original = `original="plan?id=${planId}&amp;at=${encodeURIComponent(loaded?.readAt.toISOString() ?? '')}"`;
  const found = await received(
    team.coordinator,
    planId,
    Buffer.from(text.replace('<file id="plan"', `<file id="plan" ${original}`)),
  );
  expect(found.changes).toEqual([]);
});

test('a workbook is read as the plan was when it was made, whatever was renamed or taken out since', async () => {
  const team = await makeTeam();
  const agency = uuidv7();
  const planId = await team.plan((plan) => {
    start(plan);
    plan.agencies = planSchema.shape.agencies.parse({ [agency]: { name: { ar: 'وزارة', en: 'Ministry' } } });
    const [first] = Object.values(plan.actions);
    if (first) first.leadAgency = agency;
  });
  const loaded = await loadPlan(team.coordinator, planId);
  if (!loaded) throw new Error('The plan is not there');
  const out = join(mkdtempSync(join(tmpdir(), 'returned-')), 'plan.xlsx');
  const origin = { planId, readAt: loaded.readAt.toISOString() };
  await runPrintProgram({ root: process.cwd(), plan: loaded.plan, options: { format: 'xlsx' }, origin, out });
  const renamed = { path: `agencies.${agency}.name.en`, from: 'Ministry', to: 'Authority' };
  await savePart(team.coordinator, planId, 'agencies', { id: uuidv7(), changes: [renamed] });
  const part = `actions.${action}`;
  const removed = { path: part, from: loaded.plan.actions[action], to: null };
  await savePart(team.coordinator, planId, part, { id: uuidv7(), changes: [removed] });
  const found = await received(team.coordinator, planId, readFileSync(out));
  expect([found.refusals, found.changes]).toEqual([[], []]);
});

test('a file of another plan is refused, and so is one that can’t be read; nobody else sees what a file says', async () => {
  const [team, other] = [await makeTeam(), await makeTeam()];
  const planId = await team.plan(start);
  const text = translationFile({ 'about.foreword': { source: 'س', target: 'x' } });
  const foreign = text.replace('<file id="plan"', `<file id="plan" original="plan?id=${uuidv7()}"`);
  expect((await received(team.coordinator, planId, Buffer.from(foreign))).refusals).toMatchObject([
    { code: 'otherPlan' },
  ]);
  const bomb = Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><xliff/>');
  const refused = await received(team.coordinator, planId, bomb);
  expect(refused).toMatchObject({ changes: [], refusals: [{ code: 'doctype' }] });
  expect(await receiveReturned(other.coordinator, planId, bomb)).toEqual({ ok: false, code: 'notFound' });
  expect(await receiveReturned(await team.join('viewer'), planId, bomb)).toEqual({ ok: false, code: 'notAllowed' });
  const drafter = await team.join('drafter');
  expect(await loadReturned(drafter, planId, refused.id)).toBe(null);
  expect(await applyReturned(drafter, planId, refused.id)).toEqual({ ok: false, code: 'notFound' });
});

test('what was read is kept for an hour', async () => {
  const team = await makeTeam();
  const planId = await team.plan(start);
  const found = await received(team.coordinator, planId, translated({ 'about.foreword': 'x' }));
  await asOwner(`UPDATE "ReturnedFile" SET "createdAt" = now() - interval '61 minutes' WHERE "id" = $1`, [found.id]);
  expect(await loadReturned(team.coordinator, planId, found.id)).toBe(null);
  expect(await applyReturned(team.coordinator, planId, found.id)).toEqual({ ok: false, code: 'notFound' });
  expect(inOrder((await planOf(team, planId)).actions)).toHaveLength(1);
});
