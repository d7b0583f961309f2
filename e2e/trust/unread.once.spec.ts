import type { Page } from '@playwright/test';
import type pg from 'pg';
import { test } from '../access/test.ts';
import type { Someone } from '../fixtures/country.ts';
import { expect } from '../fixtures/test.ts';

type Told = { id: string; thing: string };

/** What an adviser was told, with nothing of it read; one of a round is among it. */
async function tellAnew(database: pg.Client, { userId }: Someone): Promise<Told[]> {
  const { rows } = await database.query<Told>(
    'update "Notice" set "readAt" = null where "userId" = $1 returning "id", "thing"',
    [userId],
  );
  return rows;
}

/** The figure at the inbox, '' where there is none. */
const figure = (page: Page) => page.locator('[data-signed-in] a[href="/en/notices"] [aria-hidden]');

/** Waits until the page is another, which was come to without loading anew. */
async function expectSoft(page: Page, address: RegExp) {
  await page.waitForURL(address);
  expect(await page.evaluate(() => 'stays' in window)).toBe(true);
}

test('how many notices are unread is right after every way from page to page', async ({ page, own, database, t }) => {
  const { adviser } = own.people;
  const all = await tellAnew(database, adviser);
  const home = `/en/plans/${own.places.plan}/review`;
  await page.context().addCookies(adviser.cookies);
  await page.goto(home);
  await expect(figure(page)).toHaveText(`${all.length}`);
  await page.evaluate(() => Object.assign(window, { stays: true }));

  // What a page shows is read by that, and what was read elsewhere is known on the next page.
  await page.locator(`main a[href*="/rounds/${own.places.round}"]`).first().click();
  await expectSoft(page, /\/rounds\//);
  await expect(figure(page)).toHaveText(`${all.length - 1}`);
  const other = all.find(({ thing }) => !thing.startsWith('submission'));
  await database.query('update "Notice" set "readAt" = now() where "id" = $1', [other?.id]);
  await page.locator('nav a[href$="/review"]').first().click();
  await expectSoft(page, /\/review$/);
  await expect(figure(page)).toHaveText(`${all.length - 2}`);

  // Marked as read in the inbox: also on the pages to which the browser goes back.
  await page.locator('[data-signed-in] a[href="/en/notices"]').click();
  await expectSoft(page, /\/notices$/);
  await page.getByRole('button', { name: t('notices.readAll') }).click();
  await expectSoft(page, /done=read/);
  await expect(figure(page)).toHaveCount(0);
  await page.goBack();
  await page.goBack();
  await expectSoft(page, /\/review$/);
  await expect(figure(page)).toHaveCount(0);
});

test('a page that shows what was told of counts after that, also where it is opened by its address or by a notice', async ({
  page,
  own,
  database,
}) => {
  const { adviser } = own.people;
  await page.context().addCookies(adviser.cookies);
  const all = await tellAnew(database, adviser);
  await page.goto(`/en/plans/${own.places.plan}/review/rounds/${own.places.round}`);
  await expect(figure(page)).toHaveText(`${all.length - 1}`);
  await tellAnew(database, adviser);
  const thread = all.find(({ thing }) => thing.startsWith('thread'));
  const ofThread = all.filter(({ thing }) => thing === thread?.thing).length;
  await page.goto('/en/notices');
  await page.locator(`main a[href^="/api/notices/${thread?.id}"]`).click();
  await page.waitForURL(/thread=/);
  await expect(figure(page)).toHaveText(`${all.length - ofThread}`);
});
