import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { type Actor, can } from '#people/roles';
import { writePlanDocument } from '#plan/exchange';
import { ID } from '#plan/fields';
import { partOf, putTogether } from '#plan/parts';
import type { Problem } from '#plan/problems';
import { type Bilingual, type Plan, planSchema } from '#plan/schema';
import { blocking } from '../_review/blocking.ts';
import { choicesOf, reasonsOf } from '../_review/deskCoverage.ts';
import { type RoundChange, roundChanges } from '../_review/rounds.ts';
import type { Outcome } from '../_review/sides.ts';
import { isBlank, textRefusal } from '../_review/texts.ts';
import { record } from './audit.ts';
import { asActor, type Transaction, WHOLE_FILE } from './database.ts';
import {
  asReviewer,
  isDay,
  lockReview,
  type NotFound,
  notAllowed,
  notFound,
  type ReviewPlace,
  reviewPlace,
} from './grants.ts';
import { circleOf, notify } from './notices.ts';

/** The SHA-256 of a document’s text. Of a plan’s it is what the printed edition bears. */
export const documentHash = (document: string): string => createHash('sha256').update(document).digest('hex');

/** What is being written of a plan at this moment, of those parts that the person may read. */
export async function readDraft(tx: Transaction, actor: Actor, { countryId, planId }: ReviewPlace): Promise<Plan> {
  const parts = await tx.planPart.findMany({ where: { planId }, select: { key: true, content: true } });
  return putTogether(parts.filter(({ key }) => can(actor, 'part.read', { countryId, planId, part: key })));
}

/**
 * The text that something is said of: a round’s, or the draft’s as far as the person may read it.
 * @param submissionId of the round, or null for the draft
 * @returns null where the person sees no such round, or nothing of the draft’s part in which `path` lies
 */
export async function readContent(
  tx: Transaction,
  actor: Actor,
  place: ReviewPlace,
  submissionId: string | null,
  path: string,
): Promise<Plan | null> {
  if (submissionId === null) {
    const mayRead = can(actor, 'part.read', { ...place, part: partOf(path) ?? '' });
    return mayRead ? readDraft(tx, actor, place) : null;
  }
  if (!ID.test(submissionId) || !can(actor, 'review.read', place)) return null;
  const found = await tx.submission.findFirst({
    where: { id: submissionId, planId: place.planId, withdrawnAt: null },
    select: { content: true },
  });
  return found && planSchema.parse(found.content);
}

export type SendSubmission =
  | { ok: true; id: string; number: number }
  | { ok: false; code: 'wrong'; problems: Problem[] }
  | { ok: false; code: 'notFound' | 'notAllowed' | 'alreadySent' | 'dueInvalid' | 'duePast' | 'tooLong' | 'notText' };

/**
 * Sends a plan as it stands: freezes it as the next round. Held back only by what would make the document wrong, which is
 * looked at again here. The same text again, while the round before waits for a decision, is no new round.
 * @param dueOn the day by the end of which an answer is asked for, in universal time, or ''
 */
