import { normalize } from '#catalogue/search';
import { isRealDate } from './calendar.ts';
import { type Read, readAmount, readNumber, readYear } from './typed.ts';

/** A field that a column can fill: what kind of answer it takes, by what names a column is known, its options if any. */
export type Column = {
  name: string;
  kind: 'line' | 'prose' | 'word' | 'date' | 'year' | 'amount' | 'number' | 'choice' | 'choices';
  labels: readonly string[];
  options?: readonly { value: string; label: string }[];
};

/** What a cell says: a value for its field, nothing, or what can’t be read. */
export type Cell = { value: unknown } | { unread: string } | null;

/**
 * The cells of a table as spreadsheets put it on the clipboard: tabs between cells, a line a row; a cell with a tab, a
 * line break or a quotation mark in it stands in quotation marks, which are doubled inside. Blank rows are left out.
 */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endCell = () => {
    row.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (row.some((each) => each !== '')) rows.push(row);
    row = [];
  };
  const source = text.replace(/\r\n?/g, '\n');
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at];
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (source[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell === '') isQuoted = true;
    else if (sign === '\t') endCell();
    else if (sign === '\n') endRow();
    else cell += sign;
  }
  endRow();
  return rows;
}

/**
 * Which field each column fills, '' where none: by the names in the first row, if at least half of them are known; else
 * in the fields’ own order, where a column in the other language belongs to the text before it. `hasHead`: whether the
 * first row is such a row.
 */
export function columnsOf(rows: readonly string[][], fields: readonly Column[]): { hasHead: boolean; names: string[] } {
  const [first = []] = rows;
  const width = Math.max(0, ...rows.map(({ length }) => length));
  const named = first.map((cell) => {
    const wanted = normalize(cell);
    return fields.find(({ name, labels }) => [name, ...labels].some((each) => normalize(each) === wanted))?.name ?? '';
  });
  const filled = first.filter((cell) => cell !== '').length;
  const hasHead = filled > 0 && named.filter(Boolean).length * 2 >= filled;
  if (hasHead) return { hasHead, names: Array.from({ length: width }, (_, at) => named[at] ?? '') };
  const names: string[] = [];
  let next = 0;
  for (let at = 0; at < width; at += 1) {
    const before = fields.find(({ name }) => name === names[at - 1]);
    const isPair = before && bilingual.has(before.kind) && names.at(-2) !== before.name;
    const [other, own] = [languageIn(rows, at - 1), languageIn(rows, at)];
    if (isPair && other && own && other !== own) names.push(before.name);
    else {
      names.push(fields[next]?.name ?? '');
      next += 1;
    }
  }
  return { hasHead, names };
}

const bilingual = new Set<Column['kind']>(['line', 'prose']);
const arabic = /\p{Script=Arabic}/u;
const latin = /\p{Script=Latin}/u;

/** The language in which all cells of a column are written, where they are in one. */
function languageIn(rows: readonly string[][], at: number): 'ar' | 'en' | null {
  const cells = rows.map((row) => row[at] ?? '').filter((cell) => cell !== '');
  if (cells.length === 0) return null;
  if (cells.every((cell) => arabic.test(cell))) return 'ar';
  return cells.every((cell) => latin.test(cell) && !arabic.test(cell)) ? 'en' : null;
}

/** What a cell says for a field. A text goes to the language in which it is written. */
export function readCell(typed: string, { kind, options = [] }: Column): Cell {
  if (typed === '') return null;
  const read = (by: Read): Cell => {
    const value = by(typed);
    return value === null || value === undefined || value === '' ? { unread: typed } : { value };
  };
  switch (kind) {
    case 'line':
    case 'prose': {
      const text = kind === 'line' ? typed.replace(/\s*\n\s*/g, ' ') : typed;
      return { value: arabic.test(text) ? { ar: text, en: '' } : { ar: '', en: text } };
    }
    case 'word':
      return { value: typed.replace(/\s*\n\s*/g, ' ') };
    case 'year':
      return read(readYear);
    case 'amount':
      return read(readAmount);
    case 'number':
      return read(readNumber);
    case 'date':
      return read(readDate);
    case 'choice': {
      const option = optionFor(typed, options);
      return option ? { value: option } : { unread: typed };
    }
    case 'choices': {
      const found = typed.split(/[,،;؛/\n]/).map((each) => optionFor(each, options));
      return found.every((each) => each !== undefined) ? { value: [...new Set(found)] } : { unread: typed };
    }
  }
}

const optionFor = (typed: string, options: readonly { value: string; label: string }[]): string | undefined =>
  options.find(({ value, label }) => [value, label].some((each) => normalize(each) === normalize(typed)))?.value;

/** A date as it is typed: 2027-03-01, 1/3/2027, ١.٣.٢٠٢٧; the day before the month. */
function readDate(typed: string): string | null {
  const text = typed
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .trim();
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? [];
  const [, d, m, y] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  const date = [year ?? y ?? '', (month ?? m ?? '').padStart(2, '0'), (day ?? d ?? '').padStart(2, '0')].join('-');
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && isRealDate(date) ? date : null;
}

/** A row as an item of a list: the values of its fields, and what in it can’t be read, by the column’s place. */
export function readRow(
  row: readonly string[],
  names: readonly string[],
  fields: readonly Column[],
): { item: Record<string, unknown>; unread: { at: number; typed: string }[] } {
  const item: Record<string, unknown> = {};
  const unread: { at: number; typed: string }[] = [];
  names.forEach((name, at) => {
    const field = fields.find((each) => each.name === name);
    const cell = field ? readCell(row[at] ?? '', field) : null;
    if (!cell) return;
    if ('unread' in cell) unread.push({ at, typed: cell.unread });
    // Two columns may fill the two languages of one text.
    else item[name] = isPair(item[name]) && isPair(cell.value) ? joined(item[name], cell.value) : cell.value;
  });
  return { item, unread };
}

type TextPair = { ar: string; en: string };
const isPair = (value: unknown): value is TextPair => typeof value === 'object' && value !== null && 'ar' in value;
const joined = (a: TextPair, b: TextPair): TextPair => ({ ar: b.ar || a.ar, en: b.en || a.en });
