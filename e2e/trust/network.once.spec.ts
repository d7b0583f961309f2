import { expect, signIn, test } from '../fixtures/test.ts';
import { expectState, expectStored, field, lost, makeLine, saves, stored } from './writing.ts';

test('what is typed while the network is gone is there after a reload, and reaches the server when it is back', async ({
  page,
  context,
  locale,
  database,
  newPlan,
  complaints,
}) => {
  complaints.allow(lost);
  const planId = await newPlan('empty');
  const line = await makeLine(context);
  await signIn(page, 'coordinator');
  await page.goto(`/${locale}/plans/${planId}/about`);
  await field(page, 'about.foreword.ar').pressSequentially('كُتبت في القطار');
  await expectState(page, 'saved');

  // Nothing gets through at all, then pages but no saves.
  await context.setOffline(true);
  await field(page, 'about.foreword.en').pressSequentially('Written on the train');
  await expectState(page, 'device');
  await line.cut(page);
  await context.setOffline(false);
  await page.reload();
  await expect(field(page, 'about.foreword.en')).toHaveValue('Written on the train');
  await field(page, 'about.legalBasis.en').pressSequentially('Law 12 of 2019');
  await expectState(page, 'device');
  await page.reload();
  await expect(field(page, 'about.legalBasis.en')).toHaveValue('Law 12 of 2019');
  await field(page, 'about.legalBasis.ar').pressSequentially('القانون رقم 12 لسنة 2019');
  await expectState(page, 'device');
  for (const path of ['about.foreword.en', 'about.legalBasis.en'])
    expect(await stored(database, planId, path)).toBe('');

  await line.mend(page);
  await expectState(page, 'saved');
  await page.reload();
  const texts = {
    'about.foreword.ar': 'كُتبت في القطار',
    'about.foreword.en': 'Written on the train',
    'about.legalBasis.en': 'Law 12 of 2019',
    'about.legalBasis.ar': 'القانون رقم 12 لسنة 2019',
  };
  for (const [path, text] of Object.entries(texts)) {
    await expect(field(page, path)).toHaveValue(text);
    await expectStored(database, planId, path, text);
  }
});

/** Even chances from 0 to 1, the same in every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

test('with 30% of the requests and 50% of the answers lost, the text arrives exactly and each edit once', async ({
  page,
  locale,
  database,
  newPlan,
  complaints,
}) => {
  test.setTimeout(120_000);
  complaints.allow(lost);
  const planId = await newPlan('empty');
  await signIn(page, 'coordinator');
  await page.goto(`/${locale}/plans/${planId}/about`);
  const chance = dice(locale === 'ar' ? 11 : 5);
  const fate = { requests: 0, answers: 0, arrived: 0 };
  await page.route(saves, async (route) => {
    if (chance() < 0.3) {
      fate.requests += 1;
      return route.abort();
    }
    const response = await route.fetch({ headers: await route.request().allHeaders() });
    expect(response.status(), await response.text()).toBe(200);
    if (chance() < 0.5) {
      fate.answers += 1;
      return route.abort();
    }
    fate.arrived += 1;
    return route.fulfill({ response });
  });

  const texts = {
    'about.foreword.en': 'Every word of this was typed on a line that loses two thirds of what it is given to carry.',
    'about.foreword.ar': 'كُتبت كل كلمة هنا على خط يفقد ثلثي ما يُعهد إليه بحمله، ومع ذلك وصلت جميعها.',
    'about.summary.en': 'The end is as good as the beginning.',
  };
  // The line says now and then that it is back, as lines do.
  const flicker = () => page.evaluate(() => window.dispatchEvent(new Event('online')));
  for (const [path, text] of Object.entries(texts)) {
    for (const piece of text.match(/.{1,12}/gu) ?? []) {
      await field(page, path).pressSequentially(piece, { delay: 10 });
      await Promise.all([page.waitForRequest(saves), flicker()]);
    }
  }
  const state = async () => {
    await flicker();
    return page.locator('[data-save-state]').getAttribute('data-save-state');
  };
  await expect.poll(state, { timeout: 60_000, intervals: [300] }).toBe('saved');

  expect(fate.requests, 'lost requests').toBeGreaterThan(3);
  expect(fate.answers, 'lost answers').toBeGreaterThan(3);
  for (const [path, text] of Object.entries(texts)) {
    await expect(field(page, path)).toHaveValue(text);
    expect(await stored(database, planId, path)).toBe(text);
    // Each edit begins where the one before it ended: none is missing, none there twice.
    const { rows } = await database.query<{ from: string; to: string }>(
      `select e->>'from' as "from", e->>'to' as "to" from "Change" c, jsonb_array_elements(c."changes") e
        where c."planId" = $1 and e->>'path' = $2 order by c."revision", c."id"`,
      [planId, path],
    );
    expect(rows.map(({ from }) => from)).toEqual(['', ...rows.slice(0, -1).map(({ to }) => to)]);
    expect(rows.at(-1)?.to).toBe(text);
  }
});
