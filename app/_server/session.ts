import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { APIError } from 'better-auth/api';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { uuidv7 } from 'uuidv7';
import type { Locale } from '#i18n/routing';
import { nextPath } from '#people/nextPath';
import { isForeign } from '#people/origin';
import type { Actor } from '#people/roles';
import { forgive, mayTry } from './attempts.ts';
import { record } from './audit.ts';
import { asActor, ask, database } from './database.ts';
import { env } from './env.ts';

/** How long a session lives: without being used, and at most. */
const idle = '30 minutes';
const longest = '12 hours';

const isSecure = () => new URL(env().APP_URL).protocol === 'https:';
const cookieName = () => (isSecure() ? '__Host-session' : 'session');

function connect() {
  return betterAuth({
    baseURL: env().APP_URL,
    secret: env().BETTER_AUTH_SECRET,
    database: prismaAdapter(database(), { provider: 'postgresql' }),
    // Accounts are made by accepting an invitation, and in no other way.
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    session: { expiresIn: 30 * 60 },
    advanced: { database: { generateId: () => uuidv7() } },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
}
let connected: ReturnType<typeof connect> | undefined;
function auth() {
  connected ??= connect();
  return connected;
}

/** A password as it is kept. */
export const passwordHash = (password: string): Promise<string> => hashPassword(password);

/** Where a request comes from, as far as it can be known. */
export type From = { network: string; agent: string };

async function requestFrom(): Promise<From> {
  const given = await headers();
  // The last address is the one that the nearest proxy saw; those before it are only what the sender says.
  const network = given.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown';
  return { network, agent: (given.get('user-agent') ?? '').slice(0, 300) };
}

/** Neighbours in one IPv6 network count as one. */
const networkOf = (address: string) => (address.includes(':') ? address.split(':').slice(0, 4).join(':') : address);

/** The network of this request, by which attempts are counted. */
export const currentNetwork = async (): Promise<string> => networkOf((await requestFrom()).network);

function signatureOf(token: string): string {
  return createHmac('sha256', env().BETTER_AUTH_SECRET).update(token).digest('base64');
}

/** The token in a session cookie, if the cookie is one that this server gave out. */
function tokenIn(cookie: string | undefined): string | null {
  const dot = cookie?.lastIndexOf('.') ?? -1;
  if (!cookie || dot < 1 || cookie.length > 500) return null;
  const token = cookie.slice(0, dot);
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(cookie.slice(dot + 1)), digest(signatureOf(token))) ? token : null;
}

type HeldSession = { sessionId: string; actor: Actor };

const SESSION = { name: 'session', text: 'select * from session_actor($1, $2::interval, $3::interval)' };

/** The session and the person that a cookie stands for, in one query. */
export async function sessionOfCookie(cookie: string | undefined): Promise<HeldSession | null> {
  const token = tokenIn(cookie);
  if (!token) return null;
  const [row] = await ask<Actor & { sessionId: string }>(SESSION, [token, idle, longest]);
  if (!row) return null;
  const { sessionId, ...actor } = row;
  return { sessionId, actor };
}

const heldSession = cache(async () => sessionOfCookie((await cookies()).get(cookieName())?.value));

/** Who asks, or null where nobody is signed in. Asks the database once a request: a change of role holds at once. */
export async function currentActor(): Promise<Actor | null> {
  return (await heldSession())?.actor ?? null;
}

/** A person as they are now, for work that goes on after they asked for it; null where there is no such person. */
export async function actorOf(userId: string): Promise<Actor | null> {
  const rows = await asActor(
    userId,
    (tx) => tx.$queryRaw<Actor[]>`
      select u."id"::text as "userId", u."name", u."email", u."duties",
        (select coalesce(jsonb_agg(jsonb_build_object('countryId', m."countryId", 'role', m."role")), '[]')
          from "Membership" m where m."userId" = u."id") as "memberships",
        (select coalesce(jsonb_agg(jsonb_build_object('planId', a."planId", 'part', a."part")), '[]')
          from "Assignment" a where a."userId" = u."id") as "assignments",
        (select coalesce(jsonb_agg(jsonb_build_object('planId', g."planId", 'countryId', g."countryId", 'scope', g."scope")), '[]')
          from app_grants() g) as "grants"
      from "User" u where u."id" = ${userId}::uuid`,
  );
  return rows[0] ?? null;
}

/** The session of this request, to mark it in a list. */
export async function currentSessionId(): Promise<string | null> {
  return (await heldSession())?.sessionId ?? null;
}

/** Who asks; sends to the sign-in page, and from there back, where nobody is signed in. */
export async function requireActor(locale: Locale): Promise<Actor> {
  const actor = await currentActor();
  if (actor) return actor;
  const path = nextPath((await headers()).get('x-plan-path'));
  redirect(`/${locale}/sign-in${path ? `?next=${encodeURIComponent(path)}` : ''}`);
}

/** Whether a request that changes something has to be refused for where it comes from. */
export function refuseForeign(of: Request | Headers): boolean {
  return isForeign(of instanceof Headers ? of : of.headers, env().APP_URL);
}

/** `refuseForeign` for the request at hand: Server Actions have no other way to it. */
export async function isForeignRequest(): Promise<boolean> {
  return isForeign(await headers(), env().APP_URL);
}

export type SignIn = { ok: true; cookie: string; userId: string } | { ok: false; code: 'wrongPassword' | 'tooMany' };

/** Opens a session for who knows an account’s password. Says nothing of whether the account exists. */
export async function openSession(email: string, password: string, from: From): Promise<SignIn> {
  const attempt = { account: email.trim().toLowerCase(), network: networkOf(from.network) };
  if (!(await mayTry(attempt))) {
    await record(database(), { actorId: null, deed: 'session.refused', thing: 'account', detail: { code: 'tooMany' } });
    return { ok: false, code: 'tooMany' };
  }
  try {
    const { token, user } = await auth().api.signInEmail({
      body: { email: attempt.account, password, rememberMe: true },
      headers: new Headers({ 'user-agent': from.agent, 'x-forwarded-for': from.network }),
    });
    // Times are the database's: two servers' clocks may differ.
    await database().$executeRaw`update "Session" set "createdAt" = now(), "updatedAt" = now(),
      "expiresAt" = now() + ${idle}::interval, "ipAddress" = ${from.network}, "userAgent" = ${from.agent}
      where "token" = ${token}`;
    await database().$executeRaw`delete from "Session" where "expiresAt" < now() - interval '1 day'`;
    await forgive(attempt);
    await record(database(), { actorId: user.id, deed: 'session.open', thing: `user ${user.id}` });
    return { ok: true, cookie: `${token}.${signatureOf(token)}`, userId: user.id };
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode >= 500) throw error;
    await record(database(), { actorId: null, deed: 'session.refused', thing: 'account', detail: { code: 'wrong' } });
    return { ok: false, code: 'wrongPassword' };
  }
}

