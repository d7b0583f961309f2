import { button, field, save, test } from '../fixtures/plainPage.ts';
import { thisRun } from '../fixtures/run.ts';
import { expect } from '../fixtures/test.ts';

test('two people change one answer, both texts are shown, and one is chosen', { tag: '@en' }, async ({
  plainWindow,
  locale,
  newPlan,
  t,
}) => {
  const plan = await newPlan('empty');
  const [mine, theirs] = [await plainWindow('drafter'), await plainWindow('coordinator')];
  for (const page of [mine, theirs]) await page.goto(`/${locale}/plans/${plan}/about`);
  await field(theirs, 'about.title.en').fill('Theirs');
  await field(theirs, 'about.title.ar').fill('نصهم');
  await save(theirs, t);
  await field(mine, 'about.title.en').fill('Mine');
  await field(mine, 'about.title.ar').fill('نصي');
  await field(mine, 'about.start').fill('2027-01-01');
  await save(mine, t);
  await expect(mine.locator('[data-error-summary] a')).toHaveCount(2);
  await expect(field(mine, 'about.start')).toHaveValue('2027-01-01');
  await button(mine, '~mine', 'about.title.en').click();
  await expect(field(mine, 'about.title.en')).toHaveValue('Mine');
  await button(mine, '~theirs', 'about.title.ar').click();
  await expect(field(mine, 'about.title.ar')).toHaveValue('نصهم');
  await expect(mine.locator('[data-error-summary]')).toHaveCount(0);
  await theirs.reload();
  await expect(field(theirs, 'about.title.en')).toHaveValue('Mine');
});

test('who is signed out while typing loses nothing: the text is shown, and sent again after signing in', {
  tag: '@ar',
}, async ({ plainWindow, locale, newPlan, t, complaints }) => {
  complaints.allow(/401/);
  const plan = await newPlan('empty');
  const page = await plainWindow('drafter');
  await page.goto(`/${locale}/plans/${plan}/about`);
  await field(page, 'about.summary.ar').fill('سطر أول\nسطر ثان');
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await page.getByRole('button', { name: t('plain.form.save'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('plain.notSaved.title'));
  await expect(page.locator('textarea')).toHaveValue('سطر أول\nسطر ثان');
  await page.context().addCookies(cookies);
  await page.getByRole('button', { name: t('plain.notSaved.again'), exact: true }).click();
  await expect(page).toHaveURL(/about\?saved=/);
  await expect(field(page, 'about.summary.ar')).toHaveValue('سطر أول\nسطر ثان');
});

test('on a slow line the button saves before the program has come, and what it could not store goes on with it', {
  tag: '@en',
}, async ({ page, locale, newPlan, t }) => {
  const plan = await newPlan('empty');
  await page.context().addCookies(thisRun().sessions.drafter);
  const isHeld = { now: true };
  await page.route('**/*.js*', async (route) => {
    while (isHeld.now) await new Promise((done) => setTimeout(done, 100));
    await route.continue().catch(() => {});
  });
  await page.goto(`/${locale}/plans/${plan}/about`, { waitUntil: 'commit' });
  await field(page, 'about.title.en').fill('Typed early');
  await page.getByRole('button', { name: t('plain.form.save'), exact: true }).click();
  await page.waitForURL(/saved=/, { waitUntil: 'commit' });
  await expect(field(page, 'about.title.en')).toHaveValue('Typed early');
  isHeld.now = false;
  // Once the program is there, each part saves itself and the button is gone.
  await expect(page.locator('[data-save-state]')).toBeVisible();
  await expect(page.getByRole('button', { name: t('plain.form.save'), exact: true })).toHaveCount(0);
  await expect(page).not.toHaveURL(/saved=/);
  await field(page, 'about.title.ar').fill('مكتوب');
  await expect(page.locator('[data-save-state]')).toHaveAttribute('data-save-state', 'saved');
});
