import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { beforeAll, expect, test, vi } from 'vitest';
import type { Actor } from '#people/roles';
import { type PrintOptions, usualPrint } from '#plan/printOptions';
import { groupedCode, statedCode } from '#review/editionCode';
import { bundle } from '../../scripts/bundle.mjs';
import { adoptPlan, type NewAdoption } from './adoptions.ts';
import { savePart } from './planParts.ts';
import { listPrints, loadPrint, type PrintState, startPrint, takePrintFile } from './prints.ts';
import { done, inOneRequest, makeReview, sentTitle } from './testReview.ts';
import { asOwner, makeTeam, type Team } from './testTeam.ts';
import { verify } from './verification.ts';

// The real program prints here, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });
beforeAll(() => bundle('components/pdf/printProgram.tsx', '.build/print.mjs'), 60_000);

const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest('hex');
const adoption = (planId: string, extra: Partial<NewAdoption> = {}): NewAdoption => ({
  planId,
  submissionId: null,
  authority: { ar: 'مجلس الوزراء', en: 'Council of Ministers' },
  decree: '7/2027',
  adoptedOn: '2026-03-31',
  ...extra,
});
const editionsOf = async (hash: string) => done(await verify(hash, uuidv7())).editions;

/** An edition that was adopted, of a plan that is written on since. */
async function adopted(): Promise<{ team: Team; planId: string; id: string; hash: string; adviser: Actor }> {
  const { team, planId, submissionId, adviser } = await makeReview('sent', ({ about }) => {
    about.summary.en = `No other plan says ${uuidv7()}.`;
  });
  const save = { id: uuidv7(), changes: [{ path: 'about.title.en', from: sentTitle, to: 'Draft that moved on' }] };
  done(await savePart(team.coordinator, planId, 'about', save));
  return { team, planId, adviser, ...done(await adoptPlan(team.coordinator, adoption(planId, { submissionId }))) };
}

async function printed(actor: Actor, planId: string, adoptionId: string, options: Partial<PrintOptions> = {}) {
  const wanted = { ...usualPrint, annexes: [], ...options };
  const { id } = done(await startPrint(actor, planId, wanted, adoptionId)).print;
  let print: PrintState | null = null;
  await vi.waitFor(
    async () => {
      print = await loadPrint(actor, id);
      expect(print?.state).toMatch(/done|failed/);
    },
    { timeout: 100_000, interval: 50 },
  );
  return { print, taken: await takePrintFile(actor, id) };
}

test('an adopted edition is printed as it was frozen, with its code; each of its files is known for ever', async () => {
  const { team, planId, id, hash } = await adopted();
  const viewer = await team.join('viewer');
  const first = await printed(viewer, planId, id);
  expect(first.print).toMatchObject({ state: 'done', adoptionId: id });
  expect(first.taken?.fileName).toMatch(/ - النسخة المعتمدة adopted edition - 2026-03-31\.pdf$/);
  const file = first.taken?.file ?? new Uint8Array();
  // Its metadata stand in it as they are.
  const told = Buffer.from(file).toString('utf8');
  expect(told).toContain(sentTitle);
  expect(told).not.toMatch(/draft|moved on/i);
  for (const language of ['ar', 'en']) expect(told).toContain(`http://localhost:3000/${language}/verify?code=${hash}`);
  expect(statedCode(file)).toBe(hash);

  const known = {
    country: { ar: 'بلد', en: 'Country' },
    title: { ar: 'خطة أُرسلت', en: sentTitle },
    authority: { ar: 'مجلس الوزراء', en: 'Council of Ministers' },
    decree: '7/2027',
    adoptedOn: '2026-03-31',
    since: null,
  };
  const asPrinted = { format: 'pdf', layout: 'facing', edition: 'full', extent: 'whole' };
  expect(await editionsOf(sha256(file))).toEqual([{ ...known, file: asPrinted }]);
  expect(await editionsOf(hash)).toEqual([{ ...known, file: null }]);

  // Printed once more, the file of the first is taken over, and known as well; it stays known when both are gone.
  await asOwner(`UPDATE "Print" SET "file" = 'kept' WHERE "adoptionId" = $1`, [id]);
  const again = await printed(team.coordinator, planId, id);
  expect(Buffer.from(again.taken?.file ?? []).toString()).toBe('kept');
  expect((await editionsOf(sha256('kept')))[0]?.file).toEqual(asPrinted);
  await asOwner('DELETE FROM "Print" WHERE "adoptionId" = $1', [id]);
  expect((await editionsOf(sha256(file)))[0]?.file).toEqual(asPrinted);
  // Whatever becomes of who printed it, or of the plan.
  await asOwner('DELETE FROM "Membership" WHERE "userId" = $1', [viewer.userId]);
  await asOwner('UPDATE "Plan" SET "deletedAt" = now() WHERE "id" = $1', [planId]);
  expect(await editionsOf(hash)).toEqual([{ ...known, file: null }]);
});

