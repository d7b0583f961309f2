import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { uuidv7 } from 'uuidv7';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Actor } from '#people/roles';
import { type PrintOptions, usualPrint } from '#plan/printOptions';
import { bundle } from '../../scripts/bundle.mjs';
import { savePart } from './planParts.ts';
import { deletePlan } from './plans.ts';
import {
  cancelPrint,
  listPrints,
  loadPrint,
  type PrintState,
  startPrint,
  takePrintFile,
  WAITING_LIMIT,
} from './prints.ts';
import { asOwner, makeTeam, type Team } from './testTeam.ts';

// The real program prints here, in a folder for temporary files of its own, on a machine that may be busy.
vi.setConfig({ testTimeout: 300_000 });
const soon = { timeout: 240_000, interval: 100 };
const temporary = mkdtempSync(join(tmpdir(), 'plan-test-'));

beforeAll(async () => {
  process.env.TMPDIR = temporary;
  await bundle('components/pdf/printProgram.tsx', '.build/print.mjs');
}, 60_000);
afterAll(() => rmSync(temporary, { recursive: true, force: true }));
// Nothing of a printing is left, however it ended.
afterEach(() => vi.waitFor(() => expect([readdirSync(temporary), programs()]).toEqual([[], []]), soon));

/** The printing programs that this process runs, by their process ids. */
function programs(): number[] {
  try {
    const found = execFileSync('pgrep', ['-P', `${process.pid}`, '-f', 'print.mjs'], { encoding: 'utf8' });
    return found.trim().split('\n').map(Number);
  } catch {
    return [];
  }
}

const english: PrintOptions = { ...usualPrint, layout: 'en' };

async function start(actor: Actor, planId: string, options: Partial<PrintOptions> = {}): Promise<PrintState> {
  const started = await startPrint(actor, planId, { ...english, ...options });
  if (!started.ok) throw new Error(started.code);
  return started.print;
}

/** The first state of a printing that is as wanted, and all that were seen before. */
async function seen(actor: Actor, id: string, isWanted: (print: PrintState) => boolean): Promise<PrintState[]> {
  const states: PrintState[] = [];
  await vi.waitFor(async () => {
    const print = await loadPrint(actor, id);
    if (print) states.push(print);
    expect(print && isWanted(print), JSON.stringify(print)).toBe(true);
  }, soon);
  return states;
}
const isAtWork = ({ state, done, step }: PrintState) => state === 'printing' && step === 'layout' && done > 0;
const hasEnded = ({ state }: PrintState) => state !== 'queued' && state !== 'printing';

/** Rows as another server, or an earlier day, would have left them. */
async function leave(
  { countryId }: Team,
  planId: string,
  by: Actor,
  columns: Record<string, unknown>,
): Promise<string> {
  const id = uuidv7();
  const row = { id, planId, countryId, requestedBy: by.userId, options: '{"layout":"en"}', ...columns };
  const names = Object.keys(row);
  await asOwner(
    `INSERT INTO "Print" (${names.map((name) => `"${name}"`)}) VALUES (${names.map((_, index) => `$${index + 1}`)})`,
    Object.values(row),
  );
  return id;
}
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const auditOf = async (id: string) =>
  (await asOwner('SELECT "deed", "actorId" FROM "Audit" WHERE "thing" = $1 ORDER BY "id"', [`print ${id}`])).rows;

test('of two printings the second waits; the first is stopped in the middle; the second becomes a file', async () => {
  const team = await makeTeam();
  const viewer = await team.join('viewer');
  const planId = await team.plan((plan) => {
    plan.about.title = { ar: 'خطة/تجريبية', en: 'A trial: plan' };
    plan.about.foreword.en = 'Words that stand in no message.';
  });
  const first = await start(team.coordinator, planId, { layout: 'facing' });
  expect(first).toMatchObject({ state: 'queued', ahead: 0, own: true, options: { layout: 'facing' } });
  const second = await start(viewer, planId);
  expect(second).toMatchObject({ state: 'queued', ahead: 1, own: true });

  await seen(team.coordinator, first.id, isAtWork);
  expect(programs()).toHaveLength(1);
  expect(await loadPrint(viewer, second.id)).toMatchObject({ state: 'queued', ahead: 1 });
  expect(await cancelPrint(viewer, first.id)).toEqual({ ok: false, code: 'notAllowed' });
  expect(await cancelPrint(team.coordinator, first.id)).toEqual({ ok: true });
  expect(await cancelPrint(team.coordinator, first.id)).toEqual({ ok: true });
  expect(await loadPrint(team.coordinator, first.id)).toMatchObject({ state: 'cancelled', error: null });

  const states = await seen(viewer, second.id, hasEnded);
  const done = states.at(-1);
  expect(done).toMatchObject({ state: 'done', step: 'done', ahead: 0, error: null });
  const counts = states.filter(({ step }) => step === 'layout' || step === 'writing');
  expect(counts.length).toBeGreaterThan(1);
  for (const { done: count, total } of counts) expect(count).toBeLessThanOrEqual(total);
  expect(done?.total).toBe(done?.pages);

  const taken = await takePrintFile(viewer, second.id);
  expect(taken?.file.length).toBe(done?.bytes);
  expect(taken?.fileName).toBe(done?.fileName);
  expect(done?.fileName).toMatch(
    /^خطة تجريبية - A trial plan - مسودة بالإنكليزية draft in English - \d{4}-\d\d-\d\d\.pdf$/,
  );
  const pdf = await getDocument({ data: new Uint8Array(taken?.file ?? []), verbosity: 0 }).promise;
  expect(pdf.numPages).toBe(done?.pages);
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => (await pdf.getPage(index + 1)).getTextContent()),
  );
  const text = pages.flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : ''))).join(' ');
  expect(text.replace(/\s+/g, ' ')).toContain('Words that stand in no message.');
  expect(await auditOf(second.id)).toEqual([
    { deed: 'print.start', actorId: viewer.userId },
    { deed: 'print.download', actorId: viewer.userId },
  ]);
  expect(await auditOf(first.id)).toEqual([
    { deed: 'print.start', actorId: team.coordinator.userId },
    { deed: 'print.cancel', actorId: team.coordinator.userId },
  ]);
  expect(await cancelPrint(viewer, second.id)).toEqual({ ok: false, code: 'ended' });
});

