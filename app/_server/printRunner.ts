import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { can } from '#people/roles';
import { writePlanDocument } from '#plan/exchange';
import { type PrintOptions, storedPrintOptions } from '#plan/printOptions';
import { runPrintProgram } from '../../scripts/printProcess.mjs';
import { asActor, database, WHOLE_FILE } from './database.ts';
import { fileName, kindsOf } from './download.ts';
import { loadEmblem } from './emblems.ts';
import { env } from './env.ts';
import { type PrintSource, printSource } from './printSource.ts';
import { actorOf } from './session.ts';

/**
 * What prints: the queue is the table `Print`, shared by all web servers; each takes from it as much as it has room for,
 * and prints it in a program of its own, as the person who asked.
 */
type Claimed = {
  id: string;
  planId: string;
  countryId: string;
  requestedBy: string;
  options: unknown;
  adoptionId: string | null;
  day: string;
};

/** How often progress is written, at most; and how often a sign of life, at least. */
const PROGRESS_MS = 400;
const LIFE_MS = 5_000;
/** After this without a sign of life, another server takes a printing over; twice, then it is given up. */
const SILENCE = '60 seconds';
const TRIES = 2;
/** The largest file that is kept, in bytes. */
const FILE_LIMIT = 64_000_000;

const TEMPORARY = 'plan-print-';
/** A folder older than this, in milliseconds, is what a server that was killed has left. */
const LEFT_OVER = 3_600_000;

type Running = { stop: AbortController; folder: string };
type Printing = { workers: number; again: boolean; running: Map<string, Running> };
// Reloading in development makes this module anew; what runs stays.
const kept = globalThis as { planPrinting?: Printing };

function printing(): Printing {
  if (kept.planPrinting) return kept.planPrinting;
  const begun: Printing = { workers: 0, again: false, running: new Map() };
  kept.planPrinting = begun;
  // Nothing outlives this server: neither a program nor what it wrote.
  process.once('exit', () => {
    for (const { stop, folder } of begun.running.values()) {
      stop.abort();
      rmSync(folder, { recursive: true, force: true });
    }
  });
  removeLeftOver().catch(complain);
  return begun;
}

/** Prints what waits, where this server has room for it. Returns at once. */
export function wakePrinting(): void {
  const state = printing();
  if (state.workers >= env().PRINT_PROCESSES) {
    state.again = true;
    return;
  }
  state.workers += 1;
  state.again = false;
  work()
    .catch(complain)
    .finally(() => {
      state.workers -= 1;
      // Something was ordered between the last look and now.
      if (state.again) wakePrinting();
    });
}

/** Ends a printing that this server runs, if it does: after its row says so. */
export function stopPrinting(printId: string): void {
  printing().running.get(printId)?.stop.abort();
}

/** Looks after the queue by itself as well: for what was ordered from a server that is gone. */
export function keepPrinting(): void {
  wakePrinting();
  setInterval(wakePrinting, 30_000).unref();
}

async function work(): Promise<void> {
  for (;;) {
    const token = uuidv7();
    const [claimed] = await database().$queryRaw<Claimed[]>`
      SELECT "id"::text, "planId"::text, "countryId"::text, "requestedBy"::text, "options", "adoptionId"::text, "day"
      FROM print_claim(${token}::uuid, ${SILENCE}::interval, ${TRIES}::int)`;
    if (!claimed) return;
    await print(claimed, token);
  }
}

