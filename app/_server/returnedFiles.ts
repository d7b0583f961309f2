import { uuidv7 } from 'uuidv7';
import { type Actor, can } from '#people/roles';
import type { Refusal } from '#plan/exchange';
import { ID } from '#plan/fields';
import { partOf } from '#plan/parts';
import { changesSaid, type ReturnedChange, standingOf } from '#plan/returned';
import { runReadProgram } from '../../scripts/readProcess.mjs';
import { record } from './audit.ts';
import { asActor, type Statement, WHOLE_FILE } from './database.ts';
import { planAsOf } from './pastPlans.ts';
import { loadPlan } from './plans.ts';
import { type SavedTogether, saveTogether } from './savesTogether.ts';

/** How long what a file would change waits for its sender’s word. */
const KEPT = '1 hour';
/** The largest file that is read, in bytes. */
export const RETURNED_LIMIT = 20_000_000;

/** `ignored`: heads of columns that aren’t known; `unfinished`: texts that are half translated; `notYours`: what lies in parts that the person can’t write. */
type Remarks = { ignored: string[]; unfinished: number; notYours: number };

export type ReturnedFile = {
  id: string;
  planId: string;
  kind: 'xlsx' | 'xliff';
  changes: ReturnedChange[];
  refusals: Refusal[];
  remarks: Remarks;
  isApplied: boolean;
};

type Refused = { ok: false; code: 'notFound' | 'notAllowed' };

/** Whether a person has anything in a plan to write. */
const mayReturn = (actor: Actor, countryId: string, planId: string, parts: readonly string[]): boolean =>
  can(actor, 'part.edit', { countryId, planId }) ||
  parts.some((part) => can(actor, 'part.edit', { countryId, planId, part }));

/**
 * Reads a file that came back and keeps what it would change for an hour, for its sender alone, so that they can look at it
 * first. A file of theirs from before is forgotten.
 */
