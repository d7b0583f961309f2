import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import type { CountryRole, Duty } from '#people/roles';
import type { OwnCountry } from '../fixtures/country.ts';

/** Makes an invitation to a country, or to a duty. The app keeps only its token’s hash; here both are known. */
export async function invite(
  database: pg.Client,
  {
    country = null,
    role,
    email = null,
    life = '14 days',
  }: { country?: OwnCountry | null; role: CountryRole | Duty; email?: string | null; life?: string },
): Promise<{ id: string; token: string }> {
  const token = randomBytes(32).toString('base64url');
  const id = uuidv7();
  await database.query(
    `insert into "Invitation" ("id", "tokenHash", "email", "role", "countryId", "expiresAt")
      values ($1, $2, $3, $4, $5, now() + $6::interval)`,
    [id, createHash('sha256').update(token).digest('hex'), email, role, country?.id ?? null, life],
  );
  return { id, token };
}