/** Prints one, and says in its row how it ended. */
async function print(claimed: Claimed, token: string): Promise<void> {
  try {
    const refused = await printAsRequester(claimed, token);
    if (refused) await fail(claimed, token, refused);
  } catch (error) {
    complain(error, claimed);
    const code = codeOf(error);
    // Ended because the row was no longer there to be written: its person has lost their role, where it isn't stopped.
    await fail(claimed, token, code === 'cancelled' ? 'roleLost' : code);
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'failed';

const fail = ({ id }: Claimed, token: string, code: string): Promise<number> =>
  database().$executeRaw`SELECT 1 FROM print_fail(${id}::uuid, ${token}::uuid, ${code})`;

/**
 * All of it with the rights of the person who asked, as they are now: someone who lost their role meanwhile reads
 * nothing more, and gets no file.
 * @returns why there is no file, or null
 */
async function printAsRequester(claimed: Claimed, token: string): Promise<string | null> {
  const { planId, countryId, requestedBy, adoptionId, day } = claimed;
  const options = storedPrintOptions(claimed.options);
  const actor = await actorOf(requestedBy);
  if (!actor || !can(actor, 'plan.print', { countryId, planId })) return 'roleLost';
  const source = await printSource(actor, { planId, adoptionId, day });
  if (typeof source === 'string') return source;
  const { plan, country, adopted, date, draft, origin } = source;
  const emblem = await loadEmblem(actor, planId);
  const kinds = kindsOf(options, adopted !== null);
  const name = fileName({ title: plan.about.title, country, kinds, day: date, ending: options.format });
  const hash = hashOf(source, adoptionId, options, emblem);
  // A person who has lost their role sees no earlier printing either, and is told below.
  if (await storeAgain(claimed, token, name, hash)) return null;
  const folder = await mkdtemp(join(tmpdir(), TEMPORARY));
  const stop = new AbortController();
  printing().running.set(claimed.id, { stop, folder });
  const told = tell(claimed, token, stop);
  try {
    const out = join(folder, `plan.${options.format}`);
    const { pages } = await runPrintProgram({
      root: process.cwd(),
      plan,
      options,
      origin,
      emblem,
      out,
      date,
      draft,
      adopted,
      onProgress: told.progress,
      signal: stop.signal,
      timeoutMs: env().PRINT_MINUTES * 60_000,
      memory: env().PRINT_MEMORY,
    });
    told.end();
    if ((await stat(out)).size > FILE_LIMIT) return 'tooLarge';
    return (await store(claimed, token, { pages, name, hash, file: await readFile(out) })) ? null : 'roleLost';
  } finally {
    told.end();
    printing().running.delete(claimed.id);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes progress and signs of life into the row; where it is no longer this server’s, ends the program. */
function tell(claimed: Claimed, token: string, stop: AbortController) {
  let latest = { step: '', done: 0, total: 0 };
  let isNew = false;
  let isWriting = false;
  let written = performance.now();
  const write = async () => {
    const due = isNew || performance.now() - written > LIFE_MS;
    if (!due || isWriting) return;
    isWriting = true;
    isNew = false;
    written = performance.now();
    const { step, done, total } = latest;
    try {
      const rows = await asActor(
        claimed.requestedBy,
        (
          tx,
        ) => tx.$executeRaw`UPDATE "Print" SET "step" = ${step}, "done" = ${done}, "total" = ${total}, "seenAt" = now()
          WHERE "id" = ${claimed.id}::uuid AND "state" = 'printing' AND "claim" = ${token}::uuid`,
      );
      if (rows === 0) stop.abort();
    } catch (error) {
      // The database may be back in a moment; if it isn't, the file can't be stored either.
      complain(error, claimed);
    }
    isWriting = false;
  };
  const again = setInterval(write, PROGRESS_MS);
  return {
    progress: (progress: { step: string; done: number; total: number }) => {
      latest = progress;
      isNew = true;
    },
    end: () => clearInterval(again),
  };
}

type Printed = { pages: number | null; name: string; hash: string; file: Buffer };

/** What a printing is made of, as one word: where it is the same, the file would be. */
function hashOf(
  { plan, date, adopted }: PrintSource,
  adoptionId: string | null,
  options: PrintOptions,
  emblem: Uint8Array | null,
): string {
  const hash = createHash('sha256')
    .update(writePlanDocument(plan))
    .update(JSON.stringify([options, date, adoptionId, adopted]));
  return (emblem ? hash.update(emblem) : hash).digest('hex');
}

/** Takes over the file of an earlier printing of the very same. @returns whether there was one */
async function storeAgain({ id, planId, requestedBy }: Claimed, token: string, name: string, hash: string) {
  const rows = await asActor(
    requestedBy,
    (tx) => tx.$executeRaw`UPDATE "Print" p SET "state" = 'done', "step" = 'done', "done" = 1, "total" = 1,
      "pages" = earlier."pages", "fileName" = ${name}, "file" = earlier."file", "contentHash" = ${hash}, "error" = NULL,
      "finishedAt" = now(), "claim" = NULL
      FROM (SELECT "pages", "file" FROM "Print" WHERE "planId" = ${planId}::uuid AND "contentHash" = ${hash}
        AND "state" = 'done' AND "file" IS NOT NULL LIMIT 1) earlier
      WHERE p."id" = ${id}::uuid AND p."state" = 'printing' AND p."claim" = ${token}::uuid`,
    WHOLE_FILE,
  );
  return rows > 0;
}

/** @returns whether it was stored: not where the printing was stopped, or the person has no right to it any more */
async function store(
  { id, requestedBy }: Claimed,
  token: string,
  { pages, name, hash, file }: Printed,
): Promise<boolean> {
  const rows = await asActor(
    requestedBy,
    (tx) => tx.$executeRaw`UPDATE "Print" SET "state" = 'done', "step" = 'done', "pages" = ${pages},
      "done" = coalesce(${pages}::int, "total"), "total" = coalesce(${pages}::int, "total"),
      "fileName" = ${name}, "file" = ${file}, "contentHash" = ${hash}, "error" = NULL, "finishedAt" = now(), "claim" = NULL
      WHERE "id" = ${id}::uuid AND "state" = 'printing' AND "claim" = ${token}::uuid`,
    WHOLE_FILE,
  );
  return rows > 0;
}

async function removeLeftOver(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(TEMPORARY));
  for (const folder of names.map((name) => join(tmpdir(), name))) {
    const { mtimeMs } = await stat(folder);
    if (Date.now() - mtimeMs > LEFT_OVER) await rm(folder, { recursive: true, force: true });
  }
}

/** For whoever runs the server: what failed and where, without the sentence, which may quote the plan. */
function complain(error: unknown, claimed?: Claimed): void {
  const code = codeOf(error);
  if (code === 'cancelled') return;
  const places = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  process.stderr.write(`Printing ${claimed?.id ?? 'queue'}: ${code}\n${places.slice(0, 8).join('\n')}\n`);
}