test('what was printed before, and is the same, is not printed again; a word in the plan, or another option, is', async () => {
  const team = await makeTeam();
  const planId = await team.plan();
  const fileOf = async (options: Partial<PrintOptions> = {}) => {
    const { id } = await start(team.coordinator, planId, options);
    await seen(team.coordinator, id, hasEnded);
    return Buffer.from((await takePrintFile(team.coordinator, id))?.file ?? []).toString('latin1');
  };
  await fileOf({ extent: 'first' });
  await asOwner(`UPDATE "Print" SET "file" = 'kept' WHERE "planId" = $1`, [planId]);
  expect(await fileOf({ extent: 'first' })).toBe('kept');
  expect(await fileOf({ extent: 'first', edition: 'public' })).toMatch(/^%PDF/);
  const change = { path: 'about.title.en', from: '', to: 'Another' };
  await savePart(team.coordinator, planId, 'about', { id: uuidv7(), changes: [change] });
  expect(await fileOf({ extent: 'first' })).toMatch(/^%PDF/);
});

test('a Word document is ordered, made and taken as a PDF is', async () => {
  const team = await makeTeam();
  const planId = await team.plan((plan) => {
    plan.about.title = { ar: 'خطة', en: 'A plan' };
  });
  const started = await startPrint(team.coordinator, planId, { ...usualPrint, format: 'docx' });
  if (!started.ok) throw new Error(started.code);
  const { id } = started.print;
  const done = (await seen(team.coordinator, id, hasEnded)).at(-1);
  expect(done).toMatchObject({ state: 'done', options: { format: 'docx' }, pages: null, error: null });
  const taken = await takePrintFile(team.coordinator, id);
  expect(taken).toMatchObject({ options: { format: 'docx' } });
  expect(taken?.fileName).toMatch(/A plan.*\.docx$/);
  // What a ZIP file begins with.
  expect(
    Buffer.from(taken?.file ?? [])
      .subarray(0, 4)
      .toString('latin1'),
  ).toBe('PK\u0003\u0004');
});

test('a printing whose program is killed is told as failed, and the next can be ordered', async () => {
  const team = await makeTeam();
  const planId = await team.plan();
  const { id } = await start(team.coordinator, planId);
  await seen(team.coordinator, id, isAtWork);
  const [program] = programs();
  if (!program) throw new Error('No program is printing');
  process.kill(program, 'SIGKILL');
  const states = await seen(team.coordinator, id, hasEnded);
  expect(states.at(-1)).toMatchObject({ state: 'failed', error: 'failed', bytes: null });
  expect(await takePrintFile(team.coordinator, id)).toBeNull();
  const next = await start(team.coordinator, planId);
  expect(await cancelPrint(team.coordinator, next.id)).toEqual({ ok: true });
});

test('who loses their role while it prints gets no file, and their colleagues learn why', async () => {
  const team = await makeTeam();
  const drafter = await team.join('drafter');
  const planId = await team.plan();
  const { id } = await start(drafter, planId);
  await seen(drafter, id, isAtWork);
  await asOwner('DELETE FROM "Membership" WHERE "userId" = $1', [drafter.userId]);
  const states = await seen(team.coordinator, id, hasEnded);
  expect(states.at(-1)).toMatchObject({ state: 'failed', error: 'roleLost', own: false });
  expect(await loadPrint(drafter, id)).toBeNull();
});

