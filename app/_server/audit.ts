import { type Actor, can } from '#people/roles';
import { asActor, type JsonValue, type Transaction } from './database.ts';

/** What was done, by whom, to what. Never a text of a plan, a password or a token. */
export type AuditEntry = {
  actorId: string | null;
  countryId?: string | null;
  deed: string;
  thing: string;
  detail?: Record<string, string | number | boolean | null>;
};

/** Adds a row to the audit trail, in the transaction of the deed itself: neither stands without the other. */
export async function record(tx: Pick<Transaction, 'audit'>, entry: AuditEntry): Promise<void> {
  // `createMany` asks for nothing back, which those who may not read the trail could not have.
  await tx.audit.createMany({ data: [{ ...entry, detail: entry.detail ?? {} }] });
}

export type AuditRow = {
  id: string;
  at: Date;
  actorId: string | null;
  deed: string;
  thing: string;
  detail: JsonValue;
};

/**
 * The audit trail, newest first, for who may read it.
 * @param before the id of the last row of the page before
 */
export async function listAudit(actor: Actor, before?: string): Promise<AuditRow[] | null> {
  if (!can(actor, 'audit.read')) return null;
  const rows = await asActor(actor.userId, (tx) =>
    tx.audit.findMany({
      where: before ? { id: { lt: BigInt(before) } } : {},
      orderBy: { id: 'desc' },
      take: 100,
    }),
  );
  return rows.map((row) => ({ ...row, id: String(row.id) }));
}
