import { uuidv7 } from 'uuidv7';
import { type Actor, can } from '#people/roles';
import { readBytes } from '#plan/commandLine';
import { asPlanOf } from '#plan/digest';
import type { Refusal } from '#plan/exchange';
import { ID } from '#plan/fields';
import { type Plan, planSchema } from '#plan/schema';
import { record } from './audit.ts';
import { asActor, type Transaction, WHOLE_FILE } from './database.ts';
import { insertPlan } from './plans.ts';

/** How long what was read from a file waits for its sender’s word. */
const KEPT = '1 hour';

type CountryName = { code: string; nameAr: string; nameEn: string };

/** What was read from a file: the plan as it stands there, or what keeps it from being one. */
export type PlanImport = {
  id: string;
  countryId: string;
  country: CountryName;
  plan: Plan | null;
  refusals: Refusal[];
  /** The plan that was made of it already. */
  planId: string | null;
};

/**
 * Reads a file and keeps what it holds for an hour, for its sender alone, so that they can look at it before it becomes
 * a plan. A file that was sent before is forgotten.
 */
export async function receiveImport(
  actor: Actor,
  countryId: string,
  file: Uint8Array,
): Promise<{ ok: true; id: string } | { ok: false; code: 'notAllowed' }> {
  if (!can(actor, 'plan.import', { countryId })) return { ok: false, code: 'notAllowed' };
  const read = readBytes(file);
  const id = uuidv7();
  const content = read.ok ? JSON.stringify(read.plan) : null;
  const refusals = read.ok ? [] : read.refusals;
  await asActor(
    actor.userId,
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM forget_imports(${KEPT}::interval)`;
      await tx.$executeRaw`DELETE FROM "PlanImport" WHERE "requestedBy" = ${actor.userId}::uuid`;
      await tx.$executeRaw`INSERT INTO "PlanImport" ("id", "countryId", "requestedBy", "content", "refusals")
      VALUES (${id}::uuid, ${countryId}::uuid, ${actor.userId}::uuid, ${content}::jsonb, ${JSON.stringify(refusals)}::jsonb)`;
      await record(tx, {
        actorId: actor.userId,
        countryId,
        deed: 'import.receive',
        thing: `import ${id}`,
        detail: { bytes: file.length, refusals: refusals.length },
      });
    },
    WHOLE_FILE,
  );
  return { ok: true, id };
}

/** What was read from one’s own file, or null where it is no longer kept, or never was. */
export async function loadImport(actor: Actor, importId: string): Promise<PlanImport | null> {
  if (!ID.test(importId)) return null;
  return asActor(actor.userId, (tx) => find(tx, actor, importId));
}

type Row = CountryName & Omit<PlanImport, 'country' | 'plan'> & { content: unknown };

/** Locks the row, so that a file that is confirmed twice at once becomes one plan. */
async function find(tx: Transaction, actor: Actor, importId: string): Promise<PlanImport | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT i."id"::text, i."countryId"::text, i."content", i."refusals", i."planId"::text, c."code", c."nameAr", c."nameEn"
    FROM "PlanImport" i JOIN "Country" c ON c."id" = i."countryId"
    WHERE i."id" = ${importId}::uuid AND i."createdAt" > now() - ${KEPT}::interval FOR UPDATE OF i`;
  if (!row || !can(actor, 'plan.import', { countryId: row.countryId })) return null;
  const { id, countryId, content, refusals, planId, code, nameAr, nameEn } = row;
  const plan = content === null ? null : planSchema.parse(content);
  return { id, countryId, country: { code, nameAr, nameEn }, plan, refusals, planId };
}

/** The plan that a file becomes: its country is the one it was brought in for. */
export const planToBe = ({ country }: Pick<PlanImport, 'country'>, plan: Plan): Plan =>
  asPlanOf(plan, { code: country.code, name: { ar: country.nameAr, en: country.nameEn } });

/** Makes a new plan of what was read: all of it or, where anything fails, nothing. Confirmed twice, it is made once. */
export async function confirmImport(
  actor: Actor,
  importId: string,
): Promise<{ ok: true; planId: string } | { ok: false; code: 'notFound' | 'notAllowed' }> {
  if (!ID.test(importId)) return { ok: false, code: 'notFound' };
  return asActor(
    actor.userId,
    async (tx) => {
      const found = await find(tx, actor, importId);
      if (found?.planId) return { ok: true, planId: found.planId };
      if (!found?.plan) return { ok: false, code: 'notFound' };
      const { countryId, plan } = found;
      if (!can(actor, 'plan.create', { countryId })) return { ok: false, code: 'notAllowed' };
      const planId = await insertPlan(tx, actor.userId, countryId, planToBe(found, plan));
      await tx.$executeRaw`UPDATE "PlanImport" SET "planId" = ${planId}::uuid, "content" = NULL WHERE "id" = ${importId}::uuid`;
      await record(tx, {
        actorId: actor.userId,
        countryId,
        deed: 'plan.import',
        thing: `plan ${planId}`,
        detail: { import: importId },
      });
      return { ok: true, planId };
    },
    WHOLE_FILE,
  );
}
