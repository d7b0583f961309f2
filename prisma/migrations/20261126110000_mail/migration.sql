-- Each notice brings a row of the outbox along, in one transaction: none is told of twice, and none is left out because
-- one of its kind was waiting already. Rows from before could not have been sent by anything.
DELETE FROM "MailJob";
DROP INDEX "MailJob_waiting_key";
DROP INDEX "MailJob_nextAt_idx";
ALTER TABLE "MailJob" ADD COLUMN "noticeId" UUID NOT NULL, ADD COLUMN "messageId" UUID;
CREATE UNIQUE INDEX "MailJob_noticeId_key" ON "MailJob"("noticeId");
ALTER TABLE "MailJob" ADD CONSTRAINT "MailJob_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "MailJob" ADD CONSTRAINT mail_ended CHECK ("sentAt" IS NULL OR "error" IS NULL);
-- What waits is little beside what was sent.
CREATE INDEX "MailJob_open_idx" ON "MailJob" ("userId") WHERE "sentAt" IS NULL AND "error" IS NULL;

-- As it was, but for the last statement.
CREATE OR REPLACE FUNCTION notice_send(plan uuid, part_key text, draft boolean, about text, notices jsonb) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ WITH wanted AS (
          SELECT (n->>'id')::uuid AS "id", (n->>'mail')::uuid AS "mail", c."userId", n->>'kind' AS "kind"
          FROM jsonb_array_elements(notices) n JOIN review_circle(plan, part_key, draft) c ON c."userId" = (n->>'userId')::uuid),
        told AS (
          INSERT INTO "Notice" ("id", "userId", "kind", "planId", "countryId", "thing", "byId")
          SELECT w."id", w."userId", w."kind", CASE WHEN w."kind" <> 'grantRevoked' THEN plan END, p."countryId", about, app_user()
          FROM wanted w JOIN "Plan" p ON p."id" = plan)
        INSERT INTO "MailJob" ("id", "noticeId", "userId", "kind") SELECT w."mail", w."id", w."userId", w."kind" FROM wanted w $$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Sending. Mail goes out for everybody, so these look past row-level security. They tell to which address a message goes
-- and how many notices of which kinds it is about, and nothing else of them. A person has one message under way at a time.
-- ---------------------------------------------------------------------------------------------------------------------

-- Takes out of the outbox what isn't to be sent: what was read meanwhile, what its person finds in the app no more (as the
-- policy `notice_read` has it), and what has waited longer than `stale`, since nothing was there that sends. What ended is
-- kept for a month, so that it can be told what became of a message.
CREATE FUNCTION mail_tidy(most integer, stale interval) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  BEGIN
    DELETE FROM "MailJob" WHERE "id" IN (
      SELECT j."id" FROM "MailJob" j JOIN "Notice" n ON n."id" = j."noticeId"
      WHERE j."sentAt" IS NULL AND j."error" IS NULL AND (j."messageId" IS NULL OR j."nextAt" <= now())
        AND (n."readAt" IS NOT NULL OR j."createdAt" < now() - stale
          OR NOT (n."planId" IS NULL
            OR EXISTS (SELECT 1 FROM "Membership" m WHERE m."userId" = n."userId" AND m."countryId" = n."countryId")
            OR EXISTS (SELECT 1 FROM grants_active() g WHERE g."adviserId" = n."userId" AND g."planId" = n."planId")))
      FOR UPDATE OF j SKIP LOCKED);
    UPDATE "MailJob" SET "error" = 'interrupted' WHERE "id" IN (
      SELECT j."id" FROM "MailJob" j
      WHERE j."sentAt" IS NULL AND j."error" IS NULL AND j."tries" >= most AND j."nextAt" <= now()
      FOR UPDATE SKIP LOCKED);
    DELETE FROM "MailJob" WHERE "id" IN (
      SELECT j."id" FROM "MailJob" j
      WHERE (j."sentAt" IS NOT NULL OR j."error" IS NOT NULL) AND j."createdAt" < now() - interval '30 days'
      FOR UPDATE SKIP LOCKED);
  END $$;

