-- A workbook or a translation that came back: what it would change, until its sender says so.
CREATE TABLE "ReturnedFile" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "countryId" UUID NOT NULL,
    "requestedBy" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "changes" JSONB NOT NULL DEFAULT '[]',
    "refusals" JSONB NOT NULL DEFAULT '[]',
    "remarks" JSONB NOT NULL DEFAULT '{}',
    "appliedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReturnedFile_pkey" PRIMARY KEY ("id"),
    CONSTRAINT returned_kind CHECK ("kind" IN ('xlsx', 'xliff'))
);
CREATE INDEX "ReturnedFile_requestedBy_idx" ON "ReturnedFile"("requestedBy");
CREATE INDEX "ReturnedFile_planId_idx" ON "ReturnedFile"("planId");
ALTER TABLE "ReturnedFile" ADD CONSTRAINT "ReturnedFile_planId_countryId_fkey" FOREIGN KEY ("planId", "countryId") REFERENCES "Plan"("id", "countryId") ON DELETE CASCADE ON UPDATE CASCADE;

-- It is its sender's alone, as long as they have something in the plan to write; each part asks again when it is applied.
ALTER TABLE "ReturnedFile" ENABLE ROW LEVEL SECURITY;
CREATE POLICY returned_all ON "ReturnedFile" FOR ALL
  USING ("requestedBy" = app_user() AND app_reads("countryId", "planId", NULL) AND app_role_in("countryId") <> 'viewer')
  WITH CHECK ("requestedBy" = app_user() AND app_reads("countryId", "planId", NULL) AND app_role_in("countryId") <> 'viewer');

-- Removes what nobody confirmed in time, whoever sent it.
CREATE FUNCTION forget_returned(age interval) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ DELETE FROM "ReturnedFile" WHERE "createdAt" < now() - age $$;

GRANT SELECT, INSERT, UPDATE, DELETE ON "ReturnedFile" TO plan_app;
REVOKE EXECUTE ON FUNCTION forget_returned(interval) FROM public;
GRANT EXECUTE ON FUNCTION forget_returned(interval) TO plan_app;
