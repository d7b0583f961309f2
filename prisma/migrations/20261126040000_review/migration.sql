-- CreateTable
CREATE TABLE "Grant" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "countryId" UUID NOT NULL,
    "adviserId" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "grantedBy" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ(3),
    "revokedBy" UUID,

    CONSTRAINT "Grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Submission" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "countryId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "titleAr" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "choices" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "sentBy" UUID NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dueAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnBy" UUID,

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewDecision" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "countryId" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "summaryAr" TEXT NOT NULL,
    "summaryEn" TEXT NOT NULL,
    "decidedBy" UUID NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReviewDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "countryId" UUID NOT NULL,
    "submissionId" UUID,
    "path" TEXT NOT NULL,
    "threadId" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "isPrivate" BOOLEAN NOT NULL DEFAULT false,
    "weight" TEXT,
    "body" TEXT NOT NULL,
    "quote" TEXT NOT NULL DEFAULT '',
    "authorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "assigneeId" UUID,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedBy" UUID,
    "response" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommentMention" (
    "commentId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "countryId" UUID NOT NULL,

    CONSTRAINT "CommentMention_pkey" PRIMARY KEY ("commentId","userId")
);

-- CreateTable
CREATE TABLE "Suggestion" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "countryId" UUID NOT NULL,
    "submissionId" UUID,
    "path" TEXT NOT NULL,
    "from" JSONB NOT NULL,
    "to" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "authorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" TEXT NOT NULL DEFAULT 'open',
    "reason" TEXT NOT NULL DEFAULT '',
    "answeredBy" UUID,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CriterionAnswer" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "countryId" UUID NOT NULL,
    "adviserId" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "noteAr" TEXT NOT NULL DEFAULT '',
    "noteEn" TEXT NOT NULL DEFAULT '',
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CriterionAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Remark" (
    "id" UUID NOT NULL,
    "adviserId" UUID NOT NULL,
    "ar" TEXT NOT NULL DEFAULT '',
    "en" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Remark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Adoption" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "countryId" UUID NOT NULL,
    "submissionId" UUID,
    "content" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "authorityAr" TEXT NOT NULL,
    "authorityEn" TEXT NOT NULL,
    "decree" TEXT NOT NULL DEFAULT '',
    "adoptedOn" DATE NOT NULL,
    "recordedBy" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Adoption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "planId" UUID,
    "countryId" UUID NOT NULL,
    "thing" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MailJob" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    "error" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MailJob_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Grant_planId_idx" ON "Grant"("planId");

-- CreateIndex
CREATE INDEX "Grant_adviserId_idx" ON "Grant"("adviserId");

-- CreateIndex
CREATE INDEX "Grant_countryId_idx" ON "Grant"("countryId");

-- CreateIndex
CREATE INDEX "Submission_countryId_idx" ON "Submission"("countryId");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_planId_number_key" ON "Submission"("planId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_id_planId_key" ON "Submission"("id", "planId");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewDecision_submissionId_key" ON "ReviewDecision"("submissionId");

-- CreateIndex
CREATE INDEX "ReviewDecision_planId_idx" ON "ReviewDecision"("planId");

-- CreateIndex
CREATE INDEX "ReviewDecision_countryId_idx" ON "ReviewDecision"("countryId");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewDecision_submissionId_planId_key" ON "ReviewDecision"("submissionId", "planId");

-- CreateIndex
CREATE INDEX "Comment_planId_idx" ON "Comment"("planId");

-- CreateIndex
CREATE INDEX "Comment_threadId_createdAt_idx" ON "Comment"("threadId", "createdAt");

-- CreateIndex
CREATE INDEX "Comment_countryId_idx" ON "Comment"("countryId");

-- CreateIndex
CREATE INDEX "CommentMention_planId_idx" ON "CommentMention"("planId");

-- CreateIndex
CREATE INDEX "CommentMention_countryId_idx" ON "CommentMention"("countryId");

