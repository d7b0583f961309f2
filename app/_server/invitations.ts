import { createHash, randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { type Actor, type CountryRole, can, type Duty } from '#people/roles';
import { mayTryThing } from './attempts.ts';
import { record } from './audit.ts';
import { asActor, database } from './database.ts';
import { env } from './env.ts';
import { passwordHash } from './session.ts';

const lifeInDays = 14;

/** What is kept of an invitation’s token. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

export type Invitation = {
  id: string;
  email: string | null;
  role: CountryRole | Duty;
  countryId: string | null;
  nameAr: string | null;
  nameEn: string | null;
  state: 'open' | 'accepted' | 'revoked' | 'expired';
};

type Refusal<Code extends string> = { ok: false; code: Code; path?: string };
export type Invite = { ok: true; id: string; link: string } | Refusal<'notAllowed'>;

type Asked = { role: CountryRole | Duty; countryId: string | null; email: string | null; locale: 'ar' | 'en' };

async function write(actor: Actor, asked: Asked): Promise<Invite> {
  const token = randomBytes(32).toString('base64url');
  const id = uuidv7();
  const { role, countryId, email, locale } = asked;
  await asActor(actor.userId, async (tx) => {
    await tx.$executeRaw`insert into "Invitation" ("id", "tokenHash", "email", "role", "countryId", "invitedBy", "expiresAt")
      values (${id}::uuid, ${tokenHash(token)}, ${email}, ${role}, ${countryId}::uuid, ${actor.userId}::uuid,
        now() + make_interval(days => ${lifeInDays}))`;
    await record(tx, {
      actorId: actor.userId,
      countryId,
      deed: 'invitation.create',
      thing: `invitation ${id}`,
      detail: { role },
    });
  });
  return { ok: true, id, link: `${env().APP_URL.replace(/\/$/, '')}/${locale}/invitations/${token}` };
}

/** A link that lets one person into a country in a role. An administrator may invite coordinators only. */
export async function invite(actor: Actor, asked: Asked & { countryId: string; role: CountryRole }): Promise<Invite> {
  const { countryId } = asked;
  if (can(actor, 'people.manage', { countryId })) return write(actor, asked);
  if (asked.role !== 'coordinator' || !can(actor, 'coordinator.invite')) return { ok: false, code: 'notAllowed' };
  const country = await database().country.findUnique({ where: { id: countryId }, select: { id: true } });
  return country ? write(actor, asked) : { ok: false, code: 'notAllowed' };
}

/** A link that gives one person a duty for the whole installation. */
export async function inviteForDuty(actor: Actor, asked: Omit<Asked, 'countryId'> & { role: Duty }): Promise<Invite> {
  if (!can(actor, 'duty.invite')) return { ok: false, code: 'notAllowed' };
  return write(actor, { ...asked, countryId: null });
}

export type InvitationRow = {
  id: string;
  email: string | null;
  role: CountryRole | Duty;
  countryId: string | null;
  createdAt: Date;
  expiresAt: Date;
};

/** Invitations that can still be accepted: a country’s, or with `null` those that an administrator keeps. */
export async function listInvitations(actor: Actor, countryId: string | null): Promise<InvitationRow[] | null> {
  const allowed = countryId ? can(actor, 'people.manage', { countryId }) : can(actor, 'coordinator.invite');
  if (!allowed) return null;
  const mine = countryId ? { countryId } : { OR: [{ countryId: null }, { role: 'coordinator' }] };
  const rows = await asActor(actor.userId, (tx) =>
    tx.invitation.findMany({
      where: { ...mine, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
      orderBy: { createdAt: 'desc' },
      select: { id: true, email: true, role: true, countryId: true, createdAt: true, expiresAt: true },
    }),
  );
  return rows.map((row) => ({ ...row, role: row.role as CountryRole | Duty }));
}

/** Takes an invitation back; its link no longer works. */
export async function revokeInvitation(actor: Actor, id: string): Promise<{ ok: true } | Refusal<'notFound'>> {
  return asActor(actor.userId, async (tx) => {
    // Row-level security shows a coordinator their country's and an administrator all of them.
    const found = await tx.invitation.findUnique({ where: { id }, select: { countryId: true, role: true } });
    const allowed =
      found &&
      ((found.countryId && can(actor, 'people.manage', { countryId: found.countryId })) ||
        (found.countryId && found.role === 'coordinator' && can(actor, 'coordinator.invite')) ||
        (!found.countryId && can(actor, 'duty.invite')));
    if (!allowed) return { ok: false, code: 'notFound' };
    const revoked = await tx.$executeRaw`update "Invitation" set "revokedAt" = now()
      where "id" = ${id}::uuid and "acceptedAt" is null and "revokedAt" is null`;
    if (!revoked) return { ok: false, code: 'notFound' };
    await record(tx, {
      actorId: actor.userId,
      countryId: found.countryId,
      deed: 'invitation.revoke',
      thing: `invitation ${id}`,
    });
    return { ok: true };
  });
}

/** What the holder of a link may know of the invitation; null where there is none with that token. */
export async function findInvitation(token: string): Promise<Invitation | null> {
  const rows = await database().$queryRaw<Invitation[]>`select * from invitation_by_token(${tokenHash(token)})`;
  return rows[0] ?? null;
}

export type Accept =
  | { ok: true; userId: string }
  | Refusal<'invitationClosed' | 'emailOther' | 'emailTaken' | 'alreadyMember' | 'tooMany'>;

/** Makes an account for the holder of a link, and lets them in: both or neither. */
export async function joinAsNew(
  token: string,
  person: { name: string; email: string; password: string },
): Promise<Accept> {
  const hash = tokenHash(token);
  const found = await findInvitation(token);
  if (found?.state !== 'open') return { ok: false, code: 'invitationClosed' };
  if (found.email && found.email !== person.email) return { ok: false, code: 'emailOther', path: 'email' };
  // An open link must not serve to find out, one address after the other, who has an account here.
  if (!(await mayTryThing(`join ${hash}`, 10, 60))) return { ok: false, code: 'tooMany' };
  const password = await passwordHash(person.password);
  const userId = uuidv7();
  return inTransaction(userId, async (tx): Promise<Accept> => {
    const { count } = await tx.user.createMany({
      data: [{ id: userId, name: person.name, email: person.email, emailVerified: found.email !== null }],
      skipDuplicates: true,
    });
    if (!count) return { ok: false, code: 'emailTaken', path: 'email' };
    await tx.account.createMany({
      data: [{ id: uuidv7(), userId, accountId: userId, providerId: 'credential', password }],
    });
    return accept(tx, found, hash, userId);
  });
}

/** Lets a person who has an account here in as well, by a link. */
export async function joinAsActor(actor: Actor, token: string): Promise<Accept> {
  const found = await findInvitation(token);
  if (found?.state !== 'open') return { ok: false, code: 'invitationClosed' };
  if (found.email && found.email !== actor.email) return { ok: false, code: 'emailOther' };
  // Accepting would change the role that they have; that is for their coordinator to do, knowingly.
  if (actor.memberships.some(({ countryId }) => countryId === found.countryId))
    return { ok: false, code: 'alreadyMember' };
  return inTransaction(actor.userId, (tx) => accept(tx, found, tokenHash(token), actor.userId));
}

/** Undoes what was written where the result is a refusal. */
async function inTransaction(
  userId: string,
  work: (tx: Parameters<typeof accept>[0]) => Promise<Accept>,
): Promise<Accept> {
  class Undo extends Error {
    constructor(readonly result: Accept) {
      super('undone');
    }
  }
  try {
    return await asActor(userId, async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new Undo(result);
      return result;
    });
  } catch (error) {
    if (error instanceof Undo) return error.result;
    throw error;
  }
}

async function accept(
  tx: Parameters<Parameters<typeof asActor>[1]>[0],
  { id, countryId, role }: Invitation,
  hash: string,
  userId: string,
): Promise<Accept> {
  const rows = await tx.$queryRaw<{ done: boolean }[]>`select accept_invitation(${hash}, ${userId}::uuid) as done`;
  if (!rows[0]?.done) return { ok: false, code: 'invitationClosed' };
  await record(tx, {
    actorId: userId,
    countryId,
    deed: 'invitation.accept',
    thing: `invitation ${id}`,
    detail: { role },
  });
  return { ok: true, userId };
}
