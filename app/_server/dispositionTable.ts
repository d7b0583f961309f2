import { type Actor, can } from '#people/roles';
import { type Plan, planSchema } from '#plan/schema';
import { disposition, type PlacedDisposition } from '../_review/disposition.ts';
import { passagesIn } from '../_review/passages.ts';
import { asActor, type Transaction } from './database.ts';
import { type ReviewPlace, reviewPlace } from './grants.ts';
import { readDraft } from './submissions.ts';
import { readSuggestions } from './suggestions.ts';
import { readThreads } from './threads.ts';

export type DispositionTable = { countryId: string; plan: Plan; rows: PlacedDisposition[] };

/**
 * The table of dispositions: everything that was said and proposed in a plan’s review, and what the country did with it. In
 * the order of the plan as the person may know it: the draft, or else the latest round.
 * @returns null where the person has no part in the review, or nothing was ever sent to them
 */
export async function loadDispositions(actor: Actor, planId: string): Promise<DispositionTable | null> {
  return asActor(actor.userId, async (tx) => {
    const place = await reviewPlace(tx, actor, planId);
    const plan = place && (await latestText(tx, actor, place));
    if (!place || !plan) return null;
    const threads = await readThreads(tx, actor, place);
    const rows = disposition(plan, threads, await readSuggestions(tx, actor, planId));
    const passageOf = passagesIn(plan);
    return { countryId: place.countryId, plan, rows: rows.map((row) => ({ ...row, passage: passageOf(row) })) };
  });
}

/** The plan as somebody of its review may know it: the draft, or else the latest round; null where there is neither. */
export async function loadReviewText(actor: Actor, planId: string): Promise<Plan | null> {
  return asActor(actor.userId, async (tx) => {
    const place = await reviewPlace(tx, actor, planId);
    return place && latestText(tx, actor, place);
  });
}

async function latestText(tx: Transaction, actor: Actor, place: ReviewPlace): Promise<Plan | null> {
  if (can(actor, 'plan.open', place)) return readDraft(tx, actor, place);
  const [last] = await tx.$queryRaw<{ content: unknown }[]>`
    SELECT "content" FROM "Submission" WHERE "planId" = ${place.planId}::uuid AND "withdrawnAt" IS NULL
    ORDER BY "number" DESC LIMIT 1`;
  return last ? planSchema.parse(last.content) : null;
}
