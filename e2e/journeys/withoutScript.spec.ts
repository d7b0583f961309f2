import type { Browser, BrowserContext, Page } from '@playwright/test';
import type pg from 'pg';
import { steps } from '#plan/steps';
import { FORM_ID } from '../../components/plan/plain.ts';
import type { Person } from '../fixtures/people.ts';
import { thisRun } from '../fixtures/run.ts';
import { expect, test } from '../fixtures/test.ts';
import type { translatorOf } from '../fixtures/words.ts';

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
  await page.locator(`button[form="${FORM_ID}"]`, { hasText: t('plain.form.save') }).click();
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
