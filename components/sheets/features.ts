import type { Blob, Buffer } from 'node:buffer';
import type { Stream } from 'node:stream';
import type { Feature } from 'write-excel-file/node';
import { getOrderOfSiblings, insertElementMarkupAccordingToOrderOfSiblings } from 'write-excel-file/utility';
import { lettersOf } from './cells.ts';

type FileContent = Stream | Buffer | Blob;

/** The size of the letters of the paths and their head, by which their cells are told from all others. */
export const PATH_SIZE = 8;

// Each is what stays allowed; sorting doesn't, since cells that are sorted without their paths land in others' rows.
const allowed = ['formatCells', 'formatColumns', 'formatRows', 'insertColumns', 'insertRows', 'insertHyperlinks'];
const PROTECTION = `<sheetProtection sheet="1" ${[...allowed, 'deleteColumns', 'deleteRows', 'autoFilter']
  .map((deed) => `${deed}="0"`)
  .join(' ')}/>`;

const SHEET = 'xl/worksheets/sheet{id}.xml';

/**
 * Locks the column of paths in the first sheets, without a password; every other cell, a new one too, can be written in.
 * The library has no option for it, but lets one change what it writes.
 */
export const lockedPaths = (sheets: number): Feature<FileContent> => ({
  files: {
    transform: {
      'xl/styles.xml': { transform: unlocked },
      [SHEET]: {
        transform: (xml: string, _options: unknown, { sheetIndex }: { sheetIndex: number }) =>
          sheetIndex < sheets ? withProtection(xml) : xml,
      },
    },
  },
});

/**
 * A sheet that is protected, whose columns have the format of their first cell: rows that are added are like the others. To
 * the columns after them the usual format is given, since cells without any are locked.
 */
function withProtection(xml: string): string {
  const format = (column: string) =>
    new RegExp(`<c r="${lettersOf(Number(column))}2" s="(\\d+)"`).exec(xml)?.[1] ?? '0';
  const count = xml.match(/<col /g)?.length ?? 0;
  const formatted = xml
    .replace(/<col min="(\d+)"/g, (col, column: string) => `${col} style="${format(column)}"`)
    .replace('</cols>', `<col min="${count + 1}" max="16384" width="14" style="0"/></cols>`);
  const order = getOrderOfSiblings(SHEET, 'worksheet') ?? [];
  return insertElementMarkupAccordingToOrderOfSiblings(formatted, PROTECTION, order, 'worksheet');
}

/** Every format of cells but those in the paths' size is one that protection leaves alone. */
function unlocked(xml: string): string {
  const fonts = xml.match(/<font>.*?<\/font>/gs) ?? [];
  const isPath = (font: string | undefined) => fonts[Number(font)]?.includes(`<sz val="${PATH_SIZE}"/>`);
  return xml.replace(/<xf ([^>]*)>(.*?)<\/xf>/gs, (whole, attributes: string, inner: string) =>
    isPath(/fontId="(\d+)"/.exec(attributes)?.[1])
      ? whole
      : `<xf ${attributes} applyProtection="1">${inner}<protection locked="0"/></xf>`,
  );
}

/**
 * The direction of texts, which the library has no option for either: right-aligned cells are Arabic, left-aligned ones are
 * not. Else a full stop, or a paragraph’s letter in brackets, may end up on the wrong side.
 */
export const readingOrder: Feature<FileContent> = {
  files: {
    transform: {
      'xl/styles.xml': {
        transform: (xml: string) =>
          xml.replace(
            /<alignment horizontal="(left|right)"/g,
            (alignment, side) => `${alignment} readingOrder="${side === 'right' ? 2 : 1}"`,
          ),
      },
    },
  },
};
