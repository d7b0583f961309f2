import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { View } from '@react-pdf/renderer';
import { createElement } from 'react';
import { afterAll, beforeAll } from 'vitest';
import { chromiumOptions } from '../../e2e/fixtures/chromium.ts';
import { fontFile, registerFonts } from './fonts.ts';
import { astray, boxOf, type Ink, likeness, stripsOf } from './pictures.ts';
import { printed, text } from './testSheet.ts';
import { colours } from './theme.ts';

/**
 * The same lines once printed and once set by Chromium from the same font files, in boxes at the same places, as
 * pictures of two pixels to the point.
 */

export type Passage = { language: 'ar' | 'en'; content: string };
export const ar = (content: string): Passage => ({ language: 'ar', content });
export const en = (content: string): Passage => ({ language: 'en', content });

export const SIZE = 20;
const SCALE = 2;
const sheet = { width: 400, height: 500, margin: 40 };
export const column = sheet.width - 2 * sheet.margin;

const styles = ([400, 700] as const)
  .map((weight) => {
    const file = readFileSync(fontFile(weight)).toString('base64');
    return `@font-face { font-family: Plan; font-weight: ${weight}; src: url(data:font/ttf;base64,${file}) }`;
  })
  .concat(
    'body { margin: 0; background: #fff }',
    `p { position: absolute; left: ${sheet.margin}px; width: ${column}px; margin: 0; line-height: 1.6; color: ${colours.ink};
      font-family: Plan; text-rendering: geometricPrecision }`,
  )
  .join('\n');

/** Where the box with a number begins: on which sheet, and how far from its top. */
const placeOf = (index: number, height: number) => {
  const each = Math.floor((sheet.height - 2 * sheet.margin) / height);
  return { on: Math.floor(index / each), top: sheet.margin + (index % each) * height };
};
export type Look = { height: number; fontSize: number; fontWeight: 400 | 700 };

export type Setting = { html?: string; dir?: 'rtl' | 'ltr'; css?: string };
export const escaped = (content: string) => content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** For a file of tests: the printing and a Chromium beside it, until they are over. */
export function besideChromium() {
  let browser: Browser;
  let page: Page;
  const folder = mkdtempSync(join(tmpdir(), 'beside-chromium-'));
  beforeAll(async () => {
    registerFonts();
    browser = await chromium.launch(chromiumOptions());
    page = await browser.newPage({ viewport: { width: sheet.width, height: sheet.height }, deviceScaleFactor: SCALE });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Passages as they are printed, each in a box. */
  async function printedInk(passages: readonly Passage[], { height, ...font }: Look): Promise<Ink[]> {
    const style = { ...font, lineHeight: 1.6, width: column };
    const boxes = passages.map(({ language, content }) =>
      createElement(View, { wrap: false, style: { height } }, text(content, language, style)),
    );
    const file = join(folder, 'printed.pdf');
    writeFileSync(file, await printed(...boxes));
    const picturesOf = (on: number) => {
      const number = String(on + 1);
      const args = ['-r', String(72 * SCALE), '-f', number, '-l', number, '-singlefile', '-gray', '-png', file];
      return execFileSync('pdftoppm', args, { maxBuffer: 1e8 });
    };
    const places = passages.map((_, index) => placeOf(index, height));
    const sheets = [...new Set(places.map(({ on }) => on))];
    const strips = sheets.map((on) => {
      const tops = places.filter((place) => place.on === on).map(({ top }) => top * SCALE);
      return stripsOf(picturesOf(on), tops, height * SCALE);
    });
    return (await Promise.all(strips)).flat();
  }

  /** Passages as Chromium sets them, each in a box. @param as how, where not as they are */
  async function chromiumInk(
    passages: readonly Passage[],
    { height, fontSize, fontWeight }: Look,
    as: (passage: Passage, index: number) => Setting = () => ({}),
  ): Promise<Ink[]> {
    const tops = passages.map((_, index) => {
      const { on, top } = placeOf(index, height);
      return on * sheet.height + top;
    });
    const boxes = passages.map((passage, index) => {
      const natural = passage.language === 'ar' ? 'rtl' : 'ltr';
      const { html = escaped(passage.content), dir = natural, css = '' } = as(passage, index);
      const side = natural === 'rtl' ? 'right' : 'left';
      const style = `top: ${tops[index]}px; text-align: ${side}; font-size: ${fontSize}px; font-weight: ${fontWeight}; ${css}`;
      return `<p lang="${passage.language}" dir="${dir}" style="${style}">${html}</p>`;
    });
    await page.setViewportSize({ width: sheet.width, height: Math.max(...tops) + height + sheet.margin });
    await page.setContent(`<!doctype html><meta charset="utf-8"><style>${styles}</style>${boxes.join('')}`);
    await page.evaluate(() => document.fonts.ready.then(() => true));
    const tall = tops.map((top) => top * SCALE);
    return stripsOf(await page.screenshot(), tall, height * SCALE);
  }

  /** The words on each line of Chromium’s paragraphs, as they stand on the page. */
  const linesInChromium = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('p')].map((paragraph) => {
        const lines = new Map<number, string[]>();
        for (const word of paragraph.querySelectorAll('span')) {
          const top = Math.round(word.getClientRects()[0]?.top ?? 0);
          lines.set(top, [...(lines.get(top) ?? []), word.textContent ?? '']);
        }
        return [...lines.values()].map((words) => words.join(' '));
      }),
    );

  return { printedInk, chromiumInk, linesInChromium };
}

/** In what two pictures of a line differ; nothing where they show the same. */
export function differences(ours: Ink, theirs: Ink): string[] {
  const [own, other] = [boxOf(ours), boxOf(theirs)];
  const edges = (['left', 'right', 'top', 'bottom'] as const).filter((edge) => Math.abs(own[edge] - other[edge]) > 2);
  const alike = likeness(ours, theirs);
  // Chromium rounds the line on which letters stand to whole pixels: its picture may be lower by one.
  const ink = Math.min(...[0, 1].map((down) => Math.max(astray(ours, theirs, down), astray(theirs, ours, -down))));
  return [
    ...edges.map((edge) => `${edge}: ${own[edge]} and ${other[edge]}`),
    ...(alike < 0.94 ? [`from left to right: ${alike.toFixed(3)}`] : []),
    ...(ink > 0.006 ? [`ink elsewhere: ${(ink * 100).toFixed(1)}%`] : []),
  ];
}
export const differing = (passages: readonly Passage[], ours: readonly Ink[], theirs: readonly Ink[]) =>
  passages.flatMap(({ content }, index) => {
    const found = differences(ours[index] as Ink, theirs[index] as Ink);
    return found.length > 0 ? [{ content, found }] : [];
  });
