-- Who holds a session, with all that decides what they may do: asked before anyone is known, on every request, so it
-- looks past row-level security for that one person's rows. Being asked keeps the session from going idle.
CREATE FUNCTION session_actor(session_token text, idle interval, longest interval)
  RETURNS TABLE ("sessionId" uuid, "userId" uuid, "name" text, "email" text, "duties" text[], "memberships" jsonb, "assignments" jsonb)
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
        FROM "Assignment" a WHERE a."userId" = u."id")
      FROM "User" u WHERE u."id" = held."userId";
  END $$;

REVOKE EXECUTE ON FUNCTION session_actor(text, interval, interval) FROM public;
GRANT EXECUTE ON FUNCTION session_actor(text, interval, interval) TO plan_app;
