import type { Browser, BrowserContext, Page } from '@playwright/test';
import type pg from 'pg';
import { steps } from '#plan/steps';
import { FORM_ID } from '../../components/plan/plain.ts';
import type { Person } from '../fixtures/people.ts';
import { thisRun } from '../fixtures/run.ts';
import { expect, test } from '../fixtures/test.ts';
import type { translatorOf } from '../fixtures/words.ts';
import { stored } from '../trust/writing.ts';

type T = ReturnType<typeof translatorOf>;

let opened: BrowserContext[] = [];
test.afterEach(async () => {
  for (const context of opened) await context.close();
  opened = [];
});

/** A person’s window in which no page’s program ever runs. */
async function plainWindow(browser: Browser, person: Person): Promise<Page> {
  const context = await browser.newContext({ baseURL: thisRun().url, javaScriptEnabled: false });
  opened.push(context);
  await context.addCookies(thisRun().sessions[person]);
  return context.newPage();
}

/** Presses the button at the foot of the window, which sends all that was typed on the page. */
async function save(page: Page, t: T): Promise<void> {
  await page.locator(`button[form="${FORM_ID}"]:not([name])`, { hasText: t('plain.form.save') }).click();
  await expect(page).toHaveURL(/saved=/);
}
const field = (page: Page, path: string) => page.locator(`[id="${path}"]`);
const box = (page: Page, path: string, value: string) => page.locator(`input[name="${path}"][value="${value}"]`);
const button = (page: Page, deed: string, path: string) => page.locator(`button[name="${deed}"][value="${path}"]`);

async function historyOf(database: pg.Client, planId: string) {
  const { rows } = await database.query('select count(*)::int as "count" from "Change" where "planId" = $1', [planId]);
  return rows[0].count as number;
}

test('a page that is sent as it came changes nothing of the plan, whichever it is', { tag: '@ar' }, async ({
  browser,
  database,
  locale,
  newPlan,
  t,
}) => {
  test.setTimeout(180_000);
  const plan = await newPlan('sample');
  const page = await plainWindow(browser, 'drafter');
  const before = await historyOf(database, plan);
  await page.goto(`/${locale}/plans/${plan}/adapt`);
  const actions = await page
    .locator('#actions tbody a')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  expect(actions.length).toBeGreaterThan(10);
  const addresses = [
    ...steps.map((step) => `/${locale}/plans/${plan}/${step}`),
    `/${locale}/plans/${plan}/choose/pve-54-a`,
    ...actions,
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

test('each kind of field is filled and saved, items are added, a recommendation is decided', async ({
  browser,
  database,
  locale,
  newPlan,
  t,
}) => {
  test.setTimeout(120_000);
  const plan = await newPlan('empty');
  const page = await plainWindow(browser, 'drafter');
  const kept = (path: string) => stored(database, plan, path);
  const home = `/${locale}/plans/${plan}`;

  await page.goto(`${home}/about`);
  await field(page, 'about.title.ar').fill('خطة بلا برنامج');
  await field(page, 'about.foreword.en').fill('First paragraph.\n\nSecond paragraph.');
  await field(page, 'about.start').fill('2027-01-01');
  await box(page, 'progress.done', 'about').check();
  await save(page, t);
  expect(await kept('about.title.ar')).toBe('خطة بلا برنامج');
  expect(await kept('about.foreword.en')).toBe('First paragraph.\n\nSecond paragraph.');
  expect(await kept('progress.done')).toEqual(['about']);
  await expect(field(page, 'about.start')).toHaveValue('2027-01-01');

  await page.goto(`${home}/direction`);
  await button(page, '~add', 'direction.objectives').click();
  const title = page.locator('input[name^="direction.objectives."][name$=".title.ar"]');
  await title.fill('عدالة يصل إليها الجميع');
  const objective = ((await title.getAttribute('name')) ?? '').split('.')[2] ?? '';
  await save(page, t);
  expect(await kept(`direction.objectives.${objective}.title.ar`)).toBe('عدالة يصل إليها الجميع');

  await page.goto(`${home}/choose/pve-54-a`);
  await field(page, 'decisions.pve-54-a.decision').selectOption('adapt');
  await field(page, 'decisions.pve-54-a.reason.ar').fill('لأن مدارسنا تحتاج إليها.');
  await save(page, t);
  expect(await kept('decisions.pve-54-a.decision')).toBe('adapt');
  expect(await kept('decisions.pve-54-a.reason.ar')).toBe('لأن مدارسنا تحتاج إليها.');

  await page.goto(`${home}/adapt`);
  await page.getByRole('button', { name: t('plan.actions.add'), exact: true }).click();
  await expect(page).toHaveURL(/\/adapt\/[0-9a-f-]{36}$/);
  const action = `actions.${new URL(page.url()).pathname.split('/').at(-1)}`;
  await field(page, `${action}.cost`).fill('٤٢٠٬٠٠٠');
  await field(page, `${action}.objective`).selectOption(objective);
  await page.locator(`[id="${action}.sdg"] summary`).last().click();
  await button(page, '~options', `${action}.sdg`).click();
  expect(await kept(`${action}.cost`)).toBe('420000');
  await box(page, `${action}.sdg`, '16.3').check();
  await save(page, t);
  expect(await kept(`${action}.sdg`)).toEqual(['16.3']);
  expect(await kept(`${action}.objective`)).toBe(objective);

  // What can't be read comes back as it was typed, and is said to be so.
  await field(page, `${action}.cost`).fill('a lot');
  await save(page, t);
  await expect(field(page, `${action}.cost`)).toHaveValue('a lot');
  await expect(page.getByText(t('editor.form.errors.notAmount')).first()).toBeVisible();
  expect(await kept(`${action}.cost`)).toBe('420000');
});

test('where two people wrote in one field, both texts come back, and the person chooses', { tag: '@ar' }, async ({
  browser,
  database,
  locale,
  newPlan,
  t,
  windowOf,
}) => {
  const plan = await newPlan('empty');
  const path = 'about.foreword.ar';
  const address = `/${locale}/plans/${plan}/about`;
  const page = await plainWindow(browser, 'drafter');
  await page.goto(address);
  const colleague = await windowOf('coordinator');
  await colleague.goto(address);
  await colleague.locator(`[id="${path}"]`).fill('نص كتبته المنسقة');
  await expect.poll(() => stored(database, plan, path)).toBe('نص كتبته المنسقة');

  await field(page, path).fill('نص كتبه المحرر');
  await save(page, t);
  for (const text of ['نص كتبته المنسقة', 'نص كتبه المحرر'])
    await expect(page.getByRole('alert').getByText(text, { exact: true }).first()).toBeVisible();
  expect(await stored(database, plan, path)).toBe('نص كتبته المنسقة');
  await button(page, '~mine', path).click();
  expect(await stored(database, plan, path)).toBe('نص كتبه المحرر');
  await expect(page.getByRole('alert')).toHaveCount(0);
});
