import { uuidv7 } from 'uuidv7';
import type { Refusal } from '#plan/exchange';
import type { Said } from '#plan/returned';
import type { Plan } from '#plan/schema';
import { readWorkbook } from '../sheets/readWorkbook.ts';
import { readXliff } from '../xliff/readXliff.ts';

/**
 * What a file that came back says. `planId` and `readAt`: the plan it was made of, and when that was read; null where the
 * file doesn’t tell. `ignored`: heads of columns that aren’t known. `unfinished`: texts of which only a part is translated,
 * and which are left out.
 */
export type Returned = { kind: 'xlsx' | 'xliff'; planId: string | null; readAt: string | null } & (
  | { ok: true; said: Said[]; ignored: string[]; unfinished: number }
  | { ok: false; refusals: Refusal[] }
);

/**
 * Reads a workbook or an XLIFF file.
 * @param plan what the file was made of
 * @param kind which of the two it is to be; by default what its first bytes look like
 */
export async function readReturned(
  file: Uint8Array,
  plan: Plan,
  kind: 'xlsx' | 'xliff' = looksLikeText(file) ? 'xliff' : 'xlsx',
): Promise<Returned> {
  if (kind === 'xlsx') {
    const read = await readWorkbook(file, { plan, newId: uuidv7 });
    if (!read.ok) return { ...read, kind: 'xlsx' };
    const { ignoredColumns: ignored, ...rest } = read;
    return { ...rest, kind: 'xlsx', ignored, unfinished: 0 };
  }
  const read = readXliff(file);
  if (!read.ok)
    return { ok: false, kind: 'xliff', planId: null, readAt: null, refusals: [...read.refusals] as Refusal[] };
  const whole = read.said.filter(({ untranslated }) => untranslated === 0);
  return {
    ok: true,
    kind: 'xliff',
    planId: read.planId,
    readAt: read.readAt,
    said: whole.map(({ path, language, text, source, place }) => ({
      path: `${path}.${language}`,
      value: text,
      place,
      source,
    })),
    ignored: [],
    unfinished: read.said.length - whole.length,
  };
}

/** Whether a file begins as XML does, after a byte order mark and blanks; anything else is read as a workbook. */
function looksLikeText(file: Uint8Array): boolean {
  const signs = [...file.subarray(0, 64)].filter((byte) => byte > 0x20 && byte < 0x80);
  return signs[0] === '<'.charCodeAt(0);
}
