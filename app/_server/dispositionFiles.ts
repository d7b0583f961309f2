import type { Actor } from '#people/roles';
import type { Bilingual } from '#plan/schema';
import { runDispositionProgram } from '../../scripts/dispositionProcess.mjs';
import { record } from './audit.ts';
import { asActor, database, today } from './database.ts';
import { type DispositionTable, loadDispositions } from './dispositionTable.ts';
import { listRounds, type Round } from './submissions.ts';

/** A PDF of more rows than this would be some four hundred pages: a spreadsheet is what such a table needs. */
export const PDF_ROW_LIMIT = 2_000;
/** How many may wait in this server while one is written. */
export const WAITING_LIMIT = 4;

export type DispositionFormat = 'pdf' | 'xlsx';

/** All that the table is written from. */
export type DispositionSource = {
  table: DispositionTable;
  /** The rounds that the person may know of; none for a contributor. */
  rounds: Round[];
  country: { code: string; name: Bilingual };
  day: string;
};

/** What the table is written from, or null for who has no part in the review: whoever reads the table may take it along. */
export async function dispositionSource(actor: Actor, planId: string): Promise<DispositionSource | null> {
  const table = await loadDispositions(actor, planId);
  if (!table) return null;
  const [rounds, country, day] = await Promise.all([
    listRounds(actor, planId),
    database().country.findUnique({
      where: { id: table.countryId },
      select: { code: true, nameAr: true, nameEn: true },
    }),
    today(),
  ]);
  if (!country) return null;
  const { code, nameAr, nameEn } = country;
  return { table, rounds: rounds ?? [], country: { code, name: { ar: nameAr, en: nameEn } }, day };
}

export type DispositionFile =
  | { ok: true; file: Uint8Array }
  /** `full`: too many wait. `tooCostly`: it takes more time or memory than a table may. */
  | { ok: false; code: 'full'; retryAfter: number }
  | { ok: false; code: 'tooCostly' | 'cancelled' };

// Reloading in development makes this module anew; who waits goes on waiting.
const kept = globalThis as { dispositionTurn?: { last: Promise<unknown>; waiting: number } };

/**
 * Writes a table in a program of its own, with limits of time and memory; one at a time in this server. No row of a queue
 * is kept for it, as it is for printing a plan: it is a matter of seconds, and whoever asked is still there.
 * @param paper the table in words
 * @param signal ends it where whoever asked has gone
 */
export async function writeDispositions(
  as: DispositionFormat,
  paper: object,
  signal?: AbortSignal,
): Promise<DispositionFile> {
  kept.dispositionTurn ??= { last: Promise.resolve(), waiting: 0 };
  const turn = kept.dispositionTurn;
  // One of those counted is being written.
  if (turn.waiting > WAITING_LIMIT) return { ok: false, code: 'full', retryAfter: 30 };
  turn.waiting += 1;
  const mine = turn.last.then(() => write(as, paper, signal));
  turn.last = mine.catch(() => {});
  try {
    return await mine;
  } finally {
    turn.waiting -= 1;
  }
}

async function write(as: DispositionFormat, paper: object, signal?: AbortSignal): Promise<DispositionFile> {
  if (signal?.aborted) return { ok: false, code: 'cancelled' };
  try {
    const { file } = await runDispositionProgram({ root: process.cwd(), as, paper, signal });
    return { ok: true, file };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'tooLong' || code === 'tooLarge') return { ok: false, code: 'tooCostly' };
    if (code === 'cancelled') return { ok: false, code };
    throw error;
  }
}

/** Puts down that the table was taken along. */
export async function recordDispositions(
  actor: Actor,
  planId: string,
  { countryId, as, rows }: { countryId: string; as: DispositionFormat; rows: number },
): Promise<void> {
  await asActor(actor.userId, (tx) =>
    record(tx, {
      actorId: actor.userId,
      countryId,
      deed: 'dispositions.download',
      thing: `plan ${planId}`,
      detail: { plan: planId, as, rows },
    }),
  );
}