test('what a server left that was killed is taken over, and given up the second time', async () => {
  const team = await makeTeam();
  const planId = await team.plan();
  const left = {
    state: 'printing',
    claim: uuidv7(),
    startedAt: minutesAgo(3),
    seenAt: minutesAgo(2),
    createdAt: minutesAgo(3),
  };
  const twice = await leave(team, planId, await team.join('viewer'), { ...left, tries: 2 });
  const once = await leave(team, planId, team.coordinator, { ...left, tries: 1 });
  // Another server still prints this one: it is left alone.
  const alive = await leave(team, planId, await team.join('viewer'), { ...left, tries: 1, seenAt: new Date() });
  await seen(team.coordinator, once, isAtWork);
  expect(await loadPrint(team.coordinator, twice)).toMatchObject({ state: 'failed', error: 'interrupted' });
  expect(await loadPrint(team.coordinator, alive)).toMatchObject({ state: 'printing', done: 0, step: '' });
  await asOwner(`UPDATE "Print" SET "state" = 'failed' WHERE "id" = $1`, [alive]);
  await cancelPrint(team.coordinator, once);
});

test('one printing of a plan at a time for a person, and twenty that wait for a country', async () => {
  const team = await makeTeam();
  const [planId, otherPlan] = [await team.plan(), await team.plan()];
  const colleagues = await Promise.all(Array.from({ length: WAITING_LIMIT }, () => team.join('viewer')));
  const rows = await Promise.all(colleagues.map((by) => leave(team, planId, by, {})));
  expect(await startPrint(team.coordinator, planId, usualPrint)).toEqual({ ok: false, code: 'full', retryAfter: 60 });
  await asOwner(`UPDATE "Print" SET "state" = 'cancelled' WHERE "id" = ANY($1)`, [rows]);

  const orders = await Promise.all(
    Array.from({ length: 5 }, () =>
      startPrint(team.coordinator, planId, english).then((order) => (order.ok ? order.print.id : order)),
    ),
  );
  const refused = { ok: false, code: 'running', retryAfter: 20 };
  expect(orders.filter((order) => typeof order !== 'string')).toEqual(Array(4).fill(refused));
  const other = await start(team.coordinator, otherPlan);
  for (const id of [...orders.filter((order) => typeof order === 'string'), other.id])
    expect(await cancelPrint(team.coordinator, id)).toEqual({ ok: true });
});

test('the last ten of a plan are kept, and none longer than thirty days', async () => {
  const team = await makeTeam();
  const planId = await team.plan();
  const made: string[] = [];
  for (let age = 12; age > 0; age -= 1)
    made.push(await leave(team, planId, team.coordinator, { state: 'done', createdAt: minutesAgo(age) }));
  const old = await leave(team, await team.plan(), team.coordinator, {
    state: 'done',
    createdAt: minutesAgo(31 * 1440),
  });
  const { id } = await start(team.coordinator, planId);
  await cancelPrint(team.coordinator, id);
  const listed = await listPrints(team.coordinator, planId);
  expect(listed.ok && listed.prints.map((print) => print.id)).toEqual([id, ...made.slice(3).reverse()]);
  await vi.waitFor(async () => expect(await loadPrint(team.coordinator, old)).toBeNull(), soon);
});

test('nobody outside the team learns of a printing, and a contributor prints nothing', async () => {
  const [team, other] = [await makeTeam(), await makeTeam()];
  const planId = await team.plan();
  const file = Buffer.from('%PDF-1.7 of the team');
  const done = { state: 'done', file, fileName: 'plan.pdf', pages: 1, finishedAt: new Date() };
  const id = await leave(team, planId, team.coordinator, done);
  const notFound = { ok: false, code: 'notFound' };
  const liar = { ...other.coordinator, memberships: team.coordinator.memberships };
  const contributor = await team.join('contributor', [{ planId, part: 'money' }]);
  for (const outsider of [other.coordinator, liar, await team.join('contributor')]) {
    expect(await listPrints(outsider, planId)).toEqual(notFound);
    expect(await startPrint(outsider, planId, english)).toEqual(notFound);
  }
  for (const outsider of [other.coordinator, liar, contributor]) {
    expect(await loadPrint(outsider, id)).toBeNull();
    expect(await takePrintFile(outsider, id)).toBeNull();
    expect(await cancelPrint(outsider, id)).toEqual(notFound);
  }
  const notAllowed = { ok: false, code: 'notAllowed' };
  expect(await listPrints(contributor, planId)).toEqual(notAllowed);
  expect(await startPrint(contributor, planId, english)).toEqual(notAllowed);
  expect(await listPrints(team.coordinator, 'x')).toEqual(notFound);
  expect(await loadPrint(team.coordinator, 'x')).toBeNull();

  const viewer = await team.join('viewer');
  expect((await takePrintFile(viewer, id))?.file).toEqual(new Uint8Array(file));
  await deletePlan(team.coordinator, planId);
  expect(await loadPrint(viewer, id)).toBeNull();
  expect(await takePrintFile(viewer, id)).toBeNull();
  expect(await listPrints(viewer, planId)).toEqual(notFound);
});
