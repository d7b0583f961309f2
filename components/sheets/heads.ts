import { normalize } from '#catalogue/search';
import { type Language, planLanguages } from '#plan/schema';
import type { Edition } from '../edition/edition.ts';
import { lettersOf, placeOf, type ReadCell, type ReadSheet } from './cells.ts';
import type { Column, Table } from './columns.ts';
import { type SheetRefusal, sheetRefusal, shown } from './refusals.ts';
import { headOf, pathHead, sheetName } from './sheets.ts';

/** A column of a file and what it is of; `language`: that of its texts. */
export type FoundColumn = { at: number; column: Column; language: Language | null };
/** A sheet of a file that holds one of the tables. `path`: the column of paths. `ignored`: columns that aren't known. */
export type FoundTable = {
  sheet: ReadSheet;
  table: Table;
  headRow: number;
  path: number;
  columns: FoundColumn[];
  ignored: string[];
};

/** Somebody may have put a title above the heads. */
const HEAD_ROWS = 10;

/**
 * The table that a sheet holds: the one whose name it has in either language or, where somebody renamed it, whose heads. Heads
 * are known in both languages and in every layout, wherever they stand.
 * @returns null where the sheet is none of ours
 */
export function findTable(
  sheet: ReadSheet,
  tables: readonly Table[],
  edition: Edition,
): FoundTable | SheetRefusal | null {
  // Who empties a sheet takes its rows out.
  if (sheet.rows.size === 0) return null;
  const isPath = isOneOf(planLanguages.map((main) => pathHead(edition, main)));
  const isNamed = (table: Table) => isOneOf(planLanguages.map((main) => sheetName(table.name[main])))(sheet.name);
  const named = tables.find(isNamed);
  const headRow = [...sheet.rows.keys()].find(
    (row) => row <= HEAD_ROWS && [...cellsOf(sheet, row)].some(([, cell]) => isPath(textOf(cell))),
  );
  if (headRow === undefined) {
    return named
      ? sheetRefusal('', 'noPathColumn', { place: placeOf(sheet.name, 1, 1), head: headsOf(edition) })
      : null;
  }
  const found = (named ? [named] : tables).map((table) => columnsIn(sheet, table, headRow, edition, isPath));
  const best = found.reduce((a, b) => (b.columns.length > a.columns.length ? b : a));
  return repeatedHead(best) ?? best;
}

const headsOf = (edition: Edition) => planLanguages.map((main) => pathHead(edition, main)).join(' / ');

const cellsOf = (sheet: ReadSheet, row: number) => sheet.rows.get(row) ?? new Map<number, ReadCell>();
const textOf = (cell: ReadCell): string => ('text' in cell ? cell.text : '');
const isOneOf = (names: readonly string[]) => {
  const known = new Set(names.map(normalize));
  return (text: string) => known.has(normalize(text));
};

function columnsIn(
  sheet: ReadSheet,
  table: Table,
  headRow: number,
  edition: Edition,
  isPath: (text: string) => boolean,
): FoundTable {
  const known = knownHeads(table, edition);
  const heads = cellsOf(sheet, headRow);
  const found: FoundTable = { sheet, table, headRow, path: 0, columns: [], ignored: [] };
  for (const at of filledColumns(sheet, headRow)) {
    const cell = heads.get(at);
    const head = cell ? textOf(cell) : '';
    const is = known.get(normalize(head));
    if (isPath(head) && found.path === 0) found.path = at;
    else if (isPath(head)) found.columns.push({ at, column: pathColumn, language: null });
    else if (is) found.columns.push({ at, ...is });
    else
      found.ignored.push(head ? `${shown(head)} (${sheet.name}!${lettersOf(at)})` : `${sheet.name}!${lettersOf(at)}`);
  }
  return found;
}

/** Stands for a second column of paths, which is refused. */
const pathColumn: Column = { head: { ar: '', en: '' }, width: 0, isText: false, cell: () => null };

/** The columns in which there is something from the heads on. */
function filledColumns(sheet: ReadSheet, headRow: number): number[] {
  const filled = new Set<number>();
  for (const [row, cells] of sheet.rows) if (row >= headRow) for (const at of cells.keys()) filled.add(at);
  return [...filled].sort((a, b) => a - b);
}

function knownHeads(table: Table, edition: Edition): Map<string, Omit<FoundColumn, 'at'>> {
  const known = new Map<string, Omit<FoundColumn, 'at'>>();
  for (const main of planLanguages) {
    for (const column of table.columns) {
      // A text’s column without the name of a language stands in a workbook of one language.
      known.set(normalize(column.head[main]), { column, language: column.isText ? main : null });
      if (!column.isText) continue;
      for (const language of planLanguages)
        known.set(normalize(headOf(edition, column, main, language)), { column, language });
    }
  }
  return known;
}

function repeatedHead({ sheet, columns, headRow, path }: FoundTable): SheetRefusal | null {
  for (const [index, { at, column, language }] of columns.entries()) {
    const first =
      column === pathColumn
        ? path
        : columns.slice(0, index).find((one) => one.column === column && one.language === language)?.at;
    if (first === undefined) continue;
    const head = shown(textOf(sheet.rows.get(headRow)?.get(at) ?? { text: '' }));
    const place = placeOf(sheet.name, headRow, at);
    return sheetRefusal('', 'duplicateColumn', { place, other: placeOf(sheet.name, headRow, first), head });
  }
  return null;
}
