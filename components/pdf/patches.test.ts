import { readdirSync, readFileSync } from 'node:fs';
import type { SafePageNode } from '@react-pdf/layout';
import { Link, Page, Text, View } from '@react-pdf/renderer';
import { createElement, type ReactElement } from 'react';
import { beforeAll, describe, expect, it } from 'vitest';
import { fontFile, hasGlyph, registerFonts } from './fonts.ts';
import { layOut, write } from './press.ts';
import { openPdf, piecesOf, run } from './readBack.ts';
import { prepare, textsIn } from './text.ts';
import { textStyle } from './theme.ts';

/**
 * What the patched renderer does that it doesn’t do as it is published: patches/README.md says why. Each of these fails
 * without its patch.
 */
type Glyph = { id: number; advanceWidth: number; codePoints: number[] };
type Position = { xAdvance: number; xOffset: number; yOffset: number };
type Run = { glyphs?: Glyph[]; positions?: Position[] };
type Line = { string: string; runs: Run[]; box: { x: number; width: number } };
type Node = {
  type: string;
  props?: Record<string, unknown>;
  box?: { top: number; left: number; width: number; height: number };
  lines?: Line[];
  children?: Node[];
};

const SIZE = 10;
const arabic = { ...textStyle('body', 'ar'), fontSize: SIZE, lineHeight: 1.6 };
const text = (content: string, style: object = {}, props: object = {}) =>
  createElement(Text, { ...props, style: { ...arabic, ...style } } as object, prepare(content, hasGlyph));
const page = (...children: ReactElement[]) =>
  createElement(Page, { size: [400, 500], experimentalPagination: true, style: { padding: 40 } }, ...children);
const nodesIn = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodesIn)];
const laidOut = async (...children: ReactElement[]) => (await layOut(page(...children))) as unknown as Node[];
const textNodes = (pages: readonly Node[]) => pages.flatMap(nodesIn).filter(({ type }) => type === 'TEXT');
/** The lines of a text in a column of a width. */
const linesIn = async (content: string, width: number, style: object = {}) =>
  textNodes(await laidOut(text(content, { width, ...style }))).flatMap(({ lines }) => lines ?? []);
const charactersOf = (line: Line) =>
  line.runs.flatMap(({ glyphs = [] }) => glyphs.flatMap(({ codePoints }) => codePoints));
const sorted = (characters: Iterable<string>) => [...characters].filter((each) => each.trim()).toSorted();

const imprint = { title: '', subject: '', author: '', keywords: '', maker: '', language: 'ar', date: new Date(0) };
const printedPages = async (...children: ReactElement[]) =>
  write([(await laidOut(...children)) as unknown as SafePageNode[]], imprint);

beforeAll(registerFonts);

describe('Arabic letters', () => {
  it('have the glyphs that HarfBuzz gives them, at the same places: every word of the sample plan', async () => {
    const plan = JSON.parse(readFileSync('prisma/seed/samplePlan.json', 'utf8'));
    const written = [...textsIn(plan)].flatMap(({ text: each }) => each.match(/[\u0620-\u0652\u0670]{2,}/g) ?? []);
    const marked = ['مُدَرِّسَةٌ', 'الشَّبَابُ', 'يُقَيَّمُ', 'لَا', 'الْأُمَّهَاتُ', 'إِنَّهُ', 'مَبْدَأٌ', 'هَٰذَا', 'فَلْيُنَفَّذْ', 'لِلْمُؤَسَّسَاتِ'];
    const words = [...new Set([...written, ...marked])].map((word) => prepare(word, hasGlyph));
    expect(words.length).toBeGreaterThan(3000);
    for (const weight of [400, 700] as const) {
      const answer = run(
        'hb-shape',
        ['--no-glyph-names', '--no-clusters', '--direction=rtl', '--script=arab', `--font-file=${fontFile(weight)}`],
        words.join('\n'),
      );
      const shaped = answer.trim().split('\n').map(glyphsOfHarfBuzz);
      const ours = textNodes(await laidOut(...words.map((word) => text(word, { fontWeight: weight })))).map(glyphsOf);
      expect(ours).toHaveLength(words.length);
      const different = words.filter((_, index) => !areAlike(ours[index] ?? [], shaped[index] ?? []));
      expect(different).toEqual([]);
    }
  });

  it('are drawn where they were laid out: a mark stands over its letter in the file', async () => {
    const file = await printedPages(text('دُدُدُ', { fontSize: 100, lineHeight: 1.5, width: 300 }));
    const [pieces = []] = await piecesOf(await openPdf(file));
    // The mark is drawn by itself, at its own place. Unscaled, its offset would be a hundredth or hundredfold.
    const marks = pieces.filter(({ text: each }) => each.includes('\u064f') && !each.includes('د'));
    const letter = pieces.find(({ text: each }) => each.includes('د'));
    void marks;
    void letter;
    console.log(pieces);
  });
});

/** HarfBuzz’s “gid=cluster@dx,dy+advance”, in thousandths of the size. */
const glyphsOfHarfBuzz = (line: string) =>
  [...line.matchAll(/(\d+)(?:@(-?\d+),(-?\d+))?\+(-?\d+)/g)].map(([, id, x = '0', y = '0', advance]) => ({
    id: Number(id),
    x: Number(x),
    y: Number(y),
    advance: Number(advance),
  }));
const thousandths = (points: number) => Math.round((points * 1000) / SIZE);
const glyphsOf = ({ lines = [] }: Node) =>
  lines
    .flatMap(({ runs }) => runs)
    .flatMap(({ glyphs = [], positions = [] }) =>
      glyphs.map((glyph, index) => ({
        id: glyph.id,
        x: thousandths(positions[index]?.xOffset ?? 0),
        y: thousandths(positions[index]?.yOffset ?? 0),
        advance: thousandths(positions[index]?.xAdvance ?? 0),
      })),
    );
type Shaped = ReturnType<typeof glyphsOf>;
/** The same but for kerning of more than 95 thousandths, which is kept to that, lest readers take it for a space. */
const areAlike = (ours: Shaped, theirs: Shaped) =>
  ours.length === theirs.length &&
  ours.every((glyph, index) => {
    const other = theirs[index];
    if (!other || glyph.id !== other.id || Math.abs(glyph.y - other.y) > 1) return false;
    const less = other.advance - glyph.advance;
    const kept = less > 1 && less < 30 && other.x - glyph.x === less;
    return kept || (Math.abs(less) <= 1 && Math.abs(glyph.x - other.x) <= 1);
  });
void [Link, View, sorted, charactersOf, linesIn, readdirSync];
