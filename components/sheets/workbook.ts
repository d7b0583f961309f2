import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/node';
import type { Language } from '#plan/schema';
import { createEdition, mainLanguage, type PrintRequest } from '../edition/edition.ts';
import { writable } from '../edition/writable.ts';
import { type Cell, type Sheet, sheetsOf } from './sheets.ts';

/** Writes the parts of a plan that people count as a workbook. @returns the bytes of an .xlsx file */
export async function writeWorkbook(request: PrintRequest): Promise<Uint8Array> {
  const edition = createEdition(request, request.options.layout === 'after' ? 'facing' : request.options.layout);
  const main = mainLanguage(edition);
  const sheets = sheetsOf(edition).map((sheet) => ({
    data: dataOf(sheet, main),
    sheet: nameOf(sheet.name),
    columns: sheet.columns.map(({ width }) => ({ width })),
    rightToLeft: main === 'ar',
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
  }));
  return new Uint8Array(await writeExcelFile(sheets, { fontFamily: 'Arial', fontSize: 10 }).toBuffer());
}

/** A name that a sheet may have: 31 characters, none of those that stand in addresses of cells. */
const nameOf = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);

function dataOf({ columns, rows }: Sheet, main: Language): SheetData {
  const heads = columns.map(
    ({ head }): CellObject => ({
      value: writable(head),
      type: String,
      fontWeight: 'bold',
      backgroundColor: '#E6EEF7',
      wrap: true,
      align: side(main),
      alignVertical: 'top',
    }),
  );
  return [
    heads,
    ...rows.map((cells) => {
      const height = heightOf(cells, columns);
      return cells.map((cell, at) => {
        const made = cellOf(cell, columns[at]?.language ?? main, at === 0);
        return made && { ...made, height };
      });
    }),
  ];
}

/** The height of a line, and the most that a row may have, in points. */
const LINE = 13.5;
const HIGHEST = 409;

/** As high as its longest text needs, by a rough count of letters: not every program works that out by itself. */
function heightOf(cells: readonly Cell[], columns: Sheet['columns']): number {
  const lines = cells.map((cell, at) =>
    cell && 'text' in cell && at > 0
      ? cell.text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / (columns[at]?.width ?? 10)), 0)
      : 1,
  );
  return Math.min(HIGHEST, Math.max(...lines) * LINE + 2);
}

const side = (language: Language) => (language === 'ar' ? 'right' : 'left');

/** A cell in its kind: figures can be summed and days sorted; a text is always a text, whatever it begins with. */
function cellOf(cell: Cell, language: Language, isPath: boolean): CellObject | null {
  const top = { alignVertical: 'top' as const };
  if (cell === null) return null;
  if ('number' in cell) return { ...top, type: Number, value: cell.number };
  if ('amount' in cell) return { ...top, type: Number, value: cell.amount, format: '#,##0.00' };
  if ('day' in cell) return { ...top, type: Date, value: new Date(`${cell.day}T00:00:00Z`), format: 'yyyy-mm-dd' };
  const look = isPath ? { textColor: '#8A94A3', fontSize: 8 } : { wrap: true };
  return {
    ...top,
    ...look,
    type: String,
    format: '@',
    align: isPath ? 'left' : side(language),
    value: cell.text,
  };
}
