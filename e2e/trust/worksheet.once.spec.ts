import type { Page } from '@playwright/test';
import type pg from 'pg';
import { test } from '../access/test.ts';
import { thisRun } from '../fixtures/run.ts';
import { expect } from '../fixtures/test.ts';
import { lost } from './writing.ts';

/** The answer to a criterion of the worksheet, with its fold open. */
async function answerOn(page: Page, index: number) {
  const item = page.locator('main article').nth(index);
  const note = item.locator('textarea[name="noteEn"]');
  if (!(await note.isVisible())) await item.locator('summary').first().click();
  const expectState = (state: string) =>
    expect(item.locator('[data-save-state]')).toHaveAttribute('data-save-state', state, { timeout: 20_000 });
  return { item, note, expectState, criterion: (await item.getAttribute('id')) ?? '' };
}

/** Waits until the database has a note on a criterion of a round. */
const expectNote = (database: pg.Client, round: string, criterion: string, note: string) =>
  expect
    .poll(async () => {
      const { rows } = await database.query<{ noteEn: string }>(
        'select "noteEn" from "CriterionAnswer" where "submissionId" = $1 and "criterion" = $2',
        [round, criterion],
      );
      return rows[0]?.noteEn;
    })
    .toBe(note);

test('an answer is saved while it is given, waits where the network is gone, and is sent once it is back', async ({
  page,
  own,
  database,
  complaints,
}) => {
  complaints.allow(lost);
  complaints.allow(/Failed to load resource/);
  const { plan, round } = own.places;
  await page.context().addCookies(own.people.adviser.cookies);
  await page.goto(`/en/plans/${plan}/review/rounds/${round}/criteria`);
  const { item, note, expectState, criterion } = await answerOn(page, 2);
  await item.locator('input[name="answer"][value="notMet"]').check();
  await note.pressSequentially('Say which ministry leads.');
  await expectState('saved');
  await expectNote(database, round, criterion, 'Say which ministry leads.');
  await page.context().setOffline(true);
  await note.pressSequentially(' And from when.');
  await expectState('waiting');
  await page.context().setOffline(false);
  await expectState('saved');
  await expectNote(database, round, criterion, 'Say which ministry leads. And from when.');
});

test('of two windows of one adviser neither overwrites the other unseen', async ({
  page,
  own,
  database,
  complaints,
  t,
}) => {
  complaints.allow(/409/);
  const { plan, round } = own.places;
  await page.context().addCookies(own.people.adviser.cookies);
  const other = await page.context().newPage();
  for (const window of [page, other]) await window.goto(`/en/plans/${plan}/review/rounds/${round}/criteria`);
  const [here, there] = [await answerOn(page, 3), await answerOn(other, 3)];
  await here.note.fill('From the first window.');
  await here.expectState('saved');
  await there.note.fill('From the second window.');
  await there.expectState('moved');
  await expect(there.item).toContainText('From the first window.');
  await expectNote(database, round, here.criterion, 'From the first window.');
  await there.item.getByRole('button', { name: t('worksheet.saving.keepMine') }).click();
  await there.expectState('saved');
  await expectNote(database, round, here.criterion, 'From the second window.');
  await other.close();
});

test('without the page’s program, too, the answer of another window is shown before it is replaced', async ({
  browser,
  own,
  database,
  t,
}) => {
  const { plan, round } = own.places;
  const context = await browser.newContext({ baseURL: thisRun().url, javaScriptEnabled: false });
  await context.addCookies(own.people.adviser.cookies);
  const windows = [await context.newPage(), await context.newPage()];
  for (const window of windows) await window.goto(`/en/plans/${plan}/review/rounds/${round}/criteria`);
  const [here, there] = [await answerOn(windows[0] as Page, 4), await answerOn(windows[1] as Page, 4)];
  const answer = ({ item }: typeof here, value: string) =>
    item.locator(`input[name="answer"][value="${value}"]`).check();
  const keep = t('worksheet.submit');
  await answer(here, 'met');
  await here.note.fill('From the first window.');
  await here.item.getByRole('button', { name: keep }).click();
  await expect(here.item).toContainText(t('worksheet.saved'));
  await answer(there, 'notMet');
  await there.note.fill('From the second window.');
  await there.item.getByRole('button', { name: keep }).click();
  await expect(there.item.locator('[data-error-summary]')).toContainText(t('worksheet.codes.answerMoved'));
  await expect(there.item.locator('form')).toContainText('From the first window.');
  await expect(there.item.locator('form')).toContainText(t('worksheet.saving.there'));
  await expect(there.note).toHaveValue('From the second window.');
  await expectNote(database, round, here.criterion, 'From the first window.');
  await there.item.getByRole('button', { name: t('worksheet.saving.keepMine') }).click();
  await expect(there.item).toContainText(t('worksheet.saved'));
  await expectNote(database, round, here.criterion, 'From the second window.');
  await context.close();
});
