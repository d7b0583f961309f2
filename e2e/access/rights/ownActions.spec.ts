import type pg from 'pg';
import { ask } from '../../fixtures/ask.ts';
import { makeSomeone, type Someone } from '../../fixtures/country.ts';
import { samplePassword } from '../../fixtures/people.ts';
import { sendForm, signInPlainly } from '../../fixtures/plainForm.ts';
import { thisRun } from '../../fixtures/run.ts';
import { expect, test } from '../../fixtures/test.ts';
import { invite } from '../invite.ts';
import { foreignRequests } from './crossSite.ts';
import { accountsOf } from './fingerprint.ts';
import { formOf, sendAsText } from './forms.ts';

const cookieOf = ({ cookies }: Someone) => cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
const forget = (database: pg.Client, people: Someone[]) =>
  database.query('delete from "User" where "id" = any ($1::uuid[])', [people.map(({ userId }) => userId)]);

const password = 'quite another password';
const account: { name: string; fields: Record<string, string> }[] = [
  { name: 'changeNameAction', fields: { name: 'Another Name' } },
  { name: 'endSessionAction', fields: {} },
  { name: 'changePasswordAction', fields: { current: samplePassword, password } },
  { name: 'endAllSessionsAction', fields: {} },
];

for (const { name, fields } of account) {
  test(`what a person does to their account, nobody else’s session and no other site does: ${name}`, async ({
    database,
  }) => {
    const { url } = thisRun();
    const [owner, passerby] = [await makeSomeone(database, 'Owner', {}), await makeSomeone(database, 'Passer-by', {})];
    // Signed in at a second place, which can be ended from the first.
    await signInPlainly(url, owner.email, samplePassword);
    const cookie = cookieOf(owner);
    const form = await formOf(cookie, '/en/account', `[locale]/account/actions.ts ${name}`);
    const before = await accountsOf(database, [owner.userId]);
    await sendForm(url, form, fields, {});
    expect(await accountsOf(database, [owner.userId]), 'without a session').toBe(before);
    await sendForm(url, form, fields, { cookie: cookieOf(passerby) });
    expect(await accountsOf(database, [owner.userId]), 'with another’s session').toBe(before);
    for (const [what, headers] of Object.entries(foreignRequests())) {
      await sendForm(url, form, fields, { cookie, headers });
      expect(await accountsOf(database, [owner.userId]), what).toBe(before);
    }
    await sendAsText(form, fields, { cookie, headers: { origin: url } });
    expect(await accountsOf(database, [owner.userId]), 'as no form').toBe(before);
    expect((await sendForm(url, form, fields, { cookie })).status).toBe(303);
    expect(await accountsOf(database, [owner.userId]), 'as their own').not.toBe(before);
    await forget(database, [owner, passerby]);
  });
}

test('no other site can sign a person in', async ({ database }) => {
  const { url } = thisRun();
  const someone = await makeSomeone(database, 'Someone', {});
  const form = await formOf('', '/en/sign-in', '[locale]/sign-in/actions.ts signInAction');
  const before = await accountsOf(database, [someone.userId]);
  const given = { email: someone.email, password: samplePassword };
  for (const [what, headers] of Object.entries(foreignRequests())) {
    const answer = await sendForm(url, form, given, { headers });
    expect(answer.headers.toLowerCase(), what).not.toContain('set-cookie');
    expect(await accountsOf(database, [someone.userId]), what).toBe(before);
  }
  await sendForm(url, form, given);
  expect(await accountsOf(database, [someone.userId])).not.toBe(before);
  await forget(database, [someone]);
});

test('an account is made by who holds an invitation, on our own page, and in no other way', async ({ database }) => {
  const { url } = thisRun();
  const { token, id } = await invite(database, { role: 'adviser' });
  const path = `/en/invitations/${token}`;
  const form = await formOf('', path, '[locale]/invitations/[token]/actions.ts joinAction');
  const email = `${id}@sample.test`;
  const given = { name: 'New', email, password };
  const made = async () => (await database.query('select "duties" from "User" where "email" = $1', [email])).rows;
  for (const headers of Object.values(foreignRequests())) await sendForm(url, form, given, { headers });
  await sendForm(url, form, { ...given, token: 'never' });
  expect(await made()).toEqual([]);
  // better-auth's own addresses aren't served at all.
  for (const own of ['sign-up/email', 'sign-in/email', 'admin/create-user', 'get-session']) {
    const { status } = await ask(url, {
      method: 'POST',
      path: `/api/auth/${own}`,
      headers: { origin: url, 'content-type': 'application/json' },
      body: JSON.stringify({ ...given, duties: ['administrator'] }),
    });
    expect(status, own).toBe(404);
  }
  expect(await made()).toEqual([]);
  // What is added to the form is no more read than asked.
  await sendForm(url, form, { ...given, duties: 'administrator', role: 'administrator' });
  expect(await made()).toEqual([{ duties: ['adviser'] }]);
  await database.query('delete from "User" where "email" = $1', [email]);
});
