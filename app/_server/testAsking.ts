import { uuidv7 } from 'uuidv7';
import { criteria } from '#catalogue/criteria';
import type { Actor } from '#people/roles';
import { listAdoptions, loadAdoption } from './adoptions.ts';
import { addComment, replyTo, resolveThread } from './comments.ts';
import { loadDesk, loadReviewState } from './desk.ts';
import { loadDispositions } from './dispositionTable.ts';
import { grantAccess, listGrants } from './grants.ts';
import { listNotices } from './notices.ts';
import { listPlans, loadPlan } from './plans.ts';
import { decide } from './reviewDecisions.ts';
import { changesSinceSent, listRounds, loadRound, sendSubmission, withdrawSubmission } from './submissions.ts';
import { listSuggestions, suggest } from './suggestions.ts';
import { commentOn } from './testReview.ts';
import { asOwner } from './testTeam.ts';
import { listThreads } from './threads.ts';
import { answerCriterion, draftLetter, loadWorksheet } from './worksheet.ts';

/** For tests: a day until which an adviser may be let in. */
export const inAYear = new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10);
export const notFound = { ok: false, code: 'notFound' };
/** The id of nothing. */
export const nobody = '0190b3a1-0000-7000-8000-000000000001';

/** For tests: everything that can be asked of a review, and what is answered where there is none. */
export async function everything(
  actor: Actor,
  { planId, submissionId, commentId }: { planId: string; submissionId: string; commentId: string },
): Promise<Record<string, [found: unknown, nothing: unknown]>> {
  const [adoption] = (await asOwner('SELECT "id" FROM "Adoption" WHERE "planId" = $1', [planId])).rows;
  const summary = { ar: '', en: 'No' };
  const wording = { id: uuidv7(), planId, submissionId, path: 'about.title.en', to: 'Mine', note: '' };
  const answer = { submissionId, criterion: criteria[0]?.id ?? '', answer: 'met' as const, note: { ar: '', en: '' } };
  return {
    plan: [await loadPlan(actor, planId), null],
    plans: [(await listPlans(actor)).filter(({ id }) => id === planId), []],
    rounds: [await listRounds(actor, planId), null],
    round: [await loadRound(actor, submissionId), null],
    changes: [await changesSinceSent(actor, planId), notFound],
    threads: [await listThreads(actor, planId), null],
    suggestions: [await listSuggestions(actor, planId), null],
    dispositions: [await loadDispositions(actor, planId), null],
    worksheet: [await loadWorksheet(actor, submissionId), null],
    letter: [await draftLetter(actor, submissionId), null],
    adoptions: [await listAdoptions(actor, planId), null],
    adoption: [await loadAdoption(actor, adoption?.id ?? nobody), null],
    state: [await loadReviewState(actor, planId), null],
    desk: [(await loadDesk(actor)).filter((each) => each.planId === planId), []],
    grants: [await listGrants(actor, planId), null],
    notices: [(await listNotices(actor)).filter((each) => each.planId === planId), []],
    comment: [await addComment(actor, commentOn(planId, submissionId)), notFound],
    note: [await addComment(actor, commentOn(planId, submissionId, { isPrivate: true })), notFound],
    reply: [await replyTo(actor, commentId, { id: uuidv7(), body: 'Mine', mentions: [] }), notFound],
    resolve: [await resolveThread(actor, commentId, 'Mine'), notFound],
    suggest: [await suggest(actor, wording), notFound],
    decide: [await decide(actor, { submissionId, outcome: 'cleared', summary }), notFound],
    answer: [await answerCriterion(actor, answer), notFound],
    send: [await sendSubmission(actor, planId, {}), notFound],
    withdraw: [await withdrawSubmission(actor, submissionId), notFound],
    grant: [await grantAccess(actor, { planId, adviserId: actor.userId, scope: 'drafts', until: inAYear }), notFound],
  };
}
