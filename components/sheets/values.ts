import { refusalsOf } from '#plan/exchange';
import type { FieldMeta } from '#plan/fields';
import { emptyAt, schemaAt } from '#plan/parts';
import { readCell } from '#plan/pastedTable';
import { planLanguages } from '#plan/schema';
import { readAmount, readNumber, readYear } from '#plan/typed';
import { type Edition, say } from '../edition/edition.ts';
import type { ReadCell } from './cells.ts';
import { bodyName, cellText, LONGEST } from './columns.ts';
import { allNamed, bodiesOf, type Named, type Names, oneNamed, paragraphs } from './names.ts';
import { type SheetRefusal, type SheetRefusalCode, sheetRefusals, shown } from './refusals.ts';

/** The value that a cell gives a field, or why it gives none. */
type Value = { value: unknown } | Pick<SheetRefusal, 'code' | 'values'>;

const refused = (code: SheetRefusalCode, values: SheetRefusal['values'] = {}): Value => ({ code, values });

/** A number as it was typed: fifteen digits count in a workbook, the rest is what binary fractions leave. */
export const exactly = (number: number): number => Number(number.toPrecision(15));

/** What stands in a cell, as a text; '' where it is empty. */
export function textOf(cell: ReadCell | undefined): string {
  if (!cell) return '';
  if ('text' in cell) return cell.text;
  if ('day' in cell) return cell.day;
  if ('number' in cell) return cell.percent ? `${exactly(cell.number * 100)}%` : String(exactly(cell.number));
  return '';
}

/** Reads cells into values as a plan has them. */
export class ValueReader {
  readonly #edition: Edition;
  readonly #bodies: Names;

  constructor(edition: Edition) {
    this.#edition = edition;
    this.#bodies = bodiesOf(edition);
  }

  /**
   * The value of a field, as the schema takes it.
   * @param path of the field, with the language of a text
   * @param before what the field held; its empty value in an entry that is new
   */
  read(cell: ReadCell | undefined, meta: FieldMeta, path: string, before: unknown): Value {
    if (cell && 'error' in cell) return refused('errorValue', { error: shown(cell.error) });
    if (cell && 'notComputed' in cell) return refused('notComputed');
    const read = this.#value(cell, meta, path, before);
    if ('code' in read) return read;
    const issue = schemaAt(path)?.safeParse(read.value).error?.issues[0];
    if (!issue) return read;
    const code = refusalsOf(issue)[0]?.code;
    return refused(sheetRefusals.find((known) => known === code) ?? 'outOfRange');
  }

  #value(cell: ReadCell | undefined, meta: FieldMeta, path: string, before: unknown): Value {
    const text = textOf(cell).trim();
    // The plan’s usual currency isn’t what an empty cell says.
    if (text === '') return { value: meta.kind === 'currency' ? '' : emptyAt(path) };
    const typed = { text: shown(text) };
    const figure = (value: string | number | null, code: SheetRefusalCode): Value =>
      value === null ? refused(code, typed) : { value };
    switch (meta.kind) {
      case 'line':
      case 'prose':
        return this.#text(text, meta.kind, typeof before === 'string' ? before : '');
      case 'date':
        if (cell && 'number' in cell) return refused('notDate', typed);
        return this.#typed(text, 'date', 'notDate');
      case 'year':
        return figure(readYear(text), 'notYear');
      case 'amount':
      case 'number':
        if (cell && 'percent' in cell) return refused('percent', typed);
        if (meta.kind === 'amount') return figure(readAmount(text), 'notAmount');
        return figure(readNumber(text), 'notNumber');
      case 'currency':
        return { value: cellText(text).toUpperCase() };
      case 'choice': {
        const options = meta.options.flatMap((value) =>
          planLanguages.map((main) => ({
            value,
            label: this.#edition.words.both(`plan.options.${meta.set}.${value}`)[main],
          })),
        );
        return this.#typed(text, 'choice', 'notOption', options);
      }
      case 'reference':
        return one(oneNamed(text, this.#bodies, typeof before === 'string' ? [before] : []));
      case 'references':
        return this.#references(text, meta.to === 'agencies', Array.isArray(before) ? before : []);
      default:
        throw new Error(`No column of a workbook is of the kind ${meta.kind}`);
    }
  }

  /** As it is understood where a table is pasted. */
  #typed(
    text: string,
    kind: 'date' | 'choice',
    code: SheetRefusalCode,
    options?: { value: string; label: string }[],
  ): Value {
    const read = readCell(text, { name: '', kind, labels: [], options });
    return read && 'value' in read ? read : refused(code, { text: shown(text) });
  }

  #text(text: string, kind: 'line' | 'prose', before: string): Value {
    // What stands in a cell for a longer text is no text of the plan, wherever it was copied or continued.
    const stand = say(this.#edition, 'tooLongForCell');
    if (planLanguages.some((main) => text.includes(stand[main]) && !before.includes(stand[main])))
      return refused('placeholder', { limit: LONGEST });
    const restored = decoded(text, before);
    return { value: kind === 'line' ? restored.replace(/\s*\n\s*/g, ' ') : restored };
  }

  #references(text: string, toBodies: boolean, before: readonly string[]): Value {
    if (!toBodies) return several(allNamed(text, paragraphs, before), 'unknownRecommendation');
    const read = several(allNamed(text, this.#bodies, before), 'unknownAgency');
    if (!('value' in read)) return read;
    // Bodies without a name weren’t in the cell, so nobody took them out.
    const unseen = before.filter((id) => bodyName(this.#edition, id, 'ar').trim() === '');
    return { value: [...new Set([...(read.value as string[]), ...unseen])] };
  }
}

/** A text with the signs that were shown by their codes because a cell can’t hold them, where it had them before. */
const decoded = (text: string, before: string): string =>
  text.replace(/\[U\+([0-9A-F]{4,6})\]/g, (code, hex: string) => {
    const point = Number.parseInt(hex, 16);
    const sign = point <= 0x10ffff ? String.fromCodePoint(point) : code;
    return before.includes(sign) && cellText(sign) === code ? sign : code;
  });

function several(named: Named, unknown: SheetRefusalCode): Value {
  if ('ids' in named) return { value: named.ids };
  if ('tooMany' in named) return refused('tooMany', { limit: named.tooMany });
  if ('ambiguous' in named) return refused('ambiguousAgency', { name: shown(named.ambiguous) });
  return refused(unknown, { name: shown(named.unknown) });
}

function one(named: Named): Value {
  return 'ids' in named ? { value: named.ids[0] ?? null } : several(named, 'unknownAgency');
}
