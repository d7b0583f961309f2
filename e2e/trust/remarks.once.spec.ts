import type { Page } from '@playwright/test';
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { test } from '../access/test.ts';
import type { Someone } from '../fixtures/country.ts';
import { thisRun } from '../fixtures/run.ts';
import { expect } from '../fixtures/test.ts';

/** Gives an adviser a remark, written a while ago. */
async function giveRemark(database: pg.Client, { userId }: Someone): Promise<string> {
  const id = uuidv7();
  await database.query(
    `insert into "Remark" ("id", "adviserId", "ar", "en", "updatedAt")
      values ($1, $2, 'اذكر الجهة', 'Name the agency.', now() - interval '1 day')`,
    [id, userId],
  );
  return id;
}

/** What is kept of a remark, in both languages; nothing of one that is gone. */
async function keptOf(database: pg.Client, id: string): Promise<string[]> {
  const { rows } = await database.query<{ ar: string; en: string }>('select "ar", "en" from "Remark" where "id" = $1', [
    id,
  ]);
  return rows.flatMap(({ ar, en }) => [ar, en]);
}

/** The form of a remark in a window where it was opened. */
async function change(page: Page, id: string) {
  await page.goto(`/en/remarks?edit=${id}`);
  const form = page.locator(`#write-${id}`);
  return { form, english: form.locator('textarea[name="en"]'), keep: form.locator('button[type="submit"]') };
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with the page’s program' : 'without it', () => {
    test('of two windows on one remark neither overwrites the other unseen', async ({ browser, own, database, t }) => {
      const { adviser } = own.people;
      const id = await giveRemark(database, adviser);
      const context = await browser.newContext({ baseURL: thisRun().url, javaScriptEnabled });
      await context.addCookies(adviser.cookies);
      const [page, other] = [await context.newPage(), await context.newPage()];
      const [here, there] = [await change(page, id), await change(other, id)];
      await here.english.fill('Name the lead agency.');
      await here.keep.click();
      await page.waitForURL(/done=kept/);

      // The other was made from what stood before: nothing of it is kept, nothing of it is lost, and both are to be read.
      await there.english.fill('Name the donor.');
      await there.keep.click();
      await expect(there.form.locator('[data-error-summary]')).toContainText(t('remarks.codes.remarkMoved'));
      expect(await keptOf(database, id)).toEqual(['اذكر الجهة', 'Name the lead agency.']);
      await expect(there.english).toHaveValue('Name the donor.');
      await expect(there.form).toContainText('Name the lead agency.');
      // What is refused for another reason meanwhile is made from the same still.
      await there.english.fill('x'.repeat(10_001));
      await there.keep.click();
      await expect(there.form.locator('[data-error-summary]')).toContainText(t('remarks.codes.tooLong'));
      await there.english.fill('Name the donor.');
      await there.keep.click();
      await other.waitForURL(/done=kept/);
      expect(await keptOf(database, id)).toEqual(['اذكر الجهة', 'Name the donor.']);
      await context.close();
    });

    test('a remark that was taken out in another window comes back only on purpose', async ({
      browser,
      own,
      database,
      t,
    }) => {
      const { adviser } = own.people;
      const id = await giveRemark(database, adviser);
      const context = await browser.newContext({ baseURL: thisRun().url, javaScriptEnabled });
      await context.addCookies(adviser.cookies);
      const page = await context.newPage();
      const { form, english, keep } = await change(page, id);
      await database.query('delete from "Remark" where "id" = $1', [id]);
      await english.fill('Name the donor.');
      await keep.click();
      await expect(form.locator('[data-error-summary]')).toContainText(t('remarks.codes.remarkGone'));
      expect(await keptOf(database, id)).toEqual([]);
      await expect(english).toHaveValue('Name the donor.');
      await keep.click();
      await page.waitForURL(/done=kept/);
      expect(await keptOf(database, id)).toEqual(['اذكر الجهة', 'Name the donor.']);
      await context.close();
    });
  });

test('without the page’s program a form is not taken for a newer one by what another window kept meanwhile', async ({
  browser,
  own,
  database,
  t,
}) => {
  const { adviser } = own.people;
  const id = await giveRemark(database, adviser);
  const context = await browser.newContext({ baseURL: thisRun().url, javaScriptEnabled: false });
  await context.addCookies(adviser.cookies);
  const { form, english, keep } = await change(await context.newPage(), id);
  await database.query(`update "Remark" set "en" = 'Name the lead agency.', "updatedAt" = now() where "id" = $1`, [id]);
  await english.fill('x'.repeat(10_001));
  await keep.click();
  await expect(form.locator('[data-error-summary]')).toContainText(t('remarks.codes.tooLong'));
  await english.fill('Name the donor.');
  await keep.click();
  await expect(form.locator('[data-error-summary]')).toContainText(t('remarks.codes.remarkMoved'));
  expect(await keptOf(database, id)).toEqual(['اذكر الجهة', 'Name the lead agency.']);
  await context.close();
});
