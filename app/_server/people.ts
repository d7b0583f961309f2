import { type Actor, type CountryRole, can } from '#people/roles';
import { record } from './audit.ts';
import { asActor, type Transaction } from './database.ts';

export type Member = { userId: string; name: string; email: string; role: CountryRole; since: Date };

/** The people of a country, for its coordinators; null to everybody else. */
export async function listMembers(actor: Actor, countryId: string): Promise<Member[] | null> {
  if (!can(actor, 'people.manage', { countryId })) return null;
  const rows = await asActor(actor.userId, (tx) =>
    tx.membership.findMany({
      where: { countryId },
      include: { user: { select: { name: true, email: true } } },
      orderBy: { createdAt: 'asc' },
    }),
  );
  return rows.map(({ userId, role, createdAt, user }) => ({
    userId,
    ...user,
    role: role as CountryRole,
    since: createdAt,
  }));
}

export type ManagePeople = { ok: true } | { ok: false; code: 'notAllowed' | 'notFound' | 'lastCoordinator' };

/** Who else coordinates; asked under a lock, so that the last two can't both step down at once. */
async function hasOtherCoordinator(tx: Transaction, countryId: string, userId: string): Promise<boolean> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`coordinators ${countryId}`}, 0))::text`;
  const others = await tx.membership.count({ where: { countryId, role: 'coordinator', userId: { not: userId } } });
  return others > 0;
}

/** Gives a member of a country another role there. It holds from their next request on. */
export async function changeRole(
  actor: Actor,
  { countryId, userId, role }: { countryId: string; userId: string; role: CountryRole },
): Promise<ManagePeople> {
  if (!can(actor, 'people.manage', { countryId })) return { ok: false, code: 'notAllowed' };
  return asActor(actor.userId, async (tx) => {
    if (role !== 'coordinator' && !(await hasOtherCoordinator(tx, countryId, userId))) {
      return { ok: false, code: 'lastCoordinator' };
    }
    const { count } = await tx.membership.updateMany({ where: { countryId, userId }, data: { role } });
    if (!count) return { ok: false, code: 'notFound' };
    await record(tx, {
      actorId: actor.userId,
      countryId,
      deed: 'role.change',
      thing: `user ${userId}`,
      detail: { role },
    });
    return { ok: true };
  });
}

/** Takes a person out of a country, with what was assigned to them there. What they wrote stays. */
export async function removeMember(
  actor: Actor,
  { countryId, userId }: { countryId: string; userId: string },
): Promise<ManagePeople> {
  if (!can(actor, 'people.manage', { countryId })) return { ok: false, code: 'notAllowed' };
  return asActor(actor.userId, async (tx) => {
    if (!(await hasOtherCoordinator(tx, countryId, userId))) return { ok: false, code: 'lastCoordinator' };
    await tx.assignment.deleteMany({ where: { countryId, userId } });
    const { count } = await tx.membership.deleteMany({ where: { countryId, userId } });
    if (!count) return { ok: false, code: 'notFound' };
    await record(tx, { actorId: actor.userId, countryId, deed: 'member.remove', thing: `user ${userId}` });
    return { ok: true };
  });
}
