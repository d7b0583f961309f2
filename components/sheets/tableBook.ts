import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/node';
import type { Language } from '#plan/schema';
import { languageOf } from '#review/textLanguage';
import type { AboutSheet, Book, Content, TableSheet } from './book.ts';
import { cellText, LONGEST } from './columns.ts';
import { readingOrder } from './features.ts';
import { sheetName } from './sheets.ts';
import { heightOf, stored } from './workbook.ts';

/** Writes tables as a workbook, with real numbers and days; each text runs in the direction of its own language. */
export async function writeTableBook(book: Book): Promise<Uint8Array> {
  const common = { rightToLeft: book.language === 'ar', orientation: 'landscape' as const };
  const sheets = [
    ...book.tables.map((table) => ({
      ...common,
      data: tableOf(table, book),
      sheet: sheetName(table.name),
      columns: table.columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
    })),
    {
      ...common,
      data: aboutOf(book.about, book.language),
      sheet: sheetName(book.about.name),
      columns: [{ width: 26 }, { width: 84 }],
    },
  ];
  const options = { fontFamily: 'Arial', fontSize: 10, features: [readingOrder] };
  return new Uint8Array(await writeExcelFile(sheets, options).toBuffer());
}

const side = (language: Language) => (language === 'ar' ? ('right' as const) : ('left' as const));
const GREY = '#5B6675';

function tableOf({ columns, rows }: TableSheet, book: Book): SheetData {
  const height = (contents: readonly string[]) =>
    heightOf(
      contents.map((text) => ({ text })),
      columns,
    );
  const headHeight = height(columns.map(({ head }) => head));
  const heads = columns.map(
    ({ head }): CellObject => ({
      ...textCell(head, book.language),
      fontWeight: 'bold',
      backgroundColor: '#E6EEF7',
      height: headHeight,
    }),
  );
  return [
    heads,
    ...rows.map((contents) => {
      const texts = contents.map((content) =>
        'words' in content ? content.words : 'text' in content ? content.text : '',
      );
      const high = height(texts);
      return contents.map((content): CellObject => ({ ...cellOf(content, book), height: high }));
    }),
  ];
}

function cellOf(content: Content, { language: main, tooLong }: Book): CellObject {
  const top = { alignVertical: 'top' as const };
  if ('number' in content) return { ...top, type: Number, value: content.number };
  if ('moment' in content) {
    const value = content.moment ? new Date(`${content.moment.slice(0, 10)}T00:00:00Z`) : undefined;
    return { ...top, type: Date, value, format: 'yyyy-mm-dd' };
  }
  if ('words' in content) return textCell(content.words, main);
  const clean = cellText(content.text);
  if (clean.length > LONGEST) return textCell(tooLong, main);
  return textCell(clean, content.language ?? languageOf(clean, main));
}

/** A cell of text, which is text whatever it begins with: never a formula. */
function textCell(text: string, language: Language): CellObject {
  const common = { type: String, format: '@', wrap: true, align: side(language), alignVertical: 'top' as const };
  const value = cellText(text);
  return value.trim() === '' ? common : { ...common, value: stored(value) };
}

function aboutOf({ title, facts }: AboutSheet, main: Language): SheetData {
  return [
    [{ ...textCell(title, main), fontWeight: 'bold', fontSize: 12 }],
    ...facts.map(({ name, value, language }): SheetData[number] => [
      { ...textCell(name, main), textColor: GREY },
      textCell(value, language ?? main),
    ]),
  ];
}