export async function sendSubmission(
  actor: Actor,
  planId: string,
  { note = '', dueOn = '' }: { note?: string; dueOn?: string },
): Promise<SendSubmission> {
  const refusal = textRefusal([note]);
  if (refusal) return { ok: false, code: refusal };
  if (dueOn !== '' && !isDay(dueOn)) return { ok: false, code: 'dueInvalid' };
  const due = dueOn || null;
  return asReviewer(
    actor,
    async (tx): Promise<SendSubmission> => {
      const place = await reviewPlace(tx, actor, planId);
      if (!place) return notFound;
      const { countryId } = place;
      if (!can(actor, 'review.send', place)) return notAllowed;
      await lockReview(tx, planId);
      const plan = await readDraft(tx, actor, place);
      const problems = blocking(plan);
      if (problems.length > 0) return { ok: false, code: 'wrong', problems };
      const hash = documentHash(writePlanDocument(plan));
      const [last] = await tx.$queryRaw<{ number: number; isSame: boolean; past: boolean | null }[]>`
        SELECT coalesce(max(s."number"), 0) AS "number", (${due}::date + 1)::timestamp AT TIME ZONE 'UTC' <= now() AS "past",
          coalesce(bool_or(s."hash" = ${hash} AND s."withdrawnAt" IS NULL AND d."id" IS NULL AND s."number" = (
            SELECT max(l."number") FROM "Submission" l WHERE l."planId" = s."planId" AND l."withdrawnAt" IS NULL)), false) AS "isSame"
        FROM "Submission" s LEFT JOIN "ReviewDecision" d ON d."submissionId" = s."id" WHERE s."planId" = ${planId}::uuid`;
      if (last?.past) return { ok: false, code: 'duePast' };
      if (last?.isSame) return { ok: false, code: 'alreadySent' };
      const [id, number] = [uuidv7(), (last?.number ?? 0) + 1];
      const { title } = plan.about;
      await tx.$executeRaw`INSERT INTO "Submission" ("id", "planId", "countryId", "number", "content", "hash", "titleAr", "titleEn",
          "choices", "reasons", "note", "sentBy", "dueAt")
        VALUES (${id}::uuid, ${planId}::uuid, ${countryId}::uuid, ${number}, ${JSON.stringify(plan)}::jsonb, ${hash}, ${title.ar},
          ${title.en}, ${JSON.stringify(choicesOf(plan))}::jsonb, ${JSON.stringify(reasonsOf(plan))}::jsonb,
          ${isBlank(note) ? '' : note}, ${actor.userId}::uuid, (${due}::date + 1)::timestamp AT TIME ZONE 'UTC')`;
      await record(tx, {
        actorId: actor.userId,
        countryId,
        deed: 'review.send',
        thing: `submission ${id}`,
        detail: { plan: planId, number, hash },
      });
      await tellAdvisers(tx, actor, planId, `submission ${id}`, 'sent');
      return { ok: true, id, number };
    },
    WHOLE_FILE,
  );
}

async function tellAdvisers(
  tx: Transaction,
  actor: Actor,
  planId: string,
  thing: string,
  kind: 'sent' | 'withdrawn',
): Promise<void> {
  const about = { planId, part: null, draft: false };
  const circle = await circleOf(tx, about);
  const told = circle.filter(({ side }) => side === 'adviser').map(({ userId }) => ({ userId, kind }));
  await notify(tx, actor, about, thing, { circle, told });
}

export type WithdrawSubmission =
  | { ok: true }
  | { ok: false; code: 'notFound' | 'notAllowed' | 'alreadyDecided' | 'alreadyAdopted' };

/**
 * Takes a round back that nobody has decided on. Advisers no longer see its text; what they said of it stays, with the
 * words that it was about.
 */
export async function withdrawSubmission(actor: Actor, submissionId: string): Promise<WithdrawSubmission> {
  if (!ID.test(submissionId)) return notFound;
  return asReviewer(actor, async (tx): Promise<WithdrawSubmission> => {
    const where = { id: submissionId };
    const found = await tx.submission.findUnique({ where, select: { planId: true } });
    const place = found && (await reviewPlace(tx, actor, found.planId));
    if (!place || !can(actor, 'review.read', place)) return notFound;
    if (!can(actor, 'review.withdraw', place)) return notAllowed;
    await lockReview(tx, place.planId);
    const now = await tx.submission.findUnique({
      where,
      select: {
        number: true,
        withdrawnAt: true,
        decision: { select: { id: true } },
        adoptions: { select: { id: true } },
      },
    });
    if (now?.decision) return { ok: false, code: 'alreadyDecided' };
    if (now?.adoptions.length) return { ok: false, code: 'alreadyAdopted' };
    // Withdrawn twice is withdrawn.
    if (!now || now.withdrawnAt) return { ok: true };
    await tx.$executeRaw`UPDATE "Submission" SET "withdrawnAt" = now(), "withdrawnBy" = ${actor.userId}::uuid
      WHERE "id" = ${submissionId}::uuid AND "withdrawnAt" IS NULL`;
    await record(tx, {
      actorId: actor.userId,
      countryId: place.countryId,
      deed: 'review.withdraw',
      thing: `submission ${submissionId}`,
      detail: { plan: place.planId, number: now.number },
    });
    await tellAdvisers(tx, actor, place.planId, `submission ${submissionId}`, 'withdrawn');
    return { ok: true };
  });
}

export type Round = {
  id: string;
  number: number;
  title: Bilingual;
  hash: string;
  note: string;
  sentBy: string;
  sentAt: Date;
  dueAt: Date | null;
  withdrawnAt: Date | null;
  decision: { outcome: Outcome; summary: Bilingual; by: string; at: Date } | null;
};

