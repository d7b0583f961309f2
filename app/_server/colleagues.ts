import { type Actor, can } from '#people/roles';
import { ID } from '#plan/fields';
import { type PartKey, partSchema } from '#plan/parts';
import { asActor } from './database.ts';

/** The latest save of a part: the number it has since, when it was, and who saved. */
export type Arrival = { part: PartKey; revision: number; at: Date; userId: string; name: string };

/** A part as it stands. Its content is null where it was removed, or nothing was written yet. */
export type PartNow = { content: unknown; revision: number };

type NotFound = { ok: false; code: 'notFound' };

/** A save shows itself when it is committed, and bears the time at which it began: seconds before, at most. */
const OVERLAP = '20 seconds';

/**
 * Which parts of a plan were saved since a moment, of those that the person may read; some of a little earlier are among
 * them. `now` is the moment to ask from next, by the database’s clock.
 * @param after ISO 8601; '' asks for the moment alone
 */
export async function arrivalsSince(
  actor: Actor,
  planId: string,
  after: string,
): Promise<{ ok: true; now: string; arrivals: Arrival[] } | NotFound> {
  if (!ID.test(planId)) return { ok: false, code: 'notFound' };
  return asActor(actor.userId, async (tx) => {
    const plan = await tx.plan.findFirst({ where: { id: planId, deletedAt: null }, select: { countryId: true } });
    const thing = { countryId: plan?.countryId, planId };
    if (!plan || !can(actor, 'plan.open', thing)) return { ok: false, code: 'notFound' };
    const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT now() AS "now"`;
    const now = clock?.now.toISOString() ?? '';
    if (after === '') return { ok: true, now, arrivals: [] };
    const found = await tx.$queryRaw<Arrival[]>`
      SELECT DISTINCT ON (c."part") c."part", c."revision", c."at", c."actorId"::text AS "userId", u."name"
      FROM "Change" c JOIN "User" u ON u."id" = c."actorId"
      WHERE c."planId" = ${planId}::uuid AND c."at" > ${after}::timestamptz - ${OVERLAP}::interval
      ORDER BY c."part", c."revision" DESC, c."at" DESC`;
    return { ok: true, now, arrivals: found.filter(({ part }) => can(actor, 'part.read', { ...thing, part })) };
  });
}

/** One part of a plan as it stands, for who may read it. */
export async function loadPart(
  actor: Actor,
  planId: string,
  part: PartKey,
): Promise<({ ok: true } & PartNow) | NotFound> {
  if (!ID.test(planId) || !partSchema(part)) return { ok: false, code: 'notFound' };
  return asActor(actor.userId, async (tx) => {
    const plan = await tx.plan.findFirst({ where: { id: planId, deletedAt: null }, select: { countryId: true } });
    if (!plan || !can(actor, 'part.read', { countryId: plan.countryId, planId, part }))
      return { ok: false, code: 'notFound' };
    const stored = await tx.planPart.findUnique({ where: { planId_key: { planId, key: part } } });
    if (stored) return { ok: true, content: stored.content, revision: stored.revision };
    const last = await tx.change.aggregate({ where: { planId, part }, _max: { revision: true } });
    return { ok: true, content: null, revision: last._max.revision ?? 0 };
  });
}