-- CreateIndex
CREATE INDEX "Suggestion_planId_idx" ON "Suggestion"("planId");

-- CreateIndex
CREATE INDEX "Suggestion_countryId_idx" ON "Suggestion"("countryId");

-- CreateIndex
CREATE INDEX "CriterionAnswer_planId_idx" ON "CriterionAnswer"("planId");

-- CreateIndex
CREATE INDEX "CriterionAnswer_countryId_idx" ON "CriterionAnswer"("countryId");

-- CreateIndex
CREATE UNIQUE INDEX "CriterionAnswer_submissionId_adviserId_criterion_key" ON "CriterionAnswer"("submissionId", "adviserId", "criterion");

-- CreateIndex
CREATE INDEX "Remark_adviserId_idx" ON "Remark"("adviserId");

-- CreateIndex
CREATE INDEX "Adoption_planId_idx" ON "Adoption"("planId");

-- CreateIndex
CREATE INDEX "Adoption_countryId_idx" ON "Adoption"("countryId");

-- CreateIndex
CREATE INDEX "Notice_userId_at_idx" ON "Notice"("userId", "at");

-- CreateIndex
CREATE INDEX "Notice_countryId_idx" ON "Notice"("countryId");

-- CreateIndex
CREATE INDEX "MailJob_userId_idx" ON "MailJob"("userId");

-- CreateIndex
CREATE INDEX "MailJob_nextAt_idx" ON "MailJob"("nextAt");

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_planId_countryId_fkey" FOREIGN KEY ("planId", "countryId") REFERENCES "Plan"("id", "countryId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_adviserId_fkey" FOREIGN KEY ("adviserId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_planId_countryId_fkey" FOREIGN KEY ("planId", "countryId") REFERENCES "Plan"("id", "countryId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewDecision" ADD CONSTRAINT "ReviewDecision_submissionId_planId_fkey" FOREIGN KEY ("submissionId", "planId") REFERENCES "Submission"("id", "planId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewDecision" ADD CONSTRAINT "ReviewDecision_planId_countryId_fkey" FOREIGN KEY ("planId", "countryId") REFERENCES "Plan"("id", "countryId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_planId_countryId_fkey" FOREIGN KEY ("planId", "countryId") REFERENCES "Plan"("id", "countryId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_submissionId_planId_fkey" FOREIGN KEY ("submissionId", "planId") REFERENCES "Submission"("id", "planId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentMention" ADD CONSTRAINT "CommentMention_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentMention" ADD CONSTRAINT "CommentMention_planId_countryId_fkey" FOREIGN KEY ("planId", "countryId") REFERENCES "Plan"("id", "countryId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_planId_countryId_fkey" FOREIGN KEY ("planId", "countryId") REFERENCES "Plan"("id", "countryId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_submissionId_planId_fkey" FOREIGN KEY ("submissionId", "planId") REFERENCES "Submission"("id", "planId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CriterionAnswer" ADD CONSTRAINT "CriterionAnswer_submissionId_planId_fkey" FOREIGN KEY ("submissionId", "planId") REFERENCES "Submission"("id", "planId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CriterionAnswer" ADD CONSTRAINT "CriterionAnswer_planId_countryId_fkey" FOREIGN KEY ("planId", "countryId") REFERENCES "Plan"("id", "countryId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_adviserId_fkey" FOREIGN KEY ("adviserId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Adoption" ADD CONSTRAINT "Adoption_planId_countryId_fkey" FOREIGN KEY ("planId", "countryId") REFERENCES "Plan"("id", "countryId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Adoption" ADD CONSTRAINT "Adoption_submissionId_planId_fkey" FOREIGN KEY ("submissionId", "planId") REFERENCES "Submission"("id", "planId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MailJob" ADD CONSTRAINT "MailJob_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- What the tables may hold.
-- ---------------------------------------------------------------------------------------------------------------------
ALTER TABLE "Grant" ADD CONSTRAINT grant_scope CHECK ("scope" IN ('sent', 'drafts'));
ALTER TABLE "Submission" ADD CONSTRAINT submission_number CHECK ("number" > 0);
ALTER TABLE "ReviewDecision" ADD CONSTRAINT decision_outcome CHECK ("outcome" IN ('returned', 'cleared'));
ALTER TABLE "Comment" ADD CONSTRAINT comment_side CHECK ("side" IN ('country', 'adviser'));
ALTER TABLE "Comment" ADD CONSTRAINT comment_weight CHECK ("weight" IN ('mustFix', 'consider'));
ALTER TABLE "Comment" ADD CONSTRAINT comment_reply CHECK ("threadId" = "id" OR ("weight" IS NULL AND "assigneeId" IS NULL AND "resolvedAt" IS NULL));
ALTER TABLE "Suggestion" ADD CONSTRAINT suggestion_state CHECK (CASE "state" WHEN 'open' THEN "answeredBy" IS NULL AND "answeredAt" IS NULL
  WHEN 'accepted' THEN "answeredBy" IS NOT NULL AND "answeredAt" IS NOT NULL
  WHEN 'declined' THEN "answeredBy" IS NOT NULL AND "answeredAt" IS NOT NULL AND "reason" <> '' ELSE false END);
