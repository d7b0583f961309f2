import type { Locator, Page } from '@playwright/test';
import { signIn } from '../fixtures/test.ts';
import { openForms, withoutNews } from '../trust/writing.ts';
import { sidewaysScroll, violations } from './axe.ts';
import { expect, test } from './test.ts';

// What a page comes to while someone works on it, beside the states in which it is sent.
const at = (page: Page, path: string): Locator => page.locator(`[id="${path}"]`);
const saveState = (page: Page) => page.locator('[data-save-state]');

async function expectNothingWrong(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 });
  expect(await violations(page), '1280 pixels wide').toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await violations(page), '320 pixels wide').toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
}

test('axe finds nothing at a field that can’t be read, and the field says what is wrong', async ({
  page,
  locale,
  own,
  t,
}) => {
  await page.context().addCookies(own.people.coordinator.cookies);
  const { plan, action } = own.places;
  await page.goto(`/${locale}/plans/${plan}/adapt/${action}`);
  const cost = at(page, `actions.${action}.cost`);
  await cost.fill('many');
  await cost.blur();
  await expect(cost).toHaveAttribute('aria-invalid', 'true');
  await expect(cost).toHaveAccessibleDescription(new RegExp(t('editor.form.errors.notAmount')));
  await expect(saveState(page)).toHaveText(t('common.save.unsaved'));
  await expectNothingWrong(page);
});

test('axe finds nothing where the network is gone, and it is said where the text is', async ({
  page,
  locale,
  newPlan,
  complaints,
  t,
}) => {
  complaints.allow(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
  await signIn(page, 'coordinator');
  await openForms(page, `/${locale}/plans/${await newPlan('empty')}/direction`);
  await page.context().setOffline(true);
  await at(page, 'direction.vision.en').fill('Written on the train');
  await expect(saveState(page)).toHaveText(t('common.save.device'));
  await expect(page.getByRole('status', { name: t('common.save.label') })).toHaveText(t('common.save.device'));
  await expectNothingWrong(page);
  await page.context().setOffline(false);
  await expect(saveState(page)).toHaveText(t('common.save.saved'));
});

test('axe finds nothing where the session has ended, and the way to sign in is a link', async ({
  page,
  locale,
  newPlan,
  complaints,
  t,
}) => {
  complaints.allow(/401/);
  await signIn(page, 'coordinator');
  await openForms(page, `/${locale}/plans/${await newPlan('empty')}/direction`);
  await page.context().clearCookies();
  await at(page, 'direction.vision.en').fill('Written too late');
  await expect(saveState(page).getByRole('link', { name: t('common.save.signInLink') })).toBeVisible();
  await expectNothingWrong(page);
});

test('axe finds nothing where two people wrote one answer, and both texts have their buttons', async ({
  page,
  windowOf,
  locale,
  newPlan,
  t,
}) => {
  const address = `/${locale}/plans/${await newPlan('empty')}/direction`;
  const colleague = await windowOf('drafter');
  await signIn(page, 'coordinator');
  await withoutNews(page);
  await page.goto(address);
  await colleague.goto(address);
  await at(colleague, 'direction.vision.en').fill('As the drafter sees it');
  await expect(saveState(colleague)).toHaveText(t('common.save.saved'));
  await at(page, 'direction.vision.en').fill('What the coordinator wants');
  await expect(saveState(page)).toHaveText(t('common.save.clash'));
  const clash = page.getByRole('alert').filter({ hasText: t('editor.form.clash.title') });
  await expect(clash.getByRole('button', { name: t('editor.form.clash.keepMine') })).toBeVisible();
  await expect(clash.getByRole('button', { name: t('editor.form.clash.keepTheirs') })).toBeVisible();
  await expectNothingWrong(page);
});

test('axe finds nothing where an item was added, moved and taken out, which can be undone', async ({
  page,
  locale,
  newPlan,
  t,
}) => {
  await signIn(page, 'coordinator');
  await page.goto(`/${locale}/plans/${await newPlan('empty')}/direction`);
  const add = page.getByRole('button', { name: t('plan.direction.objectives.add') });
  await add.click();
  await add.click();
  await expect(page.locator('li[id^="direction.objectives."]')).toHaveCount(2);
  await expectNothingWrong(page);
  await page
    .getByRole('button', { name: t('plan.direction.objectives.remove') })
    .first()
    .click();
  await expect(page.getByRole('button', { name: t('editor.form.putBack') })).toBeFocused();
  await expectNothingWrong(page);
});

test('axe finds nothing where many things can be chosen, and the list is open', async ({ page, locale, own, t }) => {
  await page.context().addCookies(own.people.coordinator.cookies);
  const { plan, action } = own.places;
  await page.goto(`/${locale}/plans/${plan}/adapt/${action}`);
  const group = at(page, `actions.${action}.recommendations`);
  await group.locator('summary').last().click();
  await group.getByLabel(t('editor.form.find')).fill('2');
  await expectNothingWrong(page);
});
