import { runTableProgram } from '../../scripts/tableProcess.mjs';

/** How many may wait in this server while one is written. */
export const WAITING_LIMIT = 4;

export type TableFile =
  | { ok: true; file: Uint8Array }
  /** `full`: too many wait. `tooCostly`: it takes more time or memory than a table may. */
  | { ok: false; code: 'full'; retryAfter: number }
  | { ok: false; code: 'tooCostly' | 'cancelled' };

// Reloading in development makes this module anew; who waits goes on waiting.
const kept = globalThis as { tableTurn?: { last: Promise<unknown>; waiting: number } };

/**
 * Has a program write a table, with limits of time and memory; one at a time in this server. No row of a queue is kept for
 * it, as it is for printing a plan: it is a matter of seconds, and whoever asked is still there.
 * @param signal ends it where whoever asked has gone
 */
export async function inTurn(work: () => Promise<{ file: Uint8Array }>, signal?: AbortSignal): Promise<TableFile> {
  kept.tableTurn ??= { last: Promise.resolve(), waiting: 0 };
  const turn = kept.tableTurn;
  // One of those counted is being written.
  if (turn.waiting > WAITING_LIMIT) return { ok: false, code: 'full', retryAfter: 30 };
  turn.waiting += 1;
  const mine = turn.last.then(() => write(work, signal));
  turn.last = mine.catch(() => {});
  try {
    return await mine;
  } finally {
    turn.waiting -= 1;
  }
}

async function write(work: () => Promise<{ file: Uint8Array }>, signal?: AbortSignal): Promise<TableFile> {
  if (signal?.aborted) return { ok: false, code: 'cancelled' };
  try {
    const { file } = await work();
    return { ok: true, file };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'tooLong' || code === 'tooLarge') return { ok: false, code: 'tooCostly' };
    if (code === 'cancelled') return { ok: false, code };
    throw error;
  }
}

/**
 * Writes tables as a workbook, when it is their turn.
 * @param book the tables in words, a `Book` of `components/sheets/book.ts`
 * @param signal ends it where whoever asked has gone
 */
export const writeTables = (book: object, signal?: AbortSignal): Promise<TableFile> =>
  inTurn(() => runTableProgram({ root: process.cwd(), book, signal }), signal);