ALTER TABLE "CriterionAnswer" ADD CONSTRAINT answer_known CHECK ("answer" IN ('unanswered', 'met', 'partly', 'notMet', 'notApplicable'));

-- At most one grant of a plan to an adviser is open, and what one adviser asks for is found at once.
CREATE UNIQUE INDEX "Grant_open_key" ON "Grant" ("planId", "adviserId") WHERE "revokedAt" IS NULL;
-- The desk counts what is open.
CREATE INDEX "Comment_open_idx" ON "Comment" ("planId") WHERE "id" = "threadId" AND "resolvedAt" IS NULL AND NOT "isPrivate";
CREATE INDEX "Suggestion_open_idx" ON "Suggestion" ("planId") WHERE "state" = 'open';
-- A message that nobody has tried to send yet says the next thing of its kind as well.
CREATE UNIQUE INDEX "MailJob_waiting_key" ON "MailJob" ("userId", "kind") WHERE "sentAt" IS NULL AND "tries" = 0;

-- ---------------------------------------------------------------------------------------------------------------------
-- Whom a country lets in. A grant holds until it is revoked or its time has come, as long as its person is an adviser, is
-- not of the country itself, and the plan isn't deleted. The time is that of the statement, not of the transaction: what
-- ends in the middle of a request ends there.
-- ---------------------------------------------------------------------------------------------------------------------

-- The grants that hold, of everybody: asked by the functions below alone, which look past row-level security.
CREATE FUNCTION grants_active()
  RETURNS TABLE ("planId" uuid, "countryId" uuid, "adviserId" uuid, "scope" text, "until" timestamptz) LANGUAGE sql STABLE
  AS $$ SELECT g."planId", g."countryId", g."adviserId", g."scope", g."until" FROM "Grant" g
          JOIN "Plan" p ON p."id" = g."planId" AND p."deletedAt" IS NULL
          JOIN "User" u ON u."id" = g."adviserId" AND 'adviser' = ANY (u."duties")
        WHERE g."revokedAt" IS NULL AND g."until" > statement_timestamp()
          AND NOT EXISTS (SELECT 1 FROM "Membership" m WHERE m."userId" = g."adviserId" AND m."countryId" = g."countryId") $$;
REVOKE EXECUTE ON FUNCTION grants_active() FROM public;

