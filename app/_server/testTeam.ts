import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import type { Actor, CountryRole, Scope } from '#people/roles';
import { emptyPlan, type Plan } from '#plan/schema';
import { createPlan } from './plans.ts';

/** For tests: runs a statement as the role that owns the tables, which no policy holds back. */
export async function asOwner(sql: string, values: unknown[] = []): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: process.env.MIGRATION_DATABASE_URL });
  await client.connect();
  try {
    return await client.query(sql, values);
  } finally {
    await client.end();
  }
}

export type Team = {
  countryId: string;
  coordinator: Actor;
  /** A new member of the country. */
  join: (role: CountryRole, assignments?: Actor['assignments']) => Promise<Actor>;
  /** A new plan of the country. */
  plan: (content?: (plan: Plan) => void) => Promise<string>;
};

/** For tests: a country of its own, with a coordinator. */
export async function makeTeam(): Promise<Team> {
  const countryId = uuidv7();
  await asOwner('INSERT INTO "Country" ("id", "code", "nameAr", "nameEn") VALUES ($1, $2, $3, $4)', [
    countryId,
    `X${countryId.slice(-6)}`,
    'بلد',
    'Country',
  ]);
  const join: Team['join'] = async (role, assignments = []) => {
    const userId = uuidv7();
    const email = `${userId}@test.example`;
    await asOwner('INSERT INTO "User" ("id", "name", "email") VALUES ($1, $2, $3)', [userId, role, email]);
    await asOwner('INSERT INTO "Membership" ("userId", "countryId", "role") VALUES ($1, $2, $3)', [
      userId,
      countryId,
      role,
    ]);
    for (const { planId, part } of assignments)
      await asOwner('INSERT INTO "Assignment" ("planId", "part", "userId", "countryId") VALUES ($1, $2, $3, $4)', [
        planId,
        part,
        userId,
        countryId,
      ]);
    return { userId, name: role, email, duties: [], memberships: [{ countryId, role }], assignments, grants: [] };
  };
  const coordinator = await join('coordinator');
  const plan: Team['plan'] = async (fill) => {
    const content = emptyPlan();
    fill?.(content);
    const created = await createPlan(coordinator, countryId, content);
    if (!created.ok) throw new Error(created.code);
    return created.id;
  };
  return { countryId, coordinator, join, plan };
}

/** For tests: an adviser whom no country has let in yet. */
export async function makeAdviser(name = 'adviser'): Promise<Actor> {
  const userId = uuidv7();
  const email = `${userId}@test.example`;
  await asOwner('INSERT INTO "User" ("id", "name", "email", "duties") VALUES ($1, $2, $3, $4)', [
    userId,
    name,
    email,
    ['adviser'],
  ]);
  return { userId, name, email, duties: ['adviser'], memberships: [], assignments: [], grants: [] };
}

/** For tests: lets an adviser into a plan, for a year; gives them as they are from then on. */
export async function letIn(team: Team, adviser: Actor, planId: string, scope: Scope = 'sent'): Promise<Actor> {
  await asOwner(
    `INSERT INTO "Grant" ("id", "planId", "countryId", "adviserId", "scope", "until", "grantedBy")
      VALUES ($1, $2, $3, $4, $5, now() + interval '1 year', $6)`,
    [uuidv7(), planId, team.countryId, adviser.userId, scope, team.coordinator.userId],
  );
  return { ...adviser, grants: [...adviser.grants, { planId, countryId: team.countryId, scope }] };
}
