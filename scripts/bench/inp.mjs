import { chromium } from '@playwright/test';
import { findChromium } from '../chromium.mjs';
import { OWNER } from '../database.mjs';
import { Stop } from '../stop.mjs';
import { percentile } from './figures.mjs';
import { ACTIONS, growPlan } from './largePlan.mjs';

/** How much slower than this machine the browser's processor is made. */
const SLOWER = 4;
/** Milliseconds from one key to the next: a quick typist. */
const PACE = 90;

/**
 * What a person waits for after each key, on a slow machine, in a plan with 120 actions and 400 indicators: from the key
 * until the next picture shows what it did (Event Timing, which rounds to 8 ms). `inp_ms` is the longest but one in fifty,
 * as https://web.dev/articles/inp has it; `lost` counts letters that were typed and are not there.
 */
export async function benchInp(app, report) {
  await app.start();
  const executablePath = findChromium();
  if (!executablePath) throw new Stop('The bench needs Chromium: install it, or name it in CHROMIUM.');
  const { plan, action, indicators } = await growPlan(app.databaseUrl(OWNER));
  const [name, value] = (await app.signIn('coordinator@sample.test')).split(/=(.*)/s);
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  const home = `/ar/plans/${plan}`;
  // Keys that a keyboard has: what is only inserted is no press.
  const text = 'typed letter by letter and nothing is lost';
  const typeInto = (field) => async (page) => {
    const place = page.locator(field);
    await place.fill('');
    await place.pressSequentially(text, { delay: PACE });
    return text.length - (await place.inputValue()).length;
  };
  const ways = [
    ['a text of an action', `${home}/adapt/${action}`, typeInto(`[id="actions.${action}.description.en"]`)],
    ['the search among recommendations', `${home}/choose`, typeInto('#q')],
    ['decisions, a key each', `${home}/choose`, decide],
    ['a bar of the timeline, moved by keys', `${home}/adapt/timeline`, moveBar],
    ['a text beside the table of all indicators', `${home}/measure`, typeInto('[id="measure.learning.en"]')],
    ['an answer to a criterion', `${home}/check`, answer],
  ];
  try {
    for (const [page, path, use] of ways) {
      const context = await browser.newContext({ baseURL: app.url, locale: 'ar' });
      await context.addCookies([{ name, value, url: app.url }]);
      const { lost, durations } = await waits(await context.newPage(), path, use);
      await context.close();
      if (durations.length === 0) throw new Stop(`The bench saw no interaction with ${page}.`);
      const [p50, inp] = [0.5, 0.98].map((share) => percentile(durations, share));
      report({ page, interactions: durations.length, p50_ms: p50, inp_ms: inp, lost });
    }
    process.stderr.write(`In a plan with ${ACTIONS} actions and ${indicators} indicators.\n`);
  } finally {
    await browser.close();
  }
}

/** Opens a page on a slow processor, uses it, and tells what was waited for after each press. */
async function waits(page, path, use) {
  await page.addInitScript(() => {
    window.waited = new Map();
    const note = (entries) => {
      for (const { interactionId, duration } of entries)
        if (interactionId) window.waited.set(interactionId, Math.max(duration, window.waited.get(interactionId) ?? 0));
    };
    new PerformanceObserver((list) => note(list.getEntries())).observe({ type: 'event', durationThreshold: 16 });
  });
  const session = await page.context().newCDPSession(page);
  const reply = await page.goto(path);
  if (reply.status() !== 200) throw new Stop(`The bench was answered with ${reply.status()} for ${path}.`);
  await page.locator('[data-save-state]').waitFor();
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const lost = await use(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await new Promise((done) => setTimeout(done, 500));
  return { lost, durations: await page.evaluate(() => [...window.waited.values()]) };
}

async function decide(page) {
  const count = 30;
  await page.locator('[data-choice]').first().focus();
  for (let index = 0; index < count; index += 1) {
    for (const key of [`Digit${(index % 5) + 1}`, 'ArrowDown']) await page.keyboard.press(key, { delay: PACE / 2 });
  }
  const decided = await page
    .locator('select[id$=".decision"]')
    .evaluateAll((all) => all.slice(0, 30).map((each) => each.selectedIndex));
  // The options stand in the order of their keys, after “undecided”.
  return decided.filter((chosen, index) => chosen !== (index % 5) + 1).length;
}

async function moveBar(page) {
  const count = 20;
  const bar = page.locator('button[aria-describedby="timeline-keys"]').first();
  await bar.focus();
  const before = await bar.getAttribute('aria-label');
  for (let index = 0; index < count; index += 1) await page.keyboard.press('ArrowLeft', { delay: PACE });
  return before === (await bar.getAttribute('aria-label')) ? count : 0;
}

async function answer(page) {
  const criterion = page.locator('li[id^="criteria."]').nth(3);
  const note = criterion.locator('textarea[lang="en"]');
  if (!(await note.isVisible())) await criterion.locator('summary').first().press('Enter');
  const text = 'a short remark';
  await note.fill('');
  await note.pressSequentially(text, { delay: PACE });
  return text.length - (await note.inputValue()).length;
}
