import { uuidv7 } from 'uuidv7';
import type { Actor } from '#people/roles';
import { ID } from '#plan/fields';
import type { NoticeKind } from '../_review/noticeKinds.ts';
import type { Side } from '../_review/sides.ts';
import { record } from './audit.ts';
import { asActor, type Transaction } from './database.ts';

/** Somebody who takes part in a review. */
export type Participant = { userId: string; name: string; role: string; side: Side };

/** What a notice is about. `part`: null where it is the plan as a whole; `draft`: it wasn’t sent, or may not have been. */
export type About = { planId: string; part: string | null; draft: boolean };

export type Told = { userId: string; kind: NoticeKind };

/**
 * Who takes part in the review of something, for who does so themselves; nobody to anyone else. Of a country’s team an
 * adviser is shown the coordinators, and those whom the threads name.
 */
export async function circleOf(tx: Transaction, { planId, part, draft }: About): Promise<Participant[]> {
  return tx.$queryRaw<Participant[]>`
    SELECT "userId"::text, "name", "role", "side" FROM review_circle(${planId}::uuid, ${part}, ${draft})
    ORDER BY "side" DESC, "name", "userId"`;
}

/**
 * Tells people of a deed, in its transaction, in the app and by a message that says only that there is something to read.
 * Each is told once, of what concerns them most: the first that names them; who did it isn’t told. Whoever takes no part in
 * it is left out, by the database too.
 * @param circle as `circleOf` gave it; of one side only, where the deed is that side’s own
 * @param thing what a page can be opened with: “thread <id>”, “submission <id>” …
 */
export async function notify(
  tx: Transaction,
  actor: Actor,
  about: About,
  thing: string,
  { circle, told }: { circle: readonly Participant[]; told: readonly Told[] },
): Promise<void> {
  const known = new Set(circle.map(({ userId }) => userId));
  const kinds = new Map<string, NoticeKind>();
  for (const { userId, kind } of told)
    if (userId !== actor.userId && known.has(userId) && !kinds.has(userId)) kinds.set(userId, kind);
  if (kinds.size === 0) return;
  const rows = [...kinds].map(([userId, kind]) => ({ id: uuidv7(), mail: uuidv7(), userId, kind }));
  await tx.$queryRaw`SELECT 1 FROM notice_send(${about.planId}::uuid, ${about.part}, ${about.draft}, ${thing}, ${JSON.stringify(rows)}::jsonb)`;
}

export type NoticeRow = {
  id: string;
  kind: NoticeKind;
  planId: string | null;
  country: { code: string; nameAr: string; nameEn: string };
  /** What a page can be opened with: “thread <id>”, “submission <id>” … */
  thing: string;
  /** The name of who did it. */
  by: string;
  at: Date;
  readAt: Date | null;
};

/** How many notices a page holds. */
export const NOTICE_PAGE = 50;

/**
 * A person’s own notices, the newest first. Those of a plan that they have no part in any more are not there.
 * @param before the id of the last notice of the page before
 */
export async function listNotices(actor: Actor, before?: string): Promise<NoticeRow[]> {
  if (before !== undefined && !ID.test(before)) return [];
  const rows = await asActor(
    actor.userId,
    (tx) => tx.$queryRaw<(Omit<NoticeRow, 'country'> & NoticeRow['country'])[]>`
      SELECT n."id"::text, n."kind", n."planId"::text, c."code", c."nameAr", c."nameEn", n."thing", u."name" AS "by", n."at", n."readAt"
      FROM "Notice" n JOIN "Country" c ON c."id" = n."countryId" JOIN "User" u ON u."id" = n."byId"
      WHERE n."userId" = ${actor.userId}::uuid
        AND (${before ?? null}::uuid IS NULL
          OR (n."at", n."id") < (SELECT l."at", l."id" FROM "Notice" l WHERE l."id" = ${before ?? null}::uuid))
      ORDER BY n."at" DESC, n."id" DESC LIMIT ${NOTICE_PAGE}`,
  );
  return rows.map(({ code, nameAr, nameEn, ...row }) => ({ ...row, country: { code, nameAr, nameEn } }));
}

/** How many of a person’s notices they haven’t read. */
export async function countUnread(actor: Actor): Promise<number> {
  const [row] = await asActor(
    actor.userId,
    (tx) => tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS "count" FROM "Notice" WHERE "userId" = ${actor.userId}::uuid AND "readAt" IS NULL`,
  );
  return row?.count ?? 0;
}

/**
 * Marks a person’s own notices as read: those named, or with 'all' every one. What is read stays read.
 * @returns how many were not read before
 */
export async function markRead(actor: Actor, which: readonly string[] | 'all'): Promise<number> {
  const ids = which === 'all' ? null : which.filter((id) => ID.test(id));
  return asActor(actor.userId, async (tx) => {
    const count = await tx.$executeRaw`UPDATE "Notice" SET "readAt" = now()
      WHERE "userId" = ${actor.userId}::uuid AND "readAt" IS NULL AND (${ids}::uuid[] IS NULL OR "id" = ANY (${ids}::uuid[]))`;
    await recordRead(tx, actor, count);
    return count;
  });
}

/** What a notice of a person’s own leads to, which is read by that, as are all others of it; null where there is none. */
export async function openNotice(actor: Actor, id: string): Promise<Pick<NoticeRow, 'planId' | 'thing'> | null> {
  if (!ID.test(id)) return null;
  return asActor(actor.userId, async (tx) => {
    const [found] = await tx.$queryRaw<Pick<NoticeRow, 'planId' | 'thing'>[]>`
      SELECT "planId"::text, "thing" FROM "Notice" WHERE "id" = ${id}::uuid AND "userId" = ${actor.userId}::uuid`;
    if (found) await readOf(tx, actor, found);
    return found ?? null;
  });
}

/** Marks what a person was told of something as read, since they have it before them. */
export async function markSeen(actor: Actor, planId: string, thing: string): Promise<void> {
  if (ID.test(planId)) await asActor(actor.userId, (tx) => readOf(tx, actor, { planId, thing }));
}

async function readOf(tx: Transaction, actor: Actor, { planId, thing }: Pick<NoticeRow, 'planId' | 'thing'>) {
  const count = await tx.$executeRaw`UPDATE "Notice" SET "readAt" = now()
    WHERE "userId" = ${actor.userId}::uuid AND "readAt" IS NULL AND "thing" = ${thing}
      AND "planId" IS NOT DISTINCT FROM ${planId}::uuid`;
  await recordRead(tx, actor, count);
}

async function recordRead(tx: Transaction, { userId }: Actor, count: number): Promise<void> {
  if (count)
    await record(tx, { actorId: userId, deed: 'notice.read', thing: `user ${userId}`, detail: { notices: count } });
}
