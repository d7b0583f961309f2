import { expect, signIn, test } from '../fixtures/test.ts';
import { expectState, expectStored, field, openForms } from '../trust/writing.ts';

test('what is changed in one language waits in a list until the other follows, or still fits', { tag: '@ar' }, async ({
  page,
  locale,
  t,
  database,
  newPlan,
}) => {
  await signIn(page, 'drafter');
  const plan = await newPlan('sample');
  await openForms(page, `/${locale}/plans/${plan}/about`);
  for (const name of ['foreword', 'legalBasis']) {
    await field(page, `about.${name}.en`).fill(`The ${name} was written anew.`);
    await expectStored(database, plan, `about.${name}.en`, `The ${name} was written anew.`);
  }
  await expectState(page, 'saved');
  await page.reload();
  // At the field itself, too.
  await expect(page.locator('[id="about.foreword"]').getByText(t('translation.behind.ar'))).toBeVisible();

  await page.goto(`/${locale}/plans/${plan}`);
  await page.getByRole('link', { name: t('translation.link'), exact: true }).click();
  await expect(page.locator('li[id^="row."]')).toHaveCount(2);
  await page.locator('[id="row.about.foreword"] summary').click();
  await expect(page.locator('[id="row.about.foreword"] ins').first()).toContainText('foreword');

  await page.locator('[id="row.about.legalBasis"]').getByRole('button').click();
  await expect(page.locator('[id="row.about.legalBasis"]')).toHaveCount(0);
  await field(page, 'about.foreword.ar').fill('كُتبت المقدمة من جديد.');
  await expectStored(database, plan, 'about.foreword.ar', 'كُتبت المقدمة من جديد.');
  await page.reload();
  await expect(page.getByText(t('translation.none'), { exact: true })).toBeVisible();
});

test('what is still to be written is written in the list, and the list can be narrowed in its address', {
  tag: '@en',
}, async ({ page, locale, t, database, newPlan }) => {
  await signIn(page, 'drafter');
  const plan = await newPlan('empty');
  for (const [step, path] of [
    ['about', 'about.foreword.ar'],
    ['direction', 'direction.vision.en'],
  ] as const) {
    await page.goto(`/${locale}/plans/${plan}/${step}`);
    await field(page, path).fill('نص');
    await expectStored(database, plan, path, 'نص');
  }
  await page.goto(`/${locale}/plans/${plan}/translation`);
  await expect(page.locator('li[id^="row."]')).toHaveCount(2);
  await page.getByLabel(t('translation.filter.language'), { exact: true }).selectOption('en');
  await page.getByRole('button', { name: t('translation.filter.go'), exact: true }).click();
  await expect(page).toHaveURL(/language=en/);
  await expect(page.locator('li[id^="row."]')).toHaveCount(1);
  await field(page, 'about.foreword.en').fill('A foreword.');
  await expectStored(database, plan, 'about.foreword.en', 'A foreword.');
});
