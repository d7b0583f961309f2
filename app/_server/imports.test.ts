import { readFileSync } from 'node:fs';
import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { digest } from '#plan/digest';
import { PLAN_DOCUMENT_LIMIT, readPlanDocument, writePlanDocument } from '#plan/exchange';
import { emptyPlan, type Plan } from '#plan/schema';
import { confirmImport, loadImport, planToBe, receiveImport } from './imports.ts';
import { listPlans, loadPlan } from './plans.ts';
import { asOwner, makeTeam, type Team } from './testTeam.ts';

const sample = readFileSync('prisma/seed/samplePlan.json');
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What is kept of a file that a coordinator sent. */
async function received({ coordinator, countryId }: Team, file: Uint8Array) {
  const result = await receiveImport(coordinator, countryId, file);
  if (!result.ok) throw new Error(result.code);
  const kept = await loadImport(coordinator, result.id);
  if (!kept) throw new Error('It is not kept');
  return kept;
}
const documentOf = (fill: (plan: Plan) => void): Uint8Array => {
  const plan = emptyPlan();
  fill(plan);
  return bytesOf(writePlanDocument(plan));
};

test('a file is looked at first, and becomes a plan of the country only when its sender says so', async () => {
  const team = await makeTeam();
  await asOwner(`UPDATE "Country" SET "code" = 'ZY' WHERE "id" = $1`, [team.countryId]);
  const read = readPlanDocument(sample.toString('utf8'));
  if (!read.ok) throw new Error('The sample can’t be read');
  const kept = await received(team, sample);
  expect(kept).toMatchObject({ countryId: team.countryId, refusals: [], planId: null });
  expect(kept.plan).toEqual(read.plan);
  expect(await listPlans(team.coordinator)).toEqual([]);

  const confirmed = await confirmImport(team.coordinator, kept.id);
  if (!confirmed.ok) throw new Error(confirmed.code);
  const about = { ...read.plan.about, country: 'ZY', countryName: { ar: 'بلد', en: 'Country' } };
  // The country is the chosen one; all the rest is as it was in the file.
  expect((await loadPlan(team.coordinator, confirmed.planId))?.plan).toEqual({ ...read.plan, about });
  expect(await listPlans(team.coordinator)).toMatchObject([{ id: confirmed.planId, title: read.plan.about.title }]);
  const { rows } = await asOwner('SELECT "deed" FROM "Audit" WHERE "countryId" = $1 ORDER BY "id"', [team.countryId]);
  expect(rows.map(({ deed }) => deed)).toEqual(['import.receive', 'plan.create', 'plan.import']);
});

test('a file that is confirmed five times at once becomes one plan', async () => {
  const team = await makeTeam();
  const { id } = await received(
    team,
    documentOf((plan) => {
      plan.about.title.en = 'Once';
    }),
  );
  const results = await Promise.all(Array.from({ length: 5 }, () => confirmImport(team.coordinator, id)));
  expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
  expect(results[0]).toMatchObject({ ok: true });
  expect(await listPlans(team.coordinator)).toHaveLength(1);
  expect(await loadImport(team.coordinator, id)).toMatchObject({ plan: null, planId: expect.any(String) });
});

test('the name of the country stays as it was written where the file is of that country', async () => {
  const team = await makeTeam();
  await asOwner(`UPDATE "Country" SET "code" = 'ZZ' WHERE "id" = $1`, [team.countryId]);
  const own = await received(
    team,
    documentOf(({ about }) => {
      about.country = 'ZZ';
      about.countryName.en = 'The Republic, as it calls itself';
    }),
  );
  expect(own.plan && planToBe(own, own.plan)).toEqual(own.plan);
  const absent = await received(team, bytesOf('{"version":1}'));
  expect(absent.plan && planToBe(absent, absent.plan).about).toMatchObject({
    country: 'ZZ',
    countryName: { ar: 'بلد', en: 'Country' },
  });
});

test('what a file holds is told in figures', () => {
  const read = readPlanDocument(sample.toString('utf8'));
  if (!read.ok) throw new Error('The sample can’t be read');
  const told = digest(read.plan);
  expect(told).toMatchObject({
    decided: 72,
    recommendations: 72,
    actions: Object.keys(read.plan.actions).length,
    agencies: Object.keys(read.plan.agencies).length,
    oneSided: 0,
  });
  expect(told.indicators).toBeGreaterThan(told.actions);
  read.plan.about.title.ar = ' ';
  expect(digest(read.plan)).toMatchObject({ oneSided: 1, texts: told.texts });
});

