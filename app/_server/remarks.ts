import { type Actor, can } from '#people/roles';
import { ID } from '#plan/fields';
import type { Bilingual } from '#plan/schema';
import { isBlank, textRefusal } from '../_review/texts.ts';
import { record } from './audit.ts';
import { asActor } from './database.ts';

/** A remark that an adviser keeps, to use again: theirs alone, and of no country. */
export type Remark = { id: string; text: Bilingual; updatedAt: Date };

/** How many remarks one person may keep. */
export const REMARK_LIMIT = 500;

/** A person’s own remarks, the latest changed first; nothing to who is no adviser. */
export async function listRemarks(actor: Actor): Promise<Remark[]> {
  if (!can(actor, 'remark.keep')) return [];
  const rows = await asActor(
    actor.userId,
    (tx) => tx.$queryRaw<{ id: string; ar: string; en: string; updatedAt: Date }[]>`
      SELECT "id"::text, "ar", "en", "updatedAt" FROM "Remark" WHERE "adviserId" = ${actor.userId}::uuid
      ORDER BY "updatedAt" DESC, "id" DESC`,
  );
  return rows.map(({ id, ar, en, updatedAt }) => ({ id, text: { ar, en }, updatedAt }));
}

export type KeepRemark =
  | { ok: true; id: string }
  | { ok: false; code: 'notFound' | 'notAllowed' | 'bodyMissing' | 'tooMany' | 'idTaken' | 'tooLong' | 'notText' };

/**
 * Keeps a remark, or changes one’s own.
 * @param id chosen by who sends it; that of a remark that is there changes it
 */
export async function keepRemark(actor: Actor, { id, text }: { id: string; text: Bilingual }): Promise<KeepRemark> {
  if (!can(actor, 'remark.keep')) return { ok: false, code: 'notAllowed' };
  if (!ID.test(id)) return { ok: false, code: 'notFound' };
  if (isBlank(text.ar) && isBlank(text.en)) return { ok: false, code: 'bodyMissing' };
  const refused = textRefusal([text.ar, text.en]);
  if (refused) return { ok: false, code: refused };
  return asActor(actor.userId, async (tx): Promise<KeepRemark> => {
    const changed = await tx.$executeRaw`UPDATE "Remark" SET "ar" = ${text.ar}, "en" = ${text.en}, "updatedAt" = now()
      WHERE "id" = ${id}::uuid AND "adviserId" = ${actor.userId}::uuid`;
    if (!changed) {
      if ((await tx.remark.count({ where: { adviserId: actor.userId } })) >= REMARK_LIMIT)
        return { ok: false, code: 'tooMany' };
      const added = await tx.$executeRaw`INSERT INTO "Remark" ("id", "adviserId", "ar", "en")
        VALUES (${id}::uuid, ${actor.userId}::uuid, ${text.ar}, ${text.en}) ON CONFLICT DO NOTHING`;
      if (!added) return { ok: false, code: 'idTaken' };
    }
    await record(tx, { actorId: actor.userId, deed: 'remark.keep', thing: `remark ${id}` });
    return { ok: true, id };
  });
}

/** Takes one of one’s own remarks out. What was said with it in a review stays there. */
export async function removeRemark(
  actor: Actor,
  id: string,
): Promise<{ ok: true } | { ok: false; code: 'notFound' | 'notAllowed' }> {
  if (!can(actor, 'remark.keep')) return { ok: false, code: 'notAllowed' };
  if (!ID.test(id)) return { ok: false, code: 'notFound' };
  return asActor(actor.userId, async (tx) => {
    const { count } = await tx.remark.deleteMany({ where: { id, adviserId: actor.userId } });
    if (!count) return { ok: false, code: 'notFound' };
    await record(tx, { actorId: actor.userId, deed: 'remark.remove', thing: `remark ${id}` });
    return { ok: true };
  });
}
