import { actionsOfApp } from '../../fixtures/appFiles.ts';
import { sendForm } from '../../fixtures/plainForm.ts';
import { thisRun } from '../../fixtures/run.ts';
import { expect, test } from '../../fixtures/test.ts';
import { actionRows, mark, ownActions } from './actions.ts';
import { type Cast, leaks, makeCast, roles } from './cast.ts';
import { foreignRequests } from './crossSite.ts';
import { fingerprint } from './fingerprint.ts';
import { formOf, sendAsText } from './forms.ts';

let cast: Cast;
test.beforeAll(async ({ database }) => {
  test.setTimeout(120_000);
  cast = await makeCast(database);
});
test.afterAll(() => cast?.remove());

test('every Server Action has its row, and no row is of what there is not', () => {
  const known = new Set([...actionRows.map(({ action }) => action), ...ownActions]);
  expect(actionsOfApp().filter((action) => !known.has(action))).toEqual([]);
  expect([...known].filter((action) => !actionsOfApp().includes(action))).toEqual([]);
});

for (const { action, about, may, page, form: like, fields, tells, undo } of actionRows) {
  test(`only who may do it can, from our own pages: ${action}${about ? `, ${about}` : ''}`, async ({ database }) => {
    const { url } = thisRun();
    const path = await page(cast, database);
    const form = await formOf(cast.cookieOf(may[0]), path, action, like?.(cast));
    const given = fields?.(cast) ?? {};
    const kept = () =>
      fingerprint(database, cast, {
        Country: `"code" = '${given.code ?? ''}'`,
        Invitation: `"email" = '${mark}@sample.test'`,
      });
    const before = await kept();

    for (const role of roles.filter((each) => !may.includes(each))) {
      // Also on a page that is theirs: an action can be sent to any.
      for (const place of [path, '/en/account']) {
        const cookie = cast.cookieOf(role);
        const answer = await sendForm(url, { ...form, path: place }, given, { cookie });
        expect(answer.status, `${role} is answered`).toBeLessThan(500);
        expect(await kept(), `${role} changed nothing, at ${place}`).toBe(before);
        const told = leaks(cast, role, answer.headers + answer.body).filter((word) => !tells?.(cast).includes(word));
        expect(told, `${role} is told nothing`).toEqual([]);
      }
    }
    const cookie = cast.cookieOf(may[0]);
    for (const [what, headers] of Object.entries(foreignRequests())) {
      const { status } = await sendForm(url, form, given, { cookie, headers });
      expect(status, what).not.toBe(303);
      expect(await kept(), `${what} changed nothing`).toBe(before);
    }
    await sendAsText(form, given, { cookie, headers: { origin: url } });
    expect(await kept(), 'a body that is no form changed nothing').toBe(before);

    // And who may, can: what was refused above was a request that would have done it.
    await sendForm(url, form, given, { cookie });
    expect(await kept(), `${may[0]} can`).not.toBe(before);
    if (undo) await database.query(undo(cast));
  });
}
