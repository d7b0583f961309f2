import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from '../../prisma/generated/client.ts';
import { env } from './env.ts';

function connect(): PrismaClient {
  const { DATABASE_URL, DATABASE_CONNECTIONS } = env();
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: DATABASE_URL, max: DATABASE_CONNECTIONS }) });
}

// Reloading in development makes this module anew; the connections stay.
const kept = globalThis as { planDatabase?: PrismaClient };

/**
 * The database, as the role that owns nothing. What row-level security guards is empty here: use `asActor`.
 * Connects on first use, so that a build needs no database.
 */
export function database(): PrismaClient {
  kept.planDatabase ??= connect();
  return kept.planDatabase;
}

/** Whether the database answers. */
export async function isReachable(): Promise<boolean> {
  try {
    await database().$queryRaw`select 1`;
    return true;
  } catch {
    return false;
  }
}

/** What a `Json` column holds. */
export type JsonValue = Prisma.JsonValue;

/** Today, by the database’s clock: “2026-11-17”. */
export async function today(): Promise<string> {
  const [row] = await database().$queryRaw<{ day: string }[]>`select to_char(current_date, 'YYYY-MM-DD') as day`;
  return row?.day ?? '';
}

/** A transaction in which the database knows for whom it works. */
export type Transaction = Prisma.TransactionClient;

/**
 * Does `work` in one transaction for a person: the policies of row-level security then decide from that person's
 * memberships, assignments and duties what it sees and may change.
 * @param userId the person's id, a UUID, from an `Actor`
 * @throws what `work` throws, after rolling back
 */
export function asActor<T>(userId: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return database().$transaction(async (tx) => {
    await tx.$queryRaw`select set_config('app.user_id', ${userId}, true)`;
    return work(tx);
  });
}
