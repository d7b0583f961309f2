import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assign } from './assignments.ts';
import { receiveImport } from './imports.ts';
import { invite } from './invitations.ts';
import { makeTeam, type Team } from './testTeam.ts';

// The second wall: what the database itself refuses to the role that the app works as, whatever the app would ask. The
// tables are read from the catalog, so that a new one is in this test before anyone thinks of it.

type Verb = 'select' | 'insert' | 'update' | 'delete';

/** What of a table is not a country's own, and why. All else is shut to who doesn't belong to the country. */
const open: Record<string, { verbs: Verb[]; reason: string }> = {
  User: {
    verbs: ['select', 'insert', 'update'],
    reason: 'a person is no country’s: found by signing in, made by accepting an invitation; duties can’t be written',
  },
  Session: { verbs: ['select', 'insert', 'update', 'delete'], reason: 'signing in comes before anyone is known' },
  Account: { verbs: ['select', 'insert', 'update', 'delete'], reason: 'signing in comes before anyone is known' },
  Verification: {
    verbs: ['select', 'insert', 'update', 'delete'],
    reason: 'better-auth’s own; holds no country’s data',
  },
  RateLimit: { verbs: ['select', 'insert', 'update', 'delete'], reason: 'attempts to sign in, as fingerprints' },
  Country: { verbs: ['select'], reason: 'that a country works here, and its name, is known to all who are let in' },
  Audit: { verbs: ['insert'], reason: 'what is refused to someone is put down too; in nobody else’s name' },
};

/** What looks past row-level security on purpose; each tells and does one thing. */
const definers = [
  'accept_invitation(text,uuid)',
  'app_is(text)',
  'app_is_assigned(uuid,text)',
  'app_role_in(uuid)',
  'forget_imports(interval)',
  'invitation_by_token(text)',
  'print_ahead(uuid)',
  'print_claim(uuid,interval,integer)',
  'print_fail(uuid,uuid,text)',
  'session_actor(text,interval,interval)',
];

const owner = new pg.Client({ connectionString: process.env.MIGRATION_DATABASE_URL });
const runtime = new pg.Client({ connectionString: process.env.DATABASE_URL });
let own: Team;
let other: Team;
/** The tables, with whether row-level security is on, and their columns. */
let tables: { name: string; secured: boolean; columns: string[] }[];

beforeAll(async () => {
  await Promise.all([owner.connect(), runtime.connect()]);
  [own, other] = [await makeTeam(), await makeTeam()];
  for (const team of [own, other]) await fill(team);
  const { rows } = await owner.query(`select c.relname as "name", c.relrowsecurity as "secured",
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        and a.attgenerated = '' order by a.attnum) as "columns"
    from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
      and c.relname <> '_prisma_migrations' order by 1`);
  tables = rows;
});

afterAll(() => Promise.all([owner.end(), runtime.end()]));

/** Something of the country in every table that holds a country's data. */
async function fill(team: Team): Promise<void> {
  const { countryId, coordinator } = team;
  const contributor = await team.join('contributor');
  const planId = await team.plan();
  await assign(coordinator, { countryId, planId, userId: contributor.userId, parts: ['about'] });
  await invite(coordinator, { countryId, role: 'viewer', email: null, locale: 'ar' });
  await receiveImport(coordinator, countryId, new TextEncoder().encode('{}'));
  await owner.query(
    `insert into "Print" ("id", "planId", "countryId", "requestedBy", "layout", "state")
      values (gen_random_uuid(), $1, $2, $3, 'ar', 'done')`,
    [planId, countryId, coordinator.userId],
  );
}

const quoted = (name: string) => pg.escapeIdentifier(name);
/** Columns that name a person. */
const people = new Set(['userId', 'actorId', 'requestedBy', 'invitedBy']);
const shut = (table: string, verb: Verb) => !open[table]?.verbs.includes(verb);

type Table = (typeof tables)[number];

/** Which rows are a country's: a condition, and the values in it. All rows, of a table that holds no country's. */
function ofCountry({ name, columns }: Table, { countryId }: Team): { where: string; values: string[] } {
  const column = name === 'Country' ? 'id' : columns.includes('countryId') ? 'countryId' : null;
  return column ? { where: `"${column}" = $1`, values: [countryId] } : { where: 'true', values: [] };
}

