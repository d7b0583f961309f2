import { uuidv7 } from 'uuidv7';
import { ask } from '../fixtures/ask.ts';
import { thisRun } from '../fixtures/run.ts';
import { expect, signIn, test } from '../fixtures/test.ts';
import { sidewaysScroll, violations } from './axe.ts';

test('axe finds nothing on what a form comes back with while the page’s program has not come', async ({
  page,
  windowOf,
  locale,
  newPlan,
  complaints,
  t,
}) => {
  complaints.allow(/ERR_FAILED|401/);
  await page.setViewportSize({ width: 320, height: 900 });
  await page.route('**/*.js*', (route) => route.abort());
  await signIn(page, 'coordinator');
  const plan = await newPlan('empty');
  const save = () => page.getByRole('button', { name: t('plain.form.save'), exact: true }).click();
  const expectNothingWrong = async () => {
    expect(await violations(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
  };
  const title = (among = page) => among.locator('[id="about.title.en"]');

  await page.goto(`/${locale}/plans/${plan}/about`);
  const colleague = await windowOf('drafter');
  await colleague.goto(`/${locale}/plans/${plan}/about`);
  await expect(colleague.locator('[data-save-state]')).toBeVisible();
  await title(colleague).fill('As the drafter sees it');
  await expect(colleague.locator('[data-save-state]')).toHaveAttribute('data-save-state', 'saved');
  await title().fill('What the coordinator wants');
  await save();
  await expect(page.getByRole('button', { name: t('editor.form.clash.keepMine') })).toBeVisible();
  await expectNothingWrong();

  await page.context().clearCookies();
  await save();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('plain.notSaved.title'));
  await expectNothingWrong();
});

test('a form that no page sends is refused, and what it says is shown to its sender as text', { tag: '@en' }, async ({
  newPlan,
}) => {
  const { url, sessions } = thisRun();
  const cookie = sessions.coordinator.map(({ name, value }) => `${name}=${value}`).join('; ');
  const plan = await newPlan('empty');
  const send = (fields: Record<string, string>, part = 'about') => {
    const body = new FormData();
    body.set('~id', uuidv7());
    body.set(`~revision.${part}`, '1');
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return ask(url, { method: 'POST', path: `/api/plans/${plan}/form`, cookie, headers: { origin: url }, body });
  };
  const markup = '"><img src=x onerror=alert(1)>';
  const odd = await send({ '__proto__.en': markup, 'about.summary.en': '</textarea><script>alert(1)</script>' });
  expect(odd.status).toBe(422);
  expect(odd.body).not.toMatch(/<img|<script/);
  expect(odd.body).toContain('&lt;/textarea&gt;&lt;script&gt;');
  expect((await send({ 'about.title.en': 'x' }, '__proto__')).status).toBe(415);
  expect((await send({ 'about.summary.en': 'x'.repeat(5_100_000) })).status).toBe(413);
  expect((await send({ 'about.title.en': 'a\u0000b' })).status).toBe(303);
  const elsewhere = await send({ 'about.title.en': 'x', '~page': 'https://elsewhere.example/en/plans' });
  expect(elsewhere.location).toMatch(new RegExp(`^/ar/plans/${plan}\\?saved=`));
  const headers = { origin: url, 'content-type': 'application/x-www-form-urlencoded' };
  const plain = { method: 'POST', path: `/api/plans/${plan}/form`, cookie, headers, body: 'about.title.en=x' };
  expect((await ask(url, plain)).status).toBe(415);
});