export async function receiveReturned(
  actor: Actor,
  planId: string,
  file: Uint8Array,
): Promise<{ ok: true; id: string } | Refused> {
  const loaded = await loadPlan(actor, planId);
  if (!loaded) return { ok: false, code: 'notFound' };
  const { countryId, plan, revisions } = loaded;
  if (!mayReturn(actor, countryId, planId, Object.keys(revisions))) return { ok: false, code: 'notAllowed' };
  const found = await whatItSays(actor, loaded.id, plan, file);
  const mine = found.changes.filter(({ path }) =>
    can(actor, 'part.edit', { countryId, planId, part: partOf(path) ?? '' }),
  );
  const remarks: Remarks = { ...found.remarks, notYours: found.changes.length - mine.length };
  const id = uuidv7();
  await asActor(
    actor.userId,
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM forget_returned(${KEPT}::interval)`;
      await tx.$executeRaw`DELETE FROM "ReturnedFile" WHERE "requestedBy" = ${actor.userId}::uuid`;
      await tx.$executeRaw`INSERT INTO "ReturnedFile" ("id", "planId", "countryId", "requestedBy", "kind", "changes", "refusals", "remarks")
        VALUES (${id}::uuid, ${planId}::uuid, ${countryId}::uuid, ${actor.userId}::uuid, ${found.kind},
          ${JSON.stringify(mine)}::jsonb, ${JSON.stringify(found.refusals)}::jsonb, ${JSON.stringify(remarks)}::jsonb)`;
      await record(tx, {
        actorId: actor.userId,
        countryId,
        deed: 'file.receive',
        thing: `file ${id}`,
        detail: {
          plan: planId,
          kind: found.kind,
          bytes: file.length,
          changes: mine.length,
          refusals: found.refusals.length,
        },
      });
    },
    WHOLE_FILE,
  );
  return { ok: true, id };
}

type Found = {
  kind: 'xlsx' | 'xliff';
  changes: ReturnedChange[];
  refusals: Refusal[];
  remarks: Omit<Remarks, 'notYours'>;
};
type Plan = Parameters<typeof changesSaid>[0];

// Codes of its own, beside those of the readers.
const ofWhole = (code: 'otherPlan' | 'tooCostly'): Refusal => ({ path: '', code: code as never, values: {} });

/** What a file changes of what the plan was when the file was made; or why it can’t be read. */
async function whatItSays(actor: Actor, planId: string, now: Plan, file: Uint8Array): Promise<Found> {
  const remarks = { ignored: [], unfinished: 0 };
  const refuse = (kind: Found['kind'], ...refusals: Refusal[]): Found => ({ kind, changes: [], refusals, remarks });
  const read = (plan: Plan) => runReadProgram({ root: process.cwd(), plan, file });
  try {
    let said = await read(now);
    if (said.planId !== null && said.planId !== planId) return refuse(said.kind, ofWhole('otherPlan'));
    const time = said.readAt === null ? Number.NaN : Date.parse(said.readAt);
    const then = Number.isNaN(time) ? null : await planAsOf(actor, planId, new Date(time));
    const base = then?.plan ?? now;
    // Names, numbers and rows are read as they were when the file was made, also where they are others by now.
    if (then) said = await read(base);
    if (!said.ok) return refuse(said.kind, ...said.refusals);
    const { kind, ignored, unfinished } = said;
    return { kind, changes: changesSaid(base, said.said), refusals: [], remarks: { ignored, unfinished } };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code !== 'tooLong' && code !== 'tooLarge') throw error;
    return refuse('xlsx', ofWhole('tooCostly'));
  }
}

type Row = Omit<ReturnedFile, 'isApplied'> & { appliedAt: Date | null };

/** What one’s own file would change, or null where it is no longer kept, or never was. */
export async function loadReturned(actor: Actor, planId: string, id: string): Promise<ReturnedFile | null> {
  if (!ID.test(id) || !ID.test(planId)) return null;
  return asActor(actor.userId, async (tx) => {
    const [row] = await tx.$queryRaw<Row[]>`
      SELECT "id"::text, "planId"::text, "kind", "changes", "refusals", "remarks", "appliedAt" FROM "ReturnedFile"
      WHERE "id" = ${id}::uuid AND "planId" = ${planId}::uuid AND "createdAt" > now() - ${KEPT}::interval`;
    if (!row) return null;
    const { appliedAt, ...rest } = row;
    return { ...rest, isApplied: appliedAt !== null };
  });
}

/** $1 the file: it is applied once, however often that is asked for. */
const APPLIED: Statement = {
  name: 'returned.applied',
  text: `UPDATE "ReturnedFile" SET "appliedAt" = now() WHERE "id" = $1::uuid AND "appliedAt" IS NULL RETURNING 1 AS "one"`,
};
/** $1 who, $2 country, $3 the file, $4 what else. */
const AUDIT: Statement = {
  name: 'returned.audit',
  text: `INSERT INTO "Audit" ("actorId", "countryId", "deed", "thing", "detail") VALUES ($1::uuid, $2::uuid, 'file.apply', $3, $4::jsonb)`,
};

/**
 * Makes the changes of a file: all of them or, where one can’t be made, none. What somebody changed since is merged or kept
 * as a second version, as any save would; what isn’t there any more stays out.
 */
export async function applyReturned(actor: Actor, planId: string, id: string): Promise<SavedTogether> {
  const found = await loadReturned(actor, planId, id);
  const loaded = found && (await loadPlan(actor, planId));
  if (!found || !loaded) return { ok: false, code: 'notFound' };
  if (found.isApplied) return { ok: true, parts: 0, merged: 0, clashes: 0 };
  const changes = found.changes.filter((change) => {
    const standing = standingOf(change, loaded.plan);
    return standing === 'change' || standing === 'both';
  });
  if (changes.length === 0) return { ok: false, code: 'nothing' };
  return saveTogether(actor, planId, changes, async (ask, countryId) => {
    const [first] = await ask(APPLIED, [id]);
    if (!first) return false;
    const detail = JSON.stringify({ plan: planId, kind: found.kind, changes: changes.length });
    await ask(AUDIT, [actor.userId, countryId, `file ${id}`, detail]);
    return true;
  });
}
