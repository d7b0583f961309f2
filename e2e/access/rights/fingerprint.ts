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
  'ReturnedFile',
  'Emblem',
  'Grant',
  'Submission',
  'ReviewDecision',
  'Comment',
  'CommentMention',
  'Suggestion',
  'CriterionAnswer',
  'Adoption',
  'EditionFile',
  'Notice',
] as const;

async function wordOf(database: pg.Client, table: string, where: string, values: unknown[]): Promise<string> {
  // When a session was used last is no change of anything.
  // Nor is it that a person has read what they were told.
  const textOf = { Session: 't."id"::text', Notice: `(to_jsonb(t) - 'readAt')::text` };
  const row = textOf[table as keyof typeof textOf] ?? 't::text';
  const { rows } = await database.query<{ word: string | null }>(
    `select md5(string_agg(${row}, '|' order by ${row})) as "word" from "${table}" t where ${where}`,
    values,
  );
  return `${table} ${rows[0]?.word}`;
}

/** The same as long as nothing changes of people’s accounts. `more`: a condition on others that a test would find. */
export async function accountsOf(database: pg.Client, userIds: readonly string[], more = 'false'): Promise<string> {
  const words = [await wordOf(database, 'User', `"id" = any ($1::uuid[]) or ${more}`, [userIds])];
  for (const table of ['Account', 'Session', 'Membership'])
    words.push(await wordOf(database, table, '"userId" = any ($1::uuid[])', [userIds]));
  return words.join('\n');
}

/**
 * The same as long as nothing changes of the two countries and their people, whatever other tests do meanwhile. `more`:
 * conditions on rows that a test would find by something else. The audit trail isn't in it: what is refused is put
 * down there.
 */
export async function fingerprint(
  database: pg.Client,
  { own, other, people }: Cast,
  more: Partial<Record<'Country' | 'Invitation', string>> = {},
): Promise<string> {
  const countries = [own.country.id, other.country.id];
  const words: string[] = [];
  for (const table of ofCountries) {
    const extra = table === 'Country' || table === 'Invitation' ? more[table] : undefined;
    const column = table === 'Country' ? 'id' : 'countryId';
    const where = `"${column}" = any ($1::uuid[]) or ${extra ?? 'false'}`;
    words.push(await wordOf(database, table, where, [countries]));
  }
  const persons = Object.values(people).map(({ userId }) => userId);
  words.push(await wordOf(database, 'Remark', '"adviserId" = any ($1::uuid[])', [persons]));
  return [...words, await accountsOf(database, persons)].join('\n');
}
