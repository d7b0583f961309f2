import { linkSync, mkdirSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../../scripts/postgres.mjs';
import { startWeb } from '../../../scripts/web.mjs';
import { ask } from '../../fixtures/ask.ts';
import { samplePassword } from '../../fixtures/people.ts';
import { signInPlainly } from '../../fixtures/plainForm.ts';
import { thisRun } from '../../fixtures/run.ts';
import { expect, test } from '../../fixtures/test.ts';
import { answered, askAs, isChange, type Place } from './askAs.ts';
import { leaks, makeCast, type Role } from './cast.ts';
import { fingerprint } from './fingerprint.ts';
import { buildFolder } from './forms.ts';
import { matrix, nameOf } from './matrix.ts';
import type { Expected } from './row.ts';

// The same app with two of its walls taken down: `proxy.ts`, before every page, and the policies of the database, by
// which it works as a superuser. What is left is what pages, handlers and `_server` ask for themselves.

const folder = '.build/without-proxy';
const copy = join(import.meta.dirname, '../../..', folder);

/** The built app again, without what comes before its pages. */
function buildWithoutProxy(): void {
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  for (const entry of readdirSync(buildFolder, { recursive: true, withFileTypes: true })) {
    const from = join(entry.parentPath, entry.name);
    const to = join(copy, from.slice(buildFolder.length));
    if (/^[\\/](cache|types|trace)/.test(from.slice(buildFolder.length))) continue;
    if (entry.isDirectory()) mkdirSync(to, { recursive: true });
    else if (entry.isSymbolicLink()) symlinkSync(realpathSync(from), to);
    else linkSync(from, to);
  }
  const manifest = join(copy, 'server/functions-config-manifest.json');
  rmSync(manifest);
  writeFileSync(manifest, '{"version":1,"functions":{}}');
}

let place: Place;
let web: ReturnType<typeof startWeb>;
test.beforeAll(async ({ database }) => {
  test.setTimeout(180_000);
  buildWithoutProxy();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  web = startWeb({
    port,
    dev: false,
    env: {
      ...process.env,
      BUILD_DIR: folder,
      SHOW_COMPONENTS: '1',
      DATABASE_URL: thisRun().databaseUrl,
      APP_URL: url,
      BETTER_AUTH_SECRET: 'a secret of this test, long enough for anyone',
    },
  });
  const cast = await makeCast(database);
  expect(await web.answers()).toBe(true);
  const cookies = new Map<Role, string>();
  for (const [role, { email }] of Object.entries(cast.people))
    cookies.set(role as Role, (await signInPlainly(url, email, samplePassword)).join('='));
  place = { url, cast, cookieOf: (role) => cookies.get(role) ?? '' };
});
test.afterAll(async () => {
  await web?.stop();
  await place?.cast.remove();
  rmSync(copy, { recursive: true, force: true });
});

/** Of each kind of reader one: all of them are asked where the proxy is. */
const seen = [
  'coordinator',
  'contributor',
  'adviser',
  'draftAdviser',
  'neighbour',
  'nobody',
] as const satisfies readonly Role[];

test('the proxy is not there', async () => {
  const { headers } = await ask(place.url, { path: '/en/plans' });
  expect(headers.toLowerCase()).not.toContain('content-security-policy');
  expect((await ask(thisRun().url, { path: '/en/plans' })).headers.toLowerCase()).toContain('content-security-policy');
});

test('pages and handlers let in and refuse the same people, and tell no more', async ({ database }) => {
  test.setTimeout(180_000);
  const { cast } = place;
  const found: Record<string, Expected> = {};
  const expected: Record<string, Expected> = {};
  const leaked: string[] = [];
  // What is ordered to be printed would be printed here.
  for (const row of matrix.filter(({ route }) => route !== 'POST api/plans/[plan]/prints/route.ts')) {
    for (const role of seen) {
      const name = `${role} ${nameOf(row)}`;
      const before = isChange(row) ? await fingerprint(database, cast) : '';
      const answer = await askAs(place, row, role);
      found[name] = answered(answer);
      expected[name] = row.answer(role);
      leaked.push(...leaks(cast, role, answer.headers + answer.body).map((word) => `${name}: ${word}`));
      const isRefused = typeof expected[name] === 'string' || (expected[name] as number) >= 400;
      if (isChange(row) && isRefused) expect(await fingerprint(database, cast), `${name} changed nothing`).toBe(before);
    }
  }
  expect(found).toEqual(expected);
  expect(leaked).toEqual([]);
});