/** Ends the session that a cookie stands for, if any. */
export async function closeSession(cookie: string | undefined): Promise<void> {
  const token = tokenIn(cookie);
  if (!token) return;
  const ended = await database().$queryRaw<{ userId: string }[]>`
    delete from "Session" where "token" = ${token} returning "userId"`;
  for (const { userId } of ended)
    await record(database(), { actorId: userId, deed: 'session.close', thing: `user ${userId}` });
}

/** Signs in whoever sent this request: a new session each time, and the one before it is over. */
export async function signIn(email: string, password: string): Promise<SignIn> {
  const result = await openSession(email, password, await requestFrom());
  if (!result.ok) return result;
  const store = await cookies();
  await closeSession(store.get(cookieName())?.value);
  // Without an age of its own the cookie goes with the browser's window; the database decides how long it is good.
  store.set(cookieName(), result.cookie, { httpOnly: true, secure: isSecure(), sameSite: 'lax', path: '/' });
  return result;
}

/** Signs out whoever sent this request. */
export async function signOut(): Promise<void> {
  const store = await cookies();
  await closeSession(store.get(cookieName())?.value);
  store.delete({ name: cookieName(), path: '/', secure: isSecure() });
}

/** Whether a password is the person’s; attempts are counted as those of signing in. */
export async function isOwnPassword(actor: Actor, password: string): Promise<'yes' | 'no' | 'tooMany'> {
  const attempt = { account: actor.email, network: networkOf((await requestFrom()).network) };
  if (!(await mayTry(attempt))) return 'tooMany';
  const account = await database().account.findFirst({ where: { userId: actor.userId, providerId: 'credential' } });
  if (!account?.password || !(await verifyPassword({ hash: account.password, password }))) return 'no';
  await forgive(attempt);
  return 'yes';
}
