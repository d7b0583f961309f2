import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEXT_LIMIT } from '#plan/fields';
import { usualPrint } from '#plan/printOptions';
import { planSchema } from '#plan/schema';
import { print } from '../../scripts/print.mjs';
import { createEdition, placeOf } from '../edition/edition.ts';
import { paragraphs } from '../edition/paragraphs.ts';
import { hasGlyph } from './fonts.ts';
import { hostilePlan } from './hostilePlan.ts';
import {
  bare,
  linesOf,
  objectsOf,
  openPdf,
  type Piece,
  piecesOf,
  popplerPages,
  run,
  standsIn,
  structureOf,
  unpaired,
  within,
} from './readBack.ts';
import { pieces as piecesOfWord, textsIn } from './text.ts';

const plan = hostilePlan();
const folder = mkdtempSync(join(tmpdir(), 'hostile-print-'));
const file = join(folder, 'hostile.pdf');
const date = '2026-11-25';
/** Milliseconds, on a machine that has much else to do. */
const LONGEST = 90_000;

const code = (sign: string) => `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are meant
const command = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e]/;
const isolate = /[\u2066-\u2069]/;
const unseen = /[\n\r\u061c\u200c-\u200f\u2066-\u2069]/;
const hasNone = (sign: string) => command.test(sign) || !(unseen.test(sign) || hasGlyph(sign.codePointAt(0) ?? 0));
/** The text with those signs in it that are printed as others: the same letter, hyphen or blank in its usual form. */
const usual = (text: string) =>
  text
    .replace(/[\ufb00-\ufdf9\ufe70-\ufefc]/g, (form) => form.normalize('NFKC'))
    .replace(/\u00ad|\u2060|\ufeff|\ufe0f/g, '')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\t\u2007\u2009\u202f]/g, ' ')
    .replace(/[\u2028\u2029]/g, '\n');
/** What is to be read: signs without a glyph, and commands, by their codes; a circle after each eight marks on a letter. */
const readable = (text: string) =>
  [...usual(text).replace(/(\p{M}{8})(?=\p{M})/gu, '$1\u25cc')]
    .map((sign) => (hasNone(sign) ? code(sign) : sign))
    .join('');

type Wanted = { path: string; text: string };
const all: Wanted[] = [...textsIn(plan)].flatMap(({ path, text }) =>
  paragraphs(readable(text)).map((paragraph) => ({ path, text: paragraph })),
);
/** Paragraphs that stand nowhere else, and are long enough to be looked for. */
const wanted = all.filter(({ text }) => /Q\d+Q$/.test(text) || text.length > 1000);
const arabicLetter = /[\u0620-\u063f\u0641-\u064a\u066e-\u06d3]/;

let result: Awaited<ReturnType<typeof print>>;
let refused: unknown;
let pdf: Awaited<ReturnType<typeof openPdf>>;
let pieces: Piece[][];
let drawn: string[];
/** What is read aloud of each element of the structure. */
let elements: string[];
let bookmarks: string[];

beforeAll(async () => {
  const final = join(folder, 'final.pdf');
  const refusal = print({ plan, out: final, date, draft: false }).catch((error: unknown) => error);
  result = await print({ plan, out: file, date, timeoutMs: LONGEST });
  refused = await refusal;
  pdf = await openPdf(file);
  pieces = await piecesOf(pdf);
  drawn = popplerPages(file, 'raw');
  const marked = new Map<string, string>();
  for (const { mark, text } of pieces.flat()) marked.set(mark, (marked.get(mark) ?? '') + text);
  elements = within(structureOf(objectsOf(file))).map(({ actual, marks }) => {
    const own = marks.map((mark) => marked.get(mark) ?? '').join('');
    return bare(actual || own);
  });
  type Items = { title: string; items: Items }[];
  const titlesOf = (items: Items): string[] => items.flatMap((item) => [item.title, ...titlesOf(item.items)]);
  bookmarks = titlesOf((await pdf.getOutline()) as Items);
}, 120_000);
afterAll(async () => {
  await pdf.loadingTask.destroy();
  rmSync(folder, { recursive: true, force: true });
});

const missing = (texts: readonly Wanted[], isThere: (text: string) => boolean) =>
  texts.filter(({ text }) => !isThere(text)).map(({ path, text }) => `${path}: ${text.slice(0, 80)}`);
/** How often there is each sign. */
function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const sign of text) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return counts;
}
/** The signs of a text, without those that Arabic mirrors: readers give them back as they are drawn. */
const signs = (text: string) => unpaired(bare(text).normalize('NFD')).replace(/[≥≤]/g, '');
/** The same without marks, which readers set beside their letters in an order of their own. */
const letters = (text: string) => signs(text).replace(/\p{M}/gu, '');

describe('a plan of hostile texts, printed', () => {
  it('gives every text, whole and in order, to whoever has it read aloud: in every kind of field', () => {
    expect(wanted.length).toBeGreaterThan(250);
    const spoken = elements.join('\n');
    expect(missing(wanted, (text) => spoken.includes(bare(text)))).toEqual([]);
  });

  it('gives back every text, whole and in order, to poppler and to pdf.js: English ones in Latin letters', () => {
    const latin = wanted.filter(({ path, text }) => !path.endsWith('.ar') && !/[\u0600-\u06ff]/.test(text));
    expect(latin.length).toBeGreaterThan(80);
    for (const pages of [drawn, pieces.map((page) => page.map(({ text }) => text).join('\n'))]) {
      const found = pages.map(letters);
      expect(missing(latin, (text) => standsIn(found, letters(text)))).toEqual([]);
    }
  });

  // A tower of marks is in no reader’s order: its signs are counted below.
  it('gives back every text, whole and in order, to pdf.js: those with Arabic letters', () => {
    const arabic = wanted.filter(({ text }) => arabicLetter.test(text) && !text.includes('\u25cc'));
    expect(arabic.length).toBeGreaterThan(70);
    const found = pieces.map((page) => letters(linesOf(page).join('\n')));
    expect(missing(arabic, (text) => standsIn(found, letters(text)))).toEqual([]);
  });

  it('has no sign less often than it was typed, marks and fillers among them, in poppler and in pdf.js', () => {
    const typed = counted(signs(wanted.map(({ text }) => text).join('')));
    for (const pages of [drawn, pieces.map((page) => page.map(({ text }) => text).join('\n'))]) {
      const found = counted(signs(pages.join('')));
      const fewer = [...typed].filter(([sign, times]) => (found.get(sign) ?? 0) < times);
      expect(fewer.map(([sign, times]) => `${code(sign)}: ${times}, not ${found.get(sign) ?? 0}`)).toEqual([]);
    }
  });

  it('has nothing outside its margins, and no text over another', async () => {
    for (const [index, page] of pieces.entries()) {
      const [, , width = 0, height = 0] = (await pdf.getPage(index + 1)).view;
      const outside = page.filter(
        ({ x, y, width: own }) => x < 41 || x + own > width - 41 || y < 24 || y > height - 24,
      );
      expect(outside, `page ${index + 1}`).toEqual([]);
      // From the top down, so that only what stands on one line is compared.
      const wide = page.filter(({ text, width: own }) => own > 0 && text.trim()).sort((a, b) => b.y - a.y);
      const over = wide.flatMap((one, at) => {
        const end = wide.findIndex(({ y }, below) => below > at && one.y - y >= 6);
        const beside = wide.slice(at + 1, end < 0 ? undefined : end);
        return beside.filter(({ x, width: own }) => one.x + one.width > x + 1.2 && x + own > one.x + 1.2);
      });
      expect(over, `page ${index + 1}`).toEqual([]);
    }
  });

  it('is a sound file, and takes no more time and memory than a printing may', () => {
    expect(run('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors found');
    expect(result.ms).toBeLessThan(LONGEST);
    expect(result.peakMb).toBeLessThan(512);
    expect(result.pages).toBeLessThan(200);
  });

  it('shows signs that command the order or can’t be printed by their codes, and names their fields', () => {
    const replaced = [...textsIn(plan)].flatMap(({ path, text }) =>
      [...new Set(usual(text))].filter(hasNone).map((character) => ({ path, character, code: 'noGlyph' })),
    );
    expect(replaced.length).toBeGreaterThan(100);
    expect(result.replaced).toEqual(replaced);
    const places = [...new Set(replaced.map(({ path }) => path))].slice(0, 60);
    const edition = createEdition({ plan, options: usualPrint, draft: true, date }, 'facing');
    for (const path of places) {
      const codes = replaced.filter((each) => each.path === path).map(({ character }) => code(character));
      for (const text of Object.values(placeOf(edition, path)))
        expect(elements).toContain(bare(`${text}: ${codes.join(' ')}`));
    }
    expect(elements.some((text) => text.includes(String(replaced.length)))).toBe(true);
  });

  it('is refused where it is no draft, with the first field that holds such a sign', () => {
    expect(refused).toMatchObject({ code: 'noGlyph', path: 'about.countryName.ar' });
  });

  it('obeys no command in its bookmarks, nor in what it says about itself', async () => {
    expect(bookmarks.length).toBeGreaterThan(25);
    const { info, metadata } = await pdf.getMetadata();
    const { Title: title = '', Author: author = '' } = info as Record<string, string>;
    expect(metadata?.get('dc:title')).toBe(title);
    expect(`${title}${author}`).toContain('txt.exe');
    const commanding = [...bookmarks, title, author].filter((text) => command.test(text) || isolate.test(text));
    expect(commanding).toEqual([]);
  });
});

it.each(['ا', 'w', '@', 'a/', 'a@b'])('the longest word of “%s” is looked through in no time', (sign) => {
  const word = sign.repeat(TEXT_LIMIT / sign.length);
  const started = performance.now();
  expect(piecesOfWord(word).join('')).toBe(word);
  expect(performance.now() - started).toBeLessThan(1000);
});

describe('a text that could not be printed', () => {
  it.each([
    ['a NUL', 'a\u0000b', 'notText'],
    ['half a surrogate pair', 'a\ud83d', 'notText'],
    ['the other half', '\udc69 b', 'notText'],
    ['a million letters', 'ا'.repeat(1_000_000), 'tooLong'],
  ])('can’t be stored, and its field is named: %s', (_, text, message) => {
    const about = { foreword: { ar: text } };
    const { error } = planSchema.safeParse({ about });
    expect(error?.issues.map(({ path, message: said }) => [path.join('.'), said])).toEqual([
      ['about.foreword.ar', message],
    ]);
  });
});
