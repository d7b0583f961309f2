import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { planSchema } from '#plan/schema';
import samplePlan from '../../prisma/seed/samplePlan.json' with { type: 'json' };
import { violations } from '../access/axe.ts';
import {
  makeCountry,
  makePlanIn,
  makeSomeone,
  type OwnCountry,
  removeCountry,
  type Someone,
} from '../fixtures/country.ts';
import { samplePassword } from '../fixtures/people.ts';
import { expect, test } from '../fixtures/test.ts';

const comment = 'يُرجى بيان مصدر هذه النسبة وسنتها.';
const answer = 'أُضيف المصدر والسنة إلى الملخص.';
const authority = 'مجلس النواب';

let country: OwnCountry;
let people: { coordinator: Someone; drafter: Someone; adviser: Someone; stranger: Someone };
let opened: BrowserContext[] = [];

test.beforeAll(async ({ database }) => {
  country = await makeCountry(database, { ar: 'بلد الاستعراض', en: 'Review Country' });
  people = {
    coordinator: await makeSomeone(database, 'سلمى Idris', { country, role: 'coordinator' }),
    drafter: await makeSomeone(database, 'Yusuf Karam', { country, role: 'drafter' }),
    adviser: await makeSomeone(database, 'Daniel Okoro', { duty: 'adviser' }),
    stranger: await makeSomeone(database, 'Mei Tanaka', { duty: 'adviser' }),
  };
});
test.afterAll(async ({ database }) => {
  await removeCountry(database, country);
  await database.query('delete from "User" where "id" = any ($1::uuid[])', [
    [people.adviser.userId, people.stranger.userId],
  ]);
});
test.afterEach(async () => {
  for (const context of opened) await context.close();
  opened = [];
});

/** Presses a form’s own button, and waits for the page that says it was done. */
async function send(page: Page, form: string): Promise<void> {
  await page.locator(`#${form}-submit`).click();
  await page.waitForURL(/[?&]done=/);
}