-- Who is due for a message, and since when. `kinds` is {kind: {wait, gap}}: how long one waits for others to go along, and
-- how long after the message before. A message that failed is due at its next try, and holds the person's others up.
CREATE FUNCTION mail_due(kinds jsonb) RETURNS TABLE ("userId" uuid, "at" timestamptz) LANGUAGE sql STABLE
  AS $$ WITH rules AS (
          SELECT k."key" AS "kind", (k."value"->>'wait')::interval AS "wait", (k."value"->>'gap')::interval AS "gap"
          FROM jsonb_each(kinds) k),
        waiting AS (
          SELECT j."userId", max(j."nextAt") FILTER (WHERE j."messageId" IS NOT NULL) AS "again",
            min(greatest(j."createdAt" + r."wait", l."at" + r."gap")) FILTER (WHERE j."messageId" IS NULL) AS "first"
          FROM "MailJob" j JOIN rules r ON r."kind" = j."kind"
            LEFT JOIN LATERAL (SELECT max(s."sentAt") AS "at" FROM "MailJob" s WHERE s."userId" = j."userId") l ON true
          WHERE j."sentAt" IS NULL AND j."error" IS NULL
          GROUP BY j."userId")
        SELECT w."userId", coalesce(w."again", w."first") FROM waiting w WHERE coalesce(w."again", w."first") <= now() $$;

-- Takes the message that has been due longest: one that failed before or was broken off, or all that waits for a person,
-- as the message `fresh`. It is the taker's for `lease`, and then due again.
CREATE FUNCTION mail_claim(fresh uuid, kinds jsonb, most integer, lease interval, stale interval)
  RETURNS TABLE ("message" uuid, "tries" integer, "email" text, "notices" jsonb)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE
    person uuid;
    claimed uuid;
  BEGIN
    PERFORM mail_tidy(most, stale);
    LOOP
      -- Of two servers that look at once, the second gets the next person.
      SELECT u."id" INTO person FROM "User" u JOIN mail_due(kinds) d ON d."userId" = u."id"
        ORDER BY d."at", u."id" LIMIT 1 FOR NO KEY UPDATE OF u SKIP LOCKED;
      IF NOT FOUND THEN RETURN; END IF;
      -- Another may have been done with this one between the look and the lock.
      CONTINUE WHEN NOT EXISTS (SELECT 1 FROM mail_due(kinds) d WHERE d."userId" = person);
      SELECT j."messageId" INTO claimed FROM "MailJob" j
        WHERE j."userId" = person AND j."messageId" IS NOT NULL AND j."sentAt" IS NULL AND j."error" IS NULL LIMIT 1;
      RETURN QUERY WITH taken AS (
          UPDATE "MailJob" j SET "messageId" = coalesce(claimed, fresh), "tries" = j."tries" + 1, "nextAt" = now() + lease
          WHERE j."userId" = person AND j."sentAt" IS NULL AND j."error" IS NULL AND kinds ? j."kind"
            AND j."messageId" IS NOT DISTINCT FROM claimed
          RETURNING j."kind", j."tries"),
        counted AS (SELECT t."kind", count(*) AS "count", max(t."tries") AS "tries" FROM taken t GROUP BY t."kind")
        SELECT coalesce(claimed, fresh), max(c."tries"), u."email", jsonb_object_agg(c."kind", c."count")
        FROM counted c, "User" u WHERE u."id" = person GROUP BY u."email";
      RETURN;
    END LOOP;
  END $$;

CREATE FUNCTION mail_sent(message uuid) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ UPDATE "MailJob" SET "sentAt" = now(), "error" = NULL WHERE "messageId" = message AND "sentAt" IS NULL $$;

-- A try failed: the next comes after `again`; where that is null, there is none. A try that another server has taken over
-- meanwhile, since it took too long, says nothing any more.
CREATE FUNCTION mail_failed(message uuid, try integer, code text, again interval) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ UPDATE "MailJob" SET "nextAt" = coalesce(now() + again, "nextAt"), "error" = CASE WHEN again IS NULL THEN code END
          WHERE "messageId" = message AND "tries" = try AND "sentAt" IS NULL AND "error" IS NULL $$;

REVOKE EXECUTE ON FUNCTION mail_tidy(integer, interval), mail_due(jsonb), mail_claim(uuid, jsonb, integer, interval, interval),
  mail_sent(uuid), mail_failed(uuid, integer, text, interval) FROM public;
GRANT EXECUTE ON FUNCTION mail_tidy(integer, interval), mail_claim(uuid, jsonb, integer, interval, interval),
  mail_sent(uuid), mail_failed(uuid, integer, text, interval) TO plan_app;
