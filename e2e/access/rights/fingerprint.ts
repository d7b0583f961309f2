import type pg from 'pg';
import type { Cast } from './cast.ts';

const ofCountries = [
  'Country',
  'Membership',
  'Invitation',
  'Plan',
  'PlanPart',
  'Change',
  'Assignment',
  'Print',
  'PlanImport',
] as const;

/**
 * One word for all that is kept of the two countries and their people: it stays the same as long as nothing of it
 * changes, whatever other tests do meanwhile. `more`: conditions on rows that a test would find by something else.
 * The audit trail isn't in it: what is refused is put down there.
 */
export async function fingerprint(
  database: pg.Client,
  { own, other, people }: Cast,
  more: Partial<Record<'Country' | 'Invitation' | 'User', string>> = {},
): Promise<string> {
  const countries = [own.country.id, other.country.id];
  const persons = Object.values(people).map(({ userId }) => userId);
  const word = async (table: string, where: string, values: unknown[]) => {
    // When a session was used last is no change of anything.
    const row = table === 'Session' ? 't."id"::text' : 't::text';
    const { rows } = await database.query<{ word: string | null }>(
      `select md5(string_agg(${row}, '|' order by ${row})) as "word" from "${table}" t where ${where}`,
      values,
    );
    return `${table} ${rows[0]?.word}`;
  };
  const words: string[] = [];
  for (const table of ofCountries) {
    const extra = table === 'Country' || table === 'Invitation' ? more[table] : undefined;
    const column = table === 'Country' ? 'id' : 'countryId';
    words.push(await word(table, `"${column}" = any ($1::uuid[])${extra ? ` or ${extra}` : ''}`, [countries]));
  }
  for (const [table, column] of [
    ['User', 'id'],
    ['Account', 'userId'],
    ['Session', 'userId'],
  ] as const) {
    const extra = table === 'User' ? more.User : undefined;
    words.push(await word(table, `"${column}" = any ($1::uuid[])${extra ? ` or ${extra}` : ''}`, [persons]));
  }
  return words.join('\n');
}
