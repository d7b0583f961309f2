import pg from 'pg';
import { assignPart } from './assignments.ts';
import { receiveImport } from './imports.ts';
import { invite } from './invitations.ts';
import { makeFullReview } from './testReview.ts';
import { makeTeam, type Team } from './testTeam.ts';

/** A table of the database, with whether row-level security is on. */
export type Table = { name: string; secured: boolean; columns: string[] };

/** What the database answers: how many rows, or that it may not be. */
export type Answer = number | 'refused';

/** For tests of the second wall: two countries with something in every table, and the database as both of its roles. */
export type Wall = {
  own: Team;
  other: Team;
  tables: Table[];
  owner: pg.Client;
  /** Does something as the app's role, for a person or for nobody, and undoes it. */
  attempt: (userId: string | null, sql: string, values?: unknown[]) => Promise<Answer>;
  close: () => Promise<void>;
};

/** Makes them. The tables are read from the catalog, so that a new one is tested before anyone thinks of it. */
export async function makeWall(): Promise<Wall> {
  const owner = new pg.Client({ connectionString: process.env.MIGRATION_DATABASE_URL });
  const runtime = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await Promise.all([owner.connect(), runtime.connect()]);
  const [own, other] = [await makeTeam(), await makeTeam()];
  for (const team of [own, other]) await fill(owner, team);
  const { rows: tables } = await owner.query<Table>(`select c.relname as "name", c.relrowsecurity as "secured",
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        and a.attgenerated = '' order by a.attnum) as "columns"
    from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
      and c.relname <> '_prisma_migrations' order by 1`);
  return {
    own,
    other,
    tables,
    owner,
    attempt: (userId, sql, values = []) => attempt(runtime, userId, sql, values),
    close: async () => {
      await Promise.all([owner.end(), runtime.end()]);
    },
  };
}

/** Something of the country in every table that holds a country's data. */
async function fill(owner: pg.Client, team: Team): Promise<void> {
  const { countryId, coordinator } = team;
  const contributor = await team.join('contributor');
  const planId = await team.plan();
  await assignPart(coordinator, { planId, part: 'about', userIds: [contributor.userId] });
  await invite(coordinator, { countryId, role: 'viewer', email: null, locale: 'ar' });
  await receiveImport(coordinator, countryId, new TextEncoder().encode('{}'));
  await owner.query(
    `insert into "Print" ("id", "planId", "countryId", "requestedBy", "state") values (gen_random_uuid(), $1, $2, $3, 'done')`,
    [planId, countryId, coordinator.userId],
  );
  await owner.query(
    `insert into "ReturnedFile" ("id", "planId", "countryId", "requestedBy", "kind") values (gen_random_uuid(), $1, $2, $3, 'xlsx')`,
    [planId, countryId, coordinator.userId],
  );
  await owner.query(`insert into "Emblem" ("planId", "countryId", "image", "setBy") values ($1, $2, 'x', $3)`, [
    planId,
    countryId,
    coordinator.userId,
  ]);
  await makeFullReview(team);
  await owner.query(
    `insert into "EditionFile" ("hash", "adoptionId", "planId", "countryId", "format", "layout", "edition", "extent")
      select "hash", "id", "planId", "countryId", 'pdf', 'ar', 'full', 'whole' from "Adoption" where "countryId" = $1`,
    [countryId],
  );
}

async function attempt(runtime: pg.Client, userId: string | null, sql: string, values: unknown[]): Promise<Answer> {
  await runtime.query('begin');
  try {
    if (userId) await runtime.query(`select set_config('app.user_id', $1, true)`, [userId]);
    return (await runtime.query(sql, values)).rowCount ?? 0;
  } catch (error) {
    // 42501 is what PostgreSQL says to who has no right, or whom a policy refuses.
    if (error instanceof pg.DatabaseError && error.code === '42501') return 'refused';
    throw error;
  } finally {
    await runtime.query('rollback');
  }
}

export const quoted = (name: string): string => pg.escapeIdentifier(name);
