import { type Document, LineRuleType } from 'docx';
import type { Language } from '#plan/schema';

// Lengths are twentieths of a point, sizes of type half points.
const width = 11_906;
const height = 16_838;
const side = 1_134;

/** A4 (ISO 216), with 20 mm on each side; `text` and `textSideways` are what lies between. */
export const paper = {
  width,
  height,
  margin: { top: side, bottom: side, left: side, right: side },
  text: width - 2 * side,
  textSideways: height - 2 * side,
};

/** A typeface that every office has in both scripts. */
const font = 'Arial';
const blue = '0B4A8F';
const muted = '5A6675';

const type = (size: number, more: { bold?: boolean; color?: string } = {}) => ({
  size,
  // Arabic letters are lower than Latin ones of the same size.
  sizeComplexScript: size + 2,
  ...(more.bold ? { bold: true, boldComplexScript: true } : {}),
  ...(more.color ? { color: more.color } : {}),
});
const heading = (size: number, before: number) => ({
  run: type(size, { bold: true, color: blue }),
  paragraph: { spacing: { before, after: 80 }, keepNext: true },
});

type Styles = NonNullable<ConstructorParameters<typeof Document>[0]['styles']>;

/**
 * The styles of the document, all of them ones that can be changed in a word processor in one place. The contents, which
 * that makes by itself, run in the direction of the document’s main language.
 */
export const stylesIn = (main: Language): Styles => ({
  default: {
    document: {
      run: { font: { ascii: font, hAnsi: font, cs: font }, ...type(21) },
      paragraph: { spacing: { after: 120, line: 288, lineRule: LineRuleType.AUTO } },
    },
    heading1: heading(34, 480),
    heading2: heading(27, 320),
    heading3: heading(23, 240),
    heading4: heading(21, 160),
    title: { run: type(52, { bold: true }), paragraph: { spacing: { before: 120, after: 240 } } },
  },
  paragraphStyles: [
    {
      id: 'Country',
      name: 'Country',
      basedOn: 'Normal',
      next: 'Title',
      run: type(30, { bold: true, color: blue }),
      paragraph: { spacing: { before: 900, after: 0 } },
    },
    { id: 'ContentsTitle', name: 'Contents Title', basedOn: 'Normal', run: type(34, { bold: true, color: blue }) },
    ...[1, 2].map((level) => ({
      id: `TOC${level}`,
      name: `toc ${level}`,
      basedOn: 'Normal',
      paragraph: {
        spacing: { after: 40 },
        indent: { start: (level - 1) * 300 },
        ...(main === 'ar' ? { bidirectional: true } : {}),
      },
    })),
    { id: 'Note', name: 'Note', basedOn: 'Normal', run: type(18, { color: muted }) },
    { id: 'Fact', name: 'Fact', basedOn: 'Normal', paragraph: { spacing: { after: 40 } } },
    {
      id: 'Cell',
      name: 'Cell',
      basedOn: 'Normal',
      run: type(16),
      paragraph: { spacing: { after: 20, line: 240, lineRule: LineRuleType.AUTO } },
    },
  ],
});
