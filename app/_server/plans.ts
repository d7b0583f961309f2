import { uuidv7 } from 'uuidv7';
import { type Actor, can } from '#people/roles';
import { ID } from '#plan/fields';
import { type PartKey, putTogether, takeApart } from '#plan/parts';
import type { Bilingual, Plan } from '#plan/schema';
import { record } from './audit.ts';
import { asActor, type Transaction } from './database.ts';

type CountryName = { code: string; nameAr: string; nameEn: string };

export type ListedPlan = { id: string; countryId: string; country: CountryName; title: Bilingual; updatedAt: Date };

export type LoadedPlan = {
  id: string;
  countryId: string;
  country: CountryName;
  plan: Plan;
  /** How often each part was saved; a part that has no content has no entry. */
  revisions: Record<PartKey, number>;
  updatedAt: Date;
  /** When it was read, by the database’s clock. */
  readAt: Date;
};

type PlanRow = CountryName & {
  id: string;
  countryId: string;
  titleAr: string;
  titleEn: string;
  updatedAt: Date;
  readAt: Date;
};

// A save touches its part alone, so that colleagues never queue for the plan's row: the latest of both is meant.
const PLANS = `SELECT p."id"::text, p."countryId"::text, p."titleAr", p."titleEn", c."code", c."nameAr", c."nameEn", now() AS "readAt",
    greatest(p."updatedAt", (SELECT max(q."updatedAt") FROM "PlanPart" q WHERE q."planId" = p."id")) AS "updatedAt"
  FROM "Plan" p JOIN "Country" c ON c."id" = p."countryId" WHERE p."deletedAt" IS NULL`;

const countryOf = ({ code, nameAr, nameEn }: PlanRow): CountryName => ({ code, nameAr, nameEn });

/** The plans that a person may open, the one worked on last first. */
export async function listPlans(actor: Actor): Promise<ListedPlan[]> {
  const rows = await asActor(actor.userId, (tx) =>
    tx.$queryRawUnsafe<PlanRow[]>(`${PLANS} ORDER BY "updatedAt" DESC, p."id"`),
  );
  return rows
    .filter(({ id, countryId }) => can(actor, 'plan.open', { countryId, planId: id }))
    .map((row) => ({
      id: row.id,
      countryId: row.countryId,
      country: countryOf(row),
      title: { ar: row.titleAr, en: row.titleEn },
      updatedAt: row.updatedAt,
    }));
}

/**
 * A plan with all of it that the person may read: of a contributor’s, the parts assigned to them.
 * @returns null where there is no such plan, and where it isn’t theirs to know of: the two can’t be told apart
 */
export async function loadPlan(actor: Actor, planId: string): Promise<LoadedPlan | null> {
  if (!ID.test(planId)) return null;
  return asActor(actor.userId, async (tx) => {
    const [row] = await tx.$queryRawUnsafe<PlanRow[]>(`${PLANS} AND p."id" = $1::uuid`, planId);
    if (!row || !can(actor, 'plan.open', { countryId: row.countryId, planId })) return null;
    const { countryId } = row;
    const all = await tx.planPart.findMany({ where: { planId }, select: { key: true, content: true, revision: true } });
    const parts = all.filter(({ key }) => can(actor, 'part.read', { countryId, planId, part: key }));
    return {
      id: planId,
      countryId,
      country: countryOf(row),
      plan: putTogether(parts),
      revisions: Object.fromEntries(parts.map(({ key, revision }) => [key, revision])),
      updatedAt: row.updatedAt,
      readAt: row.readAt,
    };
  });
}

/** A plan to take along as a document, for who may. That it was taken is put down. */
export async function takePlan(
  actor: Actor,
  planId: string,
): Promise<{ ok: true; loaded: LoadedPlan } | { ok: false; code: 'notFound' | 'notAllowed' }> {
  const loaded = await loadPlan(actor, planId);
  if (!loaded) return { ok: false, code: 'notFound' };
  const { countryId } = loaded;
  if (!can(actor, 'plan.export', { countryId, planId })) return { ok: false, code: 'notAllowed' };
  await asActor(actor.userId, (tx) =>
    record(tx, { actorId: actor.userId, countryId, deed: 'plan.export', thing: `plan ${planId}` }),
  );
  return { ok: true, loaded };
}

/** Makes a plan of a country from a content: an empty one, the sample’s, an imported one’s. */
export async function createPlan(
  actor: Actor,
  countryId: string,
  plan: Plan,
): Promise<{ ok: true; id: string } | { ok: false; code: 'notAllowed' }> {
  if (!can(actor, 'plan.create', { countryId })) return { ok: false, code: 'notAllowed' };
  const id = await asActor(actor.userId, (tx) => insertPlan(tx, actor.userId, countryId, plan));
  return { ok: true, id };
}

/** The same within a transaction of whoever has asked `can` already; gives the plan’s id. */
export async function insertPlan(tx: Transaction, userId: string, countryId: string, plan: Plan): Promise<string> {
  const id = uuidv7();
  const { title } = plan.about;
  await tx.$executeRaw`INSERT INTO "Plan" ("id", "countryId", "titleAr", "titleEn")
    VALUES (${id}::uuid, ${countryId}::uuid, ${title.ar}, ${title.en})`;
  const parts = Object.entries(takeApart(plan)).map(([key, content]) => ({ key, content, change: uuidv7() }));
  const rows = JSON.stringify(parts);
  await tx.$executeRaw`INSERT INTO "PlanPart" ("planId", "key", "countryId", "content")
    SELECT ${id}::uuid, part->>'key', ${countryId}::uuid, part->'content' FROM jsonb_array_elements(${rows}::jsonb) part`;
  // The beginning of each part's history.
  await tx.$executeRaw`INSERT INTO "Change" ("id", "planId", "countryId", "part", "revision", "actorId", "changes")
    SELECT (part->>'change')::uuid, ${id}::uuid, ${countryId}::uuid, part->>'key', 1, ${userId}::uuid,
      jsonb_build_array(jsonb_build_object('path', part->'key', 'from', null, 'to', part->'content'))
    FROM jsonb_array_elements(${rows}::jsonb) part`;
  await record(tx, { actorId: userId, countryId, deed: 'plan.create', thing: `plan ${id}` });
  return id;
}

/** Takes a plan away from everyone’s sight. Its rows stay, so that it can be brought back for 90 days. */
export async function deletePlan(
  actor: Actor,
  planId: string,
): Promise<{ ok: true } | { ok: false; code: 'notFound' | 'notAllowed' }> {
  if (!ID.test(planId)) return { ok: false, code: 'notFound' };
  return asActor(actor.userId, async (tx) => {
    const plan = await tx.plan.findFirst({ where: { id: planId, deletedAt: null }, select: { countryId: true } });
    const thing = { countryId: plan?.countryId, planId };
    if (!plan || !can(actor, 'plan.open', thing)) return { ok: false, code: 'notFound' };
    if (!can(actor, 'plan.delete', thing)) return { ok: false, code: 'notAllowed' };
    // By the database's clock, like every time in it.
    await tx.$executeRaw`UPDATE "Plan" SET "deletedAt" = now(), "updatedAt" = now() WHERE "id" = ${planId}::uuid`;
    await record(tx, {
      actorId: actor.userId,
      countryId: plan.countryId,
      deed: 'plan.delete',
      thing: `plan ${planId}`,
    });
    return { ok: true };
  });
}
