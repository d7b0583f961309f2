import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { OWNER } from '../../database.mjs';
import { Stop } from '../../stop.mjs';

/** What is in each plan: rounds that were sent, and of each what was said of it. */
const ROUNDS = 3;
const THREADS = 8;
const WORDINGS = 4;

/**
 * Makes countries with up to three plans each, and an adviser whom they let in, with the password of the sample’s people.
 * The text of each round is that of the sample plan, with its decisions.
 * @returns {Promise<string>} the adviser’s address of mail
 */
export async function addDesk(app, plans) {
  const client = new pg.Client({ connectionString: app.databaseUrl(OWNER) });
  await client.connect();
  try {
    const adviser = uuidv7();
    const email = `desk${plans}@sample.test`;
    await addAdviser(client, adviser, email);
    await addPlans(client, { adviser, plans, code: `${plans}D` });
    await addRounds(client, adviser);
    await addSaid(client, adviser);
    await client.query('ANALYZE');
    return email;
  } finally {
    await client.end();
  }
}

async function addAdviser(client, id, email) {
  await client.query(
    `insert into "User" ("id", "name", "email", "emailVerified", "duties") values ($1, $2, $2, true, '{adviser}')`,
    [id, email],
  );
  const { rowCount } = await client.query(
    `insert into "Account" ("id", "userId", "accountId", "providerId", "password")
      select $1, $2, ($2::uuid)::text, a."providerId", a."password"
      from "Account" a join "User" u on u."id" = a."userId" where u."email" = 'adviser@sample.test'`,
    [uuidv7(), id],
  );
  if (!rowCount) throw new Stop('The sample has no adviser for the bench.');
}

const addPlans = (client, { adviser, plans, code }) =>
  client.query(
    `with wanted as (select n, (n + 2) / 3 as country from generate_series(1, $2::int) n),
      countries as (
        insert into "Country" ("id", "code", "nameAr", "nameEn")
        select gen_random_uuid(), $3 || country, 'بلد ' || country, 'Country ' || country from wanted group by country
        returning "id", "code"),
      plans as (
        insert into "Plan" ("id", "countryId", "titleAr", "titleEn")
        select gen_random_uuid(), c."id", 'مسودة', 'Draft' from wanted w join countries c on c."code" = $3 || w.country
        returning "id", "countryId")
      insert into "Grant" ("id", "planId", "countryId", "adviserId", "scope", "until", "grantedBy")
      select gen_random_uuid(), "id", "countryId", $1, 'sent', now() + interval '1 year', $1 from plans`,
    [adviser, plans, code],
  );

// All rounds but the last were returned; of the last ones, some were too, and some were cleared and adopted.
async function addRounds(client, adviser) {
  const [sample] = (
    await client.query(
      `select jsonb_object_agg("key", "content") as "content", jsonb_object_agg(substr("key", 11), "content") filter
        (where "key" like 'decisions.%') as "decisions" from "PlanPart" where "planId" = (select min("id"::text)::uuid from "Plan"
        where "id" in (select "planId" from "PlanPart" where "key" like 'decisions.%'))`,
    )
  ).rows;
  const decided = Object.entries(sample.decisions ?? {}).filter(([, { decision }]) => decision !== 'undecided');
  if (decided.length === 0) throw new Stop('The sample plan decides of nothing.');
  await client.query(
    `insert into "Submission" ("id", "planId", "countryId", "number", "content", "hash", "titleAr", "titleEn", "choices", "reasons",
        "sentBy", "sentAt", "dueAt")
      select gen_random_uuid(), g."planId", g."countryId", n, $2, 'x', 'خطة العمل الوطنية لمنع التطرف العنيف', 'National plan of action',
        $3, $4, $1, now() - (40 - 10 * n) * interval '1 day' - random() * interval '9 days', now() + random() * interval '30 days'
      from "Grant" g, generate_series(1, ${ROUNDS}) n where g."adviserId" = $1`,
    [
      adviser,
      JSON.stringify(sample.content),
      JSON.stringify(Object.fromEntries(decided.map(([id, { decision }]) => [id, decision]))),
      JSON.stringify(Object.fromEntries(decided.map(([id, { reason }]) => [id, reason]))),
    ],
  );
  await client.query(
    `insert into "ReviewDecision" ("id", "submissionId", "planId", "countryId", "outcome", "summaryAr", "summaryEn", "decidedBy")
      select gen_random_uuid(), "id", "planId", "countryId", case when "number" < ${ROUNDS} or random() < 0.5 then 'returned'
        else 'cleared' end, '', 'Please add dates', $1
      from "Submission" where "sentBy" = $1 and ("number" < ${ROUNDS} or random() < 0.5)`,
    [adviser],
  );
  await client.query(
    `insert into "Adoption" ("id", "planId", "countryId", "submissionId", "content", "hash", "authorityAr", "authorityEn", "adoptedOn",
        "recordedBy")
      select gen_random_uuid(), "planId", "countryId", "submissionId", '{}', 'x', '', 'Cabinet', current_date, $1
      from "ReviewDecision" where "decidedBy" = $1 and "outcome" = 'cleared' and random() < 0.5`,
    [adviser],
  );
}

// What was said of earlier rounds is closed; half of the threads were answered.
async function addSaid(client, adviser) {
  await client.query(
    `with begun as materialized (
        select gen_random_uuid() as "thread", n, s.* from "Submission" s, generate_series(1, ${THREADS}) n where s."sentBy" = $1),
      roots as (
        insert into "Comment" ("id", "planId", "countryId", "submissionId", "path", "threadId", "side", "weight", "body", "authorId",
          "resolvedAt")
        select b."thread", b."planId", b."countryId", b."id", 'about', b."thread", 'adviser',
          case when b.n % 2 = 0 then 'mustFix' else 'consider' end, 'Say which years are meant', $1,
          case when b."number" < ${ROUNDS} then now() end from begun b
        returning *)
      insert into "Comment" ("id", "planId", "countryId", "submissionId", "path", "threadId", "side", "body", "authorId", "createdAt")
      select gen_random_uuid(), r."planId", r."countryId", r."submissionId", 'about', r."id", 'country', 'It is said now', $1,
        r."createdAt" + interval '1 minute' from roots r where r."weight" = 'mustFix'`,
    [adviser],
  );
  await client.query(
    `insert into "Suggestion" ("id", "planId", "countryId", "submissionId", "path", "from", "to", "authorId", "state",
        "reason", "answeredBy", "answeredAt")
      select gen_random_uuid(), "planId", "countryId", "id", 'about.title.en', '""', '"Plan"', $1::uuid,
        case when "number" < ${ROUNDS} then 'declined' else 'open' end,
        case when "number" < ${ROUNDS} then 'The name is that of the law' else '' end, case when "number" < ${ROUNDS} then $1::uuid end,
        case when "number" < ${ROUNDS} then now() end
      from "Submission", generate_series(1, ${WORDINGS}) where "sentBy" = $1`,
    [adviser],
  );
}
