import type pg from 'pg';
import { steps } from '#plan/steps';
import { FORM_ID } from '../../components/plan/plain.ts';
import { box, button, field, save, test } from '../fixtures/plainPage.ts';
import { expect } from '../fixtures/test.ts';

async function historyOf(database: pg.Client, planId: string) {
  const { rows } = await database.query('select count(*)::int as "count" from "Change" where "planId" = $1', [planId]);
  return rows[0].count as number;
}

test('a page that is sent as it came changes nothing of the plan, whichever it is', { tag: '@ar' }, async ({
  plainWindow,
  database,
  locale,
  newPlan,
  t,
}) => {
  test.setTimeout(180_000);
  const plan = await newPlan('sample');
  const page = await plainWindow('drafter');
  const before = await historyOf(database, plan);
  await page.goto(`/${locale}/plans/${plan}/adapt`);
  const actions = await page
    .locator('#actions tbody a')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  expect(actions.length).toBeGreaterThan(10);
  const addresses = [
    ...steps.map((step) => `/${locale}/plans/${plan}/${step}`),
    `/${locale}/plans/${plan}/choose/pve-54-a`,
    // Each action is a part of its own, with the same fields.
    ...(process.env.ALL_STATES ? actions : actions.slice(0, 5)),
  ];
  for (const address of addresses) {
    await page.goto(address);
    // Each of the plan’s fields belongs to the one form, wherever it stands.
    const outside = await page
      .locator('[name*="."]:not([name^="serves."])')
      .evaluateAll((all, id) => all.filter((each) => (each as HTMLInputElement).form?.id !== id).length, FORM_ID);
    expect(outside, address).toBe(0);
    await save(page, t);
    expect(new URL(page.url()).searchParams.get('saved'), address).toBe('');
    expect(await historyOf(database, plan), address).toBe(before);
  }
});

