-- How something is printed is one thing, chosen together: which layout, as what, for whom, with which annexes.
ALTER TABLE "Print" ADD COLUMN "options" JSONB NOT NULL DEFAULT '{}';
UPDATE "Print" SET "options" = jsonb_build_object('layout', "layout", 'format', "format");
ALTER TABLE "Print" DROP COLUMN "layout", DROP COLUMN "format";

-- What was chosen last, for the next time.
ALTER TABLE "Plan" ADD COLUMN "printOptions" JSONB NOT NULL DEFAULT '{}';

-- The one that prints has to know them: what a function gives back can only be changed by making it anew.
DROP FUNCTION print_claim(uuid, interval, integer);
CREATE FUNCTION print_claim(token uuid, silence interval, most integer)
  RETURNS TABLE ("id" uuid, "planId" uuid, "countryId" uuid, "requestedBy" uuid, "options" jsonb, "day" text)
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
      RETURNING p."id", p."planId", p."countryId", p."requestedBy", p."options", to_char(current_date, 'YYYY-MM-DD');
  END $$;
REVOKE EXECUTE ON FUNCTION print_claim(uuid, interval, integer) FROM public;
GRANT EXECUTE ON FUNCTION print_claim(uuid, interval, integer) TO plan_app;
