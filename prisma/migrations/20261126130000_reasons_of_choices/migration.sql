-- Why a country decided as it did stands beside what it decided: the whole content of some six hundred rounds is too much to
-- unpack for one page.
ALTER TABLE "Submission" ADD COLUMN "reasons" JSONB NOT NULL DEFAULT '{}';

UPDATE "Submission" s SET "reasons" = coalesce((
  SELECT jsonb_object_agg(d.key, d.value -> 'reason') FROM jsonb_each(s."content" -> 'decisions') d
  WHERE d.value ->> 'decision' <> 'undecided'
    AND concat(d.value #>> '{reason,ar}', d.value #>> '{reason,en}') ~ '\S'), '{}')
  WHERE jsonb_typeof(s."content" -> 'decisions') = 'object';
