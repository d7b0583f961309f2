import { dayOf, type Shown } from './formats.ts';
import { Refused } from './refusals.ts';
import type { XmlVisitor } from './walkXml.ts';

/** How far a sheet may reach; the sheet of the largest plan has 2,000 rows and 15 columns. */
const ROW_LIMIT = 5_000;
const COLUMN_LIMIT = 100;

/** What a cell holds: an error such as `#REF!`; a formula that no program has computed yet; an empty cell is none. */
export type ReadCell =
  | { text: string }
  | { number: number; percent?: true }
  | { day: string }
  | { error: string }
  | { notComputed: true };
/** Cells by the number of their column, from 1. */
export type ReadRow = ReadonlyMap<number, ReadCell>;
type Range = { top: number; bottom: number; left: number; right: number };
/** A sheet as it is in a file. Rows by their number, from 1, in the file's order; those without content are left out. */
export type ReadSheet = { name: string; rows: ReadonlyMap<number, ReadRow>; merged: readonly Range[] };

/** What cells refer to, elsewhere in the workbook. */
export type Shared = { strings: readonly string[]; formats: readonly Shown[]; from1904: boolean };

/** A cell's address as people find it: `Actions!F12`. */
export const placeOf = (sheet: string, row: number, column: number): string => `${sheet}!${lettersOf(column)}${row}`;

export function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

type Address = { row: number; column: number };

function addressOf(text: string): Address {
  const [, letters = '', row = ''] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(text) ?? [];
  if (letters === '') throw new Refused('damaged');
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(row), column };
}

/** Signs that a program wrote by their code: `_x000D_` (ECMA-376-1, 22.9.2.19). Lines end as everywhere else. */
const unescaped = (text: string): string =>
  text
    .replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, '\n');

/** The runs of a text, joined: of a shared one or of one in its cell. Its readings (phonetic runs) are no part of it. */
export class RunsReader {
  #text = '';
  #isOpen = false;
  #readings = 0;

  opened(name: string): void {
    if (name === 'rPh') this.#readings += 1;
    else if (name === 't') this.#isOpen = this.#readings === 0;
  }

  text(text: string): void {
    if (this.#isOpen) this.#text += text;
  }

  closed(name: string): void {
    if (name === 'rPh') this.#readings -= 1;
    else if (name === 't') this.#isOpen = false;
  }

  taken(): string {
    const text = unescaped(this.#text);
    this.#text = '';
    return text;
  }
}

/** Reads the part of a sheet. Cells may say where they stand, or follow each other (18.3.1.4). */
export class CellsReader implements XmlVisitor {
  readonly rows = new Map<number, Map<number, ReadCell>>();
  readonly merged: Range[] = [];
  readonly #name: string;
  readonly #shared: Shared;
  readonly #open: string[] = [];
  readonly #runs = new RunsReader();
  #at: Address = { row: 0, column: 0 };
  #cell: Record<string, string> = {};
  #value: string | null = null;
  #hasFormula = false;

  constructor(name: string, shared: Shared) {
    this.#name = name;
    this.#shared = shared;
  }

  opened(name: string, attributes: Record<string, string>): void {
    this.#open.push(name);
    const path = this.#open.slice(1).join('/');
    if (path === 'sheetData/row') {
      const row = attributes.r === undefined ? this.#at.row + 1 : addressOf(`A${attributes.r}`).row;
      this.#at = { row, column: 0 };
    } else if (path === 'sheetData/row/c') {
      this.#at = attributes.r === undefined ? { ...this.#at, column: this.#at.column + 1 } : addressOf(attributes.r);
      this.#cell = attributes;
      this.#value = null;
      this.#hasFormula = false;
    } else if (path === 'sheetData/row/c/v') this.#value = '';
    else if (path === 'sheetData/row/c/f') this.#hasFormula = true;
    else if (path === 'mergeCells/mergeCell') this.merged.push(rangeOf(attributes.ref ?? ''));
    else if (this.#isInCell('is')) this.#runs.opened(name);
  }

  text(text: string): void {
    if (this.#isInCell('v') && this.#open.length === 5) this.#value += text;
    else if (this.#isInCell('is')) this.#runs.text(text);
  }

  closed(name: string): void {
    if (this.#isInCell('is')) this.#runs.closed(name);
    else if (name === 'c' && this.#open.length === 4) this.#keep(this.#made());
    this.#open.pop();
  }

  #isInCell = (child: string) => this.#open[3] === 'c' && this.#open[4] === child;

  #keep(cell: ReadCell | null): void {
    if (cell === null || ('text' in cell && cell.text.trim() === '')) return;
    const { row, column } = this.#at;
    if (row > ROW_LIMIT) throw this.#over('tooManyRows', ROW_LIMIT);
    if (column > COLUMN_LIMIT) throw this.#over('tooManyColumns', COLUMN_LIMIT);
    const cells = this.rows.get(row) ?? new Map<number, ReadCell>();
    this.rows.set(row, cells.set(column, cell));
  }

  #over(code: 'tooManyRows' | 'tooManyColumns', limit: number): Refused {
    return new Refused(code, { limit, place: placeOf(this.#name, this.#at.row, this.#at.column) });
  }

  /** A formula counts by the value that was computed for it last. */
  #made(): ReadCell | null {
    const value = this.#value;
    const type = this.#cell.t ?? 'n';
    if (type === 'inlineStr') return { text: this.#runs.taken() };
    if (value === null || (value === '' && type !== 'str')) return this.#hasFormula ? { notComputed: true } : null;
    switch (type) {
      case 's': {
        const text = /^\d{1,7}$/.test(value) ? this.#shared.strings[Number(value)] : undefined;
        if (text === undefined) throw new Refused('damaged');
        return { text };
      }
      case 'str':
        return { text: unescaped(value) };
      case 'b':
        return { text: value === '1' ? 'TRUE' : 'FALSE' };
      case 'e':
        return { error: value };
      case 'd':
        return /^\d{4}-\d{2}-\d{2}/.test(value) ? { day: value.slice(0, 10) } : { text: value };
      case 'n':
        return this.#number(Number(value));
      default:
        throw new Refused('damaged');
    }
  }

  #number(number: number): ReadCell {
    if (!Number.isFinite(number)) throw new Refused('damaged');
    const shown = this.#shared.formats[Number(this.#cell.s ?? 0)] ?? 'number';
    if (shown === 'percent') return { number, percent: true };
    const day = shown === 'day' ? dayOf(number, this.#shared.from1904) : null;
    return day === null ? { number } : { day };
  }
}

function rangeOf(text: string): Range {
  const [first = '', last = first] = text.split(':');
  const [from, to] = [addressOf(first), addressOf(last)];
  return { top: from.row, bottom: to.row, left: from.column, right: to.column };
}
