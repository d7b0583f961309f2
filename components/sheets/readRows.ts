import { same } from '#plan/changes';
import { REFUSAL_LIMIT } from '#plan/exchange';
import { emptyEntryAt } from '#plan/parts';
import { valueAt } from '#plan/places';
import type { Said } from '#plan/returned';
import { type Plan, planLanguages } from '#plan/schema';
import type { Edition } from '../edition/edition.ts';
import { placeOf } from './cells.ts';
import { addressOf, cellIn, type Entry, FieldsReader, placeIn, type TableRow } from './fields.ts';
import type { FoundColumn, FoundTable } from './heads.ts';
import { oneNamed, paragraphs } from './names.ts';
import { NewRows } from './newRows.ts';
import { REFUSED, type SheetRefusal, sheetRefusal, shown } from './refusals.ts';
import { isUnchanged } from './unchanged.ts';
import { textOf } from './values.ts';

/** Reads the rows of tables into what they say of the plan that they were made of. */
export class RowsReader {
  readonly said: Said[] = [];
  readonly refusals: SheetRefusal[] = [];
  readonly #plan: Plan;
  readonly #fields: FieldsReader;
  readonly #newRows: NewRows;
  /** The paths that stand in any row, and where those stand that were read. */
  readonly #present = new Set<string>();
  readonly #seen = new Map<string, string>();

  constructor(edition: Edition, newId: () => string) {
    const refuse = this.refuse.bind(this);
    this.#plan = edition.plan;
    this.#fields = new FieldsReader(edition, refuse);
    // An entry that is new has no place in the plan that could be told.
    const fields = new FieldsReader(edition, (_, ...rest) => refuse('', ...rest));
    this.#newRows = new NewRows(edition.plan, { fields, newId, present: this.#present, said: this.said, refuse });
  }

  refuse(...refusal: Parameters<typeof sheetRefusal>): void {
    if (this.refusals.length < REFUSAL_LIMIT) this.refusals.push(sheetRefusal(...refusal));
  }

  read(tables: readonly FoundTable[]): void {
    for (const { sheet, path } of tables)
      for (const cells of sheet.rows.values()) this.#present.add(textOf(cells.get(path)).trim());
    // New actions come before what new rows elsewhere add to them.
    const ordered = [...tables].sort((a, b) => Number(b.table.kind === 'actions') - Number(a.table.kind === 'actions'));
    for (const found of ordered) {
      this.#refuseMerged(found);
      const known = new Set(found.table.paths);
      for (const [number, cells] of found.sheet.rows)
        if (number > found.headRow) this.#row({ found, number, cells }, known);
    }
  }

  /** Cells that were merged look as if each of them held the text, and all but the first are empty. */
  #refuseMerged({ sheet, columns, path, headRow }: FoundTable): void {
    const read = [path, ...columns.map(({ at }) => at)];
    const last = Math.max(...sheet.rows.keys());
    for (const { top, bottom, left, right } of sheet.merged) {
      const isRead = read.some((at) => at >= left && at <= right);
      if (isRead && top <= last && bottom > headRow)
        this.refuse('', 'merged', { place: placeOf(sheet.name, top, left) });
    }
  }

  #row(row: TableRow, known: ReadonlySet<string>): void {
    const { columns, path: at } = row.found;
    const place = placeIn(row, at);
    const cell = row.cells.get(at);
    const path = cell && 'error' in cell ? cell.error : textOf(cell).trim();
    if (!cell) this.#newRows.add(row);
    else if (!known.has(path)) this.refuse('', 'unknownPath', { place, text: shown(path) });
    else if (this.#seen.has(path)) this.refuse(path, 'duplicateRow', { place, other: this.#seen.get(path) ?? '' });
    else {
      this.#seen.set(path, place);
      // A row of which nothing but its path is left was taken out, and that changes nothing.
      if (columns.some((each) => cellIn(row, each)) && this.#isOwn(row, path)) this.#knownRow(row, path);
    }
  }

  /** Whether the number in a row is that of what its path names: rows sorted without the first column are found out by it. */
  #isOwn(row: TableRow, path: string): boolean {
    const named = row.found.columns.find((each) => each.column.names);
    const cell = named && cellIn(row, named);
    if (!cell) return true;
    const { column } = named;
    if (planLanguages.some((main) => isUnchanged(cell, column.cell(path, main, main)))) return true;
    const paragraph = oneNamed(textOf(cell), paragraphs);
    if ('ids' in paragraph && path === `decisions.${paragraph.ids[0]}`) return true;
    const [main] = this.#plan.languages;
    const written = column.cell(path, main, main);
    this.refuse(path, 'mismatchedRow', {
      place: placeIn(row, named.at),
      found: 'error' in cell ? shown(cell.error) : shown(textOf(cell)),
      expected: written && 'number' in written ? String(written.number) : textOf(written as { text: string }),
    });
    return false;
  }

  #knownRow(row: TableRow, path: string): void {
    const fields = row.found.columns.filter(({ column }) => column.field);
    if (row.found.table.kind === 'decisions' && valueAt(this.#plan, `plan.${path}`, 'plan') === undefined)
      return this.#begin(row, fields, path);
    for (const each of fields) {
      const value = this.#fields.value(row, each, path);
      if (value !== REFUSED) this.said.push({ path: addressOf(path, each), value, place: placeIn(row, each.at) });
    }
  }

  /** A decision that the plan doesn’t have yet is said as a whole, where there is anything to say. */
  #begin(row: TableRow, fields: readonly FoundColumn[], path: string): void {
    const empty = emptyEntryAt(path);
    const value = this.#fields.filled(row, fields, path, structuredClone(empty) as Entry);
    if (value && !same(value, empty)) this.said.push({ path, value, place: placeIn(row, row.found.path) });
  }
}
