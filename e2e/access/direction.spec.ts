import type { Page } from '@playwright/test';
import { emptyPlan } from '#plan/schema';
import { makePlanIn } from '../fixtures/country.ts';
import { signIn } from '../fixtures/test.ts';
import { cookiesOf, expect, test } from './test.ts';

/** What is written from left to right in every language. */
const identifiers = {
  symbol: String.raw`\b[AS]\/(?:RES\/|HRC\/)?\d+(?:\/\d+)*(?:\/Rev\.\d)?`,
  acronym: String.raw`\([A-Z]{2,}\)`,
  telephone: String.raw`\+\d{2,3}(?: \d+)*`,
  month: String.raw`\b\d{1,2}\/20\d\d\b`,
  email: String.raw`[\w.-]+@[\w.-]+\.\w+`,
};
type Kind = keyof typeof identifiers;

/**
 * Every identifier in the text of a page, with its signs as they stand beside each other on the screen: what is drawn,
 * not what is asked for.
 */
const drawn = (page: Page): Promise<{ kind: string; text: string; seen: string }[]> =>
  page.evaluate((patterns) => {
    const found: { kind: string; text: string; seen: string }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || parent.closest('script, style, .sr-only, noscript') || !parent.checkVisibility()) continue;
      for (const [kind, pattern] of Object.entries(patterns)) {
        for (const match of (node.textContent ?? '').matchAll(new RegExp(pattern, 'g'))) {
          const signs = [...match[0]].map((sign, index) => {
            range.setStart(node, match.index + index);
            range.setEnd(node, match.index + index + 1);
            return { sign, box: range.getBoundingClientRect() };
          });
          if (signs.some(({ box }) => box.width === 0)) continue;
          // One that is broken over lines is read line by line.
          const order = signs.toSorted((a, b) => Math.round((a.box.top - b.box.top) / 8) || a.box.left - b.box.left);
          found.push({ kind, text: match[0], seen: order.map(({ sign }) => sign).join('') });
        }
      }
    }
    return found;
  }, identifiers);

/** In text from right to left a bracket is drawn turned round: `)UNDP(` in places looks as `(UNDP)`. */
const asRead = (seen: string): string => seen.replace(/^\)(.*)\($/, '($1)');

async function expectInOrder(page: Page, ...kinds: Kind[]): Promise<void> {
  const found = await drawn(page);
  for (const kind of kinds) expect(found.filter((each) => each.kind === kind).length, kind).toBeGreaterThan(0);
  expect(found.filter(({ text, seen }) => asRead(seen) !== text)).toEqual([]);
}

test('document symbols, acronyms, months and telephone numbers keep their order beside Arabic', async ({
  page,
  locale,
  own,
}) => {
  await page.goto(`/${locale}/plan-of-action`);
  await expectInOrder(page, 'symbol');
  await page.goto(`/${locale}/recommendations/pve-54-a`);
  await expectInOrder(page, 'symbol');
  await page.goto(`/${locale}/recommendations`);
  await expectInOrder(page);
  await page.context().addCookies(cookiesOf(own, 'coordinator'));
  await page.goto(`/${locale}/account`);
  await expectInOrder(page, 'email');
  await page.goto(`/${locale}/people/${own.country.code}`);
  await expectInOrder(page, 'email');
  await page.goto(`/${locale}/plans/${own.places.plan}/check`);
  await page.locator('details').evaluateAll((all) => {
    for (const fold of all as HTMLDetailsElement[]) fold.open = true;
  });
  await expectInOrder(page, 'symbol');
});

test('they keep it in what people wrote, wherever it is shown', async ({ page, locale, own }) => {
  const plan = emptyPlan();
  const written = 'خطة بموجب A/RES/70/254 وبرنامج الأمم المتحدة الإنمائي (UNDP) حتى 12/2029، هاتف +964 770 123 ثم';
  plan.about.title = { ar: written, en: '' };
  plan.about.foreword = { ar: `${written}\n${written}`, en: 'Call +964 770 123 (UNDP) by 12/2029' };
  plan.situation.stocktake = { ar: `(UNDP) ${written} (UNDP)`, en: '' };
  const id = await makePlanIn(own.country, own.people.coordinator, plan);
  const kinds = ['symbol', 'acronym', 'month', 'telephone'] as const;
  await page.context().addCookies(cookiesOf(own, 'viewer'));
  for (const path of ['', `/${id}`, `/${id}/about`, `/${id}/situation`]) {
    await page.goto(`/${locale}/plans${path}`);
    await expectInOrder(page, ...kinds);
  }
});

test('the two languages of a text stand side by side, the plan’s leading one first', async ({
  page,
  locale,
  newPlan,
}) => {
  await signIn(page, 'coordinator');
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`/${locale}/plans/${await newPlan('empty')}/about`);
  // What comes with the page’s program moves what is below it: both are measured after that.
  await expect(page.locator('.until-program')).toHaveCount(0);
  const box = async (language: 'ar' | 'en') => {
    const found = await page.locator(`[id="about.title.${language}"]`).boundingBox();
    if (!found) throw new Error(language);
    return found;
  };
  const [arabic, english] = [await box('ar'), await box('en')];
  expect(Math.abs(arabic.y - english.y)).toBeLessThan(2);
  expect(Math.abs(arabic.width - english.width)).toBeLessThan(2);
  if (locale === 'ar') expect(arabic.x).toBeGreaterThan(english.x + english.width);
  else expect(english.x).toBeGreaterThan(arabic.x + arabic.width);
  await expect(page.locator('[id="about.title.ar"]')).toHaveCSS('direction', 'rtl');
  await expect(page.locator('[id="about.title.en"]')).toHaveCSS('direction', 'ltr');
});
