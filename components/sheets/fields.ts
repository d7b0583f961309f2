import { emptyAt } from '#plan/parts';
import { valueAt } from '#plan/places';
import { type Language, type Plan, planLanguages } from '#plan/schema';
import type { Edition } from '../edition/edition.ts';
import { placeOf, type ReadCell, type ReadRow } from './cells.ts';
import type { FoundColumn, FoundTable } from './heads.ts';
import { metaOf } from './lists.ts';
import { REFUSED, type Refuse, type SheetRefusal } from './refusals.ts';
import { isUnchanged } from './unchanged.ts';
import { ValueReader } from './values.ts';

export type Entry = Record<string, unknown>;
/** A row of a table in a file. */
export type TableRow = { found: FoundTable; number: number; cells: ReadRow };

export const placeIn = ({ found, number }: TableRow, at: number): string => placeOf(found.sheet.name, number, at);
export const cellIn = ({ cells }: TableRow, { at }: FoundColumn): ReadCell | undefined => cells.get(at);

export const addressOf = (path: string, { column, language }: FoundColumn): string =>
  [path, column.field, ...(language === null ? [] : [language])].join('.');

/** Reads the cells of a row into the fields of an entry. */
export class FieldsReader {
  readonly #plan: Plan;
  readonly #values: ValueReader;
  readonly #refuse: Refuse;

  constructor(edition: Edition, refuse: Refuse) {
    this.#plan = edition.plan;
    this.#values = new ValueReader(edition);
    this.#refuse = refuse;
  }

  /** What a cell says of a field of the entry at a path, which may be one that the plan doesn’t have yet. */
  value(row: TableRow, column: FoundColumn, path: string): unknown | typeof REFUSED {
    const cell = cellIn(row, column);
    const address = addressOf(path, column);
    const before = valueAt(this.#plan, `plan.${address}`, 'plan') ?? emptyAt(address);
    const written = (main: Language) => column.column.cell(path, column.language ?? main, main);
    if (planLanguages.some((main) => isUnchanged(cell, written(main)))) return before;
    const meta = metaOf(row.found.table.kind, column.column);
    if (!meta) throw new Error(`A column is of “${column.column.field}”, which no entry has`);
    const read = this.#values.read(cell, meta, address, before);
    if ('value' in read) return read.value;
    this.#refuse(address, read.code, {
      ...read.values,
      place: placeIn(row, column.at),
    } satisfies SheetRefusal['values']);
    return REFUSED;
  }

  /** Puts what the cells of a row say into an entry. @returns null where one of them is refused */
  filled(row: TableRow, columns: readonly FoundColumn[], path: string, entry: Entry): Entry | null {
    let isRead = true;
    for (const each of columns) {
      const { field } = each.column;
      if (!field) continue;
      const value = this.value(row, each, path);
      if (value === REFUSED) isRead = false;
      else if (each.language) entry[field] = { ...(entry[field] as object), [each.language]: value };
      else entry[field] = value;
    }
    return isRead ? entry : null;
  }
}