-- One's own. Policies ask for all of them at once, once a statement: the desk reads of some six hundred plans.
CREATE FUNCTION app_grants() RETURNS TABLE ("planId" uuid, "countryId" uuid, "scope" text, "until" timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT g."planId", g."countryId", g."scope", g."until" FROM grants_active() g WHERE g."adviserId" = app_user() $$;

-- How far one is let into a plan: 'sent', 'drafts', or null.
CREATE FUNCTION app_grant(plan uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT g."scope" FROM grants_active() g WHERE g."adviserId" = app_user() AND g."planId" = plan $$;

-- The part of a plan in which a path lies, as `partOf` has it.
CREATE FUNCTION app_part(path text) RETURNS text LANGUAGE sql IMMUTABLE
  AS $$ SELECT split_part(path, '.', 1) || CASE WHEN split_part(path, '.', 1) IN ('actions', 'decisions')
          THEN '.' || split_part(path, '.', 2) ELSE '' END $$;

-- Who is let into drafts reads what the team reads.
CREATE OR REPLACE FUNCTION app_reads(country uuid, plan uuid, part_key text) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT CASE app_role_in(country) WHEN 'coordinator' THEN true WHEN 'drafter' THEN true WHEN 'viewer' THEN true
          WHEN 'contributor' THEN app_is_assigned(plan, part_key) ELSE coalesce(app_grant(plan) = 'drafts', false) END $$;

-- But history is the team's: it holds what was taken out, and who wrote what.
DROP POLICY change_read ON "Change";
CREATE POLICY change_read ON "Change" FOR SELECT
  USING (app_role_in("countryId") IS NOT NULL AND app_reads("countryId", "planId", "part"));

ALTER TABLE "Grant" ENABLE ROW LEVEL SECURITY;
CREATE POLICY grant_read ON "Grant" FOR SELECT
  USING (("adviserId" = app_user() AND "planId" IN (SELECT g."planId" FROM app_grants() g))
    OR app_role_in("countryId") IN ('coordinator', 'drafter', 'viewer'));
CREATE POLICY grant_create ON "Grant" FOR INSERT
  WITH CHECK (app_role_in("countryId") = 'coordinator' AND "grantedBy" = app_user());
CREATE POLICY grant_update ON "Grant" FOR UPDATE
  USING (app_role_in("countryId") = 'coordinator' AND "revokedAt" IS NULL)
  WITH CHECK (app_role_in("countryId") = 'coordinator' AND "revokedBy" = app_user());

-- Who holds a session, now with what they are let into.
DROP FUNCTION session_actor(text, interval, interval);
CREATE FUNCTION session_actor(session_token text, idle interval, longest interval)
  RETURNS TABLE ("sessionId" uuid, "userId" uuid, "name" text, "email" text, "duties" text[], "memberships" jsonb, "assignments" jsonb, "grants" jsonb)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE held record;
  BEGIN
    SELECT s."id", s."userId", s."expiresAt", s."createdAt" + longest AS "end" INTO held FROM "Session" s
      WHERE s."token" = session_token AND s."expiresAt" > now() AND s."createdAt" + longest > now();
    IF NOT FOUND THEN RETURN; END IF;
    IF held."expiresAt" < least(now() + idle - interval '1 minute', held."end") THEN
      UPDATE "Session" s SET "expiresAt" = least(now() + idle, held."end"), "updatedAt" = now() WHERE s."id" = held."id";
    END IF;
    RETURN QUERY SELECT held."id", u."id", u."name", u."email", u."duties",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('countryId', m."countryId", 'role', m."role")), '[]')
        FROM "Membership" m WHERE m."userId" = u."id"),
      (SELECT coalesce(jsonb_agg(jsonb_build_object('planId', a."planId", 'part', a."part")), '[]')
        FROM "Assignment" a WHERE a."userId" = u."id"),
      (SELECT coalesce(jsonb_agg(jsonb_build_object('planId', g."planId", 'countryId', g."countryId", 'scope', g."scope")), '[]')
        FROM grants_active() g WHERE g."adviserId" = u."id")
      FROM "User" u WHERE u."id" = held."userId";
  END $$;
REVOKE EXECUTE ON FUNCTION session_actor(text, interval, interval) FROM public;
GRANT EXECUTE ON FUNCTION session_actor(text, interval, interval) TO plan_app;

