import { areas, recommendations, recommendationsIn } from '#catalogue/recommendations';
import { expect, signIn, test } from '../fixtures/test.ts';
import { expectStored, stored } from '../trust/writing.ts';

const box = (id: string) => `[data-choice="${id}"]`;
/** As they stand on the page: by area. */
const ids = areas.flatMap(recommendationsIn).map(({ id }) => id);

test('several are decided at once, merged into one, and it is all taken back', { tag: '@ar' }, async ({
  page,
  locale,
  t,
  database,
  newPlan,
}) => {
  await signIn(page, 'drafter');
  const plan = await newPlan('empty');
  await page.goto(`/${locale}/plans/${plan}/choose?area=education`);
  const [first = '', second = '', third = ''] = ids.filter((id) => id.startsWith('pve-54-'));
  await page.locator(box(first)).focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  for (const id of [first, second, third]) await expect(page.locator(box(id))).toBeChecked();
  await page.getByLabel(t('editor.choose.forSelected'), { exact: true }).selectOption('merge');
  await page.getByLabel(t('editor.choose.intoWhich'), { exact: true }).selectOption(first);
  await page.getByRole('button', { name: t('editor.choose.apply'), exact: true }).click();
  for (const id of [second, third]) {
    await expectStored(database, plan, `decisions.${id}.decision`, 'merge');
    await expectStored(database, plan, `decisions.${id}.mergedInto`, first);
  }
  expect(await stored(database, plan, `decisions.${first}.decision`)).not.toBe('merge');
  await page.locator(box(first)).focus();
  await page.keyboard.press('Control+z');
  for (const id of [second, third]) await expectStored(database, plan, `decisions.${id}.decision`, 'undecided');
});

test('the list follows what is typed, in either language and however it is spelt, and stands in the address', {
  tag: '@en',
}, async ({ page, locale, newPlan }) => {
  await signIn(page, 'drafter');
  const plan = await newPlan('sample');
  const address = `/${locale}/plans/${plan}/choose`;
  await page.goto(address);
  const shown = page.locator('[data-choice]:visible');
  await expect(shown).toHaveCount(ids.length);
  for (const query of ['السّجُون', 'السجون', 'prisons']) {
    await page.locator('#q').fill(query);
    await expect(page.locator(box('pve-50-f'))).toBeVisible();
    await expect.poll(() => shown.count()).toBeLessThan(12);
  }
  await expect(page).toHaveURL(/q=prisons/);
  await page.reload();
  await expect(page.locator(box('pve-50-f'))).toBeVisible();
  await expect.poll(() => shown.count()).toBeLessThan(12);

  await page.goto(`${address}?only=withoutAction`);
  const without = await shown.count();
  expect(without).toBeLessThan(ids.length);
  await page.goto(`${address}?area=youth`);
  await expect(shown).toHaveCount(recommendations.filter(({ area }) => area === 'youth').length);
  // What is decided under a filter stays under one's hands, until something else is asked for.
  await page.goto(`${address}?decision=adopt`);
  const adopted = await shown.count();
  await shown.first().focus();
  await page.keyboard.press('Digit4');
  await expect(shown).toHaveCount(adopted);
});

test('the list is filtered and searched where the page’s program never comes', { tag: '@en' }, async ({
  browser,
  baseURL,
  page,
  locale,
  newPlan,
}) => {
  await signIn(page, 'drafter');
  const plan = await newPlan('sample');
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  await context.addCookies(await page.context().cookies());
  const plain = await context.newPage();
  await plain.goto(`/${locale}/plans/${plan}/choose`);
  await plain.locator('#q').fill('prisons');
  await plain.locator('search button[type=submit]').click();
  await expect(plain).toHaveURL(/q=prisons/);
  await expect(plain.locator(box('pve-50-f'))).toBeVisible();
  await expect(plain.locator(box('pve-54-a'))).toBeHidden();
  await context.close();
});
