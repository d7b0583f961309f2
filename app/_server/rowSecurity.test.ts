import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Team } from './testTeam.ts';
import { type Answer, makeWall, quoted, type Table, type Wall } from './testWall.ts';

// The second wall: what the database itself refuses to the role that the app works as, whatever the app would ask.

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

let wall: Wall;
beforeAll(async () => {
  wall = await makeWall();
});
afterAll(() => wall.close());

/** Columns that name a person. */
const people = new Set([
  ...['userId', 'actorId', 'requestedBy', 'invitedBy', 'setBy', 'adviserId', 'grantedBy', 'revokedBy', 'sentBy'],
  ...['withdrawnBy', 'decidedBy', 'authorId', 'answeredBy', 'recordedBy', 'byId'],
]);
const shut = (table: string, verb: Verb) => !open[table]?.verbs.includes(verb);

/** Which rows are a country's: a condition, and the values in it. All rows, of a table that holds no country's. */
function ofCountry({ name, columns }: Table, { countryId }: Team): { where: string; values: string[] } {
  const column = name === 'Country' ? 'id' : columns.includes('countryId') ? 'countryId' : null;
  return column ? { where: `"${column}" = $1`, values: [countryId] } : { where: 'true', values: [] };
}

const outsiders = (): [string, string | null][] => [
  ['nobody', null],
  ['a coordinator of another country', wall.other.coordinator.userId],
];

type Asked = { sql: string; values: unknown[] };

/** Each outsider with each table that is not open to this verb, and what the database answers. */
async function answers(
  verb: Verb,
  statement: (table: Table, userId: string | null) => Asked | Promise<Asked>,
): Promise<Record<string, Answer>> {
  const found: Record<string, Answer> = {};
  for (const table of wall.tables.filter(({ name }) => shut(name, verb))) {
    for (const [who, userId] of outsiders()) {
      const { sql, values } = await statement(table, userId);
      found[`${who}: ${table.name}`] = await wall.attempt(userId, sql, values);
    }
  }
  return found;
}

const kept = (found: Record<string, Answer>) =>
  Object.entries(found).filter(([, answer]) => answer !== 0 && answer !== 'refused');

describe('every table', () => {
  test('has row-level security, or stands in the list of those that are open, with a reason', () => {
    const without = wall.tables.filter(({ name, secured }) => !secured && !open[name]).map(({ name }) => name);
    expect(without).toEqual([]);
    expect(Object.keys(open).filter((name) => !wall.tables.some((table) => table.name === name))).toEqual([]);
    // What names a country or a plan is a country's own.
    const owned = wall.tables.filter(({ columns }) => columns.includes('countryId') || columns.includes('planId'));
    expect(owned.filter(({ secured }) => !secured)).toEqual([]);
  });

  test('that holds a country’s data has some in this test', async () => {
    for (const table of wall.tables.filter(({ secured }) => secured)) {
      const { where, values } = ofCountry(table, wall.own);
      const { rowCount } = await wall.owner.query(`select 1 from ${quoted(table.name)} where ${where}`, values);
      expect(rowCount, table.name).toBeGreaterThan(0);
    }
  });

  test('shows nothing of a country to who doesn’t belong to it', async () => {
    const found = await answers('select', (table) => {
      const { where, values } = ofCountry(table, wall.own);
      return { sql: `select 1 from ${quoted(table.name)} where ${where}`, values };
    });
    expect(Object.keys(found).length).toBeGreaterThan(10);
    expect(kept(found)).toEqual([]);
  });

  test('shows nothing at all to nobody', async () => {
    for (const { name } of wall.tables.filter((table) => shut(table.name, 'select')))
      expect([0, 'refused'], name).toContain(await wall.attempt(null, `select 1 from ${quoted(name)}`, []));
  });

  test('lets nobody else change a row of a country', async () => {
    const found = await answers('update', (table) => {
      const { where, values } = ofCountry(table, wall.own);
      const column = quoted(table.columns.at(-1) ?? '');
      return { sql: `update ${quoted(table.name)} set ${column} = ${column} where ${where}`, values };
    });
    expect(kept(found)).toEqual([]);
  });

  test('lets nobody else take a row away from a country', async () => {
    const found = await answers('delete', (table) => {
      const { where, values } = ofCountry(table, wall.own);
      return { sql: `delete from ${quoted(table.name)} where ${where}`, values };
    });
    expect(kept(found)).toEqual([]);
  });

  test('lets nobody else add a row to a country', async () => {
    const found = await answers('insert', async (table, userId) => {
      const { where, values } = ofCountry(table, wall.own);
      const { rows } = await wall.owner.query(
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

  test('lets nobody change or take away rows that they don’t look at', async () => {
    for (const { name } of wall.tables.filter(({ columns: all }) => all.includes('countryId'))) {
      // Without a condition, and to what the outsider's own rows hold already, no policy of reading comes in between.
      const changed = `update ${quoted(name)} set "countryId" = $1`;
      const { rowCount } = await wall.owner.query(`select 1 from ${quoted(name)} where "countryId" = $1`, [
        wall.other.countryId,
      ]);
      const own = await wall.attempt(wall.other.coordinator.userId, changed, [wall.other.countryId]);
      expect(own === 'refused' || own <= (rowCount ?? 0), `${name} ${own}`).toBe(true);
      expect([0, 'refused'], name).toContain(await wall.attempt(null, changed, [wall.other.countryId]));
      expect([0, 'refused'], name).toContain(await wall.attempt(null, `delete from ${quoted(name)}`));
    }
  });

  test('lets nobody move a row of their own country into another', async () => {
    for (const { name } of wall.tables.filter(({ columns }) => columns.includes('countryId'))) {
      const moved = `update ${quoted(name)} set "countryId" = $1 where "countryId" = $2`;
      const answer = await wall.attempt(wall.other.coordinator.userId, moved, [
        wall.own.countryId,
        wall.other.countryId,
      ]);
      expect([0, 'refused'], name).toContain(answer);
    }
  });
});
