import pg from 'pg';
import { uuidv7 } from 'uuidv7';

export const ACTIONS = 120;
const INDICATORS = 400;

/**
 * Makes the sample plan as large as a large country's: its own actions again, with more indicators each.
 * @param ownerUrl the database as the role that owns the tables
 * @returns {Promise<{ plan: string, action: string, indicators: number }>} its id, that of an action, and how many there are
 */
export async function growPlan(ownerUrl) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows: plans } = await client.query(
      'select "id"::text, "countryId"::text from "Plan" where "deletedAt" is null order by "id" limit 1',
    );
    const [{ id: plan, countryId }] = plans;
    const { rows: parts } = await client.query(
      `select "key", "content" from "PlanPart" where "planId" = $1 and "key" like 'actions.%' order by "key"`,
      [plan],
    );
    const all = Array.from({ length: ACTIONS }, (_, index) => ({
      key: parts[index]?.key ?? `actions.${uuidv7()}`,
      content: structuredClone(parts[index % parts.length].content),
    }));
    const count = () => all.reduce((sum, { content }) => sum + Object.keys(content.indicators).length, 0);
    for (let index = 0; count() < INDICATORS; index += 1) {
      const { indicators } = all[index % all.length].content;
      const [first] = Object.values(indicators);
      if (first) indicators[uuidv7()] = first;
    }
    for (const { key, content } of all)
      await client.query(
        `insert into "PlanPart" ("planId", "key", "countryId", "content") values ($1, $2, $3, $4)
          on conflict ("planId", "key") do update set "content" = excluded."content"`,
        [plan, key, countryId, content],
      );
    return { plan, action: all[0].key.split('.')[1], indicators: count() };
  } finally {
    await client.end();
  }
}
