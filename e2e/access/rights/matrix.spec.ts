import type pg from 'pg';
import { handlersOfApp, pageFiles } from '../../fixtures/appFiles.ts';
import { ask } from '../../fixtures/ask.ts';
import { thisRun } from '../../fixtures/run.ts';
import { expect, test } from '../../fixtures/test.ts';
import { answered, askAs, isChange, type Place } from './askAs.ts';
import { type Cast, leaks, makeCast, roles } from './cast.ts';
import { fingerprint } from './fingerprint.ts';
import { matrix, nameOf } from './matrix.ts';
import type { Expected } from './row.ts';

let cast: Cast;
let place: Place;
test.beforeAll(async ({ database }) => {
  test.setTimeout(120_000);
  cast = await makeCast(database);
  place = { url: thisRun().url, cast, cookieOf: cast.cookieOf };
});
test.afterAll(() => cast?.remove());

test('every page and every method of every handler has its row, and no row is of what there is not', () => {
  const asked = new Set(matrix.map(({ route }) => route));
  const there = [...pageFiles().map((file) => `GET ${file}`), ...handlersOfApp()];
  expect(there.filter((route) => !asked.has(route))).toEqual([]);
  expect([...asked].filter((route) => !there.includes(route))).toEqual([]);
});

for (const row of matrix) {
  test(`each role is answered as it should be, and told of nobody else’s: ${nameOf(row)}`, async ({ database }) => {
    const expected: Record<string, Expected> = {};
    const found: Record<string, Expected> = {};
    const leaked: string[] = [];
    for (const role of roles) {
      const before = isChange(row) ? await fingerprint(database, cast) : '';
      const answer = await askAs(place, row, role);
      expected[role] = row.answer(role);
      found[role] = answered(answer);
      leaked.push(...leaks(cast, role, answer.headers + answer.body).map((word) => `${role}: ${word}`));
      const isRefused = typeof expected[role] === 'string' || (expected[role] as number) >= 400;
      if (isChange(row) && isRefused) expect(await fingerprint(database, cast), `${role} changed nothing`).toBe(before);
      if (row.undo) await database.query(row.undo(cast));
    }
    expect(found).toEqual(expected);
    expect(leaked).toEqual([]);
  });
}

test('a page asked for by the app’s own program, in pieces, tells no more than it does whole', async () => {
  const pages = matrix.filter((row) => !isChange(row) && row.route.includes('/page.tsx'));
  const leaked: string[] = [];
  for (const row of pages) {
    for (const role of roles) {
      const { headers, body } = await askAs(place, row, role, { rsc: '1' });
      leaked.push(...leaks(cast, role, headers + body).map((word) => `${role} ${nameOf(row)}: ${word}`));
    }
  }
  expect(leaked).toEqual([]);
});

test('the words are found where they may be: the search for them can fail', async () => {
  const seen = async (role: 'coordinator' | 'viewer' | 'contributor', file: string) => {
    const row = matrix.find(({ route }) => route.endsWith(file));
    if (!row) throw new Error(file);
    const { body } = await askAs(place, row, role);
    return new Set(body.match(/canary[0-9a-f]{12}/g)).size;
  };
  expect(await seen('coordinator', 'document/route.ts')).toBeGreaterThan(20);
  expect(await seen('viewer', 'document/route.ts')).toBeGreaterThan(20);
  expect(await seen('contributor', '[plan]/page.tsx')).toBeGreaterThan(1);
  expect(await seen('coordinator', '[country]/page.tsx')).toBeGreaterThan(4);
});

test('an address that stands where another country’s could be tells nothing of it', async () => {
  const { own, other } = cast;
  const asked = ['coordinator', 'administrator', 'adviser', 'draftAdviser'] as const;
  const row = (path: string, role: (typeof asked)[number]) => ask(thisRun().url, { path, cookie: cast.cookieOf(role) });
  const paths = [
    `/en/plans/${other.plan}`,
    `/en/plans/${other.plan}/about`,
    `/en/plans/${own.plan}/adapt/${other.kept}`,
    `/en/people/${other.country.code}`,
    `/en/people/${other.country.code.toLowerCase()}`,
    `/api/plans/${other.plan}/document`,
    `/api/plans/${other.plan}/arrivals`,
    `/api/plans/${other.plan}/parts/about`,
    `/api/plans/${other.plan}/prints`,
    `/api/prints/${other.print}`,
    `/api/prints/${other.print}/file`,
    `/en/plans/${other.plan}/review`,
    `/en/plans/${other.plan}/review/comments`,
    `/en/plans/${own.plan}/review/rounds/${other.review.round}`,
    `/en/plans/${other.plan}/review/rounds/${other.review.round}`,
    `/en/plans/${other.plan}/review/rounds/${other.review.round}/decision`,
    `/api/plans/${other.plan}/dispositions?as=xlsx`,
  ];
  for (const path of paths) {
    for (const role of asked) {
      const answer = await row(path, role);
      expect(answer.status, `${role} ${path}`).toBe(404);
      expect(leaks(cast, role, answer.headers + answer.body), `${role} ${path}`).toEqual([]);
    }
  }
});

test('a method that an address hasn’t is refused to everyone', async ({ database }) => {
  const before = await fingerprint(database, cast);
  const handlers = handlersOfApp().map((handler) => handler.split(' ') as [string, string]);
  for (const row of matrix.filter(({ route }) => route.includes('/route.ts'))) {
    const path = row.route.split(' ')[1];
    const has = handlers.filter(([, file]) => file === path).map(([method]) => method);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'].filter((each) => !has.includes(each))) {
      const { status } = await ask(thisRun().url, {
        method,
        path: row.address(cast),
        cookie: cast.cookieOf('coordinator'),
        headers: { origin: thisRun().url },
      });
      expect(status, `${method} ${path}`).toBe(405);
    }
  }
  expect(await fingerprint(database, cast)).toBe(before);
});

test('signing out ends the session of who does it, and no other', async ({ database }) => {
  const { makeSomeone } = await import('../../fixtures/country.ts');
  const someone = await makeSomeone(database, 'Leaving', {});
  const cookie = someone.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const count = async (db: pg.Client) =>
    (await db.query('select count(*)::int as "count" from "Session" where "userId" = $1', [someone.userId])).rows[0]
      .count;
  const signOut = (headers: Record<string, string>) =>
    ask(thisRun().url, { method: 'POST', path: '/api/auth/sign-out', cookie, headers, body: 'locale=en' });
  expect((await signOut({ origin: 'https://elsewhere.example' })).status).toBe(403);
  expect(await count(database)).toBe(1);
  expect(await signOut({ origin: thisRun().url })).toMatchObject({ status: 303, location: '/en/sign-in?signedOut=1' });
  expect(await count(database)).toBe(0);
  const { status } = await ask(thisRun().url, { path: '/en/account', cookie });
  expect(status).toBe(307);
  await database.query('delete from "User" where "id" = $1', [someone.userId]);
});
