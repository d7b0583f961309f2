import { thisRun } from '../../fixtures/run.ts';
import { expect, test } from '../../fixtures/test.ts';
import { askAs, isChange, type Place } from './askAs.ts';
import { makeCast } from './cast.ts';
import { foreignRequests } from './crossSite.ts';
import { fingerprint } from './fingerprint.ts';
import { matrix, nameOf } from './matrix.ts';

let place: Place;
test.beforeAll(async ({ database }) => {
  test.setTimeout(120_000);
  const cast = await makeCast(database);
  place = { url: thisRun().url, cast, cookieOf: cast.cookieOf };
});
test.afterAll(() => place?.cast.remove());

for (const row of matrix.filter(isChange)) {
  test(`no other site’s page can make a person do it: ${nameOf(row)}`, async ({ database }) => {
    const before = await fingerprint(database, place.cast);
    for (const [what, headers] of Object.entries(foreignRequests())) {
      expect((await askAs(place, row, 'coordinator', headers)).status, what).toBe(403);
      expect(await fingerprint(database, place.cast), `${what} changed nothing`).toBe(before);
    }
  });
}

test('what is sent as plain text, as another site’s form may, is not read as what a program sends', async ({
  database,
}) => {
  const before = await fingerprint(database, place.cast);
  const programs = matrix.filter(({ send }) => send?.(place.cast).headers?.['content-type'] === 'application/json');
  expect(programs.length).toBeGreaterThan(1);
  for (const row of programs) {
    const headers = { origin: place.url, 'content-type': 'text/plain' };
    expect((await askAs(place, row, 'coordinator', headers)).status, nameOf(row)).toBe(415);
  }
  expect(await fingerprint(database, place.cast)).toBe(before);
});
