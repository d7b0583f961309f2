-- The emblem that stands on a plan's cover: a picture that the server has drawn anew, never the file that was sent.
CREATE TABLE "Emblem" (
    "planId" UUID NOT NULL,
    "countryId" UUID NOT NULL,
    "image" BYTEA NOT NULL,
    "setBy" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Emblem_pkey" PRIMARY KEY ("planId"),
    CONSTRAINT emblem_size CHECK (octet_length("image") <= 2000000)
);
CREATE UNIQUE INDEX "Emblem_planId_countryId_key" ON "Emblem"("planId", "countryId");
ALTER TABLE "Emblem" ADD CONSTRAINT "Emblem_planId_countryId_fkey" FOREIGN KEY ("planId", "countryId") REFERENCES "Plan"("id", "countryId") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who reads the whole plan sees it; who writes about the plan sets it.
ALTER TABLE "Emblem" ENABLE ROW LEVEL SECURITY;
CREATE POLICY emblem_read ON "Emblem" FOR SELECT USING (app_reads("countryId", "planId", 'about'));
CREATE POLICY emblem_create ON "Emblem" FOR INSERT WITH CHECK (app_writes("countryId", "planId", 'about') AND "setBy" = app_user());
CREATE POLICY emblem_update ON "Emblem" FOR UPDATE USING (app_writes("countryId", "planId", 'about'))
  WITH CHECK (app_writes("countryId", "planId", 'about') AND "setBy" = app_user());
CREATE POLICY emblem_delete ON "Emblem" FOR DELETE USING (app_writes("countryId", "planId", 'about'));
GRANT SELECT, INSERT, UPDATE, DELETE ON "Emblem" TO plan_app;
