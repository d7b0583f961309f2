import { type Actor, can, roleIn } from '#people/roles';
import { ID } from '#plan/fields';
import { type PartKey, partOf } from '#plan/parts';
import { record } from './audit.ts';
import { asActor, type Transaction } from './database.ts';

/** A contributor of a plan’s country: a ministry’s focal point, and the parts of the plan that are theirs. */
export type FocalPoint = { userId: string; name: string; email: string; parts: PartKey[] };

type Assign = { ok: true } | { ok: false; code: 'notAllowed' | 'notFound' | 'invalid' };

/** Where a plan’s parts are given out, and whether this person may; null where they know of no such plan. */
async function placeOf(tx: Transaction, actor: Actor, planId: string) {
  const plan = ID.test(planId)
    ? await tx.plan.findFirst({ where: { id: planId, deletedAt: null }, select: { countryId: true } })
    : null;
  if (!plan || !can(actor, 'plan.open', { countryId: plan.countryId, planId })) return null;
  return { countryId: plan.countryId, assigns: can(actor, 'part.assign', { countryId: plan.countryId }) };
}

/** The contributors of a plan’s country with what is theirs, for its team; nobody to everyone else. */
export async function focalPoints(actor: Actor, planId: string): Promise<FocalPoint[]> {
  return asActor(actor.userId, async (tx) => {
    const place = await placeOf(tx, actor, planId);
    if (!place || !roleIn(actor, place.countryId)) return [];
    if (!can(actor, 'plan.read', { countryId: place.countryId, planId })) return [];
    const members = await tx.membership.findMany({
      where: { countryId: place.countryId, role: 'contributor' },
      include: { user: { select: { name: true, email: true } } },
      orderBy: { createdAt: 'asc' },
    });
    const given = await tx.assignment.findMany({ where: { planId }, select: { userId: true, part: true } });
    return members.map(({ userId, user }) => ({
      userId,
      ...user,
      parts: given.flatMap((each) => (each.userId === userId ? [each.part] : [])),
    }));
  });
}

/** Gives a part of a plan to exactly these contributors; from others it is taken back. */
export async function assignPart(
  actor: Actor,
  { planId, part, userIds }: { planId: string; part: PartKey; userIds: readonly string[] },
): Promise<Assign> {
  if (partOf(part) !== part || userIds.some((id) => !ID.test(id))) return { ok: false, code: 'invalid' };
  return asActor(actor.userId, async (tx) => {
    const place = await placeOf(tx, actor, planId);
    if (!place) return { ok: false, code: 'notFound' };
    const { countryId, assigns } = place;
    if (!assigns) return { ok: false, code: 'notAllowed' };
    const wanted = [...new Set(userIds)];
    const members = await tx.membership.count({ where: { countryId, role: 'contributor', userId: { in: wanted } } });
    if (members !== wanted.length) return { ok: false, code: 'notFound' };
    await tx.assignment.deleteMany({ where: { planId, part, userId: { notIn: wanted } } });
    await tx.assignment.createMany({
      data: wanted.map((userId) => ({ planId, part, userId, countryId })),
      skipDuplicates: true,
    });
    await record(tx, {
      actorId: actor.userId,
      countryId,
      deed: 'part.assign',
      thing: `plan ${planId}`,
      detail: { part, to: wanted.join(' ').slice(0, 4000) },
    });
    return { ok: true };
  });
}
