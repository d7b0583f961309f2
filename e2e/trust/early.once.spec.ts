import type { Page } from '@playwright/test';
import samplePlan from '../../prisma/seed/samplePlan.json' with { type: 'json' };
import { thisRun } from '../fixtures/run.ts';
import { expect, test } from '../fixtures/test.ts';
import { expectState, expectStored, field, stored } from './writing.ts';

/** Keeps the page's program away until it is let in, as a slow line does. */
async function holdProgram(page: Page): Promise<() => void> {
  const isHeld = { now: true };
  await page.route('**/*.js*', async (route) => {
    while (isHeld.now) await new Promise((done) => setTimeout(done, 50));
    await route.continue().catch(() => {});
  });
  return () => {
    isHeld.now = false;
  };
}

test('what is typed, chosen and ticked before the page’s program has come is stored once it has', async ({
  page,
  locale,
  database,
  newPlan,
}) => {
  const plan = await newPlan('sample');
  await page.context().addCookies(thisRun().sessions.drafter);
  const letIn = await holdProgram(page);
  const [id, action] = Object.entries(samplePlan.actions).find(
    ([, { partners, youth }]) => partners.length > 1 && !youth,
  ) as [string, (typeof samplePlan.actions)[keyof typeof samplePlan.actions]];
  const other = Object.keys(samplePlan.agencies).find((agency) => agency !== action.leadAgency) ?? '';
  const at = `actions.${id}`;
  await page.goto(`/${locale}/plans/${plan}/adapt/${id}`, { waitUntil: 'commit' });
  await field(page, `${at}.title.ar`).fill('عنوان كُتب مبكرا');
  await field(page, `${at}.cost`).fill('٧٬٥٠٠');
  await field(page, `${at}.leadAgency`).selectOption(other);
  await field(page, `${at}.youth`).check();
  await page.locator(`[name="${at}.partners"][value="${action.partners[0]}"]`).uncheck();
  // Nothing has seen to it yet.
  expect(await stored(database, plan, `${at}.title.ar`)).toBe(action.title.ar);

  letIn();
  await expectStored(database, plan, `${at}.title.ar`, 'عنوان كُتب مبكرا');
  await expectState(page, 'saved');
  await expect(field(page, `${at}.cost`)).toHaveValue(/7,500/);
  expect(await stored(database, plan, at)).toEqual({
    ...action,
    title: { ...action.title, ar: 'عنوان كُتب مبكرا' },
    cost: '7500',
    leadAgency: other,
    youth: true,
    partners: action.partners.slice(1),
  });
});

test('no letter is lost of what is typed while the program of the page takes it over', async ({
  page,
  locale,
  database,
  newPlan,
}) => {
  const plan = await newPlan('sample');
  await page.context().addCookies(thisRun().sessions.drafter);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const letIn = await holdProgram(page);
  await page.goto(`/${locale}/plans/${plan}/about`, { waitUntil: 'commit' });
  const text = field(page, 'about.foreword.en');
  await text.fill('');
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  let typed = '';
  const type = async (count: number) => {
    for (let each = 0; each < count; each += 1) {
      const letter = letters.charAt(typed.length % letters.length);
      typed += letter;
      await text.press(letter);
    }
  };
  await type(10);
  letIn();
  const isThere = page.locator('[data-save-state]');
  while (!(await isThere.isVisible())) await type(1);
  await type(10);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await expect(text).toHaveValue(typed);
  await expectStored(database, plan, 'about.foreword.en', typed);
});
