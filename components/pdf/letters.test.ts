import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Blob, Buffer, Direction, Face, Font, shape } from 'harfbuzzjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { fontFile, hasGlyph, registerFonts } from './fonts.ts';
import { glyphsOf, type Line, laidOut, printed, SIZE, text, textsOf } from './testSheet.ts';
import { prepare, textsIn } from './text.ts';

beforeAll(registerFonts);

/** What HarfBuzz makes of a text in one script, from left to right. The family has a thousand units to the size. */
function shaperOf(weight: 400 | 700) {
  const font = new Font(new Face(new Blob(readFileSync(fontFile(weight)))));
  const shaped = (word: string, language: 'ar' | 'en' = 'ar') => {
    const buffer = new Buffer();
    buffer.addText(word);
    buffer.setDirection(language === 'ar' ? Direction.RTL : Direction.LTR);
    buffer.setScript(language === 'ar' ? 'Arab' : 'Latn');
    shape(font, buffer);
    return buffer.getGlyphInfosAndPositions().map(({ codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 }) => ({
      id: codepoint,
      own: font.glyphHAdvance(codepoint),
      advance: xAdvance,
      x: xOffset,
      y: yOffset,
    }));
  };
  return { font, shaped };
}
type Shaped = ReturnType<ReturnType<typeof shaperOf>['shaped']>;

const thousandths = (points: number) => Math.round((points * 1000) / SIZE);
const drawn = (lines: readonly Line[]) =>
  lines.flatMap(glyphsOf).map(({ id, xAdvance, xOffset, yOffset }) => ({
    id,
    advance: thousandths(xAdvance),
    x: thousandths(xOffset),
    y: thousandths(yOffset),
  }));

/** As wide as letters of one word are set apart in print, where the font would have more: patches/README.md says why. */
const WIDEST_KERN = 95;
/** The same glyphs at the same places, but for that. */
const isAlike = (ours: ReturnType<typeof drawn>, theirs: Shaped) =>
  ours.length === theirs.length &&
  ours.every((glyph, index) => {
    const { id, own, advance, x, y } = theirs[index] as Shaped[number];
    const excess = advance - own - WIDEST_KERN;
    const less = excess > 0 && excess < 100 && x >= excess ? excess : 0;
    const off = [glyph.advance - (advance - less), glyph.x - (x - less), glyph.y - y];
    return glyph.id === id && off.every((each) => Math.abs(each) <= 1);
  });

/** The columns and rows of a page’s first picture that have ink, in points: left, right, top, bottom. */
function inkOf(file: Uint8Array) {
  const picture = execFileSync('pdftoppm', ['-r', '72', '-gray', '-singlefile', '-'], { input: file });
  const head = picture
    .subarray(0, 32)
    .toString('latin1')
    .match(/^P5\s(\d+)\s(\d+)\s255\s/) as RegExpMatchArray;
  const [width, height] = [Number(head[1]), Number(head[2])];
  const pixels = picture.subarray(head[0].length);
  const [columns, rows] = [new Set<number>(), new Set<number>()];
  for (let at = 0; at < width * height; at += 1) {
    if ((pixels[at] as number) > 128) continue;
    columns.add(at % width);
    rows.add(Math.floor(at / width));
  }
  return [Math.min(...columns), Math.max(...columns) + 1, Math.min(...rows), Math.max(...rows) + 1] as const;
}

describe('words', () => {
  it.each([
    ['ar', /[\u0620-\u0652\u0670]+(?: [\u0620-\u0652\u0670]+){2,6}/g],
    ['en', /[A-Za-z]+(?: [A-Za-z]+){2,6}/g],
  ] as const)('have the same glyphs at the same places laid out apart as in their line: %s', (language, line) => {
    const plan = JSON.parse(readFileSync('prisma/seed/samplePlan.json', 'utf8'));
    const lines = [...textsIn(plan)].flatMap(({ text: each }) => each.match(line) ?? []);
    expect(lines.length).toBeGreaterThan(1000);
    for (const weight of [400, 700] as const) {
      const { shaped } = shaperOf(weight);
      const apart = (each: string) => {
        const words = each.split(/(?= )|(?<= )/).map((word) => shaped(word, language));
        return (language === 'ar' ? words.reverse() : words).flat();
      };
      const different = lines.filter((each) => JSON.stringify(shaped(each, language)) !== JSON.stringify(apart(each)));
      expect(different).toEqual([]);
    }
  });
});

describe('Arabic letters', () => {
  it('have the glyphs that HarfBuzz gives them, at the same places: every word of the sample plan', async () => {
    const plan = JSON.parse(readFileSync('prisma/seed/samplePlan.json', 'utf8'));
    const written = [...textsIn(plan)].flatMap(({ text: each }) => each.match(/[\u0620-\u0652\u0670]{2,}/g) ?? []);
    const marked = 'مُدَرِّسَةٌ الشَّبَابُ يُقَيَّمُ لَا الْأُمَّهَاتُ إِنَّهُ مَبْدَأٌ هَٰذَا فَلْيُنَفَّذْ لِلْمُؤَسَّسَاتِ'.split(' ');
    const words = [...new Set([...written, ...marked])].map((word) => prepare(word, hasGlyph));
    expect(words.length).toBeGreaterThan(3000);
    for (const weight of [400, 700] as const) {
      const { shaped } = shaperOf(weight);
      const passages = textsOf(await laidOut(...words.map((word) => text(word, 'ar', { fontWeight: weight }))));
      expect(passages).toHaveLength(words.length);
      const different = words.filter((word, index) => !isAlike(drawn(passages[index]?.lines ?? []), shaped(word)));
      expect(different).toEqual([]);
    }
  });

  it('are drawn where they were laid out: a mark stands over its letter in the file', async () => {
    const size = 100;
    const word = 'دُ';
    const { font, shaped } = shaperOf(400);
    // The ink of each glyph, from where the word begins on its left and from the line that it stands on.
    let pen = 0;
    const inks = shaped(word).map(({ id, advance, x, y }) => {
      const ink = font.glyphExtents(id) as { xBearing: number; yBearing: number; width: number; height: number };
      const left = pen + x + ink.xBearing;
      const top = y + ink.yBearing;
      pen += advance;
      return { left, right: left + ink.width, top, bottom: top + ink.height };
    });
    const scale = (units: number) => (units * size) / 1000;
    const width = scale(Math.max(...inks.map(({ right }) => right)) - Math.min(...inks.map(({ left }) => left)));
    const height = scale(Math.max(...inks.map(({ top }) => top)) - Math.min(...inks.map(({ bottom }) => bottom)));
    const style = { fontSize: size, width: 300 };
    const [left, right, top, bottom] = inkOf(await printed(text(word, 'ar', style)));
    expect(Math.abs(right - left - width), 'as wide').toBeLessThan(2.5);
    expect(Math.abs(bottom - top - height), 'as high').toBeLessThan(2.5);
  });
});
