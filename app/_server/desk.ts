import { nameOrder } from '#i18n/format';
import type { Locale } from '#i18n/routing';
import { type Actor, can, type Scope } from '#people/roles';
import { ID } from '#plan/fields';
import type { Bilingual } from '#plan/schema';
import { arrangeDesk, type DeskAsked } from '../_review/deskList.ts';
import { pageOf } from '../_review/dispositionFilter.ts';
import type { Outcome } from '../_review/sides.ts';
import { byUrgency, type Waiting, waiting } from '../_review/waiting.ts';
import { record } from './audit.ts';
import { asActor, asActorDirectly, type Statement } from './database.ts';
import { reviewPlace } from './grants.ts';

/** The most plans that a desk holds: three of each country of the world would be about six hundred. */
export const DESK_LIMIT = 2000;

/** How many comments and wordings of a plan’s review wait for something. */
type ReviewCounts = { mustFix: number; consider: number; wordings: number };

/** A plan’s latest round with the decision, and what was adopted. */
type RoundFacts = {
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
};

/** What is open of all that was said of a plan. */
type SaidFacts = {
  planId: string;
  mustFix: number | null;
  consider: number | null;
  wordings: number | null;
  countryThreads: number | null;
  countrySince: Date;
  adviserThreads: number | null;
  adviserSince: Date;
};

const roundsOf = (asked: string, own = '') => `WITH asked AS MATERIALIZED (${asked})
  SELECT ${own}asked."planId"::text, s."number", s."id"::text AS "submissionId", s."titleAr", s."titleEn", s."sentAt", s."dueAt",
    d."outcome", d."decidedAt", to_char(a."adoptedOn", 'YYYY-MM-DD') AS "adoptedOn", a."recordedAt"
  FROM asked
    LEFT JOIN LATERAL (SELECT * FROM "Submission" l WHERE l."planId" = asked."planId" AND l."withdrawnAt" IS NULL
      ORDER BY l."number" DESC LIMIT 1) s ON true
    LEFT JOIN "ReviewDecision" d ON d."submissionId" = s."id"
    LEFT JOIN LATERAL (SELECT l."adoptedOn", l."recordedAt" FROM "Adoption" l WHERE l."planId" = asked."planId"
      ORDER BY l."recordedAt" DESC, l."id" DESC LIMIT 1) a ON true`;

const ROUNDS_OF_PLAN = roundsOf('SELECT $1::uuid AS "planId"');

/** All that an adviser is let into at this moment: by the database’s word, whatever the actor says. */
const ROUNDS_OF_DESK: Statement = {
  name: 'desk',
  text: `${roundsOf(
    `SELECT g."planId", g."countryId", c."code", c."nameAr", c."nameEn", g."scope", g."until"
      FROM app_grants() g JOIN "Country" c ON c."id" = g."countryId" ORDER BY c."code", g."planId" LIMIT ${DESK_LIMIT}`,
    'asked."countryId"::text, asked."code", asked."nameAr", asked."nameEn", asked."scope", asked."until", ',
  )} ORDER BY asked."code", asked."planId"`,
};

// $1 plans. It looks at every open thread of them, so it is asked of those that are shown.
const SAID: Statement = {
  name: 'said of plans',
  text: `WITH asked AS MATERIALIZED (SELECT unnest($1::uuid[]) AS "planId"),
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
  SELECT asked."planId"::text, open."mustFix", open."consider", worded."wordings", open."countryThreads", open."countrySince",
    open."adviserThreads", open."adviserSince"
  FROM asked LEFT JOIN open ON open."planId" = asked."planId" LEFT JOIN worded ON worded."planId" = asked."planId"`,
};

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

function stateOf(facts: RoundFacts, said?: SaidFacts): ReviewState {
  const { planId, submissionId, number, titleAr, titleEn, sentAt, dueAt, outcome, decidedAt, adoptedOn } = facts;
  return {
    planId,
    submissionId,
    title: titleAr === null ? null : { ar: titleAr, en: titleEn ?? '' },
    waiting: waiting({
      round: number === null ? null : { number, sentAt, dueAt },
      decision: outcome && { outcome, decidedAt },
      adoption: adoptedOn === null ? null : { recordedAt: facts.recordedAt },
      asked: said && {
        country: asked(said.countryThreads, said.countrySince),
        adviser: asked(said.adviserThreads, said.adviserSince),
      },
    }),
    counts: { mustFix: said?.mustFix ?? 0, consider: said?.consider ?? 0, wordings: said?.wordings ?? 0 },
    adoptedOn,
  };
}