test('what was recorded after an edition is told with it: a correction of the same text, or another text', async () => {
  const { team, planId, id, hash } = await adopted();
  const word = await printed(team.coordinator, planId, id, { format: 'docx', edition: 'public', layout: 'ar' });
  const file = sha256(word.taken?.file ?? '');
  const told = async (of: string) => (await editionsOf(of)).map(({ decree, since }) => [decree, since]);
  expect(await told(file)).toEqual([['7/2027', null]]);
  const { submissionId } = (await asOwner('SELECT "submissionId" FROM "Adoption" WHERE "id" = $1', [id])).rows[0];
  done(await adoptPlan(team.coordinator, adoption(planId, { submissionId, decree: '8/2027' })));
  expect(await told(file)).toEqual([['7/2027', 'correction']]);
  expect(await told(hash)).toEqual([['8/2027', null]]);
  done(await adoptPlan(team.coordinator, adoption(planId, { decree: '9/2028' })));
  expect(await told(file)).toEqual([['7/2027', 'newer']]);
  expect(await told(hash)).toEqual([['8/2027', 'newer']]);
  const asPrinted = { format: 'docx', layout: 'ar', edition: 'public', extent: 'whole' };
  expect((await editionsOf(file))[0]?.file).toEqual(asPrinted);
});

test('one text that two plans adopted is told of both, in the order of their adoption', async () => {
  const teams = [await makeTeam(), await makeTeam()];
  const hashes = [];
  for (const [index, team] of teams.entries()) {
    const planId = await team.plan(({ about }) => {
      about.title.en = 'The very same';
    });
    hashes.push(done(await adoptPlan(team.coordinator, adoption(planId, { decree: `${index}` }))).hash);
  }
  expect(hashes[0]).toBe(hashes[1]);
  expect((await editionsOf(hashes[0] ?? '')).map(({ decree, since }) => [decree, since])).toEqual([
    ['0', null],
    ['1', null],
  ]);
});

test('what nobody adopted is unknown, whatever it looks like; and a network asks only so often', async () => {
  const { hash } = await adopted();
  for (const asked of ['', 'f'.repeat(64), hash.toUpperCase(), groupedCode(hash), hash.slice(1), `${hash.slice(1)}%`])
    expect(await editionsOf(asked)).toEqual([]);
  const network = uuidv7();
  await verify(hash, network);
  await asOwner(
    `UPDATE "RateLimit" SET "count" = 300 WHERE "count" = 1 AND "lastRequest" = (SELECT max("lastRequest") FROM "RateLimit")`,
  );
  expect(await verify(hash, network)).toEqual({ ok: false, code: 'tooMany' });
});

test('an edition is printed by its own team alone, of its own plan, and only while it is what was adopted', async () => {
  const { team, planId, id, adviser } = await adopted();
  const other = await adopted();
  const notFound = { ok: false, code: 'notFound' };
  expect(await startPrint(team.coordinator, planId, usualPrint, other.id)).toEqual(notFound);
  expect(await startPrint(other.team.coordinator, planId, usualPrint, id)).toEqual(notFound);
  expect(await startPrint(adviser, planId, usualPrint, id)).toEqual(notFound);
  expect(await startPrint(team.coordinator, planId, usualPrint, 'x')).toEqual(notFound);
  const contributor = await team.join('contributor', [{ planId, part: 'money' }]);
  expect(await startPrint(contributor, planId, usualPrint, id)).toEqual({ ok: false, code: 'notAllowed' });
  expect(await listPrints(team.coordinator, planId)).toMatchObject({ prints: [] });

  await asOwner(`UPDATE "Adoption" SET "content" = replace("content", 'was sent', 'was forged') WHERE "id" = $1`, [id]);
  const { print, taken } = await printed(team.coordinator, planId, id);
  expect([print, taken]).toMatchObject([{ state: 'failed', error: 'notIntact' }, null]);
});

test('nobody looks through what is known of files, or adds to it, not even the team', async () => {
  const { team, planId, id } = await adopted();
  const columns = `"hash", "adoptionId", "planId", "countryId", "format", "layout", "edition", "extent"`;
  const own = `repeat('a', 64), '${id}', '${planId}', '${team.countryId}', 'pdf', 'ar', 'full', 'whole'`;
  for (const sql of [
    'SELECT 1 FROM "EditionFile"',
    `INSERT INTO "EditionFile" (${columns}) VALUES (${own})`,
    `UPDATE "EditionFile" SET "format" = 'docx'`,
    'DELETE FROM "EditionFile"',
  ])
    await expect(
      inOneRequest(team.coordinator.userId, (ask) => ask(sql)),
      sql,
    ).rejects.toMatchObject({ code: '42501' });
});
