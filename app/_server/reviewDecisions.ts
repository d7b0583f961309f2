import { uuidv7 } from 'uuidv7';
import { type Actor, can } from '#people/roles';
import { ID } from '#plan/fields';
import type { Bilingual } from '#plan/schema';
import { type Outcome, outcomes } from '../_review/sides.ts';
import { isBlank, textRefusal } from '../_review/texts.ts';
import { record } from './audit.ts';
import { asReviewer, lockReview, type NotFound, notAllowed, notFound, reviewPlace } from './grants.ts';
import { circleOf, notify } from './notices.ts';

/** The longest summary in one language, in UTF-16 units: a long letter. */
const SUMMARY_LIMIT = 40_000;

export type Decide =
  | { ok: true; id: string }
  | NotFound
  | {
      ok: false;
      code:
        | 'notAllowed'
        | 'alreadyDecided'
        | 'newerRound'
        | 'outcomeInvalid'
        | 'summaryMissing'
        | 'tooLong'
        | 'notText';
    };

/**
 * Returns a round, or clears it, with a summary in at least one language. Decided once, and of the latest round only: what
 * was replaced needs no answer any more. It stops nothing: a country may adopt what was returned.
 */
export async function decide(
  actor: Actor,
  { submissionId, outcome, summary }: { submissionId: string; outcome: Outcome; summary: Bilingual },
): Promise<Decide> {
  if (!ID.test(submissionId)) return notFound;
  if (!outcomes.includes(outcome)) return { ok: false, code: 'outcomeInvalid' };
  if (isBlank(summary.ar) && isBlank(summary.en)) return { ok: false, code: 'summaryMissing' };
  const refused = textRefusal([summary.ar, summary.en], SUMMARY_LIMIT);
  if (refused) return { ok: false, code: refused };
  return asReviewer(actor, async (tx): Promise<Decide> => {
    const select = { planId: true, number: true };
    const found = await tx.submission.findUnique({ where: { id: submissionId }, select });
    const place = found && (await reviewPlace(tx, actor, found.planId));
    if (!found || !place || !can(actor, 'review.read', place)) return notFound;
    if (!can(actor, 'review.decide', place)) return notAllowed;
    const { planId, countryId } = place;
    await lockReview(tx, planId);
    // What was withdrawn while this waited isn’t there any more.
    const [now] = await tx.$queryRaw<{ decided: boolean; newer: boolean }[]>`
      SELECT d."id" IS NOT NULL AS "decided", EXISTS (SELECT 1 FROM "Submission" n
          WHERE n."planId" = s."planId" AND n."number" > s."number" AND n."withdrawnAt" IS NULL) AS "newer"
      FROM "Submission" s LEFT JOIN "ReviewDecision" d ON d."submissionId" = s."id"
      WHERE s."id" = ${submissionId}::uuid AND s."withdrawnAt" IS NULL`;
    if (!now) return notFound;
    if (now.decided) return { ok: false, code: 'alreadyDecided' };
    if (now.newer) return { ok: false, code: 'newerRound' };
    const id = uuidv7();
    await tx.$executeRaw`
      INSERT INTO "ReviewDecision" ("id", "submissionId", "planId", "countryId", "outcome", "summaryAr", "summaryEn", "decidedBy")
      VALUES (${id}::uuid, ${submissionId}::uuid, ${planId}::uuid, ${countryId}::uuid, ${outcome}, ${summary.ar}, ${summary.en},
        ${actor.userId}::uuid)`;
    await record(tx, {
      actorId: actor.userId,
      countryId,
      deed: 'review.decide',
      thing: `submission ${submissionId}`,
      detail: { plan: planId, number: found.number, outcome },
    });
    const about = { planId, part: null, draft: false };
    const circle = await circleOf(tx, about);
    const coordinators = circle.filter(({ role }) => role === 'coordinator');
    const told = coordinators.map(({ userId }) => ({ userId, kind: outcome }));
    await notify(tx, actor, about, `submission ${submissionId}`, { circle, told });
    return { ok: true, id };
  });
}
