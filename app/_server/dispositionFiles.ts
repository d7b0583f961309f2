import type { Actor } from '#people/roles';
import type { Bilingual } from '#plan/schema';
import { runDispositionProgram } from '../../scripts/dispositionProcess.mjs';
import { record } from './audit.ts';
import { asActor, database, today } from './database.ts';
import { type DispositionTable, loadDispositions } from './dispositionTable.ts';
import { listRounds, type Round } from './submissions.ts';
import { inTurn, type TableFile } from './tableFiles.ts';

/** A PDF of more rows than this would be some four hundred pages: a spreadsheet is what such a table needs. */
export const PDF_ROW_LIMIT = 2_000;
export type DispositionFormat = 'pdf' | 'xlsx';

/** All that the table is written from. */
export type DispositionSource = {
  table: DispositionTable;
  /** The rounds that the person may know of; none for a contributor. */
  rounds: Round[];
  country: { code: string; name: Bilingual };
  day: string;
};

/** What the table is written from, or null for who has no part in the review: whoever reads the table may take it along. */
export async function dispositionSource(actor: Actor, planId: string): Promise<DispositionSource | null> {
  const table = await loadDispositions(actor, planId);
  if (!table) return null;
  const [rounds, country, day] = await Promise.all([
    listRounds(actor, planId),
    database().country.findUnique({
      where: { id: table.countryId },
      select: { code: true, nameAr: true, nameEn: true },
    }),
    today(),
  ]);
  if (!country) return null;
  const { code, nameAr, nameEn } = country;
  return { table, rounds: rounds ?? [], country: { code, name: { ar: nameAr, en: nameEn } }, day };
}

/**
 * Writes a table in a program of its own, when it is its turn.
 * @param paper the table in words
 * @param signal ends it where whoever asked has gone
 */
export const writeDispositions = (as: DispositionFormat, paper: object, signal?: AbortSignal): Promise<TableFile> =>
  inTurn(() => runDispositionProgram({ root: process.cwd(), as, paper, signal }), signal);

/** Puts down that the table was taken along. */
export async function recordDispositions(
  actor: Actor,
  planId: string,
  { countryId, as, rows }: { countryId: string; as: DispositionFormat; rows: number },
): Promise<void> {
  await asActor(actor.userId, (tx) =>
    record(tx, {
      actorId: actor.userId,
      countryId,
      deed: 'dispositions.download',
      thing: `plan ${planId}`,
      detail: { plan: planId, as, rows },
    }),
  );
}
