import type { FieldMeta } from '#plan/fields';
import type { Language } from '#plan/schema';
import { type Edition, mainLanguage, say } from '../edition/edition.ts';
import { type Cell, type Column, tablesOf } from './columns.ts';
import { metaOf } from './lists.ts';

/** `holds`: what is written into its cells, also those that are empty. `isComputed`: it is not read back. */
export type SheetColumn = {
  head: string;
  width: number;
  language?: Language;
  holds: 'text' | 'number' | 'amount' | 'day';
  isComputed: boolean;
};
/** A sheet of a workbook. The first column holds the path of what the row is about, by which it is found again. */
export type Sheet = { name: string; columns: SheetColumn[]; rows: Cell[][] };

/** The tables of a plan as sheets. The main language is that of the heads, and gives the sheets their direction. */
export function sheetsOf(edition: Edition): Sheet[] {
  const main = mainLanguage(edition);
  const { languages } = edition;
  return tablesOf(edition).map(({ kind, name, columns, paths }) => {
    const all = columns.flatMap((column) =>
      column.isText
        ? languages.map((language) => ({ column, language, isAlone: languages.length === 1 }))
        : [{ column, language: main, isAlone: true }],
    );
    return {
      name: name[main],
      columns: [
        { head: pathHead(edition, main), width: 14, holds: 'text', isComputed: true },
        ...all.map(({ column, language, isAlone }) => ({
          head: headOf(edition, column, main, isAlone ? null : language),
          width: column.width,
          holds: heldBy(metaOf(kind, column)?.kind ?? (column.names === 'action' ? 'number' : 'line')),
          isComputed: !column.field && column.names !== 'action',
          ...(column.isText && { language }),
        })),
      ],
      rows: paths.map((path) => [
        { text: path },
        ...all.map(({ column, language }) => column.cell(path, language, main)),
      ]),
    };
  });
}

function heldBy(kind: FieldMeta['kind']): SheetColumn['holds'] {
  if (kind === 'date') return 'day';
  if (kind === 'year') return 'number';
  return kind === 'number' || kind === 'amount' ? kind : 'text';
}

/** The head of the column of paths. */
export const pathHead = (edition: Edition, main: Language): string => say(edition, 'path')[main];

/** The head of a column in a language; of one of several in which a text stands, with the name of its language. */
export const headOf = (edition: Edition, { head }: Column, main: Language, language: Language | null): string =>
  language === null ? head[main] : `${head[main]} (${say(edition, `languages.${language}`)[main]})`;

/** A name that a sheet may have: 31 characters, none of those that stand in addresses of cells. */
export const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