type RoundRow = Omit<Round, 'title' | 'decision'> & {
  planId: string;
  titleAr: string;
  titleEn: string;
  outcome: Outcome | null;
  summaryAr: string;
  summaryEn: string;
  decidedBy: string;
  decidedAt: Date;
};

// Everything but the text itself, which may be half a megabyte.
const ROUNDS = `SELECT s."id"::text, s."planId"::text, s."number", s."titleAr", s."titleEn", s."hash", s."note", u."name" AS "sentBy",
    s."sentAt", s."dueAt", s."withdrawnAt", d."outcome", d."summaryAr", d."summaryEn", b."name" AS "decidedBy", d."decidedAt"
  FROM "Submission" s JOIN "User" u ON u."id" = s."sentBy"
    LEFT JOIN "ReviewDecision" d ON d."submissionId" = s."id" LEFT JOIN "User" b ON b."id" = d."decidedBy"`;

function roundOf(row: RoundRow): Round {
  const { planId: _, titleAr, titleEn, outcome, summaryAr, summaryEn, decidedBy, decidedAt, ...round } = row;
  const summary = { ar: summaryAr, en: summaryEn };
  const decision = outcome && { outcome, summary, by: decidedBy, at: decidedAt };
  return { ...round, title: { ar: titleAr, en: titleEn }, decision };
}

/** The rounds of a plan with what was decided, the latest first; for an adviser without those that were withdrawn. */
export async function listRounds(actor: Actor, planId: string): Promise<Round[] | null> {
  return asActor(actor.userId, async (tx) => {
    const place = await reviewPlace(tx, actor, planId);
    if (!place || !can(actor, 'review.read', place)) return null;
    const rows = await tx.$queryRawUnsafe<RoundRow[]>(
      `${ROUNDS} WHERE s."planId" = $1::uuid ORDER BY s."number" DESC`,
      planId,
    );
    return rows.map(roundOf);
  });
}

export type LoadedRound = {
  planId: string;
  countryId: string;
  round: Round;
  plan: Plan;
  /** The round before it that was not withdrawn, to compare with. */
  before: { number: number; plan: Plan } | null;
};

/** A round with its text and the one before it, or null where there is none for this person. */
export async function loadRound(actor: Actor, submissionId: string): Promise<LoadedRound | null> {
  if (!ID.test(submissionId)) return null;
  return asActor(actor.userId, async (tx) => {
    const [row] = await tx.$queryRawUnsafe<RoundRow[]>(`${ROUNDS} WHERE s."id" = $1::uuid`, submissionId);
    const place = row && (await reviewPlace(tx, actor, row.planId));
    if (!row || !place || !can(actor, 'review.read', place)) return null;
    const [own] = await tx.$queryRaw<{ content: unknown }[]>`
      SELECT "content" FROM "Submission" WHERE "id" = ${submissionId}::uuid`;
    if (!own) return null;
    const [earlier] = await tx.$queryRaw<{ number: number; content: unknown }[]>`
      SELECT "number", "content" FROM "Submission"
      WHERE "planId" = ${row.planId}::uuid AND "number" < ${row.number} AND "withdrawnAt" IS NULL ORDER BY "number" DESC LIMIT 1`;
    return {
      planId: row.planId,
      countryId: place.countryId,
      round: roundOf(row),
      plan: planSchema.parse(own.content),
      before: earlier ? { number: earlier.number, plan: planSchema.parse(earlier.content) } : null,
    };
  });
}

export type SinceRound = { ok: true; number: number; changes: RoundChange[] } | NotFound;

/** What the draft has become since the latest round; for who reads drafts. Nothing was sent yet: not found. */
export async function changesSinceSent(actor: Actor, planId: string): Promise<SinceRound> {
  return asActor(actor.userId, async (tx): Promise<SinceRound> => {
    const place = await reviewPlace(tx, actor, planId);
    if (!place || !can(actor, 'plan.read', place) || !can(actor, 'review.read', place)) return notFound;
    const [last] = await tx.$queryRaw<{ number: number; content: unknown }[]>`
      SELECT "number", "content" FROM "Submission" WHERE "planId" = ${planId}::uuid AND "withdrawnAt" IS NULL
      ORDER BY "number" DESC LIMIT 1`;
    if (!last) return notFound;
    const changes = roundChanges(planSchema.parse(last.content), await readDraft(tx, actor, place));
    return { ok: true, number: last.number, changes };
  });
}
