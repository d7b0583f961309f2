import { uuidv7 } from 'uuidv7';
import { type Actor, can, roleIn, type Scope, scopes } from '#people/roles';
import { isRealDate } from '#plan/calendar';
import { ID } from '#plan/fields';
import type { Side } from '../_review/sides.ts';
import { record } from './audit.ts';
import { asActor, type Transaction } from './database.ts';
import { circleOf, notify } from './notices.ts';

/** Where something of a review is done, and for which side. */
export type ReviewPlace = { planId: string; countryId: string; side: Side };

export type NotFound = { ok: false; code: 'notFound' };
export const notFound: NotFound = { ok: false, code: 'notFound' };
export const notAllowed = { ok: false, code: 'notAllowed' } as const;

/**
 * Does `work` in one transaction for a person of a review. Where the database refuses a row, because a grant or a role
 * ended in the middle of it, the answer is that there is no such thing, as it would be a moment later.
 */
export async function asReviewer<T>(
  actor: Actor,
  work: (tx: Transaction) => Promise<T>,
  options?: { timeout?: number },
): Promise<T | NotFound> {
  try {
    return await asActor(actor.userId, work, options);
  } catch (error) {
    if (isRefusal(error)) return notFound;
    throw error;
  }
}

/** 42501 is what PostgreSQL says where a policy refuses a row. */
function isRefusal(error: unknown): boolean {
  const { meta } = error as { meta?: { driverAdapterError?: { cause?: { originalCode?: string } } } };
  return meta?.driverAdapterError?.cause?.originalCode === '42501';
}

/**
 * The place of a plan’s review for who belongs to it at this moment, else null. An adviser of sent versions doesn’t see
 * the plan’s own row, since its title is that of the draft: their grant tells the country.
 */
export async function reviewPlace(tx: Transaction, actor: Actor, planId: string): Promise<ReviewPlace | null> {
  if (!ID.test(planId)) return null;
  const [row] = await tx.$queryRaw<{ countryId: string }[]>`
    SELECT "countryId"::text FROM "Plan" WHERE "id" = ${planId}::uuid AND "deletedAt" IS NULL
    UNION ALL SELECT "countryId"::text FROM app_grants() WHERE "planId" = ${planId}::uuid LIMIT 1`;
  if (!row || !can(actor, 'review.open', { countryId: row.countryId, planId })) return null;
  return { planId, countryId: row.countryId, side: roleIn(actor, row.countryId) ? 'country' : 'adviser' };
}

