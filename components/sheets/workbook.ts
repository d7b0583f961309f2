import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/node';
import type { Language } from '#plan/schema';
import { createEdition, mainLanguage, type PrintRequest } from '../edition/edition.ts';
import { writable } from '../edition/writable.ts';
import { type AboutLine, aboutLines, type Origin } from './about.ts';
import type { Cell } from './columns.ts';
import { lockedPaths, PATH_SIZE, readingOrder } from './features.ts';
import { type Sheet, type SheetColumn, sheetName, sheetsOf } from './sheets.ts';

/**
 * Writes the parts of a plan that people count as a workbook that can be filled in and come back.
 * @param origin what the workbook says of where it comes from
 * @returns the bytes of an .xlsx file
 */
export async function writeWorkbook(request: PrintRequest, origin?: Origin): Promise<Uint8Array> {
  const edition = createEdition(request, request.options.layout === 'after' ? 'facing' : request.options.layout);
  const main = mainLanguage(edition);
  const about = aboutLines(edition, origin);
  const sheets = sheetsOf(edition);
  const common = { rightToLeft: main === 'ar', orientation: 'landscape' as const };
  const written = [
    ...sheets.map((sheet) => ({
      ...common,
      data: dataOf(sheet, main),
      sheet: sheetName(sheet.name),
      columns: sheet.columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
    })),
    {
      ...common,
      data: about.lines.map((line) => aboutRow(line, main === 'ar' ? 'left' : 'right')),
      sheet: sheetName(about.name),
      columns: ABOUT_WIDTHS,
    },
  ];
  const options = { fontFamily: 'Arial', fontSize: 10, features: [lockedPaths(sheets.length), readingOrder] };
  return new Uint8Array(await writeExcelFile(written, options).toBuffer());
}

const GREY = '#5B6675';

function dataOf({ columns, rows }: Sheet, main: Language): SheetData {
  const headHeight = heightOf(
    columns.map(({ head }) => ({ text: head })),
    columns,
  );
  const heads = columns.map(
    ({ head, isComputed }, at): CellObject => ({
      value: writable(head),
      type: String,
      fontWeight: 'bold',
      backgroundColor: isComputed ? '#EAEAEA' : '#E6EEF7',
      wrap: true,
      align: side(main),
      alignVertical: 'top',
      height: headHeight,
      ...(at === 0 && { fontSize: PATH_SIZE }),
    }),
  );
  return [
    heads,
    // A row that is empty, where there is none, shows what the cells of rows that are added are like.
    ...(rows.length > 0 ? rows : [columns.map(() => null)]).map((cells) => {
      const height = heightOf(cells, columns);
      return columns.map((column, at): CellObject => {
        const look = at === 0 ? PATH_LOOK : column.isComputed ? { textColor: GREY } : {};
        return { ...cellOf(cells[at] ?? null, column, main), ...look, height };
      });
    }),
  ];
}

const PATH_LOOK = { textColor: '#8A94A3', fontSize: PATH_SIZE, wrap: false, align: 'left' as const };

/** The height of a line, and the most that a row may have, in points. */
const LINE = 13.5;
const HIGHEST = 409;

/** As high as its longest text needs, by a rough count of letters: not every program works that out by itself. */
export function heightOf(cells: readonly Cell[], columns: readonly { width: number }[]): number {
  const lines = cells.map((cell, at) =>
    cell && 'text' in cell && at > 0
      ? cell.text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / (columns[at]?.width ?? 10)), 0)
      : 1,
  );
  return Math.min(HIGHEST, Math.max(...lines) * LINE + 2);
}

const side = (language: Language) => (language === 'ar' ? 'right' : 'left');

/**
 * A cell in its kind, empty or not: figures can be summed and days sorted; a text is always a text, whatever it begins with.
 */
function cellOf(cell: Cell, { holds, language }: SheetColumn, main: Language): CellObject {
  const top = { alignVertical: 'top' as const };
  const kind = cell ? kindOf(cell) : holds;
  const value = cell ? writtenAs(cell) : undefined;
  if (kind === 'number') return { ...top, type: Number, value };
  if (kind === 'amount') return { ...top, type: Number, value, format: '#,##0.00' };
  if (kind === 'day') return { ...top, type: Date, value, format: 'yyyy-mm-dd' };
  return { ...top, wrap: true, type: String, format: '@', align: side(language ?? main), value };
}

type Filled = NonNullable<Cell>;
const kindOf = (cell: Filled): SheetColumn['holds'] =>
  'text' in cell ? 'text' : 'number' in cell ? 'number' : 'amount' in cell ? 'amount' : 'day';

function writtenAs(cell: Filled): string | number | Date {
  if ('text' in cell) return stored(cell.text);
  if ('day' in cell) return new Date(`${cell.day}T00:00:00Z`);
  return 'number' in cell ? cell.number : cell.amount;
}

/** A text as the file stores it: what looks like the code of a sign is escaped (ECMA-376-1, 22.9.2.19). */
export function stored(text: string): string {
  const escaped = text.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_');
  // The library finds texts by name in an object, which has names of its own; a mark that nobody sees makes them differ.
  return escaped in {} ? `${escaped}\u200e` : escaped;
}

const ABOUT_WIDTHS = [{ width: 16 }, { width: 84 }];

/** @param beside the side of the first column at which the second begins */
function aboutRow(line: AboutLine, beside: 'left' | 'right'): SheetData[number] {
  const align = side(line.language);
  const text = (value: string, look: Partial<CellObject> = {}): CellObject => ({
    type: String,
    format: '@',
    wrap: true,
    align,
    alignVertical: 'top',
    value: stored(value),
    ...look,
  });
  if ('title' in line)
    return [null, text(line.title, { fontWeight: 'bold', fontSize: 12, height: 36, alignVertical: 'center' })];
  if ('fact' in line) return [text(line.fact, { textColor: GREY }), text(line.value, { textColor: GREY })];
  const height = heightOf([null, { text: line.text }], ABOUT_WIDTHS);
  const number: CellObject = {
    type: Number,
    value: line.number,
    align: beside,
    indent: 1,
    alignVertical: 'top',
    height,
  };
  return [number, text(line.text, { height })];
}
