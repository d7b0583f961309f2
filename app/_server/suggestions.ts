import { type Actor, can } from '#people/roles';
import { apply } from '#plan/changes';
import { ID } from '#plan/fields';
import { mergeText } from '#plan/mergeText';
import { emptyAt, partOf, putTogether } from '#plan/parts';
import type { SaidWording } from '../_review/said.ts';
import { isBlank, textRefusal } from '../_review/texts.ts';
import { isChosen, isOffered, valueToPropose, wordingRefusal } from '../_review/wording.ts';
import { record } from './audit.ts';
import { type Ask, asActor, type Transaction } from './database.ts';
import { asReviewer, type NotFound, notAllowed, notFound, type ReviewPlace, reviewPlace } from './grants.ts';
import { type About, circleOf, notify } from './notices.ts';
import { LOCK, READ } from './partStatements.ts';
import { check, type Stored, write } from './planParts.ts';
import { readContent } from './submissions.ts';

type Row = Omit<SaidWording, 'author' | 'answered'> & {
  countryId: string;
  authorId: string;
  author: string;
  answeredBy: string | null;
  answerer: string | null;
  answeredAt: Date | null;
};

const SUGGESTIONS = `SELECT g."id"::text, g."planId"::text, g."countryId"::text, g."submissionId"::text, s."number" AS "round", g."path",
    g."from", g."to", g."note", g."authorId"::text, a."name" AS "author", g."createdAt" AS "at", g."state", g."reason",
    g."answeredBy"::text, b."name" AS "answerer", g."answeredAt"
  FROM "Suggestion" g JOIN "User" a ON a."id" = g."authorId" LEFT JOIN "Submission" s ON s."id" = g."submissionId"
    LEFT JOIN "User" b ON b."id" = g."answeredBy"`;

const mayRead = (actor: Actor, { countryId, planId, path, submissionId }: Row): boolean =>
  (submissionId !== null || can(actor, 'plan.open', { countryId, planId })) &&
  can(actor, 'comment.read', { countryId, planId, part: partOf(path) ?? '' });

function suggestionOf({ countryId: _, authorId, author, answeredBy, answerer, answeredAt, ...row }: Row): SaidWording {
  const answered = answeredAt && { at: answeredAt, by: { userId: answeredBy ?? '', name: answerer ?? '' } };
  return { ...row, author: { userId: authorId, name: author }, answered };
}

/** The wordings proposed for a plan that the person may read, within a transaction; the earliest first. */
export async function readSuggestions(tx: Transaction, actor: Actor, planId: string): Promise<SaidWording[]> {
  const rows = await tx.$queryRawUnsafe<Row[]>(
    `${SUGGESTIONS} WHERE g."planId" = $1::uuid ORDER BY g."createdAt", g."id"`,
    planId,
  );
  return rows.filter((row) => mayRead(actor, row)).map(suggestionOf);
}

/** The wordings proposed for a plan, or null where the person has no part in its review. */
export async function listSuggestions(actor: Actor, planId: string): Promise<SaidWording[] | null> {
  return asActor(actor.userId, async (tx) =>
    (await reviewPlace(tx, actor, planId)) ? readSuggestions(tx, actor, planId) : null,
  );
}

async function find(
  tx: Transaction,
  actor: Actor,
  id: string,
): Promise<{ suggestion: SaidWording; place: ReviewPlace } | null> {
  if (!ID.test(id)) return null;
  const [row] = await tx.$queryRawUnsafe<Row[]>(`${SUGGESTIONS} WHERE g."id" = $1::uuid`, id);
  const place = row && (await reviewPlace(tx, actor, row.planId));
  return row && place && mayRead(actor, row) ? { suggestion: suggestionOf(row), place } : null;
}

export type Suggest =
  | { ok: true; id: string }
  | NotFound
  | {
      ok: false;
      code: 'notAllowed' | 'idTaken' | 'pathUnknown' | 'notValue' | 'sameWording' | 'tooLong' | 'notText';
    };

/**
 * Proposes a value for a field, or for one side of a text. What it would replace is read here, from the round or the draft.
 * @param id chosen by who sends it, so that pressing twice proposes once
 */