/** One deed of a plan’s review at a time: rounds are numbered, withdrawn, decided on and adopted one after the other. */
export async function lockReview(tx: Transaction, planId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${`review ${planId}`}, 0))`;
}

/** How long a grant may last, at most. */
const LONGEST = '3 years';

export type GrantAccess =
  | { ok: true; id: string }
  | {
      ok: false;
      code:
        | 'notFound'
        | 'notAllowed'
        | 'notAdviser'
        | 'ownTeam'
        | 'untilInvalid'
        | 'untilPast'
        | 'untilFar'
        | 'scopeInvalid';
    };

/**
 * Lets an adviser into a plan. A grant that they have already is replaced, so that its time and scope are changed by
 * granting anew.
 * @param until the last day of it, as “2027-03-31”, in universal time
 */
export async function grantAccess(
  actor: Actor,
  { planId, adviserId, scope, until }: { planId: string; adviserId: string; scope: Scope; until: string },
): Promise<GrantAccess> {
  if (!scopes.includes(scope)) return { ok: false, code: 'scopeInvalid' };
  if (!isDay(until)) return { ok: false, code: 'untilInvalid' };
  return asReviewer(actor, async (tx): Promise<GrantAccess> => {
    const place = await reviewPlace(tx, actor, planId);
    if (!place) return notFound;
    const { countryId } = place;
    if (!can(actor, 'grant.manage', place)) return notAllowed;
    const [time] = await tx.$queryRaw<{ past: boolean; far: boolean }[]>`
      SELECT t <= now() AS "past", t > now() + ${LONGEST}::interval AS "far"
      FROM (SELECT (${until}::date + 1)::timestamp AT TIME ZONE 'UTC' AS t) asked`;
    if (time?.past) return { ok: false, code: 'untilPast' };
    if (time?.far) return { ok: false, code: 'untilFar' };
    const isAdviser =
      ID.test(adviserId) && (await tx.user.count({ where: { id: adviserId, duties: { has: 'adviser' } } }));
    if (!isAdviser) return { ok: false, code: 'notAdviser' };
    if (await tx.membership.count({ where: { countryId, userId: adviserId } })) return { ok: false, code: 'ownTeam' };
    await lockReview(tx, planId);
    const replaced = await tx.$executeRaw`UPDATE "Grant" SET "revokedAt" = now(), "revokedBy" = ${actor.userId}::uuid
      WHERE "planId" = ${planId}::uuid AND "adviserId" = ${adviserId}::uuid AND "revokedAt" IS NULL`;
    const id = uuidv7();
    await tx.$executeRaw`INSERT INTO "Grant" ("id", "planId", "countryId", "adviserId", "scope", "until", "grantedBy")
      VALUES (${id}::uuid, ${planId}::uuid, ${countryId}::uuid, ${adviserId}::uuid, ${scope},
        (${until}::date + 1)::timestamp AT TIME ZONE 'UTC', ${actor.userId}::uuid)`;
    await record(tx, {
      actorId: actor.userId,
      countryId,
      deed: 'grant.create',
      thing: `grant ${id}`,
      detail: { plan: planId, adviser: adviserId, scope, until, replaced: replaced > 0 },
    });
    const about = { planId, part: null, draft: false };
    const told = [{ userId: adviserId, kind: 'granted' as const }];
    await notify(tx, actor, about, `grant ${id}`, { circle: await circleOf(tx, about), told });
    return { ok: true, id };
  });
}

/** Whether a text is a day of the calendar, of this millennium or the last. */
export const isDay = (day: string): boolean => /^[12]\d{3}-\d{2}-\d{2}$/.test(day) && isRealDate(day);

/** Takes a grant back. From that moment the adviser is shown nothing more, also in the middle of a request. */
export async function revokeAccess(
  actor: Actor,
  grantId: string,
): Promise<{ ok: true } | { ok: false; code: 'notFound' | 'notAllowed' }> {
  if (!ID.test(grantId)) return notFound;
  return asReviewer(actor, async (tx) => {
    const found = await tx.grant.findUnique({ where: { id: grantId } });
    const place = found && (await reviewPlace(tx, actor, found.planId));
    if (!found || place?.side !== 'country') return notFound;
    if (!can(actor, 'grant.manage', place)) return notAllowed;
    // Revoked twice is revoked.
    if (found.revokedAt) return { ok: true };
    const about = { planId: found.planId, part: null, draft: false };
    // Afterwards they don't belong to it any more, and nobody could tell them.
    const told = [{ userId: found.adviserId, kind: 'grantRevoked' as const }];
    await notify(tx, actor, about, `grant ${grantId}`, { circle: await circleOf(tx, about), told });
    await tx.$executeRaw`UPDATE "Grant" SET "revokedAt" = now(), "revokedBy" = ${actor.userId}::uuid
      WHERE "id" = ${grantId}::uuid AND "revokedAt" IS NULL`;
    await record(tx, {
      actorId: actor.userId,
      countryId: place.countryId,
      deed: 'grant.revoke',
      thing: `grant ${grantId}`,
      detail: { plan: found.planId, adviser: found.adviserId },
    });
    return { ok: true };
  });
}

export type GrantRow = {
  id: string;
  adviser: { userId: string; name: string; email: string };
  scope: Scope;
  until: Date;
  createdAt: Date;
  grantedBy: string;
  /** ended: its time has come, or its person is no adviser any more. */
  state: 'active' | 'ended' | 'revoked';
};

/** Whom a country let into a plan, for its team: those who are in first, then the latest. Null to everybody else. */
export async function listGrants(actor: Actor, planId: string): Promise<GrantRow[] | null> {
  return asActor(actor.userId, async (tx) => {
    const place = await reviewPlace(tx, actor, planId);
    if (place?.side !== 'country' || !can(actor, 'review.read', place)) return null;
    const rows = await tx.$queryRaw<(Omit<GrantRow, 'adviser'> & GrantRow['adviser'])[]>`
      SELECT g."id"::text, g."adviserId"::text AS "userId", a."name", a."email", g."scope", g."until", g."createdAt",
        b."name" AS "grantedBy", CASE WHEN g."revokedAt" IS NOT NULL THEN 'revoked'
          WHEN g."until" <= now() OR NOT 'adviser' = ANY (a."duties") THEN 'ended' ELSE 'active' END AS "state"
      FROM "Grant" g JOIN "User" a ON a."id" = g."adviserId" JOIN "User" b ON b."id" = g."grantedBy"
      WHERE g."planId" = ${planId}::uuid ORDER BY "state", g."createdAt" DESC, g."id" DESC`;
    return rows.map(({ userId, name, email, ...row }) => ({ ...row, adviser: { userId, name, email } }));
  });
}

/** The advisers whom a coordinator can let into a plan; nobody to everyone else. */
export async function listAdvisers(actor: Actor, planId: string): Promise<GrantRow['adviser'][]> {
  return asActor(actor.userId, async (tx) => {
    const place = await reviewPlace(tx, actor, planId);
    if (!place || !can(actor, 'grant.manage', place)) return [];
    return tx.$queryRaw<GrantRow['adviser'][]>`
      SELECT u."id"::text AS "userId", u."name", u."email" FROM "User" u
      WHERE 'adviser' = ANY (u."duties") AND NOT EXISTS (SELECT 1 FROM "Membership" m
        WHERE m."userId" = u."id" AND m."countryId" = ${place.countryId}::uuid)
      ORDER BY u."name", u."id"`;
  });
}
