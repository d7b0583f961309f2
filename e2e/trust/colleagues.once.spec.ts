import { expect, signIn, test } from '../fixtures/test.ts';
import { expectState, expectStored, field, makeLine, withoutNews } from './writing.ts';

test('two people who write in different fields of one section find both texts', async ({
  windowOf,
  locale,
  database,
  newPlan,
}) => {
  const planId = await newPlan('empty');
  const [salma, yusuf] = [await windowOf('coordinator'), await windowOf('drafter')];
  for (const page of [salma, yusuf]) await page.goto(`/${locale}/plans/${planId}/about`);
  await Promise.all([
    field(salma, 'about.foreword.en').pressSequentially('The foreword is hers.'),
    field(yusuf, 'about.summary.en').pressSequentially('The summary is his.'),
  ]);
  for (const page of [salma, yusuf]) await expectState(page, 'saved');
  for (const page of [salma, yusuf]) {
    await page.reload();
    await expect(field(page, 'about.foreword.en')).toHaveValue('The foreword is hers.');
    await expect(field(page, 'about.summary.en')).toHaveValue('The summary is his.');
  }
  await expectStored(database, planId, 'about.foreword.en', 'The foreword is hers.');
});

for (const kept of ['mine', 'theirs'] as const) {
  test(`of two texts for one field both are shown, and keeping ${kept} settles it`, async ({
    windowOf,
    locale,
    t,
    database,
    newPlan,
  }) => {
    const planId = await newPlan('empty');
    const path = 'about.foreword.ar';
    const texts = { theirs: 'نص كتبته المنسقة أولا', mine: 'نص كتبه المحرر في الوقت نفسه' };
    const [salma, yusuf] = [await windowOf('coordinator'), await windowOf('drafter')];
    await withoutNews(yusuf);
    for (const page of [salma, yusuf]) await page.goto(`/${locale}/plans/${planId}/about`);
    await field(salma, path).pressSequentially(texts.theirs);
    await expectState(salma, 'saved');

    await field(yusuf, path).pressSequentially(texts.mine);
    await expectState(yusuf, 'clash');
    const clash = yusuf.getByRole('alert').filter({ hasText: t('editor.form.clash.title') });
    for (const text of Object.values(texts)) await expect(clash.getByText(text, { exact: true })).toBeVisible();
    // Nobody's text is gone meanwhile, whatever he does next.
    await expect(field(yusuf, path)).toHaveValue(texts.mine);
    await expectStored(database, planId, path, texts.theirs);
    await yusuf.reload();
    for (const text of Object.values(texts)) await expect(clash.getByText(text, { exact: true })).toBeVisible();

    const name = t(kept === 'mine' ? 'editor.form.clash.keepMine' : 'editor.form.clash.keepTheirs');
    await clash.getByRole('button', { name, exact: true }).click();
    await expect(clash).toBeHidden();
    await expect(field(yusuf, path)).toHaveValue(texts[kept]);
    await expectStored(database, planId, path, texts[kept]);
    await expectState(yusuf, kept === 'mine' ? 'saved' : 'idle');
    await yusuf.reload();
    await expect(field(yusuf, path)).toHaveValue(texts[kept]);
    await expect(clash).toBeHidden();
  });
}

test('one person with a form in two tabs loses the text of neither', async ({
  page: first,
  context,
  locale,
  database,
  newPlan,
}) => {
  const planId = await newPlan('empty');
  const line = await makeLine(context);
  await signIn(first, 'coordinator');
  const second = await context.newPage();
  for (const page of [first, second]) await page.goto(`/${locale}/plans/${planId}/about`);
  await field(first, 'about.foreword.en').pressSequentially('From the first tab');
  await field(second, 'about.summary.en').pressSequentially('From the second tab');
  for (const page of [first, second]) await expectState(page, 'saved');

  // And while nothing gets through, each keeps its own.
  await line.cut(first);
  await field(first, 'about.legalBasis.en').pressSequentially('Also from the first');
  await field(second, 'about.legalBasis.ar').pressSequentially('ومن الثانية أيضا');
  for (const page of [first, second]) await expectState(page, 'device');
  await first.close();
  await second.close();
  const third = await context.newPage();
  await third.goto(`/${locale}/plans/${planId}/about`);
  const texts = {
    'about.foreword.en': 'From the first tab',
    'about.summary.en': 'From the second tab',
    'about.legalBasis.en': 'Also from the first',
    'about.legalBasis.ar': 'ومن الثانية أيضا',
  };
  for (const [path, text] of Object.entries(texts)) await expect(field(third, path)).toHaveValue(text);
  await line.mend(third);
  await expectState(third, 'saved');
  for (const [path, text] of Object.entries(texts)) await expectStored(database, planId, path, text);
});

test('what a colleague writes and decides arrives in an open page by itself, and says who it was', async ({
  windowOf,
  locale,
  t,
  newPlan,
}) => {
  const planId = await newPlan('empty');
  const [salma, yusuf] = [await windowOf('coordinator'), await windowOf('drafter')];
  for (const page of [salma, yusuf]) await page.goto(`/${locale}/plans/${planId}/choose`);
  const decision = 'decisions.pve-54-a.decision';
  await field(salma, decision).selectOption('adapt');
  await expect(field(yusuf, decision)).toHaveValue('adapt', { timeout: 15_000 });
  await expect(yusuf.locator('[data-colleagues]')).toBeVisible();
  for (const page of [salma, yusuf]) await page.goto(`/${locale}/plans/${planId}/about`);
  await field(yusuf, 'about.summary.ar').pressSequentially('ما يكتبه هو ');
  await field(salma, 'about.foreword.ar').pressSequentially('ما كتبته هي');
  await expect(field(yusuf, 'about.foreword.ar')).toHaveValue('ما كتبته هي', { timeout: 15_000 });
  await field(yusuf, 'about.summary.ar').pressSequentially('يبقى');
  await expectState(yusuf, 'saved');
  await expect(field(yusuf, 'about.summary.ar')).toHaveValue('ما يكتبه هو يبقى');
  // An overview that was made before says that it is no longer the latest.
  await yusuf.goto(`/${locale}/plans/${planId}/check`);
  await field(salma, 'about.foreword.ar').pressSequentially(' أيضا');
  await expect(yusuf.getByRole('link', { name: t('editor.form.colleagues.again'), exact: true })).toBeVisible({
    timeout: 15_000,
  });
});