test('a person fills every step, finds it again, and needs no program for it', { tag: '@ar' }, async ({
  plainWindow,
  locale,
  newPlan,
  t,
}) => {
  test.setTimeout(180_000);
  const plan = await newPlan('empty');
  const page = await plainWindow('drafter');
  const open = (step: string) => page.goto(`/${locale}/plans/${plan}/${step}`);
  const saved = page.getByText(t('plain.form.saved'), { exact: true });

  await open('about');
  await field(page, 'about.title.ar').fill('الخطة الوطنية');
  await field(page, 'about.summary.en').fill('First line\nSecond line');
  await field(page, 'about.start').fill('2027-01-01');
  await field(page, 'about.digits').selectOption('arabicIndic');
  await box(page, 'languages', 'en').check();
  await box(page, 'progress.done', 'about').check();
  await save(page, t);
  await expect(saved).toBeVisible();
  await open('about');
  await expect(field(page, 'about.title.ar')).toHaveValue('الخطة الوطنية');
  await expect(field(page, 'about.summary.en')).toHaveValue('First line\nSecond line');
  await expect(field(page, 'about.start')).toHaveValue('2027-01-01');
  await expect(field(page, 'about.digits')).toHaveValue('arabicIndic');
  await expect(box(page, 'languages', 'en')).toBeChecked();
  await expect(box(page, 'progress.done', 'about')).toBeChecked();
  // Enter in a field saves, and presses no button of a list.
  await field(page, 'about.title.en').fill('National plan');
  await field(page, 'about.title.en').press('Enter');
  await expect(saved).toBeVisible();
  await expect(field(page, 'about.title.en')).toHaveValue('National plan');

  await open('situation');
  await page.locator('details[id^="situation.drivers."] > summary').first().click();
  const driver = await page.locator('details[id^="situation.drivers."]').first().getAttribute('id');
  await field(page, `${driver}.rating`).selectOption('high');
  await field(page, `${driver}.evidence.en`).fill('A survey');
  await save(page, t);
  await expect(field(page, `${driver}.rating`)).toHaveValue('high');
  await expect(field(page, `${driver}.evidence.en`)).toHaveValue('A survey');
  await expect(field(page, `${driver}.evidence.en`)).toBeVisible();

  await open('direction');
  await button(page, '~add', 'direction.objectives').click();
  const objective = new URL(page.url()).searchParams.get('at');
  await field(page, `${objective}.title.en`).fill('Objective');
  await page.locator(`input[name="${objective}.drivers"]`).first().check();
  await save(page, t);
  await expect(page.locator(`input[name="${objective}.drivers"]`).first()).toBeChecked();
  await page.locator(`input[name="${objective}.drivers"]`).first().uncheck();
  await save(page, t);
  await expect(page.locator(`input[name="${objective}.drivers"]`).first()).not.toBeChecked();

  // What is typed is saved with each press of a list’s buttons.
  await open('people');
  const added: string[] = [];
  for (const name of ['One', 'Two']) {
    await button(page, '~add', 'agencies').click();
    const at = new URL(page.url()).searchParams.get('at') ?? '';
    added.push(at);
    await field(page, `${at}.name.en`).fill(name);
  }
  await button(page, '~up', added[1] ?? '').click();
  const names = page.locator('[id="agencies"] input[name$=".name.en"]');
  await expect(names.first()).toHaveValue('Two');
  await expect(names.last()).toHaveValue('One');
  await page.locator(`[id="${added[0]}"] summary`).click();
  await button(page, '~remove', added[0] ?? '').click();
  await expect(names).toHaveCount(1);
  await button(page, '~putBack', added[0] ?? '').click();
  await expect(names.last()).toHaveValue('One');

  await open('choose');
  await field(page, 'decisions.pve-54-a.decision').selectOption('defer');
  await field(page, 'decisions.pve-40.priority').selectOption('high');
  await save(page, t);
  await page.locator('[id="decisions.pve-54-a"] summary').click();
  await page
    .getByRole('link', { name: t('plain.decision.page') })
    .and(page.locator('a[href$="pve-54-a"]'))
    .click();
  await expect(field(page, 'decisions.pve-54-a.decision')).toHaveValue('defer');
  await field(page, 'decisions.pve-54-a.reason.ar').fill('لأسباب مالية');
  await page.locator('input[name="decisions.pve-54-a.drivers"]').first().check();
  await save(page, t);
  await expect(field(page, 'decisions.pve-54-a.reason.ar')).toHaveValue('لأسباب مالية');
  await expect(page.locator('input[name="decisions.pve-54-a.drivers"]').first()).toBeChecked();
  await open('choose');
  await expect(field(page, 'decisions.pve-40.priority')).toHaveValue('high');

  await open('adapt');
  await page.getByRole('button', { name: t('plan.actions.add'), exact: true }).click();
  await expect(page).toHaveURL(/adapt\/[0-9a-f-]{36}/);
  const action = `actions.${new URL(page.url()).pathname.split('/').at(-1)}`;
  await field(page, `${action}.title.en`).fill('Action');
  await field(page, `${action}.leadAgency`).selectOption(added[0]?.split('.')[1] ?? '');
  await field(page, `${action}.cost`).fill('٤٢٠٬٠٠٠');
  await page.locator(`input[name="${action}.youth"]`).check();
  await button(page, '~options', `${action}.sdg`).locator('xpath=ancestor::details/summary').click();
  await button(page, '~options', `${action}.sdg`).click();
  await box(page, `${action}.sdg`, '16.3').check();
  await button(page, '~add', `${action}.indicators`).click();
  const indicator = new URL(page.url()).searchParams.get('at') ?? '';
  await field(page, `${indicator}.name.en`).fill('Share');
  await field(page, `${indicator}.baseline`).fill('12,5');
  await save(page, t);
  // What can’t be read is said, with what was typed; the rest is saved.
  await expect(page.locator('[data-error-summary]')).toContainText(t('editor.form.errors.notNumber'));
  await expect(field(page, `${indicator}.baseline`)).toHaveValue('12,5');
  await field(page, `${indicator}.baseline`).fill('12.5');
  await save(page, t);
  await expect(saved).toBeVisible();
  await expect(field(page, `${indicator}.baseline`)).toHaveValue('12.5');
  await expect(field(page, `${indicator}.name.en`)).toHaveValue('Share');
  await expect(field(page, `${action}.cost`)).toHaveValue('420,000');
  await expect(page.locator(`input[name="${action}.youth"]`)).toBeChecked();
  await expect(box(page, `${action}.sdg`, '16.3')).toBeChecked();

  await open('money');
  await field(page, 'money.notes.ar').fill('ملاحظات');
  await save(page, t);
  await open('measure');
  await field(page, 'measure.learning.en').fill('Learning');
  await field(page, 'communication.dissemination.en').fill('Dissemination');
  await save(page, t);
  await expect(field(page, 'measure.learning.en')).toHaveValue('Learning');
  await expect(field(page, 'communication.dissemination.en')).toHaveValue('Dissemination');
  await open('check');
  const criterion = (await page.locator('li[id^="criteria."]').first().getAttribute('id')) ?? '';
  await page.locator(`[id="${criterion}"] summary`).click();
  await field(page, `${criterion}.answer`).selectOption('met');
  await save(page, t);
  await expect(field(page, `${criterion}.answer`)).toHaveValue('met');
});

test('a plan is begun, printed and read in the other language, and an action leaves it, without a program', {
  tag: '@en',
}, async ({ plainWindow, locale, t }) => {
  const page = await plainWindow('coordinator');
  await page.goto(`/${locale}/plans/new`);
  await page.locator('#titleAr').fill('خطة بلا برنامج');
  await page.getByRole('button', { name: t('editor.new.form.submit'), exact: true }).click();
  await expect(page).toHaveURL(/plans\/[0-9a-f-]{36}$/);
  const plan = page.url();

  await page.goto(`${plan}/adapt`);
  await page.getByRole('button', { name: t('plan.actions.add'), exact: true }).click();
  await expect(page).toHaveURL(/adapt\/[0-9a-f-]{36}/);
  await page.locator('summary', { hasText: t('editor.action.removing') }).click();
  await page.getByRole('button', { name: t('plan.actions.remove'), exact: true }).click();
  await expect(page).toHaveURL(/adapt$/);
  await expect(page.locator('#actions tbody tr')).toHaveCount(0);

  await page.goto(`${plan}/export`);
  await page.locator('form[action$="/prints"] button[type=submit]').first().click();
  await expect(page).toHaveURL(/export#printing$/);

  await page
    .locator(`a[hreflang="${locale === 'ar' ? 'en' : 'ar'}"]`)
    .first()
    .click();
  await expect(page.locator('html')).toHaveAttribute('lang', locale === 'ar' ? 'en' : 'ar');
});