-- ---------------------------------------------------------------------------------------------------------------------
-- What is sent, decided and adopted. Rows are added and, but for a withdrawal, never changed: there is no right to.
-- ---------------------------------------------------------------------------------------------------------------------
ALTER TABLE "Submission" ENABLE ROW LEVEL SECURITY;
CREATE POLICY submission_read ON "Submission" FOR SELECT
  USING (("withdrawnAt" IS NULL AND "planId" IN (SELECT g."planId" FROM app_grants() g))
    OR app_role_in("countryId") IN ('coordinator', 'drafter', 'viewer'));
CREATE POLICY submission_create ON "Submission" FOR INSERT
  WITH CHECK (app_role_in("countryId") = 'coordinator' AND "sentBy" = app_user() AND "withdrawnAt" IS NULL);
CREATE POLICY submission_update ON "Submission" FOR UPDATE
  USING (app_role_in("countryId") = 'coordinator' AND "withdrawnAt" IS NULL)
  WITH CHECK (app_role_in("countryId") = 'coordinator' AND "withdrawnBy" = app_user());

ALTER TABLE "ReviewDecision" ENABLE ROW LEVEL SECURITY;
CREATE POLICY decision_read ON "ReviewDecision" FOR SELECT
  USING ("planId" IN (SELECT g."planId" FROM app_grants() g) OR app_role_in("countryId") IN ('coordinator', 'drafter', 'viewer'));
-- A round that was withdrawn isn't there for who decides.
CREATE POLICY decision_create ON "ReviewDecision" FOR INSERT
  WITH CHECK (app_grant("planId") IS NOT NULL AND "decidedBy" = app_user()
    AND EXISTS (SELECT 1 FROM "Submission" s WHERE s."id" = "submissionId"));

-- Who is let into what was sent sees no edition that was adopted without being sent.
ALTER TABLE "Adoption" ENABLE ROW LEVEL SECURITY;
CREATE POLICY adoption_read ON "Adoption" FOR SELECT
  USING (("planId" IN (SELECT g."planId" FROM app_grants() g) AND ("submissionId" IS NOT NULL OR "planId" IN (SELECT g."planId" FROM app_grants() g WHERE g."scope" = 'drafts')))
    OR app_role_in("countryId") IN ('coordinator', 'drafter', 'viewer'));
CREATE POLICY adoption_create ON "Adoption" FOR INSERT
  WITH CHECK (app_role_in("countryId") = 'coordinator' AND "recordedBy" = app_user());

-- ---------------------------------------------------------------------------------------------------------------------
-- What is said of it. What was said of a draft is seen by those who see drafts; a private note by its own side alone; by a
-- contributor, what is said of the parts assigned to them.
-- ---------------------------------------------------------------------------------------------------------------------
ALTER TABLE "Comment" ENABLE ROW LEVEL SECURITY;
CREATE POLICY comment_read ON "Comment" FOR SELECT
  USING (("planId" IN (SELECT g."planId" FROM app_grants() g) AND NOT ("isPrivate" AND "side" = 'country')
      AND ("submissionId" IS NOT NULL OR "planId" IN (SELECT g."planId" FROM app_grants() g WHERE g."scope" = 'drafts')))
    OR (app_role_in("countryId") IS NOT NULL AND NOT ("isPrivate" AND "side" = 'adviser')
      AND app_reads("countryId", "planId", app_part("path"))));
CREATE POLICY comment_create ON "Comment" FOR INSERT
  WITH CHECK ("authorId" = app_user() AND CASE "side"
    WHEN 'country' THEN app_writes("countryId", "planId", app_part("path"))
    ELSE coalesce(app_grant("planId") = 'drafts' OR (app_grant("planId") = 'sent' AND "submissionId" IS NOT NULL), false) END);
