import type { Refusal } from '#plan/exchange';

/** Why a file of translations is refused. Each needs a sentence in the messages. */
export const xliffRefusals = [
  'tooLarge',
  'notUtf8',
  'notXml',
  'doctype',
  'tooDeep',
  'pieceTooLong',
  'notXliff',
  'unknownVersion',
  'wrongLanguages',
  'severalPlans',
  'misplaced',
  'tooMany',
  'unknownPath',
  'duplicateUnit',
  'unknownState',
  'wrongOrder',
  'notText',
  'tooLong',
] as const;

type XliffRefusalCode = (typeof xliffRefusals)[number];

/** What in a file of translations can't be read: `path` is the unit's, or '' for the file as a whole. */
export type XliffRefusal = { path: string; code: XliffRefusalCode; values: Refusal['values'] };

export const xliffRefusal = (
  path: string,
  code: XliffRefusalCode,
  values: XliffRefusal['values'] = {},
): XliffRefusal => ({ path: shown(path, 120), code, values });

/** Ends the reading of a file in the midst of it. */
export class Refused extends Error {
  readonly refusal: XliffRefusal;

  constructor(...of: Parameters<typeof xliffRefusal>) {
    super(of[1]);
    this.refusal = xliffRefusal(...of);
  }
}

/** A foreign text as a sentence may quote it. */
export const shown = (text: string, length = 20): string =>
  text.length > length ? `${text.slice(0, length).toWellFormed()}…` : text;