const deep = (length: number) => `{"version":1,"about":${'['.repeat(length)}${']'.repeat(length)}}`;
const unfit: [string, Uint8Array, string, string][] = [
  ['is empty', bytesOf(''), 'notJson', ''],
  ['is no JSON', bytesOf('Title,Country\nPlan,X'), 'notJson', ''],
  ['is cut off', sample.subarray(0, 100_000), 'notJson', ''],
  ['is a PDF', Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3', 'latin1'), 'notUtf8', ''],
  ['is UTF-16', Buffer.from('\ufeff{"version":1}', 'utf16le'), 'notUtf8', ''],
  ['is a list', bytesOf('[{"version":1}]'), 'notPlan', ''],
  ['is 100,000 deep', bytesOf(deep(100_000)), 'tooDeep', ''],
  ['has no version', bytesOf('{"about":{}}'), 'noVersion', 'version'],
  ['is of a later version', bytesOf('{"version":2}'), 'unknownVersion', 'version'],
  [
    'has a key that means something to the machine',
    bytesOf('{"version":1,"__proto__":{"x":1}}'),
    'forbiddenKey',
    '__proto__',
  ],
  ['hides such a key', bytesOf('{"version":1,"about":{"\\u005f_proto__":{}}}'), 'forbiddenKey', 'about.__proto__'],
  ['has a key twice', bytesOf('{"version":1,"money":{},"money":{}}'), 'duplicateKey', 'money'],
  ['has a field that no plan has', bytesOf('{"version":1,"about":{"ministry":""}}'), 'unknownField', 'about.ministry'],
  ['has a number for a text', bytesOf('{"version":1,"about":{"title":{"ar":7}}}'), 'wrongType', 'about.title.ar'],
  ['has a list for actions', bytesOf('{"version":1,"actions":[]}'), 'wrongType', 'actions'],
  ['names an action by no id', bytesOf('{"version":1,"actions":{"1":{}}}'), 'notId', 'actions.1'],
  ['has a NUL in a text', bytesOf('{"version":1,"money":{"notes":{"en":"a\\u0000"}}}'), 'notText', 'money.notes.en'],
  ['has half a character', bytesOf('{"version":1,"money":{"notes":{"en":"\\ud800"}}}'), 'notText', 'money.notes.en'],
  ['is too large', bytesOf(`{"version":1}${' '.repeat(PLAN_DOCUMENT_LIMIT)}`), 'tooLarge', ''],
];

test.each(unfit)('of a file that %s nothing is made, and where and why is told', async (_, file, code, path) => {
  const team = await makeTeam();
  const kept = await received(team, file);
  expect(kept.plan).toBeNull();
  expect(kept.refusals[0]).toMatchObject(code === 'tooDeep' ? { code } : { code, path });
  expect(await confirmImport(team.coordinator, kept.id)).toEqual({ ok: false, code: 'notFound' });
  expect(await listPlans(team.coordinator)).toEqual([]);
});

test('the largest file that is read becomes a plan as well', async () => {
  const team = await makeTeam();
  const text = 'مادة '.repeat(19_000);
  const terms = Array.from({ length: 14 }, (_, order) => [uuidv7(), { order, term: { ar: text, en: text } }]);
  const file = bytesOf(JSON.stringify({ version: 1, about: { definitions: Object.fromEntries(terms) } }));
  expect(file.length).toBeGreaterThan(PLAN_DOCUMENT_LIMIT * 0.9);
  const { id } = await received(team, file);
  expect(await confirmImport(team.coordinator, id)).toMatchObject({ ok: true });
});

test('only a coordinator brings in a plan, and only to their own country', async () => {
  const [team, other] = [await makeTeam(), await makeTeam()];
  const notAllowed = { ok: false, code: 'notAllowed' };
  expect(await receiveImport(other.coordinator, team.countryId, sample)).toEqual(notAllowed);
  for (const role of ['drafter', 'contributor', 'viewer'] as const)
    expect(await receiveImport(await team.join(role), team.countryId, sample)).toEqual(notAllowed);
  expect(await receiveImport(team.coordinator, 'no id', sample)).toEqual(notAllowed);
  // Who only says to be a coordinator is held back by the database.
  const liar = { ...other.coordinator, memberships: team.coordinator.memberships };
  await expect(receiveImport(liar, team.countryId, sample)).rejects.toThrow();
});

test('what was read from a file is its sender’s alone, for an hour, one file at a time', async () => {
  const team = await makeTeam();
  const colleague = await team.join('coordinator');
  const file = bytesOf('{"version":1}');
  const [first, second] = [await received(team, file), await received(team, file)];
  const notFound = { ok: false, code: 'notFound' };
  expect(await loadImport(team.coordinator, first.id)).toBeNull();
  expect(await loadImport(colleague, second.id)).toBeNull();
  expect(await confirmImport(colleague, second.id)).toEqual(notFound);
  expect(await confirmImport(team.coordinator, 'x')).toEqual(notFound);
  await asOwner(`UPDATE "PlanImport" SET "createdAt" = now() - interval '61 minutes' WHERE "id" = $1`, [second.id]);
  expect(await loadImport(team.coordinator, second.id)).toBeNull();
  expect(await confirmImport(team.coordinator, second.id)).toEqual(notFound);
  await receiveImport(colleague, team.countryId, file);
  const { rows } = await asOwner('SELECT "requestedBy" FROM "PlanImport" WHERE "countryId" = $1', [team.countryId]);
  expect(rows).toEqual([{ requestedBy: colleague.userId }]);
});

test('a file of someone who is no coordinator any more becomes no plan', async () => {
  const team = await makeTeam();
  const { id } = await received(team, bytesOf('{"version":1}'));
  await asOwner(`UPDATE "Membership" SET "role" = 'drafter' WHERE "userId" = $1`, [team.coordinator.userId]);
  expect(await confirmImport(team.coordinator, id)).toEqual({ ok: false, code: 'notFound' });
});
