import { uuidv7 } from 'uuidv7';
import { type Actor, can } from '#people/roles';
import { ID } from '#plan/fields';
import { type PrintOptions, storedPrintOptions } from '#plan/printOptions';
import { record } from './audit.ts';
import { asActor, type Transaction } from './database.ts';
import { stopPrinting, wakePrinting } from './printRunner.ts';

/** A printing as it is told to the team of its country. */
export type PrintState = {
  id: string;
  planId: string;
  /** The adopted edition that is printed; null where the draft is. */
  adoptionId: string | null;
  options: PrintOptions;
  state: 'queued' | 'printing' | 'done' | 'failed' | 'cancelled';
  step: '' | 'reading' | 'layout' | 'writing' | 'done';
  done: number;
  total: number;
  /** While it waits: how many come before it. */
  ahead: number;
  pages: number | null;
  bytes: number | null;
  fileName: string;
  /** Why it failed: a key of the messages under `print.errors`. */
  error: string | null;
  createdAt: string;
  /** Whether it is the reader’s own, and so theirs to stop. */
  own: boolean;
};

type Refusal = { ok: false; code: 'notFound' | 'notAllowed' };

/** How many printings of one country may wait. */
export const WAITING_LIMIT = 20;
/** How many ended printings of a plan are kept; none longer than 30 days (`print_claim`). */
const KEPT = 10;

const PRINTS = `SELECT p."id"::text, p."planId"::text, p."countryId"::text, p."adoptionId"::text, p."options", p."state", p."step", p."done", p."total",
    CASE WHEN p."state" = 'queued' THEN print_ahead(p."id") ELSE 0 END AS "ahead", p."pages",
    octet_length(p."file") AS "bytes", p."fileName", p."error", p."createdAt", p."requestedBy" = app_user() AS "own"
  FROM "Print" p JOIN "Plan" l ON l."id" = p."planId" AND l."deletedAt" IS NULL`;

type Row = Omit<PrintState, 'createdAt' | 'options'> & { countryId: string; createdAt: Date; options: unknown };

const stateOf = ({ countryId: _, createdAt, options, ...row }: Row): PrintState => ({
  ...row,
  options: storedPrintOptions(options),
  createdAt: createdAt.toISOString(),
});

const thingOf = ({ countryId, planId }: { countryId: string; planId: string }) => ({ countryId, planId });

/** The country of a plan that the person may print, or why not. */
async function openForPrint(
  tx: Transaction,
  actor: Actor,
  planId: string,
): Promise<{ ok: true; countryId: string } | Refusal> {
  const plan = await tx.plan.findFirst({ where: { id: planId, deletedAt: null }, select: { countryId: true } });
  const thing = { countryId: plan?.countryId, planId };
  if (!plan || !can(actor, 'plan.open', thing)) return { ok: false, code: 'notFound' };
  return can(actor, 'plan.print', thing) ? { ok: true, countryId: plan.countryId } : { ok: false, code: 'notAllowed' };
}

export type ListedPrints = {
  ok: true;
  prints: PrintState[];
  /** What was chosen for this plan the last time. */
  remembered: PrintOptions;
};

/** What is being printed of a plan, and what was, the newest first. */
export async function listPrints(actor: Actor, planId: string): Promise<ListedPrints | Refusal> {
  if (!ID.test(planId)) return { ok: false, code: 'notFound' };
  const listed = await asActor(actor.userId, async (tx) => {
    const open = await openForPrint(tx, actor, planId);
    if (!open.ok) return open;
    const rows = await tx.$queryRawUnsafe<Row[]>(
      `${PRINTS} WHERE p."planId" = $1::uuid ORDER BY p."createdAt" DESC, p."id" DESC`,
      planId,
    );
    const plan = await tx.plan.findFirst({ where: { id: planId }, select: { printOptions: true } });
    return { ok: true as const, prints: rows.map(stateOf), remembered: storedPrintOptions(plan?.printOptions) };
  });
  wakeWhereNeeded(listed.ok ? listed.prints : []);
  return listed;
}

