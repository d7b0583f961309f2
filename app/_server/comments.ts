import { type Actor, can } from '#people/roles';
import { ID } from '#plan/fields';
import { partOf } from '#plan/parts';
import { hasPath, passagesIn, QUOTE_LIMIT } from '../_review/passages.ts';
import type { SaidThread } from '../_review/said.ts';
import { type Weight, weights } from '../_review/sides.ts';
import { isBlank, textRefusal } from '../_review/texts.ts';
import { record } from './audit.ts';
import type { Transaction } from './database.ts';
import { asReviewer, type NotFound, notAllowed, notFound, type ReviewPlace, reviewPlace } from './grants.ts';
import { type About, circleOf, notify, type Participant, type Told } from './notices.ts';
import { readContent } from './submissions.ts';
import { findThread } from './threads.ts';

type Refusal<Code extends string> = NotFound | { ok: false; code: 'notAllowed' | Code };
type BodyRefusal = 'bodyMissing' | 'tooLong' | 'notText';

/**
 * What is said of a place. Its id is chosen by who sends it, so that pressing twice says it once. `submissionId`: the round
 * that it is said of, or null for the draft. `path`: a field, an entry, a list or a section. `quote`: the words that it is
 * about, or ''. `weight`: an adviser’s; without one, it is to be considered.
 */
export type NewComment = {
  id: string;
  planId: string;
  submissionId: string | null;
  path: string;
  quote: string;
  body: string;
  weight: Weight | null;
  isPrivate: boolean;
  mentions: readonly string[];
  assigneeId: string | null;
};

export type AddComment =
  | { ok: true; id: string }
  | Refusal<BodyRefusal | 'idTaken' | 'pathUnknown' | 'quoteGone' | 'personUnknown'>;

/** Begins a thread, or with `isPrivate` a note that only one’s own side sees. */
export async function addComment(actor: Actor, comment: NewComment): Promise<AddComment> {
  const { id, planId, submissionId, path, quote, body, isPrivate, mentions, assigneeId } = comment;
  if (!ID.test(id)) return notFound;
  const refused = bodyRefusal(body) ?? textRefusal([quote], QUOTE_LIMIT);
  if (refused) return { ok: false, code: refused };
  return asReviewer(actor, async (tx): Promise<AddComment> => {
    const place = await reviewPlace(tx, actor, planId);
    if (!place) return notFound;
    const part = partOf(path) ?? '';
    if (!can(actor, isPrivate ? 'review.note' : 'review.comment', { ...place, part })) return notAllowed;
    const plan = await readContent(tx, actor, place, submissionId, path);
    if (!plan) return notFound;
    if (!hasPath(plan, path)) return { ok: false, code: 'pathUnknown' };
    if (passagesIn(plan)({ path, quote }).state !== 'here') return { ok: false, code: 'quoteGone' };
    const about = { planId, part, draft: submissionId === null };
    const circle = await ownCircle(tx, about, place, isPrivate);
    const people = [...mentions, ...(assigneeId ? [assigneeId] : [])];
    if (!people.every((person) => circle.some(({ userId }) => userId === person)))
      return { ok: false, code: 'personUnknown' };
    if (assigneeId && !mayAssign(actor, place, assigneeId, circle)) return { ok: false, code: 'personUnknown' };
    const isWeighed = place.side === 'adviser' && !isPrivate;
    const weight = isWeighed ? (weights.find((each) => each === comment.weight) ?? 'consider') : null;
    const inserted = await tx.$executeRaw`
      INSERT INTO "Comment" ("id", "planId", "countryId", "submissionId", "path", "threadId", "side", "isPrivate", "weight", "body",
        "quote", "authorId", "assigneeId")
      VALUES (${id}::uuid, ${planId}::uuid, ${place.countryId}::uuid, ${submissionId}::uuid, ${path}, ${id}::uuid, ${place.side},
        ${isPrivate}, ${weight}, ${body}, ${quote}, ${actor.userId}::uuid, ${assigneeId}::uuid) ON CONFLICT DO NOTHING`;
    if (!inserted) return saidBefore(tx, actor, id, id);
    await mention(tx, place, id, mentions);
    await record(tx, {
      actorId: actor.userId,
      countryId: place.countryId,
      deed: isPrivate ? 'note.add' : 'comment.add',
      thing: `comment ${id}`,
      detail: { plan: planId, submission: submissionId, path, weight },
    });
    const told: Told[] = [
      ...mentions.map((userId) => ({ userId, kind: 'mentioned' as const })),
      ...(assigneeId ? [{ userId: assigneeId, kind: 'assigned' as const }] : []),
      ...commented(place, isPrivate, circle),
    ];
    await notify(tx, actor, about, `thread ${id}`, { circle, told });
    return { ok: true, id };
  });
}

function bodyRefusal(body: string): BodyRefusal | null {
  return isBlank(body) ? 'bodyMissing' : textRefusal([body]);
}