CREATE POLICY comment_update ON "Comment" FOR UPDATE
  USING ((NOT ("isPrivate" AND "side" = 'country')
      AND (app_grant("planId") = 'drafts' OR (app_grant("planId") = 'sent' AND "submissionId" IS NOT NULL)))
    OR (NOT ("isPrivate" AND "side" = 'adviser') AND app_role_in("countryId") IN ('coordinator', 'drafter')))
  WITH CHECK ("resolvedBy" IS NULL OR "resolvedBy" = app_user());

ALTER TABLE "CommentMention" ENABLE ROW LEVEL SECURITY;
CREATE POLICY mention_read ON "CommentMention" FOR SELECT
  USING (EXISTS (SELECT 1 FROM "Comment" c WHERE c."id" = "commentId"));
CREATE POLICY mention_create ON "CommentMention" FOR INSERT
  WITH CHECK (EXISTS (SELECT 1 FROM "Comment" c WHERE c."id" = "commentId" AND c."planId" = "CommentMention"."planId" AND c."authorId" = app_user()));

ALTER TABLE "Suggestion" ENABLE ROW LEVEL SECURITY;
CREATE POLICY suggestion_read ON "Suggestion" FOR SELECT
  USING (("planId" IN (SELECT g."planId" FROM app_grants() g) AND ("submissionId" IS NOT NULL OR "planId" IN (SELECT g."planId" FROM app_grants() g WHERE g."scope" = 'drafts')))
    OR (app_role_in("countryId") IS NOT NULL AND app_reads("countryId", "planId", app_part("path"))));
CREATE POLICY suggestion_create ON "Suggestion" FOR INSERT
  WITH CHECK ("authorId" = app_user() AND "state" = 'open'
    AND coalesce(app_grant("planId") = 'drafts' OR (app_grant("planId") = 'sent' AND "submissionId" IS NOT NULL), false));
-- Answered once, by who writes that part.
CREATE POLICY suggestion_update ON "Suggestion" FOR UPDATE
  USING ("state" = 'open' AND app_writes("countryId", "planId", app_part("path")))
  WITH CHECK ("state" <> 'open' AND "answeredBy" = app_user());

-- An adviser's working paper: seen by those who advise on the plan, written each by themselves.
ALTER TABLE "CriterionAnswer" ENABLE ROW LEVEL SECURITY;
CREATE POLICY answer_read ON "CriterionAnswer" FOR SELECT USING ("planId" IN (SELECT g."planId" FROM app_grants() g));
CREATE POLICY answer_create ON "CriterionAnswer" FOR INSERT
  WITH CHECK ("adviserId" = app_user() AND app_grant("planId") IS NOT NULL
    AND EXISTS (SELECT 1 FROM "Submission" s WHERE s."id" = "submissionId"));
CREATE POLICY answer_update ON "CriterionAnswer" FOR UPDATE
  USING ("adviserId" = app_user() AND app_grant("planId") IS NOT NULL)
  WITH CHECK ("adviserId" = app_user() AND app_grant("planId") IS NOT NULL);

ALTER TABLE "Remark" ENABLE ROW LEVEL SECURITY;
CREATE POLICY remark_all ON "Remark" FOR ALL
  USING ("adviserId" = app_user() AND app_is('adviser')) WITH CHECK ("adviserId" = app_user() AND app_is('adviser'));

-- ---------------------------------------------------------------------------------------------------------------------
-- Telling people. Who belongs to the review of a plan may tell the others who do, and nobody else; each reads their own.
-- ---------------------------------------------------------------------------------------------------------------------

