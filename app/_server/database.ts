import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { type Prisma, PrismaClient } from '../../prisma/generated/client.ts';
import { env } from './env.ts';

type Connections = { pool: pg.Pool; prisma: PrismaClient };

function connect(): Connections {
  const { DATABASE_URL, DATABASE_CONNECTIONS } = env();
  const pool = new pg.Pool({
    connectionString: DATABASE_URL,
    max: DATABASE_CONNECTIONS,
    // A database that can’t be reached is said to be so, before whoever asks gives up.
    connectionTimeoutMillis: 10_000,
    // What needs no answer of what was sent before is sent after it without waiting.
    pipeline: true,
  });
  // A connection that breaks while nobody uses it is replaced by another.
  pool.on('error', () => {});
  const adapter = new PrismaPg(pool, { disposeExternalPool: true });
  // Where all connections are busy, a transaction waits for one as long as any other query does.
  return { pool, prisma: new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000 } }) };
}

// Reloading in development makes this module anew; the connections stay.
const kept = globalThis as { planDatabase?: Connections };

function connections(): Connections {
  kept.planDatabase ??= connect();
  return kept.planDatabase;
}

/**
 * The database, as the role that owns nothing. What row-level security guards is empty here: use `asActor`.
 * Connects on first use, so that a build needs no database.
 */
export const database = (): PrismaClient => connections().prisma;

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
 * @param timeout after how many milliseconds it is given up: more than usual where a whole file is stored
 * @throws what `work` throws, after rolling back
 */
export function asActor<T>(
  userId: string,
  work: (tx: Transaction) => Promise<T>,
  { timeout }: { timeout?: number } = {},
): Promise<T> {
  return database().$transaction(
    async (tx) => {
      await tx.$queryRaw`select set_config('app.user_id', ${userId}, true)`;
      return work(tx);
    },
    { timeout },
  );
}

/** The `timeout` for storing a whole file, on a slow disk or a busy machine. */
export const WHOLE_FILE = { timeout: 60_000 };

/** A statement whose plan PostgreSQL keeps, under its name, on each connection. */
export type Statement = { name: string; text: string };

/** Sends a statement and gives its rows. */
export type Ask = <Row extends object>(statement: Statement, values: unknown[]) => Promise<Row[]>;

/**
 * Asks one thing for nobody in particular, past the ORM: for what is asked on every request.
 * @throws what the database says, without what it says of rows: that may be a plan’s text, and errors are logged
 */
export const ask: Ask = (statement, values) => send(connections().pool, statement, values);

/**
 * `asActor` past the ORM, which takes longer over a save than the database does.
 * @param work is given two ways to send a statement: `ask`, and `last`, with which the transaction ends in the same
 *   breath
 * @throws what `work` throws, after rolling back
 */
export async function asActorDirectly<T>(userId: string, work: (ask: Ask, last: Ask) => Promise<T>): Promise<T> {
  const client = await connections().pool.connect();
  let broken: Error | undefined;
  const breaks = (error: Error) => {
    broken = error;
  };
  client.on('error', breaks);
  const ask: Ask = (statement, values) => send(client, statement, values);
  let end: Promise<pg.QueryResult> | undefined;
  const last = <Row extends object>(statement: Statement, values: unknown[]): Promise<Row[]> => {
    const answer = ask<Row>(statement, values);
    end = handled(client.query('COMMIT'));
    return answer;
  };
  try {
    const begun = handled(Promise.all([client.query('BEGIN'), send(client, setActor, [userId])]));
    const result = await work(ask, last);
    await begun;
    // Where a statement failed, PostgreSQL answers a COMMIT kindly and rolls back.
    const { command } = await (end ?? client.query('COMMIT'));
    if (command !== 'COMMIT') throw new Error(`The transaction ended with ${command}`);
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(breaks);
    throw error;
  } finally {
    client.off('error', breaks);
    client.release(broken);
  }
}

/** A promise that is asked later how it went: until then its failure is no news. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

const setActor: Statement = { name: 'actor', text: `SELECT set_config('app.user_id', $1, true)` };

async function send<Row extends object>(
  connection: pg.Pool | pg.PoolClient,
  statement: Statement,
  values: unknown[],
): Promise<Row[]> {
  try {
    return (await connection.query<Row>({ ...statement, values })).rows;
  } catch (error) {
    if (error instanceof pg.DatabaseError) {
      error.detail = undefined;
      error.where = undefined;
    }
    throw error;
  }
}

/** Whether the database refused a second row with one id. */
export const isTaken = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === '23505';