export async function suggest(
  actor: Actor,
  proposed: { id: string; planId: string; submissionId: string | null; path: string; to: unknown; note: string },
): Promise<Suggest> {
  const { id, planId, submissionId, path, to, note } = proposed;
  if (!ID.test(id)) return notFound;
  const refused = textRefusal([note]);
  if (refused) return { ok: false, code: refused };
  return asReviewer(actor, async (tx): Promise<Suggest> => {
    const place = await reviewPlace(tx, actor, planId);
    if (!place) return notFound;
    if (!can(actor, 'suggestion.make', place)) return notAllowed;
    const plan = await readContent(tx, actor, place, submissionId, path);
    if (!plan) return notFound;
    const found = valueToPropose(plan, path);
    if (!found) return { ok: false, code: 'pathUnknown' };
    const wrong = wordingRefusal(plan, path, found.value, to);
    if (wrong) return { ok: false, code: wrong };
    const inserted = await tx.$executeRaw`
      INSERT INTO "Suggestion" ("id", "planId", "countryId", "submissionId", "path", "from", "to", "note", "authorId")
      VALUES (${id}::uuid, ${planId}::uuid, ${place.countryId}::uuid, ${submissionId}::uuid, ${path},
        ${JSON.stringify(found.value)}::jsonb, ${JSON.stringify(to)}::jsonb, ${note}, ${actor.userId}::uuid) ON CONFLICT DO NOTHING`;
    if (!inserted) {
      const own = await tx.suggestion.count({ where: { id, planId, authorId: actor.userId } });
      return own ? { ok: true, id } : { ok: false, code: 'idTaken' };
    }
    await record(tx, {
      actorId: actor.userId,
      countryId: place.countryId,
      deed: 'suggestion.make',
      thing: `suggestion ${id}`,
      detail: { plan: planId, submission: submissionId, path },
    });
    const about = { planId, part: partOf(path) ?? '', draft: submissionId === null };
    const circle = await circleOf(tx, about);
    const coordinators = circle.filter(({ role }) => role === 'coordinator');
    const told = coordinators.map(({ userId }) => ({ userId, kind: 'suggested' as const }));
    await notify(tx, actor, about, `suggestion ${id}`, { circle, told });
    return { ok: true, id };
  });
}

export type AcceptSuggestion =
  /** `merged`: what stands there now, where the wording was put together with what somebody changed since. */
  | { ok: true; merged?: unknown }
  /** `now`: what stands there, null where nothing does: the text moved on, and the wording doesn’t fit into it. */
  | { ok: false; code: 'textMoved'; now: unknown }
  /** What was chosen is not in the plan any more. */
  | { ok: false; code: 'valueGone' }
  | { ok: false; code: 'notFound' | 'notAllowed' | 'alreadyAnswered' | 'busy' | (string & {}) };

/**
 * Takes a proposed wording over: a change like any other, by the person who accepts, in the history under the
 * suggestion’s own id. Where the text moved on the two are merged if they can be; else nothing happens, and the person
 * may accept again over what they were shown.
 * @param over what the person saw standing there and wants replaced; without it, what the adviser saw
 */
export async function acceptSuggestion(actor: Actor, id: string, over?: unknown): Promise<AcceptSuggestion> {
  return asReviewer(actor, async (tx): Promise<AcceptSuggestion> => {
    const open = await openToAnswer(tx, actor, id);
    if (!open.ok) return open;
    const { suggestion, place } = open;
    const { planId, path, to } = suggestion;
    const part = partOf(path) ?? '';
    const checked = check(part, [{ path, from: over === undefined ? suggestion.from : over, to }]);
    if (!checked.ok) return checked;
    const ask = asking(tx);
    await ask(LOCK, [planId, part]);
    const [stored] = await ask<Stored>(READ, [planId, part, id]);
    if (!stored) return notFound;
    if (!stored.writes || !can(actor, 'part.edit', { ...place, part })) return notAllowed;
    const [clash] = apply(stored.content, checked.changes, part, { mergeText, emptyAt }).clashes;
    if (clash) return { ok: false, code: 'textMoved', now: clash.theirs };
    if (!(await isStillOffered(tx, suggestion))) return { ok: false, code: 'valueGone' };
    const saved = await write(
      { ask, last: ask },
      actor,
      planId,
      part,
      { id, changes: checked.changes, kept: [] },
      stored,
    );
    // A part that wasn’t there yet can’t be locked: somebody else began it at this very moment.
    if (!saved) return { ok: false, code: 'busy' };
    if (!saved.ok) return saved;
    await answer(tx, actor, place, suggestion, { state: 'accepted', reason: '' });
    const [merged] = saved.merged;
    return merged ? { ok: true, merged: merged.value } : { ok: true };
  });
}

