import { type Actor, can, type Scope } from '#people/roles';
import { ID } from '#plan/fields';
import type { Bilingual } from '#plan/schema';
import { type Choices, deskCoverage as coverageOf, type RecommendationCoverage } from '../_review/deskCoverage.ts';
import type { Outcome } from '../_review/sides.ts';
import { byUrgency, type Waiting, waiting } from '../_review/waiting.ts';
import { asActor, type Transaction } from './database.ts';
import { reviewPlace } from './grants.ts';

/** The most plans that a desk holds: three of each country of the world would be about six hundred. */
const DESK_LIMIT = 2000;

/** How many comments and wordings of a plan’s review wait for something. */
type ReviewCounts = { mustFix: number; consider: number; wordings: number };

type Facts = {
  planId: string;
  number: number | null;
  submissionId: string | null;
  titleAr: string | null;
  titleEn: string | null;
  sentAt: Date;
  dueAt: Date | null;
  outcome: Outcome | null;
  decidedAt: Date;
  adoptedOn: string | null;
  recordedAt: Date;
  mustFix: number | null;
  consider: number | null;
  wordings: number | null;
  countryThreads: number | null;
  countrySince: Date;
  adviserThreads: number | null;
  adviserSince: Date;
};

// $1 plans. Of each its latest round with the decision, what was adopted, and what is open of all that was said: one
// statement, so that a desk of six hundred plans costs no more than a page.
const FACTS = `WITH asked AS MATERIALIZED (SELECT unnest($1::uuid[]) AS "planId"),
  said AS (
    SELECT r."planId", r."weight", r."side", w."side" AS "last", w."createdAt" AS "lastAt"
    FROM "Comment" r CROSS JOIN LATERAL (
      SELECT l."side", l."createdAt" FROM "Comment" l WHERE l."threadId" = r."id" ORDER BY l."createdAt" DESC, l."id" DESC LIMIT 1) w
    WHERE r."planId" IN (SELECT "planId" FROM asked) AND r."id" = r."threadId" AND r."resolvedAt" IS NULL AND NOT r."isPrivate"),
  open AS (
    SELECT "planId", count(*) FILTER (WHERE "weight" = 'mustFix')::int AS "mustFix",
      count(*) FILTER (WHERE "side" = 'adviser' AND "weight" IS DISTINCT FROM 'mustFix')::int AS "consider",
      count(*) FILTER (WHERE "last" = 'adviser')::int AS "countryThreads",
      min("lastAt") FILTER (WHERE "last" = 'adviser') AS "countrySince",
      count(*) FILTER (WHERE "last" = 'country')::int AS "adviserThreads",
      min("lastAt") FILTER (WHERE "last" = 'country') AS "adviserSince"
    FROM said GROUP BY "planId"),
  worded AS (
    SELECT "planId", count(*)::int AS "wordings" FROM "Suggestion"
    WHERE "planId" IN (SELECT "planId" FROM asked) AND "state" = 'open' GROUP BY "planId")
  SELECT asked."planId"::text, s."number", s."id"::text AS "submissionId", s."titleAr", s."titleEn", s."sentAt", s."dueAt",
    d."outcome", d."decidedAt", to_char(a."adoptedOn", 'YYYY-MM-DD') AS "adoptedOn", a."recordedAt",
    open."mustFix", open."consider", worded."wordings", open."countryThreads", open."countrySince", open."adviserThreads",
    open."adviserSince"
  FROM asked
    LEFT JOIN LATERAL (SELECT * FROM "Submission" l WHERE l."planId" = asked."planId" AND l."withdrawnAt" IS NULL
      ORDER BY l."number" DESC LIMIT 1) s ON true
    LEFT JOIN "ReviewDecision" d ON d."submissionId" = s."id"
    LEFT JOIN LATERAL (SELECT l."adoptedOn", l."recordedAt" FROM "Adoption" l WHERE l."planId" = asked."planId"
      ORDER BY l."recordedAt" DESC, l."id" DESC LIMIT 1) a ON true
    LEFT JOIN open ON open."planId" = asked."planId" LEFT JOIN worded ON worded."planId" = asked."planId"`;

/** Where a plan’s review stands, with its latest round, the title it had there, and what is open. */
export type ReviewState = {
  planId: string;
  submissionId: string | null;
  title: Bilingual | null;
  waiting: Waiting;
  counts: ReviewCounts;
  adoptedOn: string | null;
};

