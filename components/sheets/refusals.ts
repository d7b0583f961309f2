import type { Refusal } from '#plan/exchange';

/** Why a workbook is refused. Each needs a sentence in the messages. */
export const sheetRefusals = [
  'tooLarge',
  'wrongKind',
  'encrypted',
  'damaged',
  'tooManyEntries',
  'unpacksTooLarge',
  'unsafeName',
  'doctype',
  'tooMuch',
  'tooManySheets',
  'tooManyRows',
  'tooManyColumns',
  'noPlanSheet',
  'noPathColumn',
  'duplicateColumn',
  'merged',
  'unknownPath',
  'duplicateRow',
  'mismatchedRow',
  'lostPath',
  'noNewRow',
  'noTitle',
  'noAction',
  'unknownAction',
  'errorValue',
  'notComputed',
  'placeholder',
  'unknownAgency',
  'ambiguousAgency',
  'unknownRecommendation',
  'percent',
  'notDate',
  'notYear',
  'notAmount',
  'notNumber',
  'notCurrency',
  'notOption',
  'tooMany',
  'tooLong',
  'notText',
  'outOfRange',
] as const;

export type SheetRefusalCode = (typeof sheetRefusals)[number];

/** What in a workbook can't be read: `path` is that of the field or the row, or '' where there is none. */
export type SheetRefusal = { path: string; code: SheetRefusalCode; values: Refusal['values'] };

export const sheetRefusal = (
  path: string,
  code: SheetRefusalCode,
  values: SheetRefusal['values'] = {},
): SheetRefusal => ({ path: shown(path, 120), code, values });

/** Ends the reading of a file in the midst of it. */
export class Refused extends Error {
  readonly refusal: SheetRefusal;

  constructor(code: SheetRefusalCode, values: SheetRefusal['values'] = {}) {
    super(code);
    this.refusal = sheetRefusal('', code, values);
  }
}

/** A foreign text as a sentence may quote it, on one line. */
export function shown(text: string, length = 40): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > length ? `${line.slice(0, length).toWellFormed()}…` : line;
}

/** Notes a refusal; what it is of isn't read. */
export type Refuse = (...refusal: Parameters<typeof sheetRefusal>) => void;
/** Stands for the value of a cell that was refused. */
export const REFUSED = Symbol('refused');
