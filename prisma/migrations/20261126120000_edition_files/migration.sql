-- A printing may be of an adopted edition, and the files of those are known for ever.
ALTER TABLE "Print" ADD COLUMN "adoptionId" UUID;

CREATE TABLE "EditionFile" (
    "hash" TEXT NOT NULL,
    "adoptionId" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "countryId" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "layout" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "extent" TEXT NOT NULL,
    "pages" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EditionFile_pkey" PRIMARY KEY ("hash","adoptionId"),
    CONSTRAINT edition_file_hash CHECK ("hash" ~ '^[0-9a-f]{64}$')
);
CREATE INDEX "EditionFile_adoptionId_idx" ON "EditionFile"("adoptionId");
CREATE INDEX "EditionFile_countryId_idx" ON "EditionFile"("countryId");
CREATE INDEX "Adoption_hash_idx" ON "Adoption"("hash");
CREATE UNIQUE INDEX "Adoption_id_planId_key" ON "Adoption"("id", "planId");
ALTER TABLE "Print" ADD CONSTRAINT "Print_adoptionId_planId_fkey" FOREIGN KEY ("adoptionId", "planId") REFERENCES "Adoption"("id", "planId") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "EditionFile" ADD CONSTRAINT "EditionFile_adoptionId_planId_fkey" FOREIGN KEY ("adoptionId", "planId") REFERENCES "Adoption"("id", "planId") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "EditionFile" ADD CONSTRAINT "EditionFile_planId_countryId_fkey" FOREIGN KEY ("planId", "countryId") REFERENCES "Plan"("id", "countryId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Nobody has a right to this table: rows come from what was printed, by the trigger below, and are asked for by their hash
-- alone, with the function after it.
ALTER TABLE "EditionFile" ENABLE ROW LEVEL SECURITY;

-- A printing of an adopted edition that is done leaves its file's hash behind. The database works it out itself, so that no
-- row can say of a file what isn't so; it stays when the printing is tidied away.
CREATE FUNCTION keep_edition_file() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  BEGIN
    INSERT INTO "EditionFile" ("hash", "adoptionId", "planId", "countryId", "format", "layout", "edition", "extent", "pages")
      VALUES (encode(sha256(NEW."file"), 'hex'), NEW."adoptionId", NEW."planId", NEW."countryId", NEW."options"->>'format',
        NEW."options"->>'layout', NEW."options"->>'edition', NEW."options"->>'extent', NEW."pages")
      ON CONFLICT DO NOTHING;
    RETURN NULL;
  END $$;
CREATE TRIGGER keep_edition_file AFTER UPDATE ON "Print" FOR EACH ROW
  WHEN (NEW."state" = 'done' AND OLD."state" <> 'done' AND NEW."adoptionId" IS NOT NULL AND NEW."file" IS NOT NULL)
  EXECUTE FUNCTION keep_edition_file();

-- What anyone may learn of a hash, whoever they are: of which adopted edition it is the code or a printed file, as its
-- country recorded it, and whether something was recorded after it ('correction': of the same text). Who asks must have
-- the whole hash, and so the edition or its code. A text that was adopted for several plans is told for each.
CREATE FUNCTION edition_by_hash(asked text)
  RETURNS TABLE ("countryAr" text, "countryEn" text, "titleAr" text, "titleEn" text, "authorityAr" text, "authorityEn" text,
    "decree" text, "adoptedOn" text, "since" text, "format" text, "layout" text, "edition" text, "extent" text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ WITH known AS (
          SELECT f."adoptionId", f."format", f."layout", f."edition", f."extent" FROM "EditionFile" f WHERE f."hash" = asked
          UNION ALL SELECT a."id", NULL, NULL, NULL, NULL FROM "Adoption" a WHERE a."hash" = asked),
        latest AS (
          SELECT DISTINCT ON (a."planId") a.*, k."format", k."layout", k."edition", k."extent"
          FROM known k JOIN "Adoption" a ON a."id" = k."adoptionId"
          ORDER BY a."planId", a."recordedAt" DESC, a."id" DESC)
        SELECT c."nameAr", c."nameEn", a."content"::jsonb #>> '{about,title,ar}', a."content"::jsonb #>> '{about,title,en}',
          a."authorityAr", a."authorityEn", a."decree", to_char(a."adoptedOn", 'YYYY-MM-DD'),
          CASE WHEN l."id" = a."id" THEN NULL WHEN l."hash" = a."hash" THEN 'correction' ELSE 'newer' END,
          a."format", a."layout", a."edition", a."extent"
        FROM latest a JOIN "Country" c ON c."id" = a."countryId"
          CROSS JOIN LATERAL (SELECT n."id", n."hash" FROM "Adoption" n WHERE n."planId" = a."planId"
            ORDER BY n."recordedAt" DESC, n."id" DESC LIMIT 1) l
        ORDER BY a."recordedAt", a."id" $$;

-- The one that prints has to know which edition: what a function gives back can only be changed by making it anew.
DROP FUNCTION print_claim(uuid, interval, integer);
CREATE FUNCTION print_claim(token uuid, silence interval, most integer)
  RETURNS TABLE ("id" uuid, "planId" uuid, "countryId" uuid, "requestedBy" uuid, "options" jsonb, "adoptionId" uuid, "day" text)
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
      RETURNING p."id", p."planId", p."countryId", p."requestedBy", p."options", p."adoptionId",
        to_char(current_date, 'YYYY-MM-DD');
  END $$;

REVOKE EXECUTE ON FUNCTION keep_edition_file(), edition_by_hash(text), print_claim(uuid, interval, integer) FROM public;
GRANT EXECUTE ON FUNCTION edition_by_hash(text), print_claim(uuid, interval, integer) TO plan_app;
