import { expect, signIn, test } from '../fixtures/test.ts';
import { expectState, expectStored, field, makeLine } from './writing.ts';

test('the browser’s Back finds what was typed, however soon the page was left', async ({
  page,
  locale,
  t,
  database,
  newPlan,
}) => {
  const planId = await newPlan('empty');
  await signIn(page, 'coordinator');
  await page.goto(`/${locale}/plans/${planId}`);
  await page
    .getByRole('link', { name: t('plan.steps.about.title'), exact: true })
    .last()
    .click();
  const text = 'Left in the middle of a sent';
  await field(page, 'about.foreword.en').pressSequentially(text);
  await page.getByRole('link', { name: t('editor.toTasks'), exact: true }).click();
  await expect(page.getByText(t('editor.tasks.intro'))).toBeVisible();
  await page.goBack();
  await expect(field(page, 'about.foreword.en')).toHaveValue(text);
  await expectStored(database, planId, 'about.foreword.en', text);
});

test('another address typed over the page takes nothing away', async ({ page, locale, database, newPlan }) => {
  const planId = await newPlan('empty');
  await signIn(page, 'coordinator');
  await page.goto(`/${locale}/plans/${planId}/about`);
  const text = 'And then the telephone rang';
  await field(page, 'about.foreword.en').pressSequentially(text);
  await page.goto(`/${locale}`);
  await expectStored(database, planId, 'about.foreword.en', text);
  await page.goBack();
  await expect(field(page, 'about.foreword.en')).toHaveValue(text);
});

test('Back finds it also while nothing reaches the server', async ({ page, context, locale, newPlan }) => {
  const planId = await newPlan('empty');
  const line = await makeLine(context);
  await signIn(page, 'coordinator');
  await page.goto(`/${locale}/plans/${planId}/about`);
  await line.cut(page);
  const text = 'Nobody else has this yet';
  await field(page, 'about.foreword.en').pressSequentially(text);
  await expectState(page, 'device');
  await page.goto(`/${locale}`);
  await page.goBack();
  await expect(field(page, 'about.foreword.en')).toHaveValue(text);
});
