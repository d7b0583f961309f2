-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "duties" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastRequest" BIGINT NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Country" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "nameAr" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Country_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "userId" UUID NOT NULL,
    "countryId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("userId","countryId")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "email" TEXT,
    "role" TEXT NOT NULL,
    "countryId" UUID,
    "invitedBy" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Audit" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,
    "countryId" UUID,
    "deed" TEXT NOT NULL,
    "thing" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "Audit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Plan" (
    "id" UUID NOT NULL,
    "countryId" UUID NOT NULL,
    "titleAr" TEXT NOT NULL DEFAULT '',
    "titleEn" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanPart" (
    "planId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "countryId" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PlanPart_pkey" PRIMARY KEY ("planId","key")
);

-- CreateTable
CREATE TABLE "Change" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "countryId" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "actorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changes" JSONB NOT NULL,
    "clashes" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "Change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "planId" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "countryId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("planId","part","userId")
);

-- CreateTable
CREATE TABLE "Print" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "countryId" UUID NOT NULL,
    "requestedBy" UUID NOT NULL,
    "layout" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "step" TEXT NOT NULL DEFAULT '',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "pages" INTEGER,
    "fileName" TEXT NOT NULL DEFAULT '',
    "file" BYTEA,
    "error" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Print_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "RateLimit_key_key" ON "RateLimit"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Country_code_key" ON "Country"("code");