/** One printing, or null where there is none that the person may know of. */
export async function loadPrint(actor: Actor, printId: string): Promise<PrintState | null> {
  if (!ID.test(printId)) return null;
  const row = await asActor(actor.userId, (tx) => find(tx, printId));
  if (!row || !can(actor, 'plan.print', thingOf(row))) return null;
  wakeWhereNeeded([row]);
  return stateOf(row);
}

async function find(tx: Transaction, printId: string): Promise<Row | undefined> {
  const [row] = await tx.$queryRawUnsafe<Row[]>(`${PRINTS} WHERE p."id" = $1::uuid`, printId);
  return row;
}

/** Whoever looks at what isn’t ready wakes this server: the one that took the order, or printed it, may be gone. */
function wakeWhereNeeded(prints: readonly Pick<PrintState, 'state'>[]): void {
  if (prints.some(({ state }) => state === 'queued' || state === 'printing')) wakePrinting();
}

export type StartPrint =
  | { ok: true; print: PrintState }
  | Refusal
  /** `running`: the person has one of this plan already; `full`: too many of the country wait. Later it may go. */
  | { ok: false; code: 'running' | 'full'; retryAfter: number };

/**
 * Orders a printing of a plan; it is printed when its turn comes.
 * @param adoptionId the adopted edition that is printed instead of the draft
 */
export async function startPrint(
  actor: Actor,
  planId: string,
  options: PrintOptions,
  adoptionId: string | null = null,
): Promise<StartPrint> {
  if (!ID.test(planId) || (adoptionId !== null && !ID.test(adoptionId))) return { ok: false, code: 'notFound' };
  const ordered = turn.then(() => order(actor, planId, options, adoptionId));
  turn = ordered.catch(() => {});
  return ordered;
}

// One order at a time in this server: those of a country wait for each other, and must not hold connections meanwhile.
let turn: Promise<unknown> = Promise.resolve();

