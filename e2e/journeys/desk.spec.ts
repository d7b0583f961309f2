import { uuidv7 } from 'uuidv7';
import { recommendations } from '#catalogue/recommendations';
import { planSchema } from '#plan/schema';
import samplePlan from '../../prisma/seed/samplePlan.json' with { type: 'json' };
import { makeCountry, makePlanIn, makeSomeone, type OwnCountry, removeCountry } from '../fixtures/country.ts';
import { fillSignIn } from '../fixtures/people.ts';
import { expect, test } from '../fixtures/test.ts';

let country: OwnCountry;
let userId = '';
let email = '';
const plans: string[] = [];
const first = recommendations[0]?.id ?? '';
const reason = 'تنص على ذلك المادة 7 من القانون.';

test.beforeAll(async ({ database }) => {
  country = await makeCountry(database, { ar: 'الإمارة المتخيَّلة', en: 'Imagined Emirate' });
  const coordinator = await makeSomeone(database, 'Noor', { country, role: 'coordinator' });
  const adviser = await makeSomeone(database, 'Iris Bauer', { duty: 'adviser' });
  [userId, email] = [adviser.userId, adviser.email];
  for (const title of ['الخطة الأولى', 'الاستراتيجية الثانية']) {
    const plan = planSchema.parse(samplePlan);
    plan.about.title.ar = title;
    const id = await makePlanIn(country, coordinator, plan);
    plans.push(id);
    const whose = [id, country.id, userId];
    await database.query(
      `insert into "Grant" ("id", "planId", "countryId", "adviserId", "scope", "until", "grantedBy")
        values ($1, $2, $3, $4, 'sent', now() + interval '1 year', $4)`,
      [uuidv7(), ...whose],
    );
    await database.query(
      `insert into "Submission" ("id", "planId", "countryId", "number", "content", "hash", "titleAr", "titleEn", "choices", "reasons",
          "sentBy") values ($1, $2, $3, 1, $5, 'x', $6, '', $7, $8, $4)`,
      [
        uuidv7(),
        ...whose,
        JSON.stringify(plan),
        title,
        JSON.stringify({ [first]: plans.length === 1 ? 'defer' : 'adopt' }),
        JSON.stringify(plans.length === 1 ? { [first]: { ar: reason, en: '' } } : {}),
      ],
    );
  }
});
test.afterAll(async ({ database }) => {
  await removeCountry(database, country);
  await database.query('delete from "User" where "id" = $1', [userId]);
});

test('an adviser lands on the desk, finds a plan, sees what countries choose and why, and takes both along, without a program', async ({
  browser,
  contextOptions,
  baseURL,
  locale,
  t,
}) => {
  const context = await browser.newContext({ ...contextOptions, baseURL, locale, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/${locale}/sign-in`);
  await fillSignIn(page, locale, email);
  await expect(page).toHaveURL(`/${locale}/desk`);
  const rows = page.locator('#desk tbody tr');
  await expect(rows).toHaveCount(2);

  // Without hamza and vowel signs, and with a word of the title.
  await page.locator('#q').fill('الاماره الاستراتيجيه');
  await page.locator('#sort').selectOption('due');
  await page.locator('search button').click();
  await expect(page).toHaveURL(/sort=due/);
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('الاستراتيجية الثانية');
  const file = await page.request.get((await page.locator('#file a').getAttribute('href')) ?? '');
  expect(file.status()).toBe(200);
  expect(file.headers()['content-disposition']).toContain('.xlsx');
  expect(file.headers()['cache-control']).toBe('no-store');

  await page.getByRole('link', { name: t('desk.nav.coverage') }).click();
  await page.locator(`a[href="/${locale}/desk/coverage?of=${first}&did=left"]`).click();
  const choices = page.locator('#choices tbody tr');
  await expect(choices).toHaveCount(1);
  await expect(choices.locator('[lang="ar"][dir="rtl"]')).toHaveText(reason);
  await choices.getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/plans/${plans[0]}/review/rounds/.*#decisions\\.${first}$`));
  expect((await page.request.get(`/api/desk/coverage?locale=${locale}`)).status()).toBe(200);
  await context.close();
});