/** Where in a plan stands what its fields refer to. */
const partsReferredTo: readonly string[] = ['agencies', 'direction'];

/** Whether what a suggestion refers to is still in the draft, as far as the person reads it. */
async function isStillOffered(tx: Transaction, { planId, path, to }: SaidWording): Promise<boolean> {
  if (!isChosen(path)) return true;
  const parts = await tx.planPart.findMany({
    where: { planId, key: { in: [...partsReferredTo] } },
    select: { key: true, content: true },
  });
  return parts.length < partsReferredTo.length || isOffered(putTogether(parts), path, to);
}

export type DeclineSuggestion =
  | { ok: true }
  | NotFound
  | { ok: false; code: 'notAllowed' | 'alreadyAnswered' | 'reasonMissing' | 'tooLong' | 'notText' };

/** Declines a proposed wording, and says why. */
export async function declineSuggestion(actor: Actor, id: string, reason: string): Promise<DeclineSuggestion> {
  if (isBlank(reason)) return { ok: false, code: 'reasonMissing' };
  const refused = textRefusal([reason]);
  if (refused) return { ok: false, code: refused };
  return asReviewer(actor, async (tx): Promise<DeclineSuggestion> => {
    const open = await openToAnswer(tx, actor, id);
    if (!open.ok) return open;
    await answer(tx, actor, open.place, open.suggestion, { state: 'declined', reason });
    return { ok: true };
  });
}

type Open = { ok: true; suggestion: SaidWording; place: ReviewPlace };

/** A suggestion that the person may answer and nobody has, locked, so that it is answered once. */
async function openToAnswer(
  tx: Transaction,
  actor: Actor,
  id: string,
): Promise<Open | NotFound | { ok: false; code: 'notAllowed' | 'alreadyAnswered' }> {
  const found = await find(tx, actor, id);
  if (!found) return notFound;
  const part = partOf(found.suggestion.path) ?? '';
  if (!can(actor, 'suggestion.answer', { ...found.place, part })) return notAllowed;
  const locked = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Suggestion" WHERE "id" = ${id}::uuid AND "state" = 'open' FOR UPDATE`;
  return locked.length > 0 ? { ok: true, ...found } : { ok: false, code: 'alreadyAnswered' };
}

async function answer(
  tx: Transaction,
  actor: Actor,
  { countryId }: ReviewPlace,
  { id, planId, path, submissionId, author }: SaidWording,
  { state, reason }: { state: 'accepted' | 'declined'; reason: string },
): Promise<void> {
  await tx.$executeRaw`UPDATE "Suggestion" SET "state" = ${state}, "reason" = ${reason}, "answeredBy" = ${actor.userId}::uuid,
      "answeredAt" = now() WHERE "id" = ${id}::uuid AND "state" = 'open'`;
  await record(tx, {
    actorId: actor.userId,
    countryId,
    deed: state === 'accepted' ? 'suggestion.accept' : 'suggestion.decline',
    thing: `suggestion ${id}`,
    detail: { plan: planId, path },
  });
  const about: About = { planId, part: partOf(path) ?? '', draft: submissionId === null };
  const kind = state === 'accepted' ? 'suggestionAccepted' : 'suggestionDeclined';
  const told = [{ userId: author.userId, kind } as const];
  await notify(tx, actor, about, `suggestion ${id}`, { circle: await circleOf(tx, about), told });
}

/** The statements of saving a part, in a transaction of the ORM. */
const asking =
  (tx: Transaction): Ask =>
  (statement, values) =>
    tx.$queryRawUnsafe(statement.text, ...values);
