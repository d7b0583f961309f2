import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import type { Actor, CountryRole, Duty } from '#people/roles';
import { passwordHash } from './session.ts';

/** For tests: does as the role that owns the tables what the app itself has no right to. */
export async function asOwner(sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: process.env.MIGRATION_DATABASE_URL });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** For tests: a country of its own. */
export async function someCountry(code: string): Promise<string> {
  const id = uuidv7();
  await asOwner('insert into "Country" ("id", "code", "nameAr", "nameEn") values ($1, $2, $3, $4)', [
    id,
    code,
    `بلد ${code}`,
    `Country ${code}`,
  ]);
  return id;
}

export const testPassword = 'several words in a row';

/** For tests: a person with an account, and what they are. */
export async function somePerson(
  name: string,
  { roles = {}, duties = [] }: { roles?: Record<string, CountryRole>; duties?: Duty[] } = {},
): Promise<Actor> {
  const userId = uuidv7();
  const email = `${name}@sample.test`;
  await asOwner('insert into "User" ("id", "name", "email", "duties") values ($1, $2, $3, $4)', [
    userId,
    name,
    email,
    duties,
  ]);
  await asOwner(
    'insert into "Account" ("id", "userId", "accountId", "providerId", "password") values ($1, $2, $3, $4, $5)',
    [uuidv7(), userId, userId, 'credential', await passwordHash(testPassword)],
  );
  const memberships = Object.entries(roles).map(([countryId, role]) => ({ countryId, role }));
  for (const { countryId, role } of memberships) {
    await asOwner('insert into "Membership" ("userId", "countryId", "role") values ($1, $2, $3)', [
      userId,
      countryId,
      role,
    ]);
  }
  return { userId, name, email, duties, memberships, assignments: [], grants: [] };
}