async function order(
  actor: Actor,
  planId: string,
  options: PrintOptions,
  adoptionId: string | null,
): Promise<StartPrint> {
  const started = await asActor(actor.userId, async (tx): Promise<StartPrint> => {
    const open = await openForPrint(tx, actor, planId);
    if (!open.ok) return open;
    const { countryId } = open;
    if (adoptionId !== null && !(await tx.adoption.count({ where: { id: adoptionId, planId } })))
      return { ok: false, code: 'notFound' };
    // One order of a country at a time, so that what is counted holds until it is there.
    await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${`print ${countryId}`}, 0))`;
    const refused = await tooMany(tx, actor, planId, countryId);
    if (refused) return refused;
    await tidy(tx, planId);
    const id = uuidv7();
    await tx.$executeRaw`INSERT INTO "Print" ("id", "planId", "countryId", "requestedBy", "options", "adoptionId")
      VALUES (${id}::uuid, ${planId}::uuid, ${countryId}::uuid, ${actor.userId}::uuid, ${JSON.stringify(options)}::jsonb,
        ${adoptionId}::uuid)`;
    // A look at the first pages is no choice for the next time. Of who may only read, nothing is remembered.
    const { extent: _, ...choice } = options;
    if (can(actor, 'part.edit', { countryId, planId, part: 'about' }))
      await tx.$executeRaw`UPDATE "Plan" SET "printOptions" = ${JSON.stringify(choice)}::jsonb WHERE "id" = ${planId}::uuid`;
    await record(tx, {
      actorId: actor.userId,
      countryId,
      deed: 'print.start',
      thing: `print ${id}`,
      detail: {
        ...{ plan: planId, adoption: adoptionId },
        ...{ layout: options.layout, format: options.format, edition: options.edition },
      },
    });
    const row = await find(tx, id);
    if (!row) throw new Error('A printing that was just ordered is not there');
    return { ok: true, print: stateOf(row) };
  });
  if (started.ok) wakePrinting();
  return started;
}

async function tooMany(
  tx: Transaction,
  actor: Actor,
  planId: string,
  countryId: string,
): Promise<Extract<StartPrint, { retryAfter: number }> | null> {
  const [counted] = await tx.$queryRaw<{ own: number; waiting: number }[]>`
    SELECT count(*) FILTER (WHERE "planId" = ${planId}::uuid AND "requestedBy" = ${actor.userId}::uuid)::int AS "own",
      count(*) FILTER (WHERE "state" = 'queued')::int AS "waiting"
    FROM "Print" WHERE "countryId" = ${countryId}::uuid AND "state" IN ('queued', 'printing')`;
  if (counted?.own) return { ok: false, code: 'running', retryAfter: 20 };
  return (counted?.waiting ?? 0) >= WAITING_LIMIT ? { ok: false, code: 'full', retryAfter: 60 } : null;
}

function tidy(tx: Transaction, planId: string): Promise<number> {
  return tx.$executeRaw`DELETE FROM "Print" WHERE "state" IN ('done', 'failed', 'cancelled') AND "id" IN (
    SELECT "id" FROM "Print" WHERE "planId" = ${planId}::uuid AND "state" IN ('done', 'failed', 'cancelled')
      ORDER BY "createdAt" DESC, "id" DESC OFFSET ${KEPT - 1})`;
}

/** Stops a printing that waits or runs. One’s own only: a colleague’s is not the reader’s to stop. */
export async function cancelPrint(
  actor: Actor,
  printId: string,
): Promise<{ ok: true } | { ok: false; code: 'notFound' | 'notAllowed' | 'ended' }> {
  if (!ID.test(printId)) return { ok: false, code: 'notFound' };
  const cancelled = await asActor(actor.userId, async (tx): Promise<Awaited<ReturnType<typeof cancelPrint>>> => {
    const row = await find(tx, printId);
    if (!row || !can(actor, 'plan.print', thingOf(row))) return { ok: false, code: 'notFound' };
    if (!row.own) return { ok: false, code: 'notAllowed' };
    const ended = await tx.$executeRaw`UPDATE "Print" SET "state" = 'cancelled', "finishedAt" = now(), "claim" = NULL
      WHERE "id" = ${printId}::uuid AND "state" IN ('queued', 'printing')`;
    // Stopped twice is stopped.
    if (!ended) return row.state === 'cancelled' ? { ok: true } : { ok: false, code: 'ended' };
    await record(tx, {
      actorId: actor.userId,
      countryId: row.countryId,
      deed: 'print.cancel',
      thing: `print ${printId}`,
    });
    return { ok: true };
  });
  // Another server that prints it finds out by itself, within seconds.
  if (cancelled.ok) stopPrinting(printId);
  return cancelled;
}

export type PrintFile = {
  file: Uint8Array;
  fileName: string;
  country: string;
  options: PrintOptions;
  isAdopted: boolean;
  /** The day of printing; of an adopted edition, that of its adoption. */
  day: string;
};

/** The file of a printing that is done, or null where there is none for this person. That it was taken is put down. */
export async function takePrintFile(actor: Actor, printId: string): Promise<PrintFile | null> {
  if (!ID.test(printId)) return null;
  return asActor(actor.userId, async (tx) => {
    const [row] = await tx.$queryRaw<
      (Omit<PrintFile, 'options'> & { planId: string; countryId: string; options: unknown })[]
    >`
      SELECT p."file", p."fileName", c."code" AS "country", p."options", p."adoptionId" IS NOT NULL AS "isAdopted",
        to_char(coalesce(a."adoptedOn", p."finishedAt"), 'YYYY-MM-DD') AS "day", p."planId"::text, p."countryId"::text
      FROM "Print" p JOIN "Plan" l ON l."id" = p."planId" AND l."deletedAt" IS NULL
        JOIN "Country" c ON c."id" = p."countryId" LEFT JOIN "Adoption" a ON a."id" = p."adoptionId"
      WHERE p."id" = ${printId}::uuid AND p."state" = 'done' AND p."file" IS NOT NULL`;
    if (!row || !can(actor, 'plan.print', thingOf(row))) return null;
    await record(tx, {
      actorId: actor.userId,
      countryId: row.countryId,
      deed: 'print.download',
      thing: `print ${printId}`,
      detail: { plan: row.planId },
    });
    return { ...row, options: storedPrintOptions(row.options) };
  });
}