/** Where a plan’s review stands, for its team and whom it let in; null to everybody else. */
export async function loadReviewState(actor: Actor, planId: string): Promise<ReviewState | null> {
  if (!ID.test(planId)) return null;
  return asActor(actor.userId, async (tx) => {
    const place = await reviewPlace(tx, actor, planId);
    if (!place || !can(actor, 'review.read', place)) return null;
    const [facts] = await tx.$queryRawUnsafe<RoundFacts[]>(ROUNDS_OF_PLAN, planId);
    const [said] = await tx.$queryRawUnsafe<SaidFacts[]>(SAID.text, [planId]);
    return facts ? stateOf(facts, said) : null;
  });
}

type Granted = {
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

const deskPlan = (
  { countryId, code, nameAr, nameEn, scope, until, ...facts }: RoundFacts & Granted,
  said?: SaidFacts,
) => ({
  ...stateOf(facts, said),
  countryId,
  country: { code, nameAr, nameEn },
  scope,
  until,
});

/**
 * The plans of a desk that are shown, with what is open of each. Nothing of a desk’s order hangs on what is open, so of the
 * others that isn’t counted.
 * @param choose which plans are shown, in their order, of all that countries let the adviser into
 */
async function chosenPlans<C extends { rows: readonly DeskPlan[] }>(
  actor: Actor,
  choose: (all: DeskPlan[]) => C,
): Promise<C & { rows: DeskPlan[] }> {
  return asActorDirectly(actor.userId, async (ask, last) => {
    const facts = await ask<RoundFacts & Granted>(ROUNDS_OF_DESK, []);
    const byId = new Map(facts.map((each) => [each.planId, each]));
    const chosen = choose(facts.map((each) => deskPlan(each)));
    const said = await last<SaidFacts>(SAID, [chosen.rows.map(({ planId }) => planId)]);
    const saidOf = new Map(said.map((each) => [each.planId, each]));
    const rows = chosen.rows.flatMap(({ planId }) => {
      const own = byId.get(planId);
      return own ? [deskPlan(own, saidOf.get(planId))] : [];
    });
    return { ...chosen, rows };
  });
}

/** All the plans that countries let an adviser into, what waits for them first (`byUrgency`); nothing to anyone else. */
export async function loadDesk(actor: Actor): Promise<DeskPlan[]> {
  if (!can(actor, 'desk.open')) return [];
  const { rows } = await chosenPlans(actor, (all) => ({
    rows: all.sort((a, b) => byUrgency(a.waiting, b.waiting)),
  }));
  return rows;
}

/** How many plans stand on a page of a desk. */
export const DESK_ROWS = 50;

/** A page of a desk. `all`: how many plans are on it; `found`: of how many what is asked for holds. */
export type DeskPage = { rows: readonly DeskPlan[]; page: number; pages: number; all: number; found: number };

/** A page of the plans that countries let an adviser into, as `asked` wants them; nothing to anyone else. */
export async function loadDeskPage(actor: Actor, asked: DeskAsked, page: unknown, locale: Locale): Promise<DeskPage> {
  const choose = (all: DeskPlan[]) => {
    const found = arrangeDesk(all, asked, { locale, names: nameOrder(locale) });
    return { ...pageOf(found, page, DESK_ROWS), all: all.length, found: found.length };
  };
  return can(actor, 'desk.open') ? chosenPlans(actor, choose) : choose([]);
}

/** Puts down that what stands on a desk was taken along: of how many plans, and of which side of it. */
export async function recordDeskFile(actor: Actor, of: 'plans' | 'coverage', plans: number): Promise<void> {
  await asActor(actor.userId, (tx) =>
    record(tx, { actorId: actor.userId, deed: 'desk.download', thing: `user ${actor.userId}`, detail: { of, plans } }),
  );
}
