import { type Actor, can } from '#people/roles';
import type { Bilingual, Decision } from '#plan/schema';
import { type Choices, deskCoverage as coverageOf, type RecommendationCoverage } from '../_review/deskCoverage.ts';
import { asActor } from './database.ts';
import { DESK_LIMIT } from './desk.ts';

// Of each plan that the adviser is let into at this moment, the round that was sent last: what a country stands by. Drafts
// aren’t counted, also where an adviser may read them.
const LATEST = `FROM (SELECT * FROM app_grants() LIMIT ${DESK_LIMIT}) g JOIN "Country" c ON c."id" = g."countryId"
  CROSS JOIN LATERAL (SELECT * FROM "Submission" l WHERE l."planId" = g."planId" AND l."withdrawnAt" IS NULL
    ORDER BY l."number" DESC LIMIT 1) s`;
const WHOSE = `g."planId"::text, s."id"::text AS "submissionId", s."number", s."titleAr", s."titleEn",
  c."code", c."nameAr", c."nameEn"`;

type Whose = {
  planId: string;
  submissionId: string;
  number: number;
  titleAr: string;
  titleEn: string;
  code: string;
  nameAr: string;
  nameEn: string;
};

/** A plan by the round that it sent last. */
type SentPlan = {
  planId: string;
  submissionId: string;
  number: number;
  title: Bilingual;
  country: { code: string; nameAr: string; nameEn: string };
};

const sentPlan = ({ planId, submissionId, number, titleAr, titleEn, code, nameAr, nameEn }: Whose): SentPlan => ({
  planId,
  submissionId,
  number,
  title: { ar: titleAr, en: titleEn },
  country: { code, nameAr, nameEn },
});

/** What the plans on an adviser’s desk do with each recommendation; `plans`: how many those are, of how many countries. */
export type DeskCoverage = { plans: number; countries: number; recommendations: RecommendationCoverage[] };

/** What the plans on an adviser’s desk do with each recommendation, by their latest rounds; null to anyone else. */
export async function loadDeskCoverage(actor: Actor): Promise<DeskCoverage | null> {
  if (!can(actor, 'desk.open')) return null;
  const rows = await asActor(actor.userId, (tx) =>
    tx.$queryRawUnsafe<{ code: string; choices: Choices }[]>(`SELECT c."code", s."choices" ${LATEST}`),
  );
  return {
    plans: rows.length,
    countries: new Set(rows.map(({ code }) => code)).size,
    recommendations: coverageOf(rows.map(({ choices }) => choices)),
  };
}

/** What one plan decided of one recommendation, and why. */
export type PlanChoice = SentPlan & { decision: Decision['decision']; reason: Bilingual };

/** What each plan on an adviser’s desk decided of a recommendation, and why, by their latest rounds; null to anyone else. */
export async function loadChoicesOf(actor: Actor, recommendation: string): Promise<PlanChoice[] | null> {
  if (!can(actor, 'desk.open')) return null;
  const rows = await asActor(actor.userId, (tx) =>
    tx.$queryRawUnsafe<(Whose & { decision: Decision['decision'] | null; reason: Bilingual | null })[]>(
      `SELECT ${WHOSE}, s."choices" ->> $1 AS "decision", s."reasons" -> $1 AS "reason" ${LATEST}`,
      recommendation,
    ),
  );
  return rows.map(({ decision, reason, ...whose }) => ({
    ...sentPlan(whose),
    decision: decision ?? 'undecided',
    reason: reason ?? { ar: '', en: '' },
  }));
}

/** All that a plan decided, and why. */
export type PlanChoices = SentPlan & { choices: Choices; reasons: Record<string, Bilingual> };

/** All that the plans on an adviser’s desk decided, and why, by their latest rounds; null to anyone else. */
export async function loadAllChoices(actor: Actor): Promise<PlanChoices[] | null> {
  if (!can(actor, 'desk.open')) return null;
  const rows = await asActor(actor.userId, (tx) =>
    tx.$queryRawUnsafe<(Whose & Pick<PlanChoices, 'choices' | 'reasons'>)[]>(
      `SELECT ${WHOSE}, s."choices", s."reasons" ${LATEST}`,
    ),
  );
  return rows.map(({ choices, reasons, ...whose }) => ({ ...sentPlan(whose), choices, reasons }));
}
