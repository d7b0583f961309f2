import { type Actor, can } from '#people/roles';
import { partOf } from '#plan/parts';
import { record } from './audit.ts';
import { asActor } from './database.ts';

export type Assign = { ok: true } | { ok: false; code: 'notAllowed' | 'notFound' | 'invalid' };

/** Gives a contributor exactly these parts of a plan; those given before and not named are taken back. */
export async function assign(
  actor: Actor,
  { countryId, planId, userId, parts }: { countryId: string; planId: string; userId: string; parts: readonly string[] },
): Promise<Assign> {
  if (!can(actor, 'part.assign', { countryId })) return { ok: false, code: 'notAllowed' };
  if (parts.some((part) => partOf(part) !== part)) return { ok: false, code: 'invalid' };
  return asActor(actor.userId, async (tx) => {
    const plan = await tx.plan.findFirst({ where: { id: planId, countryId, deletedAt: null }, select: { id: true } });
    const member = await tx.membership.findFirst({ where: { userId, countryId, role: 'contributor' } });
    if (!plan || !member) return { ok: false, code: 'notFound' };
    await tx.assignment.deleteMany({ where: { planId, userId, part: { notIn: [...parts] } } });
    await tx.assignment.createMany({
      data: [...new Set(parts)].map((part) => ({ planId, part, userId, countryId })),
      skipDuplicates: true,
    });
    await record(tx, {
      actorId: actor.userId,
      countryId,
      deed: 'part.assign',
      thing: `user ${userId}`,
      detail: { plan: planId, parts: parts.join(' ').slice(0, 4000) },
    });
    return { ok: true };
  });
}
