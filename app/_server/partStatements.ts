import type { Statement } from './database.ts';

/**
 * The SQL of saving a part, apart from what decides about it, so that the bench can do the same reads and writes without
 * the app around them.
 */

/** $1 plan, $2 part, $3 id of the save: the part as it stands, who may write it, and the save if it was seen before. */
export const READ: Statement = {
  name: 'part.read',
  text: `SELECT p."countryId"::text, app_writes(p."countryId", p."id", $2) AS "writes", q."content",
    q."revision", c."part" AS "seenPart", c."actorId"::text AS "seenActor", c."revision" AS "seenRevision",
    c."changes" AS "seenChanges", c."clashes" AS "seenClashes"
  FROM "Plan" p
    LEFT JOIN "PlanPart" q ON q."planId" = p."id" AND q."key" = $2
    LEFT JOIN "Change" c ON c."id" = $3::uuid AND c."planId" = p."id"
  WHERE p."id" = $1::uuid AND p."deletedAt" IS NULL`,
};

/** $1 plan, $2 part: keeps everyone else from writing the part until the transaction ends. */
export const LOCK: Statement = {
  name: 'part.lock',
  text: 'SELECT 1 FROM "PlanPart" WHERE "planId" = $1::uuid AND "key" = $2 FOR UPDATE',
};

// The part as it is to be, if nobody was faster.
const saved = {
  update: `UPDATE "PlanPart" SET "content" = $8::jsonb, "revision" = "revision" + 1, "updatedAt" = now()
    WHERE "planId" = $2::uuid AND "key" = $4 AND "revision" = $9::int RETURNING "revision"`,
  // The numbers of a part that was removed go on.
  insert: `INSERT INTO "PlanPart" ("planId", "key", "countryId", "content", "revision")
    SELECT $2::uuid, $4, $3::uuid, $8::jsonb, $9::int + 1 + coalesce(max("revision"), 0)
    FROM "Change" WHERE "planId" = $2::uuid AND "part" = $4
    ON CONFLICT DO NOTHING RETURNING "revision"`,
  remove: `DELETE FROM "PlanPart" WHERE "planId" = $2::uuid AND "key" = $4 AND "revision" = $9::int AND $8::jsonb IS NULL
    RETURNING "revision" + 1 AS "revision"`,
  leave: 'SELECT $9::int AS "revision" WHERE $8::jsonb IS NULL',
};

/** What a save does to its part. */
export type Writing = keyof typeof saved;

/**
 * One statement each, the part and with it the history's row: $1 id of the save, $2 plan, $3 country, $4 part, $5 who,
 * $6 changes, $7 clashes, $8 the content as it is to be, $9 the revision that was read, $10 the sides of texts that were touched
 * (`touchedSides`).
 */
export const WRITE = Object.fromEntries(
  Object.entries(saved).map(([how, sql]) => [
    how,
    {
      name: `part.${how}`,
      text: `WITH saved AS (${sql})
        INSERT INTO "Change" ("id", "planId", "countryId", "part", "revision", "actorId", "changes", "clashes", "sides")
        SELECT $1::uuid, $2::uuid, $3::uuid, $4, saved."revision", $5::uuid, $6::jsonb, $7::jsonb, $10::text[] FROM saved
        RETURNING "revision"`,
    },
  ]),
) as Record<Writing, Statement>;

/** $1 plan, $2 and $3 its titles: the columns that lists of plans show. */
export const PROJECT: Statement = {
  name: 'part.project',
  text: 'UPDATE "Plan" SET "titleAr" = $2, "titleEn" = $3, "updatedAt" = now() WHERE "id" = $1::uuid',
};