-- CreateIndex
CREATE INDEX "Membership_countryId_idx" ON "Membership"("countryId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_countryId_idx" ON "Invitation"("countryId");

-- CreateIndex
CREATE INDEX "Audit_countryId_id_idx" ON "Audit"("countryId", "id");

-- CreateIndex
CREATE INDEX "Plan_countryId_idx" ON "Plan"("countryId");

-- CreateIndex
CREATE UNIQUE INDEX "Plan_id_countryId_key" ON "Plan"("id", "countryId");

-- CreateIndex
CREATE INDEX "PlanPart_countryId_idx" ON "PlanPart"("countryId");

-- CreateIndex
CREATE INDEX "Change_planId_part_revision_idx" ON "Change"("planId", "part", "revision");

-- CreateIndex
CREATE INDEX "Change_countryId_idx" ON "Change"("countryId");

-- CreateIndex
CREATE INDEX "Assignment_userId_idx" ON "Assignment"("userId");

-- CreateIndex
CREATE INDEX "Assignment_countryId_idx" ON "Assignment"("countryId");

-- CreateIndex
CREATE INDEX "Print_planId_createdAt_idx" ON "Print"("planId", "createdAt");

-- CreateIndex
CREATE INDEX "Print_countryId_idx" ON "Print"("countryId");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_countryId_fkey" FOREIGN KEY ("countryId") REFERENCES "Country"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_countryId_fkey" FOREIGN KEY ("countryId") REFERENCES "Country"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_countryId_fkey" FOREIGN KEY ("countryId") REFERENCES "Country"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanPart" ADD CONSTRAINT "PlanPart_planId_countryId_fkey" FOREIGN KEY ("planId", "countryId") REFERENCES "Plan"("id", "countryId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Change" ADD CONSTRAINT "Change_planId_countryId_fkey" FOREIGN KEY ("planId", "countryId") REFERENCES "Plan"("id", "countryId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_planId_countryId_fkey" FOREIGN KEY ("planId", "countryId") REFERENCES "Plan"("id", "countryId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Print" ADD CONSTRAINT "Print_planId_countryId_fkey" FOREIGN KEY ("planId", "countryId") REFERENCES "Plan"("id", "countryId") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- The second wall. The app works as the role plan_app, which owns nothing, and says who it works for with the setting
-- app.user_id in the same transaction. Without it, no row of any country is visible.
-- ---------------------------------------------------------------------------------------------------------------------

-- `npm start` makes the role, with a password, before it migrates. Elsewhere it may be a group that the app's role is in.
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'plan_app') THEN CREATE ROLE plan_app NOLOGIN; END IF;
END $$;

ALTER TABLE "User" ADD CONSTRAINT user_duties CHECK ("duties" <@ ARRAY['administrator', 'adviser', 'steward']);
ALTER TABLE "Membership" ADD CONSTRAINT membership_role CHECK ("role" IN ('coordinator', 'drafter', 'contributor', 'viewer'));
ALTER TABLE "Invitation" ADD CONSTRAINT invitation_role CHECK (CASE WHEN "countryId" IS NULL
  THEN "role" IN ('administrator', 'adviser', 'steward') ELSE "role" IN ('coordinator', 'drafter', 'contributor', 'viewer') END);

CREATE FUNCTION app_user() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;

-- These look past row-level security on purpose, since policies of a table can't ask the table itself.
CREATE FUNCTION app_role_in(country uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT "role" FROM "Membership" WHERE "userId" = app_user() AND "countryId" = country $$;

CREATE FUNCTION app_is(duty text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT exists (SELECT 1 FROM "User" WHERE "id" = app_user() AND duty = any ("duties")) $$;

CREATE FUNCTION app_is_assigned(plan uuid, part_key text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT exists (SELECT 1 FROM "Assignment"
          WHERE "planId" = plan AND "userId" = app_user() AND (part_key IS NULL OR "part" = part_key)) $$;

CREATE FUNCTION app_writes(country uuid, plan uuid, part_key text) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT CASE app_role_in(country) WHEN 'coordinator' THEN true WHEN 'drafter' THEN true
          WHEN 'contributor' THEN app_is_assigned(plan, part_key) ELSE false END $$;

CREATE FUNCTION app_reads(country uuid, plan uuid, part_key text) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT CASE app_role_in(country) WHEN 'coordinator' THEN true WHEN 'drafter' THEN true WHEN 'viewer' THEN true
          WHEN 'contributor' THEN app_is_assigned(plan, part_key) ELSE false END $$;

ALTER TABLE "Plan" ENABLE ROW LEVEL SECURITY;
CREATE POLICY plan_read ON "Plan" FOR SELECT USING (app_reads("countryId", "id", NULL));
CREATE POLICY plan_create ON "Plan" FOR INSERT WITH CHECK (app_role_in("countryId") = 'coordinator');
-- Only a coordinator deletes a plan, or brings it back.
CREATE POLICY plan_update ON "Plan" FOR UPDATE
  USING (app_writes("countryId", "id", NULL) AND ("deletedAt" IS NULL OR app_role_in("countryId") = 'coordinator'))
  WITH CHECK (app_writes("countryId", "id", NULL) AND ("deletedAt" IS NULL OR app_role_in("countryId") = 'coordinator'));

ALTER TABLE "PlanPart" ENABLE ROW LEVEL SECURITY;
CREATE POLICY part_read ON "PlanPart" FOR SELECT USING (app_reads("countryId", "planId", "key"));
CREATE POLICY part_create ON "PlanPart" FOR INSERT WITH CHECK (app_writes("countryId", "planId", "key"));
CREATE POLICY part_update ON "PlanPart" FOR UPDATE USING (app_writes("countryId", "planId", "key")) WITH CHECK (app_writes("countryId", "planId", "key"));
CREATE POLICY part_delete ON "PlanPart" FOR DELETE USING (app_role_in("countryId") IN ('coordinator', 'drafter'));

ALTER TABLE "Change" ENABLE ROW LEVEL SECURITY;
CREATE POLICY change_read ON "Change" FOR SELECT USING (app_reads("countryId", "planId", "part"));
CREATE POLICY change_create ON "Change" FOR INSERT WITH CHECK (app_writes("countryId", "planId", "part") AND "actorId" = app_user());

ALTER TABLE "Assignment" ENABLE ROW LEVEL SECURITY;
CREATE POLICY assignment_read ON "Assignment" FOR SELECT
  USING ("userId" = app_user() OR app_role_in("countryId") IN ('coordinator', 'drafter', 'viewer'));
CREATE POLICY assignment_create ON "Assignment" FOR INSERT WITH CHECK (app_role_in("countryId") = 'coordinator');
CREATE POLICY assignment_delete ON "Assignment" FOR DELETE USING (app_role_in("countryId") = 'coordinator');

ALTER TABLE "Print" ENABLE ROW LEVEL SECURITY;
CREATE POLICY print_all ON "Print" FOR ALL
  USING (app_role_in("countryId") IN ('coordinator', 'drafter', 'viewer'))
  WITH CHECK (app_role_in("countryId") IN ('coordinator', 'drafter', 'viewer'));

ALTER TABLE "Membership" ENABLE ROW LEVEL SECURITY;
CREATE POLICY membership_read ON "Membership" FOR SELECT
  USING ("userId" = app_user() OR app_role_in("countryId") IS NOT NULL OR app_is('administrator'));
CREATE POLICY membership_create ON "Membership" FOR INSERT WITH CHECK (app_role_in("countryId") = 'coordinator');
CREATE POLICY membership_update ON "Membership" FOR UPDATE USING (app_role_in("countryId") = 'coordinator') WITH CHECK (app_role_in("countryId") = 'coordinator');
CREATE POLICY membership_delete ON "Membership" FOR DELETE USING (app_role_in("countryId") = 'coordinator');

-- A coordinator invites to their own country; an administrator invites first coordinators, and people with duties.
ALTER TABLE "Invitation" ENABLE ROW LEVEL SECURITY;
CREATE POLICY invitation_read ON "Invitation" FOR SELECT
  USING (app_role_in("countryId") = 'coordinator' OR app_is('administrator'));
CREATE POLICY invitation_create ON "Invitation" FOR INSERT
  WITH CHECK (app_role_in("countryId") = 'coordinator' OR (app_is('administrator') AND ("countryId" IS NULL OR "role" = 'coordinator')));
CREATE POLICY invitation_update ON "Invitation" FOR UPDATE
  USING (app_role_in("countryId") = 'coordinator' OR app_is('administrator'))
  WITH CHECK (app_role_in("countryId") = 'coordinator' OR app_is('administrator'));

ALTER TABLE "Audit" ENABLE ROW LEVEL SECURITY;
CREATE POLICY audit_create ON "Audit" FOR INSERT
  WITH CHECK ("actorId" IS NULL OR app_user() IS NULL OR "actorId" = app_user());
CREATE POLICY audit_read ON "Audit" FOR SELECT USING (app_is('administrator'));

-- Everyone's account is found by signing in. Duties are given by accepting an invitation only.
ALTER TABLE "User" ENABLE ROW LEVEL SECURITY;
CREATE POLICY user_read ON "User" FOR SELECT USING (true);
CREATE POLICY user_create ON "User" FOR INSERT WITH CHECK (cardinality("duties") IS NOT DISTINCT FROM 0);
CREATE POLICY user_update ON "User" FOR UPDATE USING (true);

ALTER TABLE "Country" ENABLE ROW LEVEL SECURITY;
CREATE POLICY country_read ON "Country" FOR SELECT USING (true);
CREATE POLICY country_create ON "Country" FOR INSERT WITH CHECK (app_is('administrator'));

-- Who holds an invitation is not a member yet: what they may learn and do stands in these two.
CREATE FUNCTION invitation_by_token(token_hash text)
  RETURNS TABLE ("id" uuid, "email" text, "role" text, "countryId" uuid, "nameAr" text, "nameEn" text, "state" text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT i."id", i."email", i."role", i."countryId", c."nameAr", c."nameEn",
          CASE WHEN i."acceptedAt" IS NOT NULL THEN 'accepted' WHEN i."revokedAt" IS NOT NULL THEN 'revoked'
               WHEN i."expiresAt" < now() THEN 'expired' ELSE 'open' END
        FROM "Invitation" i LEFT JOIN "Country" c ON c."id" = i."countryId" WHERE i."tokenHash" = token_hash $$;

CREATE FUNCTION accept_invitation(token_hash text, person uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE taken record;
  BEGIN
    UPDATE "Invitation" SET "acceptedAt" = now()
      WHERE "tokenHash" = token_hash AND "acceptedAt" IS NULL AND "revokedAt" IS NULL AND "expiresAt" >= now()
      RETURNING "role", "countryId" INTO taken;
    IF NOT FOUND THEN RETURN false; END IF;
    IF taken."countryId" IS NULL THEN
      UPDATE "User" SET "duties" = array(SELECT DISTINCT unnest("duties" || taken."role")) WHERE "id" = person;
    ELSE
      INSERT INTO "Membership" ("userId", "countryId", "role") VALUES (person, taken."countryId", taken."role")
        ON CONFLICT ("userId", "countryId") DO UPDATE SET "role" = excluded."role";
    END IF;
    RETURN true;
  END $$;

GRANT USAGE ON SCHEMA public TO plan_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "Session", "Account", "Verification", "RateLimit" TO plan_app;
GRANT SELECT, INSERT ON "User" TO plan_app;
GRANT UPDATE ("name", "email", "emailVerified", "image", "updatedAt") ON "User" TO plan_app;
GRANT SELECT, INSERT ON "Country" TO plan_app;
GRANT SELECT, INSERT, UPDATE ON "Plan", "Invitation" TO plan_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "PlanPart", "Assignment", "Membership", "Print" TO plan_app;
GRANT SELECT, INSERT ON "Change", "Audit" TO plan_app;
GRANT USAGE ON SEQUENCE "Audit_id_seq" TO plan_app;
REVOKE EXECUTE ON FUNCTION accept_invitation(text, uuid), invitation_by_token(text) FROM public;
GRANT EXECUTE ON FUNCTION accept_invitation(text, uuid), invitation_by_token(text) TO plan_app;