const asked = (threads: number | null, since: Date) => (threads ? { threads, since } : null);

function stateOf(facts: Facts): ReviewState {
  const { planId, submissionId, number, titleAr, titleEn, sentAt, dueAt, outcome, decidedAt, adoptedOn } = facts;
  return {
    planId,
    submissionId,
    title: titleAr === null ? null : { ar: titleAr, en: titleEn ?? '' },
    waiting: waiting({
      round: number === null ? null : { number, sentAt, dueAt },
      decision: outcome && { outcome, decidedAt },
      adoption: adoptedOn === null ? null : { recordedAt: facts.recordedAt },
      asked: {
        country: asked(facts.countryThreads, facts.countrySince),
        adviser: asked(facts.adviserThreads, facts.adviserSince),
      },
    }),
    counts: { mustFix: facts.mustFix ?? 0, consider: facts.consider ?? 0, wordings: facts.wordings ?? 0 },
    adoptedOn,
  };
}

/** Where a plan’s review stands, for its team and whom it let in; null to everybody else. */
export async function loadReviewState(actor: Actor, planId: string): Promise<ReviewState | null> {
  if (!ID.test(planId)) return null;
  return asActor(actor.userId, async (tx) => {
    const place = await reviewPlace(tx, actor, planId);
    if (!place || !can(actor, 'review.read', place)) return null;
    const [facts] = await tx.$queryRawUnsafe<Facts[]>(FACTS, [planId]);
    return facts ? stateOf(facts) : null;
  });
}

type GrantedPlan = {
  planId: string;
  countryId: string;
  code: string;
  nameAr: string;
  nameEn: string;
  scope: Scope;
  until: Date;
};

/** A plan on an adviser’s desk. `until`: when the grant ends. */
export type DeskPlan = ReviewState & {
  countryId: string;
  country: { code: string; nameAr: string; nameEn: string };
  scope: Scope;
  until: Date;
};

/** The plans that an adviser is let into at this moment: by the database’s word, whatever the actor says. */
async function grantedPlans(tx: Transaction): Promise<GrantedPlan[]> {
  return tx.$queryRaw<GrantedPlan[]>`
    SELECT g."planId"::text, g."countryId"::text, c."code", c."nameAr", c."nameEn", g."scope", g."until"
    FROM app_grants() g JOIN "Country" c ON c."id" = g."countryId" ORDER BY c."code", g."planId" LIMIT ${DESK_LIMIT}`;
}

/** All the plans that countries let an adviser into, what waits for them first (`byUrgency`); nothing to anyone else. */
export async function loadDesk(actor: Actor): Promise<DeskPlan[]> {
  if (!can(actor, 'desk.open')) return [];
  return asActor(actor.userId, async (tx) => {
    const granted = await grantedPlans(tx);
    const ids = granted.map(({ planId }) => planId);
    const facts = await tx.$queryRawUnsafe<Facts[]>(FACTS, ids);
    const states = new Map(facts.map((row) => [row.planId, stateOf(row)]));
    return granted
      .flatMap(({ planId, countryId, code, nameAr, nameEn, scope, until }): DeskPlan[] => {
        const state = states.get(planId);
        return state ? [{ ...state, countryId, country: { code, nameAr, nameEn }, scope, until }] : [];
      })
      .sort((a, b) => byUrgency(a.waiting, b.waiting));
  });
}

/** What the plans on an adviser’s desk do with each recommendation, by their latest rounds; `plans`: how many those are. */
export async function loadDeskCoverage(
  actor: Actor,
): Promise<{ plans: number; recommendations: RecommendationCoverage[] } | null> {
  if (!can(actor, 'desk.open')) return null;
  const rows = await asActor(
    actor.userId,
    (tx) => tx.$queryRaw<{ choices: Choices }[]>`
      SELECT s."choices" FROM app_grants() g CROSS JOIN LATERAL (
        SELECT l."choices" FROM "Submission" l WHERE l."planId" = g."planId" AND l."withdrawnAt" IS NULL
        ORDER BY l."number" DESC LIMIT 1) s LIMIT ${DESK_LIMIT}`,
  );
  return { plans: rows.length, recommendations: coverageOf(rows.map(({ choices }) => choices)) };
}
