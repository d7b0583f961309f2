import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { OWNER } from '../../database.mjs';
import { Stop } from '../../stop.mjs';

/**
 * Adds to the sample country plans like its own, with fewer actions, and people who write in them, each in an action of
 * their own, with the password of the sample’s.
 * @returns {Promise<{ email: string, planId: string, key: string, text: string }[]>} the people
 */
export async function addTeam(app, { people, plans }) {
  const client = new pg.Client({ connectionString: app.databaseUrl(OWNER) });
  await client.connect();
  try {
    const [sample] = (await client.query('select "id"::text, "countryId"::text from "Plan" order by "id" limit 1'))
      .rows;
    const { rows: actions } = await client.query(
      `select "key", "content" from "PlanPart" where "planId" = $1 and "key" like 'actions.%' order by "key" limit $2`,
      [sample.id, Math.ceil(people / plans)],
    );
    if (actions.length * plans < people) throw new Stop('The sample plan has too few actions for the bench.');
    const planIds = Array.from({ length: plans }, () => uuidv7());
    for (const planId of planIds) await copyPlan(client, { from: sample.id, to: planId, actions });
    const team = Array.from({ length: people }, (_, index) => {
      const { key, content } = actions[Math.floor(index / plans)];
      return { email: `writer${index}@sample.test`, planId: planIds[index % plans], key, text: content.description.en };
    });
    for (const { email } of team) await addWriter(client, email, sample.countryId);
    return team;
  } finally {
    await client.end();
  }
}

async function copyPlan(client, { from, to, actions }) {
  await client.query(
    `insert into "Plan" ("id", "countryId", "titleAr", "titleEn")
      select $2, "countryId", "titleAr", "titleEn" from "Plan" where "id" = $1`,
    [from, to],
  );
  await client.query(
    `insert into "PlanPart" ("planId", "key", "countryId", "content")
      select $2, "key", "countryId", "content" from "PlanPart"
      where "planId" = $1 and ("key" not like 'actions.%' or "key" = any ($3))`,
    [from, to, actions.map(({ key }) => key)],
  );
}

async function addWriter(client, email, countryId) {
  const id = uuidv7();
  await client.query(`insert into "User" ("id", "name", "email", "emailVerified") values ($1, $2, $2, true)`, [
    id,
    email,
  ]);
  await client.query(
    `insert into "Account" ("id", "userId", "accountId", "providerId", "password")
      select $1, $2, ($2::uuid)::text, a."providerId", a."password"
      from "Account" a join "User" u on u."id" = a."userId" where u."email" = 'drafter@sample.test'`,
    [uuidv7(), id],
  );
  await client.query(`insert into "Membership" ("userId", "countryId", "role") values ($1, $2, 'drafter')`, [
    id,
    countryId,
  ]);
}
