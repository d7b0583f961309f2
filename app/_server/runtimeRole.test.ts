import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeWall, quoted, type Wall } from './testWall.ts';

/** What looks past row-level security on purpose; each tells and does one thing. */
const definers = [
  'accept_invitation(text,uuid)',
  'app_grant(uuid)',
  'app_grants()',
  'app_is(text)',
  'app_is_assigned(uuid,text)',
  'app_role_in(uuid)',
  'edition_by_hash(text)',
  'forget_imports(interval)',
  'forget_returned(interval)',
  'invitation_by_token(text)',
  'keep_edition_file()',
  'mail_claim(uuid,jsonb,integer,interval,interval)',
  'mail_failed(uuid,integer,text,interval)',
  'mail_sent(uuid)',
  'mail_tidy(integer,interval)',
  'notice_send(uuid,text,boolean,text,jsonb)',
  'print_ahead(uuid)',
  'print_claim(uuid,interval,integer)',
  'print_fail(uuid,uuid,text)',
  'review_circle(uuid,text,boolean)',
  'session_actor(text,interval,interval)',
];

let wall: Wall;
beforeAll(async () => {
  wall = await makeWall();
});
afterAll(() => wall.close());

describe('the role that the app works as', () => {
  test('is no superuser, passes by no policy, and owns nothing', async () => {
    const { rows } = await wall.owner.query(
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

  test('looks past the policies only where that is known, each time in a search path of its own', async () => {
    const { rows } = await wall.owner.query(`select p.oid::regprocedure::text as "name" from pg_proc p
      where p.pronamespace = 'public'::regnamespace and p.prosecdef order by 1`);
    expect(rows.map(({ name }) => name.replaceAll(' ', '')).sort()).toEqual(definers);
    const { rows: loose } = await wall.owner.query(`select p.oid::regprocedure::text as "name" from pg_proc p
      where p.pronamespace = 'public'::regnamespace and p.prosecdef
        and not exists (select 1 from unnest(p.proconfig) setting where setting like 'search_path=%')`);
    expect(loose, 'each has a search path of its own').toEqual([]);
  });
});

describe('within a country', () => {
  const count = async (userId: string, table: string, where = 'true') =>
    wall.attempt(userId, `select 1 from ${quoted(table)} where ${where}`, []);

  test('a contributor reads and writes what is given to them, and nothing beside it', async () => {
    const { rows } = await wall.owner.query(`select "userId" from "Assignment" where "countryId" = $1`, [
      wall.own.countryId,
    ]);
    const { userId } = rows[0];
    expect(await count(userId, 'Plan')).toBe(1);
    expect(await count(userId, 'PlanPart')).toBe(1);
    expect(await count(userId, 'Change')).toBe(1);
    expect(await wall.attempt(userId, `update "PlanPart" set "revision" = 2`, [])).toBe(1);
    for (const table of ['Print', 'PlanImport', 'Invitation', 'Audit'])
      expect(await count(userId, table), table).toBe(0);
    expect(await wall.attempt(userId, `delete from "PlanPart"`, [])).toBe(0);
  });

  test('a viewer reads all of a plan and writes nothing', async () => {
    const { userId } = await wall.own.join('viewer');
    expect(await count(userId, 'PlanPart')).toBeGreaterThan(1);
    for (const { name, columns } of wall.tables.filter((table) => table.columns.includes('countryId'))) {
      const column = quoted(columns.at(-1) ?? '');
      expect([0, 'refused'], name).toContain(
        await wall.attempt(userId, `update ${quoted(name)} set ${column} = ${column}`, []),
      );
    }
  });
});

test('nobody can give themselves a duty, or put down a deed in another’s name', async () => {
  const id = wall.other.coordinator.userId;
  expect(await wall.attempt(id, `update "User" set "duties" = array['administrator'] where "id" = $1`, [id])).toBe(
    'refused',
  );
  expect(
    await wall.attempt(
      id,
      `insert into "User" ("id", "name", "email", "duties") values (gen_random_uuid(), '', 'x', array['steward'])`,
      [],
    ),
  ).toBe('refused');
  expect(
    await wall.attempt(id, `insert into "Audit" ("actorId", "deed", "thing") values ($1, 'plan.delete', 'plan')`, [
      wall.own.coordinator.userId,
    ]),
  ).toBe('refused');
  for (const verb of [
    'update "Audit" set "deed" = \'\'',
    'delete from "Audit"',
    'update "Change" set "part" = \'\'',
    'delete from "Change"',
  ])
    expect(await wall.attempt(wall.own.coordinator.userId, verb, []), verb).toBe('refused');
});
