import { pageFiles } from '../fixtures/appFiles.ts';
import { pageStates } from '../fixtures/pages.ts';
import { expectWellMade, ofLooks, sidewaysScroll, unfold, violations } from './axe.ts';
import { cookiesOf, expect, test } from './test.ts';

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
    expect(await violations(page), '1280 pixels wide').toEqual([]);

    await page.setViewportSize(narrow);
    await unfold(page);
    expect(await sidewaysScroll(page), 'the page scrolls sideways').toBe(0);
    // Once more as the page looks otherwise: narrow and dark in one of the languages, with all that is folded; narrow and
    // in the colours of the reader's system in the other, where the rest has been looked at.
    if (locale === 'ar') {
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violations(page), '320 pixels wide, dark').toEqual([]);
    } else {
      await page.emulateMedia({ forcedColors: 'active' });
      expect(await violations(page, ofLooks), '320 pixels wide, in forced colours').toEqual([]);
    }
  });
}
