import { pageFiles } from '../fixtures/appFiles.ts';
import { pageStates } from '../fixtures/pages.ts';
import { thisRun } from '../fixtures/run.ts';
import { expectWellMade, ofLooks, sidewaysScroll, unfold, violations } from './axe.ts';
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

// A page that is wrong is named with its place; a recording of each of them takes longer than looking at it.
test.use({ trace: 'off' });

test('every page of the app is looked at', () => {
  const known = new Set(pageStates.map(({ file }) => file));
  expect(pageFiles().filter((file) => !known.has(file))).toEqual([]);
  expect([...known].filter((file) => !pageFiles().includes(file))).toEqual([]);
});

for (const { name, as, address, status = 200, arrange } of pageStates) {
  test(`axe finds nothing, and nothing is wider than a small screen: ${name}`, async ({
    page,
    own,
    locale,
    direction,
    t,
    complaints,
  }) => {
    if (status === 404) complaints.allow(/404/);
    await page.context().addCookies(cookiesOf(own, as));
    await page.setViewportSize(wide);
    const response = await page.goto(`/${locale}${address(own.places)}`);
    expect(response?.status()).toBe(status);
    await arrange?.(page, t);
    await expectWellMade(page, { locale, direction });
    // All that axe looks for in each language once, and what hangs on looks as the page looks otherwise: wide and in plain
    // colours, narrow and dark with all that is folded, narrow and in the colours of the reader's system.
    const isFirst = locale === 'ar';
    expect(await violations(page, isFirst ? ofLooks : undefined), '1280 pixels wide').toEqual([]);

    await page.setViewportSize(narrow);
    await unfold(page);
    expect(await sidewaysScroll(page), 'the page scrolls sideways').toBe(0);
    if (isFirst) await page.emulateMedia({ colorScheme: 'dark' });
    else await page.emulateMedia({ forcedColors: 'active' });
    const looks = isFirst ? 'dark' : 'in forced colours';
    expect(await violations(page, isFirst ? undefined : ofLooks), `320 pixels wide, ${looks}`).toEqual([]);
  });
}