test('a plan is sent, commented on, answered, sent again, cleared and adopted, by people in windows of their own', async ({
  browser,
  complaints,
  contextOptions,
  baseURL,
  locale,
  t,
}) => {
  test.setTimeout(120_000);
  complaints.allow(/404/);
  const plan = await makePlanIn(country, people.coordinator, planSchema.parse(samplePlan));
  const review = `/${locale}/plans/${plan}/review`;
  const windowOf = async ({ cookies }: Pick<Someone, 'cookies'>) => {
    const context = await browser.newContext({ ...contextOptions, baseURL, locale });
    opened.push(context);
    await context.addCookies(cookies);
    return context.newPage();
  };
  const expectNoViolations = async (page: Page) => {
    // After a form was sent the address is another before the page is.
    await expect(page).toHaveTitle(/./);
    expect(await violations(page), page.url()).toEqual([]);
  };
  const [coordinator, drafter, adviser, stranger] = [
    await windowOf(people.coordinator),
    await windowOf(people.drafter),
    await windowOf(people.adviser),
    await windowOf(people.stranger),
  ];

  // The country lets an adviser in, and sends.
  await coordinator.goto(`${review}/advisers`);
  await coordinator.locator('#grant-adviserId').selectOption(people.adviser.userId);
  await coordinator.locator('input[name="scope"][value="sent"]').check();
  await send(coordinator, 'grant');
  const sendRound = async () => {
    await coordinator.goto(`${review}/send`);
    await coordinator.locator('input[name="password"]').fill(samplePassword);
    await send(coordinator, 'send');
  };
  await sendRound();

  // The adviser finds it on the desk, comments on a passage in Arabic, and proposes two wordings.
  await adviser.goto(`/${locale}/desk`);
  await adviser.locator(`a[href="${review}"]`).click();
  await expect(adviser).toHaveURL(review);
  const round = (await adviser.locator('a[href*="/rounds/"]').first().getAttribute('href'))?.match(
    /rounds\/([^/?#]+)/,
  )?.[1];
  const reading = `${review}/rounds/${round}`;
  await adviser.goto(`${reading}?section=about&comment=about.summary`);
  await adviser.locator('#comment-body').fill(comment);
  await adviser.locator('#comment-quote').fill('58.6% مؤمّنة');
  await adviser.locator('input[name="weight"][value="mustFix"]').check();
  await send(adviser, 'comment');
  await expect(adviser.locator('mark')).toHaveText('58.6% مؤمّنة');
  await expectNoViolations(adviser);
  const propose = async (path: string, wording: string) => {
    await adviser.goto(`${reading}?section=direction&propose=${path}`);
    await adviser.locator('#wording-to').fill(wording);
    await send(adviser, 'wording');
  };
  await propose('direction.vision.ar', 'رؤية صيغت من جديد.');
  await propose('direction.vision.en', 'A vision written anew.');

  // Whom no country let in finds nothing of it.
  for (const path of [review, reading, `${review}/comments`]) {
    expect((await stranger.goto(path))?.status(), path).toBe(404);
  }

  // The country is told, accepts one wording, declines the other with its reason, and answers the comment.
  await coordinator.goto(`/${locale}/notices`);
  await expect(coordinator.getByRole('link', { name: /Daniel Okoro/ })).toHaveCount(3);
  await drafter.goto(`${review}/comments`);
  await expectNoViolations(drafter);
  const wordings = drafter.locator('article[id^="wording-"]');
  // The Arabic one was proposed first; when it is answered, the English one is left.
  await wordings
    .first()
    .getByRole('button', { name: new RegExp(t('round.accept')) })
    .click();
  await drafter.waitForURL(/done=accepted/);
  await drafter.goto(`${review}/comments`);
  await expect(wordings).toHaveCount(1);
  const english = wordings.first();
  await english.locator('summary').click();
  await english.locator('textarea').fill('“Everyone” has to stay.');
  await english.locator('button[type="submit"]').last().click();
  await drafter.waitForURL(/done=declined/);
  await drafter.goto(`${review}/comments`);
  const said = drafter.locator('article[id^="thread-"]').filter({ hasText: comment });
  await said.locator('summary').nth(1).click();
  const resolve = said.locator('form[id^="resolve-"]');
  await resolve.locator('button[type="submit"]').click();
  await expect(resolve.locator('[data-error-summary]')).toContainText(t('round.codes.reasonMissing'));
  await resolve.locator('textarea').fill(answer);
  await resolve.locator('button[type="submit"]').click();
  await drafter.waitForURL(/done=resolved/);
  await drafter.goto(`/${locale}/plans/${plan}/direction`);
  await expect(drafter.locator('[id="direction.vision.ar"]')).toHaveValue('رؤية صيغت من جديد.');

  // Sent again, the adviser sees what changed, and clears.
  await sendRound();
  await adviser.goto(review);
  const second = (await adviser.locator('a[href*="/rounds/"]').first().getAttribute('href'))?.match(
    /rounds\/([^/?#]+)/,
  )?.[1];
  expect(second).not.toBe(round);
  await adviser.goto(`${review}/rounds/${second}/changes`);
  await expect(adviser.locator('ins').filter({ hasText: 'صيغت' })).toHaveCount(1);
  await expectNoViolations(adviser);
  await adviser.goto(`${review}/rounds/${second}/decision`);
  await adviser.locator('input[name="outcome"][value="cleared"]').check();
  await send(adviser, 'decision');
  await expectNoViolations(adviser);

  // The coordinator adopts; the table holds what was said and what became of it.
  await coordinator.goto(`${review}/adopt`);
  await coordinator.locator('[id$="-authorityAr"]').fill(authority);
  await coordinator.locator('input[name="adoptedOn"]').fill('2026-01-15');
  await coordinator.locator('input[name="password"]').fill(samplePassword);
  await send(coordinator, 'adopt');
  await expect(coordinator.locator('#adoption').locator('xpath=..')).toContainText(authority);

  // A reader verifies what was printed of it: with no account, and the file stays with them.
  await coordinator.locator('a[href*="export?adoption="]').click();
  await coordinator.locator('input[name="layout"][value="en"]').check();
  await coordinator.locator('button[name="extent"][value="first"]').click();
  const link = coordinator.locator('a[href^="/api/prints/"]').first();
  await expect(link).toBeVisible({ timeout: 60_000 });
  const [download] = await Promise.all([coordinator.waitForEvent('download'), link.click()]);
  const file = readFileSync(await download.path());
  const reader = await windowOf({ cookies: [] });
  await reader.goto(`/${locale}/verify`);
  const give = (name: string, buffer: Buffer) =>
    reader.locator('#file').setInputFiles({ name, mimeType: 'application/pdf', buffer });
  const main = reader.locator('main');
  await give('as printed.pdf', file);
  await expect(main).toContainText(t('verify.answer.file.title'));
  await expect(main).toContainText(authority);
  await expectNoViolations(reader);
  await give('changed.pdf', Buffer.concat([file, Buffer.from(' ')]));
  await expect(main).toContainText(t('verify.answer.changed.title'));
  await expectNoViolations(reader);
  await give('other.pdf', Buffer.from('%PDF-1.7 of something else'));
  await expect(main).toContainText(t('verify.answer.unknownFile.title'));
  await coordinator.goto(review);
  const code = await coordinator.locator('section[aria-labelledby="adoption"] code').first().textContent();
  await reader.locator('#code').fill(code?.toUpperCase() ?? '');
  await reader.locator('main form button[type="submit"]').click();
  await expect(main).toContainText(t('verify.answer.code.title'));
  await expectNoViolations(reader);

  await coordinator.goto(`${review}/dispositions`);
  const table = coordinator.locator('main');
  for (const text of [comment, answer, '“Everyone” has to stay.']) await expect(table).toContainText(text);
});