-- Who takes part in the review of a part of a plan (of any, where it is null; with `draft`, of what wasn't sent), for who
-- does so themselves. Of a country's team an adviser is shown the coordinators and those whom the threads name.
CREATE FUNCTION review_circle(plan uuid, part_key text, draft boolean)
  RETURNS TABLE ("userId" uuid, "name" text, "role" text, "side" text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ WITH circle AS (
          SELECT m."userId", m."role", 'country' AS "side" FROM "Plan" p JOIN "Membership" m ON m."countryId" = p."countryId"
            WHERE p."id" = plan AND p."deletedAt" IS NULL
              AND (m."role" <> 'contributor' OR EXISTS (SELECT 1 FROM "Assignment" a
                WHERE a."planId" = plan AND a."userId" = m."userId" AND (part_key IS NULL OR a."part" = part_key)))
          UNION ALL
          SELECT g."adviserId", 'adviser', 'adviser' FROM grants_active() g
            WHERE g."planId" = plan AND (NOT draft OR g."scope" = 'drafts'))
        SELECT c."userId", u."name", c."role", c."side" FROM circle c
          JOIN "User" u ON u."id" = c."userId" JOIN circle own ON own."userId" = app_user()
        WHERE own."side" = 'country' OR c."side" = 'adviser' OR c."role" = 'coordinator'
          OR EXISTS (SELECT 1 FROM "Comment" k WHERE k."planId" = plan AND NOT k."isPrivate"
            AND c."userId" IN (k."authorId", k."assigneeId", k."resolvedBy")) $$;

-- Tells people of the circle: `notices` is [{id, mail, userId, kind}], the ids of rows to be. Whoever isn't of it is left out.
CREATE FUNCTION notice_send(plan uuid, part_key text, draft boolean, about text, notices jsonb) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ WITH wanted AS (
          SELECT (n->>'id')::uuid AS "id", (n->>'mail')::uuid AS "mail", c."userId", n->>'kind' AS "kind"
          FROM jsonb_array_elements(notices) n JOIN review_circle(plan, part_key, draft) c ON c."userId" = (n->>'userId')::uuid),
        told AS (
          INSERT INTO "Notice" ("id", "userId", "kind", "planId", "countryId", "thing", "byId")
          SELECT w."id", w."userId", w."kind", CASE WHEN w."kind" <> 'grantRevoked' THEN plan END, p."countryId", about, app_user()
          FROM wanted w JOIN "Plan" p ON p."id" = plan)
        INSERT INTO "MailJob" ("id", "userId", "kind") SELECT w."mail", w."userId", w."kind" FROM wanted w ON CONFLICT DO NOTHING $$;
REVOKE EXECUTE ON FUNCTION review_circle(uuid, text, boolean), notice_send(uuid, text, boolean, text, jsonb) FROM public;
GRANT EXECUTE ON FUNCTION review_circle(uuid, text, boolean), notice_send(uuid, text, boolean, text, jsonb) TO plan_app;

ALTER TABLE "Notice" ENABLE ROW LEVEL SECURITY;
CREATE POLICY notice_read ON "Notice" FOR SELECT
  USING ("userId" = app_user() AND ("planId" IS NULL OR "planId" IN (SELECT g."planId" FROM app_grants() g)
    OR app_role_in("countryId") IS NOT NULL));
CREATE POLICY notice_update ON "Notice" FOR UPDATE USING ("userId" = app_user()) WITH CHECK ("userId" = app_user());

-- Mail goes out for everybody: what sends it gets a function of its own, and nobody else a right.
ALTER TABLE "MailJob" ENABLE ROW LEVEL SECURITY;

GRANT SELECT, INSERT ON "Grant", "Submission", "ReviewDecision", "Adoption", "Comment", "CommentMention", "Suggestion", "CriterionAnswer" TO plan_app;
GRANT UPDATE ("revokedAt", "revokedBy") ON "Grant" TO plan_app;
GRANT UPDATE ("withdrawnAt", "withdrawnBy") ON "Submission" TO plan_app;
GRANT UPDATE ("assigneeId", "resolvedAt", "resolvedBy", "response") ON "Comment" TO plan_app;
GRANT UPDATE ("state", "reason", "answeredBy", "answeredAt") ON "Suggestion" TO plan_app;
GRANT UPDATE ("answer", "noteAr", "noteEn", "updatedAt") ON "CriterionAnswer" TO plan_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "Remark" TO plan_app;
GRANT SELECT ON "Notice" TO plan_app;
GRANT UPDATE ("readAt") ON "Notice" TO plan_app;
