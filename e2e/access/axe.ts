import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Locale } from '#i18n/routing';
import { expect } from '../fixtures/test.ts';

/** A page by the types of the playwright-core that npm gives axe, which isn’t the one of the test runner. */
type AxePage = ConstructorParameters<typeof AxeBuilder>[0]['page'];

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Those of axe’s rules whose answer hangs on the page’s colours. */
export const ofColour = ['color-contrast'];

/**
 * What axe finds wrong on a page, each with its place: an empty list is what every page has to give.
 * @param rules only these; all of them where none are named
 */
export async function violations(page: Page, rules?: string[]): Promise<string[]> {
  // Its program is half a megabyte: a page that has it isn't given it again.
  const axeSource = (await page.evaluate(() => 'axe' in window)) ? 'void 0' : undefined;
  const runOnly = rules ? { type: 'rule' as const, values: rules } : { type: 'tag' as const, values: tags };
  const { violations: found } = await new AxeBuilder({ page: page as unknown as AxePage, axeSource })
    // A page here holds no frames; with them axe would need a second page to sum up in.
    .setLegacyMode()
    .options({ runOnly, resultTypes: ['violations'] })
    .analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id} ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`),
  );
}

/** How many folds of a page are opened: of a long list some, since each is like the others. */
const FOLDS = 8;

/** Opens what is folded, and waits until what is made only then is there. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate((most) => {
    for (const fold of [...document.querySelectorAll('details')].slice(0, most)) fold.open = true;
  }, FOLDS);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** What holds of every page, whatever it is about. */
export async function expectWellMade(page: Page, { locale, direction }: { locale: Locale; direction: string }) {
  await expect(page.locator('h1'), 'one first heading').toHaveCount(1);
  await expect(page.locator('html')).toHaveAttribute('lang', locale);
  await expect(page.locator('html')).toHaveAttribute('dir', direction);
  await expect(page, 'a title').toHaveTitle(/\S/);
}

/** By how many pixels a page is wider than its window. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