/** Those whom something may be told: of a private note, people of its own side alone. */
async function ownCircle(
  tx: Transaction,
  about: About,
  { side }: ReviewPlace,
  isPrivate: boolean,
): Promise<Participant[]> {
  const circle = await circleOf(tx, about);
  return isPrivate ? circle.filter((person) => person.side === side) : circle;
}

/** A country’s coordinators are told what advisers say. */
const commented = ({ side }: ReviewPlace, isPrivate: boolean, circle: readonly Participant[]): Told[] =>
  side === 'adviser' && !isPrivate
    ? circle.filter(({ role }) => role === 'coordinator').map(({ userId }) => ({ userId, kind: 'commented' as const }))
    : [];

/** People are given what is theirs to see to: by the writers of a country, or by advisers among themselves. */
function mayAssign(actor: Actor, place: ReviewPlace, assigneeId: string, circle: readonly Participant[]): boolean {
  if (place.side === 'country' && !can(actor, 'review.answer', place)) return false;
  return circle.some(({ userId, side, role }) => userId === assigneeId && side === place.side && role !== 'viewer');
}

async function mention(
  tx: Transaction,
  { planId, countryId }: ReviewPlace,
  commentId: string,
  mentions: readonly string[],
): Promise<void> {
  const data = [...new Set(mentions)].map((userId) => ({ commentId, userId, planId, countryId }));
  if (data.length > 0) await tx.commentMention.createMany({ data });
}

/** The answer to what was sent twice; or that its id stands for something else. */
async function saidBefore(
  tx: Transaction,
  actor: Actor,
  id: string,
  threadId: string,
): Promise<{ ok: true; id: string } | { ok: false; code: 'idTaken' }> {
  const own = await tx.comment.count({ where: { id, threadId, authorId: actor.userId } });
  return own ? { ok: true, id } : { ok: false, code: 'idTaken' };
}

export type ReplyTo = { ok: true; id: string } | Refusal<BodyRefusal | 'idTaken' | 'personUnknown'>;

/** Says something more in a thread. It stands where the thread stands, and is seen by who sees that. */
export async function replyTo(
  actor: Actor,
  threadId: string,
  { id, body, mentions }: { id: string; body: string; mentions: readonly string[] },
): Promise<ReplyTo> {
  if (!ID.test(id) || id === threadId) return notFound;
  const refused = bodyRefusal(body);
  if (refused) return { ok: false, code: refused };
  return asReviewer(actor, async (tx): Promise<ReplyTo> => {
    const found = await findThread(tx, actor, threadId);
    if (!found) return notFound;
    const { thread, place } = found;
    const { planId, submissionId, path, isPrivate } = thread;
    const part = partOf(path) ?? '';
    if (!can(actor, isPrivate ? 'review.note' : 'review.comment', { ...place, part })) return notAllowed;
    const about = { planId, part, draft: submissionId === null };
    const circle = await ownCircle(tx, about, place, isPrivate);
    if (!mentions.every((person) => circle.some(({ userId }) => userId === person)))
      return { ok: false, code: 'personUnknown' };
    const inserted = await tx.$executeRaw`
      INSERT INTO "Comment" ("id", "planId", "countryId", "submissionId", "path", "threadId", "side", "isPrivate", "body", "authorId")
      VALUES (${id}::uuid, ${planId}::uuid, ${place.countryId}::uuid, ${submissionId}::uuid, ${path}, ${threadId}::uuid,
        ${place.side}, ${isPrivate}, ${body}, ${actor.userId}::uuid) ON CONFLICT DO NOTHING`;
    if (!inserted) return saidBefore(tx, actor, id, threadId);
    await mention(tx, place, id, mentions);
    await record(tx, {
      actorId: actor.userId,
      countryId: place.countryId,
      deed: isPrivate ? 'note.reply' : 'comment.reply',
      thing: `comment ${id}`,
      detail: { plan: planId, thread: threadId },
    });
    const told: Told[] = [
      ...mentions.map((userId) => ({ userId, kind: 'mentioned' as const })),
      ...speakers(thread).map((userId) => ({ userId, kind: 'replied' as const })),
      ...commented(place, isPrivate, circle),
    ];
    await notify(tx, actor, about, `thread ${threadId}`, { circle, told });
    return { ok: true, id };
  });
}

/** Who has spoken in a thread, or sees to it. */
const speakers = ({ author, assignee, replies }: SaidThread): string[] => [
  author.userId,
  ...(assignee ? [assignee.userId] : []),
  ...replies.map((reply) => reply.author.userId),
];

export type ChangeThread =
  | { ok: true }
  | Refusal<'isResolved' | 'isOpen' | 'personUnknown' | 'reasonMissing' | 'tooLong' | 'notText'>;

