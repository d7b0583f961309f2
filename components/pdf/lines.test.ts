import { View } from '@react-pdf/renderer';
import { createElement } from 'react';
import { beforeAll, describe, expect, it } from 'vitest';
import { registerFonts } from './fonts.ts';
import { glyphsOf, type Line, laidOut, linesIn, nodesIn, printed, text } from './testSheet.ts';

beforeAll(registerFonts);

const arabic =
  'لا يُقبل أن تُترك المجتمعات المحلية وحدها، فالأولى أن تُشرك الوزارات والبلديات معًا في إعداد الخطة الوطنية (A/70/674) وتنفيذها بحلول عام 2030، ولا بد من الإبلاغ عن ذلك إلى UNOCT سنويًا.';
const english =
  'No community is to be left alone: the ministries and municipalities write the national plan (A/70/674) together and carry it out by 2030.';
const widths = Array.from({ length: 24 }, (_, index) => 70 + index * 10);

/** The signs of a text, in no order, without blanks. */
const signs = (characters: Iterable<string>) => [...characters].filter((each) => each.trim()).toSorted();
const signsOf = (lines: readonly Line[]) =>
  signs(lines.flatMap(glyphsOf).flatMap(({ codePoints }) => codePoints.map((code) => String.fromCodePoint(code))));
const isBlank = ({ codePoints }: { codePoints: number[] }) => codePoints.every((code) => code === 0x20);
const widthOf = (line: Line) => glyphsOf(line).reduce((sum, { xAdvance }) => sum + xAdvance, 0);
const wordsOf = (content: string) => content.split(' ');

describe('lines of Arabic', () => {
  it.each(widths)(
    'hold every letter once, in a column %i points wide: no ligature is lost where a line ends',
    async (width) => {
      expect(signsOf(await linesIn(arabic, width))).toEqual(signs(arabic));
    },
  );

  it.each(widths)(
    'end between words alone, in a column %i points wide: not where figures or another script begin',
    async (width) => {
      const glued = 'الفقرة44(أ) وقرار60/288 والمادة12 وبحسب2030م وUNOCTو';
      const lines = await linesIn(glued, width);
      expect(lines.length).toBeGreaterThan(width < 200 ? 1 : 0);
      const words = lines.flatMap((line) => signsOf([line]));
      expect(words.toSorted()).toEqual(signs(glued));
      // Each line holds whole words: some of them in their order, without a piece of another.
      let rest = wordsOf(glued);
      for (const line of lines) {
        const count = rest.findIndex(
          (_, index) => signs(rest.slice(0, index + 1).join('')).join('') === signsOf([line]).join(''),
        );
        expect(count, `${width}: ${line.string}`).toBeGreaterThanOrEqual(0);
        rest = rest.slice(count + 1);
      }
      expect(rest).toEqual([]);
    },
  );

  it('begin at their right edge, also where a line ends in another script', async () => {
    for (const width of widths) {
      for (const line of await linesIn('عام UNOCT عام OHCHR عام UNESCO عام UNICEF عام UNHCR عام', width)) {
        // The blank at which a line was broken is its end, on the left.
        expect(isBlank(glyphsOf(line).at(-1) as never), `${width}: ${line.string}`).toBe(false);
      }
    }
  });

  it('are justified between their words: joined letters are not drawn apart', async () => {
    const within = async (textAlign: string) =>
      (await linesIn(arabic, 160, 'ar', { textAlign })).map((line) => {
        const glyphs = glyphsOf(line);
        // What is added between words lies on the letter to the left of a blank.
        const isWithin = (_: unknown, index: number) => {
          const [glyph, right] = glyphs.slice(index, index + 2);
          return !!glyph && !!right && !isBlank(glyph) && !isBlank(right);
        };
        return glyphs.filter(isWithin).map(({ id, xAdvance }) => `${id} ${xAdvance.toFixed(2)}`);
      });
    const lines = await within('justify');
    expect(lines.length).toBeGreaterThan(4);
    expect(lines.flat().length).toBeGreaterThan(90);
    const plain = new Set((await within('right')).flat());
    expect(lines.flat().filter((glyph) => !plain.has(glyph))).toEqual([]);
  });

  it('stand against the right edge of a cell that is as wide as its text', async () => {
    const row = createElement(
      View,
      { style: { flexDirection: 'row-reverse', width: 300 } },
      text('نص', 'ar', { textAlign: undefined }),
    );
    const [passage] = (await laidOut(row)).flatMap(nodesIn).filter(({ type }) => type === 'TEXT');
    const [line] = passage?.lines ?? [];
    expect(passage?.box?.width).toBeCloseTo(widthOf(line as Line), 0);
  });
});

describe.each([
  ['ar', arabic],
  ['en', english],
] as const)('lines that aren’t justified (%s)', (language, content) => {
  it('are never wider than their column, and their blanks are as wide as the font has them', async () => {
    const [one] = await linesIn('a b', 300, 'en');
    const blank = glyphsOf(one as Line).find(isBlank)?.xAdvance ?? 0;
    for (const width of widths) {
      for (const line of await linesIn(content, width, language)) {
        const glyphs = glyphsOf(line);
        for (const glyph of glyphs.filter(isBlank)) expect(glyph.xAdvance).toBeCloseTo(blank, 1);
        const drawn = glyphs.filter(
          (glyph, index) => !(isBlank(glyph) && (index === 0 || index === glyphs.length - 1)),
        );
        expect(
          drawn.reduce((sum, { xAdvance }) => sum + xAdvance, 0),
          `${width}: ${line.string}`,
        ).toBeLessThanOrEqual(width + 0.5);
      }
    }
  });
});

describe('signs of direction', () => {
  it('are not drawn, and change no letter around them', async () => {
    // A file in which the font is embedded asks it for the missing glyph, for no character at all.
    await printed(text('نص'));
    const [plain] = await linesIn('الهاتف 123 ثم النص', 300);
    const [isolated] = await linesIn('الهاتف \u2066123\u2069 ثم النص', 300);
    const isSign = ({ codePoints }: { codePoints: number[] }) => codePoints[0] === 0x20;
    const drawn = (line: Line | undefined) =>
      glyphsOf(line as Line).filter((glyph) => glyph.xAdvance > 0 || !isSign(glyph));
    expect(drawn(isolated).map(({ id }) => id)).toEqual(drawn(plain).map(({ id }) => id));
    expect(widthOf(isolated as Line)).toBeCloseTo(widthOf(plain as Line), 1);
  });
});