/** Does something as the app's role, for a person or for nobody, and undoes it. */
async function attempt(userId: string | null, sql: string, values: unknown[]): Promise<Answer> {
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

const outsiders = (): [string, string | null][] => [
  ['nobody', null],
  ['a coordinator of another country', other.coordinator.userId],
];

type Answer = number | 'refused';
type Asked = { sql: string; values: unknown[] };

/** Each outsider with each table that is not open to this verb, and what the database answers. */
async function answers(
  verb: Verb,
  statement: (table: Table, userId: string | null) => Asked | Promise<Asked>,
): Promise<Record<string, Answer>> {
  const found: Record<string, Answer> = {};
  for (const table of tables.filter(({ name }) => shut(name, verb))) {
    for (const [who, userId] of outsiders()) {
      const { sql, values } = await statement(table, userId);
      found[`${who}: ${table.name}`] = await attempt(userId, sql, values);
    }
  }
  return found;
}

const kept = (found: Record<string, Answer>) =>
  Object.entries(found).filter(([, answer]) => answer !== 0 && answer !== 'refused');

describe('the role that the app works as', () => {
  test('is no superuser, passes by no policy, and owns nothing', async () => {
    const { rows } = await owner.query(
      `select r.rolname, r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb,
        has_schema_privilege(r.oid, 'public', 'create') as "creates",
        exists (select 1 from pg_class c where c.relowner = r.oid) as "owns",
        exists (select 1 from pg_auth_members m where m.member = r.oid) as "belongs"
      from pg_roles r where r.rolname = $1`,
      [new URL(process.env.DATABASE_URL ?? '').username],
    );
    expect(rows).toEqual([
      {
        rolname: 'plan_app',
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        creates: false,
        owns: false,
        belongs: false,
      },
    ]);
  });

  test('may call what looks past the policies only where that is known, and nobody else may', async () => {
    const { rows } = await owner.query(`select p.oid::regprocedure::text as "name" from pg_proc p
      where p.pronamespace = 'public'::regnamespace and p.prosecdef order by 1`);
    expect(rows.map(({ name }) => name.replaceAll(' ', '')).sort()).toEqual(definers);
    const { rows: loose } = await owner.query(`select p.oid::regprocedure::text as "name" from pg_proc p
      where p.pronamespace = 'public'::regnamespace and p.prosecdef
        and not exists (select 1 from unnest(p.proconfig) setting where setting like 'search_path=%')`);
    expect(loose, 'each has a search path of its own').toEqual([]);
  });
});

describe('every table', () => {
  test('has row-level security, or stands in the list of those that are open, with a reason', () => {
    const without = tables.filter(({ name, secured }) => !secured && !open[name]).map(({ name }) => name);
    expect(without).toEqual([]);
    expect(Object.keys(open).filter((name) => !tables.some((table) => table.name === name))).toEqual([]);
    // What names a country or a plan is a country's own.
    const owned = tables.filter(({ columns }) => columns.includes('countryId') || columns.includes('planId'));
    expect(owned.filter(({ secured }) => !secured)).toEqual([]);
  });

  test('that holds a country’s data has some in this test', async () => {
    for (const table of tables.filter(({ secured }) => secured)) {
      const { where, values } = ofCountry(table, own);
      const { rowCount } = await owner.query(`select 1 from ${quoted(table.name)} where ${where}`, values);
      expect(rowCount, table.name).toBeGreaterThan(0);
    }
  });

  test('shows nothing of a country to who doesn’t belong to it', async () => {
    const found = await answers('select', (table) => {
      const { where, values } = ofCountry(table, own);
      return { sql: `select 1 from ${quoted(table.name)} where ${where}`, values };
    });
    expect(Object.keys(found).length).toBeGreaterThan(10);
    expect(kept(found)).toEqual([]);
  });

  test('shows nothing at all to nobody', async () => {
    for (const { name } of tables.filter((table) => shut(table.name, 'select')))
      expect([0, 'refused'], name).toContain(await attempt(null, `select 1 from ${quoted(name)}`, []));
  });

  test('lets nobody else change a row of a country', async () => {
    const found = await answers('update', (table) => {
      const { where, values } = ofCountry(table, own);
      const column = quoted(table.columns.at(-1) ?? '');
      return { sql: `update ${quoted(table.name)} set ${column} = ${column} where ${where}`, values };
    });
    expect(kept(found)).toEqual([]);
  });

  test('lets nobody else take a row away from a country', async () => {
    const found = await answers('delete', (table) => {
      const { where, values } = ofCountry(table, own);
      return { sql: `delete from ${quoted(table.name)} where ${where}`, values };
    });
    expect(kept(found)).toEqual([]);
  });

  test('lets nobody else add a row to a country', async () => {
    const found = await answers('insert', async (table, userId) => {
      const { where, values } = ofCountry(table, own);
      const { rows } = await owner.query(
        `select to_jsonb(t) as "row" from ${quoted(table.name)} t where ${where} limit 1`,
        values,
      );
      // One that is there, in the outsider's own name: a key that is taken is found out only after who may add it.
      const named = Object.entries<unknown>(rows[0]?.row ?? {}).map(([column, value]) => [
        column,
        userId && people.has(column) ? userId : value,
      ]);
      return {
        sql: `insert into ${quoted(table.name)} select * from jsonb_populate_record(null::${quoted(table.name)}, $1::jsonb)`,
        values: [JSON.stringify(Object.fromEntries(named))],
      };
    });
    expect(Object.keys(found).length).toBeGreaterThan(10);
    expect(kept(found)).toEqual([]);
  });

  test('lets nobody move a row of their own country into another', async () => {
    for (const { name } of tables.filter(({ columns }) => columns.includes('countryId'))) {
      const moved = `update ${quoted(name)} set "countryId" = $1 where "countryId" = $2`;
      const answer = await attempt(other.coordinator.userId, moved, [own.countryId, other.countryId]);
      expect([0, 'refused'], name).toContain(answer);
    }
  });
});

describe('within a country', () => {
  const count = async (userId: string, table: string, where = 'true') =>
    attempt(userId, `select 1 from ${quoted(table)} where ${where}`, []);

  test('a contributor reads and writes what is given to them, and nothing beside it', async () => {
    const { rows } = await owner.query(`select "userId" from "Assignment" where "countryId" = $1`, [own.countryId]);
    const { userId } = rows[0];
    expect(await count(userId, 'Plan')).toBe(1);
    expect(await count(userId, 'PlanPart')).toBe(1);
    expect(await count(userId, 'Change')).toBe(1);
    expect(await attempt(userId, `update "PlanPart" set "revision" = 2`, [])).toBe(1);
    for (const table of ['Print', 'PlanImport', 'Invitation', 'Audit'])
      expect(await count(userId, table), table).toBe(0);
    expect(await attempt(userId, `delete from "PlanPart"`, [])).toBe(0);
  });

  test('a viewer reads all of a plan and writes nothing', async () => {
    const { userId } = await own.join('viewer');
    expect(await count(userId, 'PlanPart')).toBeGreaterThan(1);
    for (const { name, columns } of tables.filter((table) => table.columns.includes('countryId'))) {
      const column = quoted(columns.at(-1) ?? '');
      expect([0, 'refused'], name).toContain(
        await attempt(userId, `update ${quoted(name)} set ${column} = ${column}`, []),
      );
    }
  });
});

test('nobody can give themselves a duty, or put down a deed in another’s name', async () => {
  const id = other.coordinator.userId;
  expect(await attempt(id, `update "User" set "duties" = array['administrator'] where "id" = $1`, [id])).toBe(
    'refused',
  );
  expect(
    await attempt(
      id,
      `insert into "User" ("id", "name", "email", "duties") values (gen_random_uuid(), '', 'x', array['steward'])`,
      [],
    ),
  ).toBe('refused');
  expect(
    await attempt(id, `insert into "Audit" ("actorId", "deed", "thing") values ($1, 'plan.delete', 'plan')`, [
      own.coordinator.userId,
    ]),
  ).toBe('refused');
  for (const verb of [
    'update "Audit" set "deed" = \'\'',
    'delete from "Audit"',
    'update "Change" set "part" = \'\'',
    'delete from "Change"',
  ])
    expect(await attempt(own.coordinator.userId, verb, []), verb).toBe('refused');
});
