import type { Actor } from '#people/roles';
import { record } from './audit.ts';
import { database } from './database.ts';
import { isOwnPassword, passwordHash, signIn } from './session.ts';

export type OwnSession = { id: string; createdAt: Date; usedAt: Date; network: string; agent: string };

/** A person's own sessions that are not over, the latest used first. */
export async function listSessions(actor: Actor): Promise<OwnSession[]> {
  const rows = await database().session.findMany({
    where: { userId: actor.userId, expiresAt: { gt: new Date() } },
    orderBy: { updatedAt: 'desc' },
    take: 50,
  });
  return rows.map(({ id, createdAt, updatedAt, ipAddress, userAgent }) => ({
    id,
    createdAt,
    usedAt: updatedAt,
    network: ipAddress ?? '',
    agent: userAgent ?? '',
  }));
}

/** Ends one of a person's own sessions, at once. */
export async function endSession(actor: Actor, id: string): Promise<boolean> {
  return database().$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { id, userId: actor.userId } });
    if (count) await record(tx, { actorId: actor.userId, deed: 'session.end', thing: `session ${id}` });
    return count > 0;
  });
}

/** Ends all of a person's sessions, this one too. */
export async function endAllSessions(actor: Actor): Promise<void> {
  await database().$transaction(async (tx) => {
    await tx.session.deleteMany({ where: { userId: actor.userId } });
    await record(tx, { actorId: actor.userId, deed: 'session.endAll', thing: `user ${actor.userId}` });
  });
}

/** Gives a person the name they ask for. */
export async function changeName(actor: Actor, name: string): Promise<void> {
  await database().$transaction(async (tx) => {
    await tx.user.updateMany({ where: { id: actor.userId }, data: { name } });
    await record(tx, { actorId: actor.userId, deed: 'name.change', thing: `user ${actor.userId}` });
  });
}

export type ChangePassword =
  | { ok: true }
  | { ok: false; code: 'wrongCurrent' | 'tooMany' | 'passwordSimple'; path?: string };

/** Changes a person's password, ends every session of theirs and opens a new one here. */
export async function changePassword(actor: Actor, current: string, password: string): Promise<ChangePassword> {
  const isOwn = await isOwnPassword(actor, current);
  if (isOwn === 'tooMany') return { ok: false, code: 'tooMany' };
  if (isOwn === 'no') return { ok: false, code: 'wrongCurrent', path: 'current' };
  if (password.toLowerCase().includes(actor.email.split('@')[0] ?? actor.email)) {
    return { ok: false, code: 'passwordSimple', path: 'password' };
  }
  const hash = await passwordHash(password);
  await database().$transaction(async (tx) => {
    await tx.account.updateMany({
      where: { userId: actor.userId, providerId: 'credential' },
      data: { password: hash },
    });
    await tx.session.deleteMany({ where: { userId: actor.userId } });
    await record(tx, { actorId: actor.userId, deed: 'password.change', thing: `user ${actor.userId}` });
  });
  const signedIn = await signIn(actor.email, password);
  return signedIn.ok ? { ok: true } : { ok: false, code: 'tooMany' };
}
