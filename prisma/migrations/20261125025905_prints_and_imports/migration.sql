-- AlterTable
ALTER TABLE "Print" ADD COLUMN     "claim" UUID,
ADD COLUMN     "seenAt" TIMESTAMPTZ(3),
ADD COLUMN     "tries" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "PlanImport" (
    "id" UUID NOT NULL,
    "countryId" UUID NOT NULL,
    "requestedBy" UUID NOT NULL,
    "content" JSONB,
    "refusals" JSONB NOT NULL DEFAULT '[]',
    "planId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PlanImport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PlanImport_requestedBy_idx" ON "PlanImport"("requestedBy");

-- CreateIndex
CREATE INDEX "PlanImport_countryId_idx" ON "PlanImport"("countryId");

-- CreateIndex
CREATE INDEX "Print_state_createdAt_idx" ON "Print"("state", "createdAt");

-- AddForeignKey
ALTER TABLE "PlanImport" ADD CONSTRAINT "PlanImport_countryId_fkey" FOREIGN KEY ("countryId") REFERENCES "Country"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- Printing. The team of a country sees what was printed of its plans; only who asked for a printing changes its row, and
-- the server that prints it works as that person. Who has lost their role meanwhile can't be given the file.
-- ---------------------------------------------------------------------------------------------------------------------
ALTER TABLE "Print" ADD CONSTRAINT print_state CHECK ("state" IN ('queued', 'printing', 'done', 'failed', 'cancelled'));
ALTER TABLE "Print" ADD CONSTRAINT print_layout CHECK ("layout" IN ('facing', 'ar', 'en'));

DROP POLICY print_all ON "Print";
CREATE POLICY print_read ON "Print" FOR SELECT USING (app_role_in("countryId") IN ('coordinator', 'drafter', 'viewer'));
CREATE POLICY print_create ON "Print" FOR INSERT
  WITH CHECK (app_role_in("countryId") IN ('coordinator', 'drafter', 'viewer') AND "requestedBy" = app_user());
CREATE POLICY print_update ON "Print" FOR UPDATE
  USING (app_role_in("countryId") IN ('coordinator', 'drafter', 'viewer') AND "requestedBy" = app_user())
  WITH CHECK (app_role_in("countryId") IN ('coordinator', 'drafter', 'viewer') AND "requestedBy" = app_user());
-- Old files go when new ones are asked for, whoever asked for the old ones.
CREATE POLICY print_delete ON "Print" FOR DELETE
  USING (app_role_in("countryId") IN ('coordinator', 'drafter', 'viewer') AND "state" NOT IN ('queued', 'printing'));

-- The queue is one for all countries, so these look past row-level security. They tell of a printing who asked for which
-- plan, and nothing of what is in it: that is read as the person who asked.

-- Takes the printing that has waited longest, or one whose server gave no sign of life for `silence`, with `token` as its
-- claim. One that was broken off `most` times is given up.
CREATE FUNCTION print_claim(token uuid, silence interval, most integer)
  RETURNS TABLE ("id" uuid, "planId" uuid, "countryId" uuid, "requestedBy" uuid, "layout" text, "day" text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  BEGIN
    DELETE FROM "Print" p WHERE p."state" IN ('done', 'failed', 'cancelled') AND p."createdAt" < now() - interval '30 days';
    UPDATE "Print" p SET "state" = 'failed', "error" = 'interrupted', "finishedAt" = now(), "claim" = NULL
      WHERE p."state" = 'printing' AND p."seenAt" < now() - silence AND p."tries" >= most;
    RETURN QUERY UPDATE "Print" p
      SET "state" = 'printing', "step" = '', "done" = 0, "total" = 0, "claim" = token, "startedAt" = now(), "seenAt" = now(),
        "tries" = p."tries" + 1
      WHERE p."id" = (
        SELECT q."id" FROM "Print" q
          WHERE q."state" = 'queued' OR (q."state" = 'printing' AND q."seenAt" < now() - silence)
          ORDER BY q."createdAt", q."id" LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING p."id", p."planId", p."countryId", p."requestedBy", p."layout", to_char(current_date, 'YYYY-MM-DD');
  END $$;

-- Ends a printing that came to nothing, where its person may no longer do so themselves.
CREATE FUNCTION print_fail(print uuid, token uuid, code text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ UPDATE "Print" SET "state" = 'failed', "error" = code, "finishedAt" = now(), "claim" = NULL
          WHERE "id" = print AND "state" = 'printing' AND "claim" = token $$;

-- How many printings, of whatever country, come before this one.
CREATE FUNCTION print_ahead(print uuid) RETURNS integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT count(*)::integer FROM "Print" p, "Print" own
          WHERE own."id" = print AND p."state" IN ('queued', 'printing')
            AND (p."createdAt", p."id") < (own."createdAt", own."id") $$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Bringing in. What was read from a file is its sender's alone until it becomes a plan.
-- ---------------------------------------------------------------------------------------------------------------------
ALTER TABLE "PlanImport" ENABLE ROW LEVEL SECURITY;
CREATE POLICY import_all ON "PlanImport" FOR ALL
  USING ("requestedBy" = app_user() AND app_role_in("countryId") = 'coordinator')
  WITH CHECK ("requestedBy" = app_user() AND app_role_in("countryId") = 'coordinator');

-- Removes what nobody confirmed in time, whoever sent it.
CREATE FUNCTION forget_imports(age interval) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ DELETE FROM "PlanImport" WHERE "createdAt" < now() - age $$;

GRANT SELECT, INSERT, UPDATE, DELETE ON "PlanImport" TO plan_app;
REVOKE EXECUTE ON FUNCTION print_claim(uuid, interval, integer), print_fail(uuid, uuid, text), print_ahead(uuid),
  forget_imports(interval) FROM public;
GRANT EXECUTE ON FUNCTION print_claim(uuid, interval, integer), print_fail(uuid, uuid, text), print_ahead(uuid),
  forget_imports(interval) TO plan_app;
