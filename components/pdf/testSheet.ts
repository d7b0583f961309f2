import type { SafePageNode } from '@react-pdf/layout';
import { Page, Text } from '@react-pdf/renderer';
import { createElement, type ReactElement } from 'react';
import { hasGlyph } from './fonts.ts';
import { layOut, Press } from './press.ts';
import { prepare } from './text.ts';
import { textStyle } from './theme.ts';

/** Small pages for tests of the patched renderer, and what it made of them. */

/** A glyph as it is drawn: advances and offsets are points. */
type Glyph = { id: number; codePoints: number[] };
type Position = { xAdvance: number; xOffset: number; yOffset: number };
export type Line = { string: string; runs: { glyphs?: Glyph[]; positions?: Position[] }[]; box: { width: number } };
export type LaidOut = {
  type: string;
  props?: Record<string, unknown>;
  box?: { top: number; left: number; width: number; height: number };
  lines?: Line[];
  children?: LaidOut[];
};

export const SIZE = 10;
const styleOf = { ar: textStyle('body', 'ar'), en: textStyle('body', 'en') };

/** A passage of a language, ten points large. */
export const text = (content: string, language: 'ar' | 'en' = 'ar', style: object = {}, props: object = {}) =>
  createElement(
    Text,
    { ...props, style: { ...styleOf[language], fontSize: SIZE, lineHeight: 1.6, ...style } } as object,
    prepare(content, hasGlyph),
  );

/** A page 400 points wide and 500 high, with 40 points of margin. */
const sheet = (...children: ReactElement[]) =>
  createElement(Page, { size: [400, 500], experimentalPagination: true, style: { padding: 40 } }, ...children);

/** The pages that the content fills. */
export const laidOut = async (...children: ReactElement[]): Promise<LaidOut[]> =>
  (await layOut(sheet(...children))) as unknown as LaidOut[];

export const nodesIn = (node: LaidOut): LaidOut[] => [node, ...(node.children ?? []).flatMap(nodesIn)];
export const textsOf = (pages: readonly LaidOut[]) => pages.flatMap(nodesIn).filter(({ type }) => type === 'TEXT');

/** The lines of one passage in a column of a width. */
export const linesIn = async (content: string, width: number, language: 'ar' | 'en' = 'ar', style: object = {}) =>
  textsOf(await laidOut(text(content, language, { width, ...style }))).flatMap(({ lines }) => lines ?? []);

/** The glyphs of a line from left to right, each with where it is drawn. */
export const glyphsOf = ({ runs }: Line) =>
  runs.flatMap(({ glyphs = [], positions = [] }) =>
    glyphs.map(({ id, codePoints }, index) => ({ id, codePoints, ...(positions[index] as Position) })),
  );

const imprint = { title: '', subject: '', author: '', keywords: '', maker: '', language: 'ar', date: new Date(0) };

/** The file that the content is written to. */
export async function printed(...children: ReactElement[]): Promise<Uint8Array> {
  const press = new Press(imprint);
  return press.finish([press.add((await laidOut(...children)) as unknown as SafePageNode[])]);
}
