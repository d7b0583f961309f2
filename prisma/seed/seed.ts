import { createHash, randomBytes } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import type { ClientBase } from 'pg';
import { uuidv7 } from 'uuidv7';
import type { Actor, CountryRole, Duty } from '#people/roles';
import { type Plan, planSchema } from '#plan/schema';
import { database } from '#server/database';
import { createPlan } from '#server/plans';
import samplePlan from './samplePlan.json' with { type: 'json' };
import { addSampleReview } from './sampleReview.ts';

type Person = { name: string; role?: CountryRole; duty?: Duty };

/** The people of the sample, by what stands before `@sample.test`. */
const people: Record<string, Person> = {
  administrator: { name: 'Rana Khoury', duty: 'administrator' },
  coordinator: { name: 'Salma Idris', role: 'coordinator' },
  drafter: { name: 'Yusuf Karam', role: 'drafter' },
  contributor: { name: 'Hala Mansour', role: 'contributor' },
  adviser: { name: 'Daniel Okoro', duty: 'adviser' },
  steward: { name: 'Mei Tanaka', duty: 'steward' },
};
/** How many actions are given to the contributor. */
const GIVEN = 3;

/** Whether nothing is there but what an interrupted start may have left of the sample. */
export async function isEmpty(owner: ClientBase): Promise<boolean> {
  const { rows } = await owner.query<{ empty: boolean }>(`SELECT NOT exists (SELECT 1 FROM "Plan")
    AND NOT exists (SELECT 1 FROM "User" WHERE "email" NOT LIKE '%@sample.test')
    AND NOT exists (SELECT 1 FROM "Country" WHERE "code" <> 'XA') AS empty`);
  return rows[0]?.empty === true;
}

async function addAccount(owner: ClientBase, email: string, { name, duty }: Person, password: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `INSERT INTO "User" ("id", "name", "email", "emailVerified", "duties") VALUES ($1, $2, $3, true, $4)
      ON CONFLICT ("email") DO UPDATE SET "duties" = excluded."duties" RETURNING "id"`,
    [uuidv7(), name, email, duty ? [duty] : []],
  );
  const id = rows[0]?.id ?? '';
  await owner.query(`DELETE FROM "Account" WHERE "userId" = $1`, [id]);
  await owner.query(
    `INSERT INTO "Account" ("id", "userId", "accountId", "providerId", "password")
      VALUES ($1, $2, ($2::uuid)::text, 'credential', $3)`,
    [uuidv7(), id, await hashPassword(password)],
  );
  return id;
}

async function addCountry(owner: ClientBase, { country, countryName }: Plan['about']): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `INSERT INTO "Country" ("id", "code", "nameAr", "nameEn") VALUES ($1, $2, $3, $4)
      ON CONFLICT ("code") DO UPDATE SET "nameAr" = excluded."nameAr" RETURNING "id"`,
    [uuidv7(), country, countryName.ar, countryName.en],
  );
  return rows[0]?.id ?? '';
}

function inAYear(): string {
  const day = new Date();
  day.setUTCFullYear(day.getUTCFullYear() + 1);
  return day.toISOString().slice(0, 10);
}

/** The actions of the agency that leads most of them: what a ministry would be given. */
function actionsToGive({ actions }: Plan): string[] {
  const byAgency = new Map<string | null, string[]>();
  for (const [id, { leadAgency }] of Object.entries(actions).sort(([, a], [, b]) => a.order - b.order))
    byAgency.set(leadAgency, [...(byAgency.get(leadAgency) ?? []), id]);
  const [most = []] = [...byAgency.values()].sort((a, b) => b.length - a.length);
  return [...new Set([...most, ...Object.keys(actions)])].slice(0, GIVEN);
}

/**
 * Fills an empty database with the sample country, its people and its plan. Reads the database's address as the app
 * does, and closes its connections.
 * @param owner connected as the role that owns the tables
 * @returns the addresses that can sign in
 */
export async function seedSample(owner: ClientBase, password: string): Promise<string[]> {
  const plan = planSchema.parse(samplePlan);
  const countryId = await addCountry(owner, plan.about);
  const actors = new Map<string, Actor>();
  for (const [part, person] of Object.entries(people)) {
    const email = `${part}@sample.test`;
    const userId = await addAccount(owner, email, person, password);
    const memberships = person.role ? [{ countryId, role: person.role }] : [];
    for (const { role } of memberships)
      await owner.query(
        'INSERT INTO "Membership" ("userId", "countryId", "role") VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        [userId, countryId, role],
      );
    actors.set(part, { userId, name: person.name, email, duties: [], memberships, assignments: [], grants: [] });
  }
  const coordinator = actors.get('coordinator');
  if (!coordinator) throw new Error('The sample has no coordinator');
  const created = await createPlan(coordinator, countryId, plan);
  if (!created.ok) throw new Error(`The sample plan was not made: ${created.code}`);
  for (const action of actionsToGive(plan))
    await owner.query('INSERT INTO "Assignment" ("planId", "part", "userId", "countryId") VALUES ($1, $2, $3, $4)', [
      created.id,
      `actions.${action}`,
      actors.get('contributor')?.userId,
      countryId,
    ]);
  const [drafter, adviser] = [actors.get('drafter'), actors.get('adviser')];
  if (drafter && adviser) await addSampleReview(created.id, plan, { coordinator, drafter, adviser }, inAYear());
  // What happened in the sample is nothing that anybody is written to about.
  await owner.query('DELETE FROM "MailJob" WHERE "userId" = any ($1::uuid[])', [
    [...actors.values()].map(({ userId }) => userId),
  ]);
  await database().$disconnect();
  return [...actors.values()].map(({ email }) => email);
}

/**
 * Makes a one-time invitation for an administrator, where there is none yet; the one before it stops working.
 * @returns the token, which is kept nowhere, or null where there is an administrator
 */
export async function inviteAdministrator(owner: ClientBase): Promise<string | null> {
  const { rowCount } = await owner.query(`SELECT 1 FROM "User" WHERE 'administrator' = any ("duties") LIMIT 1`);
  if (rowCount) return null;
  const token = randomBytes(32).toString('base64url');
  await owner.query(
    `UPDATE "Invitation" SET "revokedAt" = now()
      WHERE "role" = 'administrator' AND "invitedBy" IS NULL AND "acceptedAt" IS NULL AND "revokedAt" IS NULL`,
  );
  await owner.query(
    `INSERT INTO "Invitation" ("id", "tokenHash", "role", "expiresAt")
      VALUES ($1, $2, 'administrator', now() + interval '7 days')`,
    // As `#server/invitations` keeps it.
    [uuidv7(), createHash('sha256').update(token).digest('hex')],
  );
  return token;
}
