import { uuidv7 } from 'uuidv7';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#people/roles';
import { endAllSessions, endSession, listSessions } from './account.ts';
import { actorOf, closeSession, openSession, refuseForeign, sessionOfCookie } from './session.ts';
import { asOwner, someCountry, somePerson, testPassword } from './testPeople.ts';

let country: string;
let amal: Actor;
const from = { network: '192.0.2.1', agent: 'Firefox/130 Linux' };

beforeAll(async () => {
  country = await someCountry('XA');
  amal = await somePerson('amal', { roles: { [country]: 'coordinator' } });
});

async function open(email = 'amal@sample.test', network = from.network): Promise<string> {
  const result = await openSession(email, testPassword, { ...from, network });
  if (!result.ok) throw new Error(result.code);
  return result.cookie;
}

test('who knows the password is signed in, however the address is written, as who they are', async () => {
  const held = await sessionOfCookie(await open(' Amal@Sample.test '));
  expect(held?.actor).toEqual({
    userId: amal.userId,
    name: 'amal',
    email: 'amal@sample.test',
    duties: [],
    memberships: [{ countryId: country, role: 'coordinator' }],
    assignments: [],
    grants: [],
  });
});

test('each sign-in has a session id of its own, a UUID of version 7', async () => {
  const first = await sessionOfCookie(await open());
  const second = await sessionOfCookie(await open());
  expect(first?.sessionId).not.toBe(second?.sessionId);
  expect(first?.sessionId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
});

test('a wrong password and an unknown address are answered alike', async () => {
  const wrong = await openSession('amal@sample.test', 'not the password', from);
  const unknown = await openSession('nobody@sample.test', testPassword, from);
  expect(wrong).toEqual({ ok: false, code: 'wrongPassword' });
  expect(unknown).toEqual(wrong);
});

test('a cookie that was changed, cut or signed by somebody else opens nothing', async () => {
  const cookie = await open();
  const [token = '', signature = ''] = [
    cookie.slice(0, cookie.lastIndexOf('.')),
    cookie.slice(cookie.lastIndexOf('.') + 1),
  ];
  const tampered = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}.${signature}`;
  for (const value of [
    undefined,
    '',
    '.',
    token,
    `${token}.`,
    `.${signature}`,
    `${token}.${'A'.repeat(43)}=`,
    tampered,
    'x'.repeat(4000),
  ]) {
    expect(await sessionOfCookie(value), String(value).slice(0, 40)).toBeNull();
  }
  expect(await sessionOfCookie(cookie)).not.toBeNull();
});

test('a session ends after half an hour without use, and is kept alive by use', async () => {
  const cookie = await open();
  const id = (await sessionOfCookie(cookie))?.sessionId;
  const left = async () => {
    const rows = await asOwner(
      `select extract(epoch from "expiresAt" - now()) / 60 as left from "Session" where "id" = $1`,
      [id],
    );
    return Math.round(Number(rows[0]?.left));
  };
  expect(await left()).toBe(30);
  await asOwner(`update "Session" set "expiresAt" = now() + interval '5 minutes' where "id" = $1`, [id]);
  expect(await sessionOfCookie(cookie)).not.toBeNull();
  expect(await left()).toBe(30);
  await asOwner(`update "Session" set "expiresAt" = now() - interval '1 second' where "id" = $1`, [id]);
  expect(await sessionOfCookie(cookie)).toBeNull();
});

test('a session ends twelve hours after it began, however much it is used', async () => {
  const cookie = await open();
  const id = (await sessionOfCookie(cookie))?.sessionId;
  await asOwner(
    `update "Session" set "createdAt" = now() - interval '11 hours 50 minutes', "expiresAt" = now() + interval '5 minutes' where "id" = $1`,
    [id],
  );
  expect(await sessionOfCookie(cookie)).not.toBeNull();
  const rows = await asOwner(
    `select "expiresAt" <= "createdAt" + interval '12 hours' as bounded from "Session" where "id" = $1`,
    [id],
  );
  expect(rows[0]?.bounded).toBe(true);
  await asOwner(
    `update "Session" set "createdAt" = now() - interval '12 hours', "expiresAt" = now() + interval '5 minutes' where "id" = $1`,
    [id],
  );
  expect(await sessionOfCookie(cookie)).toBeNull();
});

test('a role given or taken holds from the next request on', async () => {
  const omar = await somePerson('omar', { roles: { [country]: 'drafter' } });
  const cookie = await open('omar@sample.test');
  await asOwner(`update "Membership" set "role" = 'viewer' where "userId" = $1`, [omar.userId]);
  expect((await sessionOfCookie(cookie))?.actor.memberships).toEqual([{ countryId: country, role: 'viewer' }]);
  await asOwner(`delete from "Membership" where "userId" = $1`, [omar.userId]);
  expect((await sessionOfCookie(cookie))?.actor.memberships).toEqual([]);
});

test('an adviser’s grant holds from the next request on, and no longer than it should', async () => {
  const salma = await somePerson('salma', { duties: ['adviser'] });
  const plan = uuidv7();
  await asOwner('insert into "Plan" ("id", "countryId") values ($1, $2)', [plan, country]);
  const cookie = await open('salma@sample.test');
  const grants = async () => (await sessionOfCookie(cookie))?.actor.grants;
  expect(await grants()).toEqual([]);
  await asOwner(
    `insert into "Grant" ("id", "planId", "countryId", "adviserId", "scope", "until", "grantedBy")
      values ($1, $2, $3, $4, 'sent', now() + interval '1 day', $5)`,
    [uuidv7(), plan, country, salma.userId, amal.userId],
  );
  const held = [{ planId: plan, countryId: country, scope: 'sent' }];
  expect(await grants()).toEqual(held);
  expect((await actorOf(salma.userId))?.grants).toEqual(held);
  expect((await actorOf(amal.userId))?.grants).toEqual([]);
  await asOwner('update "Grant" set "until" = now() where "planId" = $1', [plan]);
  expect(await grants()).toEqual([]);
  expect((await actorOf(salma.userId))?.grants).toEqual([]);
});

test('signing out ends the session at the server, not only in the browser', async () => {
  const cookie = await open();
  await closeSession(cookie);
  expect(await sessionOfCookie(cookie)).toBeNull();
});

test('people see their own sessions alone, and can end one or all of them at once', async () => {
  const noor = await somePerson('noor');
  const desk = await open('noor@sample.test');
  const home = await open('noor@sample.test', '198.51.100.7');
  const sessions = await listSessions(noor);
  expect(sessions.map(({ network }) => network).sort()).toEqual(['192.0.2.1', '198.51.100.7']);
  const atDesk = sessions.find(({ network }) => network === '192.0.2.1')?.id ?? '';
  expect(await endSession(amal, atDesk)).toBe(false);
  expect(await endSession(noor, atDesk)).toBe(true);
  expect(await sessionOfCookie(desk)).toBeNull();
  expect(await sessionOfCookie(home)).not.toBeNull();
  await endAllSessions(noor);
  expect(await sessionOfCookie(home)).toBeNull();
});

test('the eleventh wrong password within a quarter of an hour is not looked at any more, nor is the right one', async () => {
  await somePerson('rana');
  const codes = [];
  for (let attempt = 0; attempt < 11; attempt += 1)
    codes.push(await openSession('rana@sample.test', 'wrong password', from));
  expect(codes.slice(0, 10).every((answer) => !answer.ok && answer.code === 'wrongPassword')).toBe(true);
  expect(codes[10]).toEqual({ ok: false, code: 'tooMany' });
  expect(await openSession('rana@sample.test', testPassword, from)).toEqual({ ok: false, code: 'tooMany' });
  expect((await openSession('rana@sample.test', testPassword, { ...from, network: '203.0.113.9' })).ok).toBe(true);
});

test('many attempts at once don’t slip past the limit', async () => {
  await somePerson('hala');
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => openSession('hala@sample.test', 'wrong password', from)),
  );
  expect(answers.filter((answer) => !answer.ok && answer.code === 'tooMany')).toHaveLength(10);
});

test('a ministry behind one address is not locked out by one who guesses there', async () => {
  await somePerson('ministry');
  const network = '203.0.113.50';
  await openSession('first@sample.test', 'wrong password', { ...from, network });
  await asOwner(`update "RateLimit" set "count" = 100000 where "count" >= 1`);
  expect((await openSession('ministry@sample.test', testPassword, { ...from, network })).ok).toBe(true);
});

test('nothing in the table of attempts names a person or a network', async () => {
  const rows = await asOwner('select "key" from "RateLimit"');
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toMatch(/sample|203\.0/);
});

test('a request without this site’s origin is refused', () => {
  expect(refuseForeign(new Headers({ origin: 'http://localhost:3000', host: 'localhost:3000' }))).toBe(false);
  expect(refuseForeign(new Request('http://localhost:3000/api', { method: 'POST' }))).toBe(true);
});
