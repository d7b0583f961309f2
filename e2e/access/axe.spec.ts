import { pageFiles } from '../fixtures/appFiles.ts';
import { pageStates } from '../fixtures/pages.ts';
import { thisRun } from '../fixtures/run.ts';
import { expectWellMade, ofColour, sidewaysScroll, unfold, violations } from './axe.ts';
import { cookiesOf, expect, test as withWindow } from './test.ts';

/** Each page is looked at in the same window, as someone who has just come. */
const test = withWindow.extend({
  page: async ({ window, complaints }, use) => {
    const context = window.context();
    await context.clearCookies();
    await window.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    const unwatch = complaints.watch(context, new URL(thisRun().url).host);
    await use(window);
    await window.goto('about:blank');
    unwatch();
  },
});

const wide = { width: 1280, height: 900 };
const narrow = { width: 320, height: 800 };

test('every page of the app is looked at', () => {
  const known = new Set(pageStates.map(({ file }) => file));
  expect(pageFiles().filter((file) => !known.has(file))).toEqual([]);
  expect([...known].filter((file) => !pageFiles().includes(file))).toEqual([]);
});

/** All of them with `ALL_STATES`; else the page of all components, and every third. */
const isSeenInForcedColours = (file: string, index: number): boolean =>
  Boolean(process.env.ALL_STATES) || file.includes('/components/') || index % 3 === 0;

/** All of them in both languages with `ALL_STATES`; else one after the other in one and in the other. */
const languageOf = (file: string, index: number): string[] =>
  file.includes('/components/') ? [] : [index % 2 ? '@ar' : '@en'];

for (const [index, { name, file, as, address, status = 200, arrange, only }] of pageStates.entries()) {
  const tag = only ? [`@${only}`] : languageOf(file, index);
  test(`axe finds nothing, and nothing is wider than a small screen: ${name}`, { tag }, async ({
    page,
    own,
    locale,
    direction,
    t,
    complaints,
  }) => {
    if (status === 404) complaints.allow(/404/);
    await page.context().addCookies(cookiesOf(own, as));
    // All that axe looks for, once in each language: narrow, dark and with all that is folded in the one, wide and light in
    // the other; and there, in the colours of the reader's system, what hangs on colour.
    const isNarrow = locale === 'ar';
    await page.setViewportSize(isNarrow ? narrow : wide);
    if (isNarrow) await page.emulateMedia({ colorScheme: 'dark' });
    const response = await page.goto(`/${locale}${address(own.places)}`);
    expect(response?.status()).toBe(status);
    // Each page of a plan brings it itself, since a layout would keep an old count of what is unread.
    if (file.startsWith('[locale]/plans/')) await expect(page.locator('nav[data-signed-in]')).toHaveCount(1);
    await arrange?.(page, t);
    await expectWellMade(page, { locale, direction });
    if (isNarrow) await unfold(page);
    expect(await violations(page), isNarrow ? '320 pixels wide, dark' : '1280 pixels wide').toEqual([]);
    if (isNarrow) return expect(await sidewaysScroll(page), 'the page scrolls sideways').toBe(0);

    await page.setViewportSize(narrow);
    await unfold(page);
    expect(await sidewaysScroll(page), 'the page scrolls sideways').toBe(0);
    if (!isSeenInForcedColours(file, index)) return;
    await page.emulateMedia({ forcedColors: 'active' });
    expect(await violations(page, ofColour), '320 pixels wide, in forced colours').toEqual([]);
  });
}
