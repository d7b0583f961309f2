import type { Page } from '@playwright/test';
import { cookiesOf, expect, test } from './test.ts';

/**
 * How far from the side where reading begins what stands in columns, or one under the other, begins and ends: by its
 * place in the page’s structure. Both pages give the same where one is the other’s mirror.
 */
const edges = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(() => {
    const found: Record<string, number> = {};
    const isLeft = document.documentElement.dir === 'ltr';
    const add = (element: Element, sides: readonly ('start' | 'end')[]) => {
      const { left, right } = element.getBoundingClientRect();
      const [start, end] = isLeft ? [left, right] : [window.innerWidth - right, window.innerWidth - left];
      const name = element.tagName.toLowerCase();
      for (const side of sides) {
        let key = `${name} ${side}`;
        for (let count = 2; key in found; count += 1) key = `${name} ${side} ${count}`;
        found[key] = side === 'start' ? start : end;
      }
    };
    // In the head the words decide how wide things are: the name begins it, and the other language and the way in end it.
    for (const element of document.querySelectorAll('header > div > a')) add(element, ['start']);
    for (const element of document.querySelectorAll('header > div > div')) add(element, ['end']);
    const blocks = 'h1, h2, h3, section, fieldset, textarea, details, ol, dl, table, search';
    for (const element of document.querySelectorAll(
      `main, main :is(${blocks}, input:not([type=checkbox], [type=radio]))`,
    )) {
      // So they do in the columns of a table.
      const table = element.closest('table');
      if ((table && table !== element) || !element.checkVisibility()) continue;
      // And where a heading ends.
      add(element, element.matches('h1, h2, h3') ? ['start'] : ['start', 'end']);
    }
    return found;
  });

const width = 1024;
/** Arabic is set one step larger, and all that is measured in type with it: here both are set alike. */
const oneSize = 'html { font-size: 16px !important }';
/** As much as the length of a word may shift what stands beside it. */
const tolerance = 8;

async function edgesOf(page: Page, path: string): Promise<Record<string, number>> {
  await page.goto(path);
  await page.addStyleTag({ content: oneSize });
  // Some things are there from when the page’s program is, and others until then.
  await expect(page.locator('.until-program')).toHaveCount(0);
  return edges(page);
}

test('the page in Arabic is the mirror of the page in English', async ({ page, own }) => {
  await page.setViewportSize({ width, height: 900 });
  await page.context().addCookies(cookiesOf(own, 'coordinator'));
  const { plan, action } = own.places;
  const paths = ['', '/plan-of-action', '/recommendations/pve-54-a', '/account', '/plans/new', `/plans/${plan}`];
  const steps = ['about', 'situation', 'direction', 'choose', 'people', 'check', `adapt/${action}`];
  for (const path of [...paths, ...steps.map((step) => `/plans/${plan}/${step}`)]) {
    const english = await edgesOf(page, `/en${path}`);
    const arabic = await edgesOf(page, `/ar${path}`);
    expect(Object.keys(arabic), path).toEqual(Object.keys(english));
    const awry = Object.entries(english).filter(([name, edge]) => Math.abs(edge - (arabic[name] ?? 0)) > tolerance);
    expect(
      awry.map(([name, edge]) => `${name}: ${edge} in English, ${arabic[name]} in Arabic`),
      path,
    ).toEqual([]);
  }
});
