import type { Refusal } from '#plan/exchange';
import { usualPrint } from '#plan/printOptions';
import type { Said } from '#plan/returned';
import type { Plan } from '#plan/schema';
import { createEdition, type Edition } from '../edition/edition.ts';
import { isAbout, originIn } from './about.ts';
import { lettersOf, type ReadSheet } from './cells.ts';
import { tablesOf } from './columns.ts';
import { type FoundTable, findTable } from './heads.ts';
import { openWorkbook } from './openWorkbook.ts';
import { RowsReader } from './readRows.ts';
import { Refused, type SheetRefusal, sheetRefusal } from './refusals.ts';

/** The plan that a workbook was made of, and when: null where it doesn't tell, or couldn't be opened. */
type Origin = { planId: string | null; readAt: string | null };
type Read = Origin & ({ ok: true; said: Said[]; ignoredColumns: string[] } | { ok: false; refusals: Refusal[] });

/**
 * Reads what a workbook says of the plan that it was made of, or says what keeps it from being read. Every field that has a
 * column is said, changed or not; an empty cell says the empty value; a row that isn’t there says nothing.
 * @param context `plan`: as it was when the workbook was made; `newId`: makes the ids of new entries
 */
export async function readWorkbook(
  bytes: Uint8Array,
  { plan, newId }: { plan: Plan; newId: () => string },
): Promise<Read> {
  try {
    const edition = createEdition({ plan, options: usualPrint, draft: true, date: '' }, 'facing');
    return read(await openWorkbook(bytes), edition, newId);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return refused([error.refusal]);
  }
}

// Each reader’s codes are its own; all are handed on as refusals.
const refused = (refusals: readonly SheetRefusal[], origin: Origin = { planId: null, readAt: null }): Read => ({
  ...origin,
  ok: false,
  refusals: refusals as readonly SheetRefusal[] as Refusal[],
});

function read(sheets: readonly ReadSheet[], edition: Edition, newId: () => string): Read {
  const tables = tablesOf(edition);
  const reader = new RowsReader(edition, newId);
  const found: FoundTable[] = [];
  const ignoredColumns: string[] = [];
  for (const sheet of sheets) {
    const table = findTable(sheet, tables, edition);
    if (table === null) {
      if (!isAbout(sheet, edition)) ignoredColumns.push(...wholeSheet(sheet));
    } else if ('code' in table) reader.refuse(table.path, table.code, table.values);
    else {
      found.push(table);
      ignoredColumns.push(...table.ignored);
    }
  }
  if (found.length === 0 && reader.refusals.length === 0) return refused([sheetRefusal('', 'noPlanSheet')]);
  reader.read(found);
  const origin = originIn(sheets, edition);
  if (reader.refusals.length > 0) return refused(reader.refusals, origin);
  return { ok: true, ...origin, said: reader.said, ignoredColumns };
}

/** A sheet that is none of the plan’s, as its columns from the first to the last: `Notes!A:D`. */
function wholeSheet({ name, rows }: ReadSheet): string[] {
  const columns = [...rows.values()].flatMap((cells) => [...cells.keys()]);
  if (columns.length === 0) return [];
  const [first, last] = columns.reduce(([least, most], at) => [Math.min(least, at), Math.max(most, at)], [Infinity, 0]);
  return [`${name}!${lettersOf(first)}:${lettersOf(last)}`];
}