/** Gives a thread to a person who sees to it, or with null to nobody. Of a shared one, that is for the country to do. */
export async function assignThread(actor: Actor, threadId: string, assigneeId: string | null): Promise<ChangeThread> {
  return onThread(actor, threadId, async (tx, thread, place) => {
    if (place.side === 'adviser' && !thread.isPrivate) return notAllowed;
    if (!can(actor, place.side === 'country' ? 'review.answer' : 'review.note', place)) return notAllowed;
    if (thread.resolved) return { ok: false, code: 'isResolved' };
    const about = aboutOf(thread);
    const circle = await ownCircle(tx, about, place, thread.isPrivate);
    if (assigneeId && !mayAssign(actor, place, assigneeId, circle)) return { ok: false, code: 'personUnknown' };
    await tx.$executeRaw`UPDATE "Comment" SET "assigneeId" = ${assigneeId}::uuid WHERE "id" = ${threadId}::uuid`;
    await recordThread(tx, actor, place, 'thread.assign', threadId, { to: assigneeId });
    const told: Told[] = assigneeId ? [{ userId: assigneeId, kind: 'assigned' }] : [];
    await notify(tx, actor, about, `thread ${threadId}`, { circle, told });
    return { ok: true };
  });
}

/**
 * Closes a thread. Where a country closes what an adviser said, it says what it did and why: that stands in the table of
 * dispositions. An adviser closes what is settled for them, without a word.
 */
export async function resolveThread(actor: Actor, threadId: string, response = ''): Promise<ChangeThread> {
  const refused = textRefusal([response]);
  if (refused) return { ok: false, code: refused };
  return onThread(actor, threadId, async (tx, thread, place) => {
    if (!can(actor, 'review.resolve', place)) return notAllowed;
    const isAnswer = place.side === 'country' && !thread.isPrivate;
    if (isAnswer && !can(actor, 'review.answer', place)) return notAllowed;
    if (isAnswer && thread.side === 'adviser' && isBlank(response)) return { ok: false, code: 'reasonMissing' };
    const done = await tx.$executeRaw`UPDATE "Comment" SET "resolvedAt" = now(), "resolvedBy" = ${actor.userId}::uuid,
        "response" = CASE WHEN ${isAnswer} THEN ${response} ELSE "response" END
      WHERE "id" = ${threadId}::uuid AND "resolvedAt" IS NULL`;
    if (!done) return { ok: false, code: 'isResolved' };
    await recordThread(tx, actor, place, 'thread.resolve', threadId);
    await tellSpeakers(tx, actor, thread, place, 'resolved');
    return { ok: true };
  });
}

/** Opens a closed thread again. What the country said that it did stays with it until it says something else. */
export async function reopenThread(actor: Actor, threadId: string): Promise<ChangeThread> {
  return onThread(actor, threadId, async (tx, thread, place) => {
    if (!can(actor, 'review.resolve', place)) return notAllowed;
    const closed = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "Comment" WHERE "id" = ${threadId}::uuid AND "resolvedAt" IS NOT NULL FOR UPDATE`;
    if (closed.length === 0) return { ok: false, code: 'isOpen' };
    // While the thread still names who closed it: an adviser reaches those of a country whom it names.
    await tellSpeakers(tx, actor, thread, place, 'reopened');
    await tx.$executeRaw`UPDATE "Comment" SET "resolvedAt" = NULL, "resolvedBy" = NULL WHERE "id" = ${threadId}::uuid`;
    await recordThread(tx, actor, place, 'thread.reopen', threadId);
    return { ok: true };
  });
}

function onThread(
  actor: Actor,
  threadId: string,
  work: (tx: Transaction, thread: SaidThread, place: ReviewPlace) => Promise<ChangeThread>,
): Promise<ChangeThread> {
  return asReviewer(actor, async (tx) => {
    const found = await findThread(tx, actor, threadId);
    return found ? work(tx, found.thread, found.place) : notFound;
  });
}

const aboutOf = ({ planId, path, submissionId }: SaidThread): About => ({
  planId,
  part: partOf(path) ?? '',
  draft: submissionId === null,
});

function recordThread(
  tx: Transaction,
  actor: Actor,
  { planId, countryId }: ReviewPlace,
  deed: string,
  threadId: string,
  detail: Record<string, string | null> = {},
): Promise<void> {
  const entry = { deed, thing: `comment ${threadId}`, detail: { plan: planId, ...detail } };
  return record(tx, { actorId: actor.userId, countryId, ...entry });
}

async function tellSpeakers(
  tx: Transaction,
  actor: Actor,
  thread: SaidThread,
  place: ReviewPlace,
  kind: 'resolved' | 'reopened',
): Promise<void> {
  const about = aboutOf(thread);
  const circle = await ownCircle(tx, about, place, thread.isPrivate);
  const told = [...speakers(thread), ...(thread.resolved ? [thread.resolved.by.userId] : [])];
  await notify(tx, actor, about, `thread ${thread.id}`, { circle, told: told.map((userId) => ({ userId, kind })) });
}
