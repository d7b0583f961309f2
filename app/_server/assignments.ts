import { type Actor, can } from '#people/roles';
import { partOf } from '#plan/parts';
import { record } from './audit.ts';
import { asActor } from './database.ts';

/** The parts of a country's plans that are given to a person, for its coordinators; null to everybody else. */
export async function listAssignments(
  actor: Actor,
  countryId: string,
  userId: string,
): Promise<{ planId: string; part: string }[] | null> {
  if (!can(actor, 'part.assign', { countryId })) return null;
  return asActor(actor.userId, (tx) =>
    tx.assignment.findMany({ where: { countryId, userId }, select: { planId: true, part: true } }),
  );
}

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
