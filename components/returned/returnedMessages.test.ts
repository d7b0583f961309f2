import { expect, test } from 'vitest';
import ar from '#locales/ar/returned';
import en from '#locales/en/returned';
import { sheetRefusals } from '../sheets/refusals.ts';
import { xliffRefusals } from '../xliff/refusals.ts';

/** What is refused of a file as a whole, whatever it is. */
const ofAny = ['otherPlan', 'tooCostly'];

test.each([
  ['a workbook', 'xlsx', sheetRefusals],
  ['a translation', 'xliff', xliffRefusals],
] as const)(
  'whatever is refused of %s has a sentence in both languages, and no sentence is left over',
  (_, kind, codes) => {
    const wanted = [...codes, ...ofAny].sort();
    expect(Object.keys(en.refusals[kind]).sort()).toEqual(wanted);
    expect(Object.keys(ar.refusals[kind]).sort()).toEqual(wanted);
  },
);
