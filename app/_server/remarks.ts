import { type Actor, can } from '#people/roles';
import { ID } from '#plan/fields';
import type { Bilingual } from '#plan/schema';
import { isBlank, textRefusal } from '../_review/texts.ts';
import { record } from './audit.ts';
import { asActor, type Transaction } from './database.ts';

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
  /** `at`: when it was written; what the next save of it is made from. */
  | { ok: true; id: string; at: Date }
  /** `now`: what stands there: the person wrote it in another window since, or took it out. */
  | { ok: false; code: 'remarkMoved'; now: Remark }
  | { ok: false; code: 'remarkGone'; now: null }
  | { ok: false; code: 'notFound' | 'notAllowed' | 'bodyMissing' | 'tooMany' | 'idTaken' | 'tooLong' | 'notText' };

/**
 * Keeps a remark, or changes one’s own. What already stands there isn’t written again, so that sending it twice is harmless.
 * @param asked `id`: chosen by who sends it; that of a remark that is there changes it. `seen`: when the remark was written
 *   that this one was made from, null for a new one; where another stands there by now, or none, nothing is written.
 */
export async function keepRemark(
  actor: Actor,
  { id, text, seen }: { id: string; text: Bilingual; seen: Date | null },
): Promise<KeepRemark> {
  if (!can(actor, 'remark.keep')) return { ok: false, code: 'notAllowed' };
  if (!ID.test(id)) return { ok: false, code: 'notFound' };
  if (isBlank(text.ar) && isBlank(text.en)) return { ok: false, code: 'bodyMissing' };
  const refused = textRefusal([text.ar, text.en]);
  if (refused) return { ok: false, code: refused };
  return asActor(actor.userId, async (tx): Promise<KeepRemark> => {
    if (!seen && (await tx.remark.count({ where: { adviserId: actor.userId, id: { not: id } } })) >= REMARK_LIMIT)
      return { ok: false, code: 'tooMany' };
    const [written] = seen
      ? await tx.$queryRaw<Written[]>`
          UPDATE "Remark" SET "ar" = ${text.ar}, "en" = ${text.en}, "updatedAt" = clock_timestamp()
          WHERE "id" = ${id}::uuid AND "adviserId" = ${actor.userId}::uuid AND "updatedAt" = ${seen}::timestamptz
          RETURNING "updatedAt" AS "at"`
      : await tx.$queryRaw<Written[]>`
          INSERT INTO "Remark" ("id", "adviserId", "ar", "en")
          VALUES (${id}::uuid, ${actor.userId}::uuid, ${text.ar}, ${text.en})
          ON CONFLICT DO NOTHING RETURNING "updatedAt" AS "at"`;
    if (!written) return stands(tx, actor, { id, text, isNew: !seen });
    await record(tx, { actorId: actor.userId, deed: 'remark.keep', thing: `remark ${id}` });
    return { ok: true, id, at: written.at };
  });
}

type Written = { at: Date };

/** What one has under an id where it is another than the one that was seen: no harm, if it says the same. */
async function stands(
  tx: Transaction,
  { userId }: Actor,
  { id, text, isNew }: { id: string; text: Bilingual; isNew: boolean },
): Promise<KeepRemark> {
  const own = await tx.remark.findFirst({ where: { id, adviserId: userId } });
  if (!own) return isNew ? { ok: false, code: 'idTaken' } : { ok: false, code: 'remarkGone', now: null };
  const { ar, en, updatedAt } = own;
  if (ar === text.ar && en === text.en) return { ok: true, id, at: updatedAt };
  return { ok: false, code: 'remarkMoved', now: { id, text: { ar, en }, updatedAt } };
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
