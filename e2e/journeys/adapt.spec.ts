import { expect, signIn, test } from '../fixtures/test.ts';
import { expectState, expectStored, field, stored } from '../trust/writing.ts';

test('two recommendations become one action, from words that are offered, with an agency added on the way; a focal point gets it', {
  tag: '@ar',
}, async ({ page, locale, t, database, newPlan, windowOf }) => {
  test.setTimeout(120_000);
  await signIn(page, 'coordinator');
  const plan = await newPlan('empty');
  const home = `/${locale}/plans/${plan}`;
  const ids = ['pve-54-a', 'pve-54-b'] as const;
  await page.goto(`${home}/choose?area=education`);
  for (const id of ids) await field(page, `decisions.${id}.decision`).selectOption('adapt');
  await expectState(page, 'saved');

  await page.goto(`${home}/adapt`);
  await page.getByText(t('authoring.serve.title'), { exact: true }).click();
  for (const id of ids) await page.locator(`input[type="checkbox"][name="serves.${id}"]`).check();
  await page.getByRole('button', { name: t('authoring.serve.go'), exact: true }).click();
  await expect(page).toHaveURL(/\/adapt\/[0-9a-f-]{36}$/);
  const action = `actions.${page.url().split('/').at(-1)}`;
  expect(await stored(database, plan, `${action}.recommendations`)).toEqual([...ids]);
  await expect(page.locator('[aria-labelledby="served"] li')).toHaveCount(2);

  await page.getByText(t('authoring.begin.title'), { exact: true }).click();
  await page.getByRole('button', { name: t('authoring.begin.take'), exact: true }).click();
  await expect(page.getByText(t('authoring.begin.taken'), { exact: true })).toBeVisible();
  await expect.poll(() => stored(database, plan, `${action}.title.en`)).not.toBe('');
  await page.reload();
  // As long as the words are the catalogue's, the field says so.
  await expect(page.getByText(t('authoring.begin.rewrite'), { exact: true })).toBeVisible();
  await field(page, `${action}.description.ar`).fill('تدرّب وزارة التربية 400 معلم في المحافظات الثلاث.');
  await field(page, `${action}.description.en`).fill('The Ministry of Education trains 400 teachers.');
  await expectStored(database, plan, `${action}.description.en`, 'The Ministry of Education trains 400 teachers.');

  const lead = page.locator(`[id="${action}.leadAgency"]`).locator('xpath=ancestor::div[details][1]');
  await lead.getByText(t('authoring.agency.open'), { exact: true }).click();
  await lead.getByRole('button', { name: t('authoring.agency.add'), exact: true }).click();
  await expect(lead.getByText(t('authoring.agency.noName'), { exact: true })).toBeVisible();
  await lead.getByLabel(t('authoring.agency.ar'), { exact: true }).fill('وزارة التربية');
  await lead.getByLabel(t('authoring.agency.en'), { exact: true }).fill('Ministry of Education');
  await lead.getByRole('button', { name: t('authoring.agency.add'), exact: true }).click();
  await expect.poll(() => stored(database, plan, `${action}.leadAgency`)).not.toBeNull();
  const agency = await stored(database, plan, `${action}.leadAgency`);
  expect(await stored(database, plan, `agencies.${agency}.name`)).toEqual({
    ar: 'وزارة التربية',
    en: 'Ministry of Education',
  });

  await page.getByText(t('indicatorBank.words.open'), { exact: true }).click();
  const example = t('indicatorBank.entries.education-evidence.name');
  await page.getByRole('searchbox', { name: t('indicatorBank.words.find'), exact: true }).fill(example.slice(0, 20));
  await page.getByRole('button', { name: `${t('indicatorBank.words.take')}: ${example}`, exact: true }).click();
  await expect
    .poll(async () => Object.values((await stored(database, plan, `${action}.indicators`)) as object).length)
    .toBe(1);

  const list = page.locator(`[id="${action}.milestones"]`);
  await list.getByText(t('authoring.paste.open')).click();
  await list.getByRole('textbox').last().fill('تدريب الدفعة الأولى\t١/٣/٢٠٢٧\nتدريب الدفعة الثانية\tقريبا\n');
  await expect(list.getByText(t('authoring.paste.unread', { row: 2, column: 2, typed: 'قريبا' }))).toBeVisible();
  await list.getByRole('button', { name: t('authoring.paste.add', { count: 2 }), exact: true }).click();
  const dates = async () =>
    Object.values((await stored(database, plan, `${action}.milestones`)) as Record<string, { date: string }>).map(
      ({ date }) => date,
    );
  await expect.poll(dates).toEqual(['2027-03-01', '']);

  await page.locator('[aria-labelledby="assign"]').getByRole('checkbox').first().check();
  await page.getByRole('button', { name: t('authoring.assign.save'), exact: true }).click();
  await expect(page.getByText(t('authoring.assign.done'), { exact: true })).toBeVisible();
  await page.goto(`${home}/adapt`);
  await expect(page.getByText('Hala Mansour')).toBeVisible();

  const hala = await windowOf('contributor');
  await hala.goto(home);
  await expect(hala.locator('main ul li a')).toHaveCount(1);
  await hala.locator('main ul li a').click();
  await field(hala, `${action}.safeguards.ar`).fill('لا أسماء في السجلات.');
  await expectStored(database, plan, `${action}.safeguards.ar`, 'لا أسماء في السجلات.');
});
