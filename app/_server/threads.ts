import { type Actor, can } from '#people/roles';
import { ID } from '#plan/fields';
import { partOf } from '#plan/parts';
import type { SaidThread, SaidWords } from '../_review/said.ts';
import type { Side, Weight } from '../_review/sides.ts';
import { asActor, type Transaction } from './database.ts';
import { type ReviewPlace, reviewPlace } from './grants.ts';
import { circleOf, type Participant } from './notices.ts';

type Row = {
  id: string;
  planId: string;
  countryId: string;
  submissionId: string | null;
  round: number | null;
  path: string;
  threadId: string;
  side: Side;
  isPrivate: boolean;
  weight: Weight | null;
  body: string;
  quote: string;
  authorId: string;
  author: string;
  at: Date;
  assigneeId: string | null;
  assignee: string | null;
  resolvedAt: Date | null;
  resolvedBy: string | null;
  resolver: string | null;
  response: string;
  mentions: string[];
};

const COMMENTS = `SELECT c."id"::text, c."planId"::text, c."countryId"::text, c."submissionId"::text, s."number" AS "round", c."path",
    c."threadId"::text, c."side", c."isPrivate", c."weight", c."body", c."quote", c."authorId"::text, a."name" AS "author",
    c."createdAt" AS "at", c."assigneeId"::text, g."name" AS "assignee", c."resolvedAt", c."resolvedBy"::text,
    r."name" AS "resolver", c."response",
    array(SELECT m."userId"::text FROM "CommentMention" m WHERE m."commentId" = c."id" ORDER BY 1) AS "mentions"
  FROM "Comment" c JOIN "User" a ON a."id" = c."authorId" LEFT JOIN "Submission" s ON s."id" = c."submissionId"
    LEFT JOIN "User" g ON g."id" = c."assigneeId" LEFT JOIN "User" r ON r."id" = c."resolvedBy"`;

const replyOf = ({ id, side, authorId, author, body, at, mentions }: Row): SaidWords => ({
  id,
  side,
  author: { userId: authorId, name: author },
  body,
  at,
  mentions,
});

function threadOf(row: Row, replies: SaidWords[]): SaidThread {
  const { planId, submissionId, round, path, quote, isPrivate, weight, response } = row;
  const { assigneeId, assignee, resolvedAt, resolvedBy, resolver } = row;
  return {
    ...replyOf(row),
    ...{ planId, submissionId, round, path, quote, isPrivate, weight, response, replies },
    assignee: assigneeId ? { userId: assigneeId, name: assignee ?? '' } : null,
    resolved: resolvedAt && { at: resolvedAt, by: { userId: resolvedBy ?? '', name: resolver ?? '' } },
  };
}

/** What is said of a draft is for who opens drafts; a note, for its own side. */
const mayRead = (actor: Actor, { submissionId, path, side, isPrivate, ...of }: Row, place: ReviewPlace): boolean => {
  const { countryId, planId } = of;
  if (submissionId === null && !can(actor, 'plan.open', { countryId, planId })) return false;
  return (
    can(actor, 'comment.read', { countryId, planId, part: partOf(path) ?? '' }) && (!isPrivate || side === place.side)
  );
};

/** The threads of a plan that the person may read, within a transaction; those that began first come first. */
export async function readThreads(tx: Transaction, actor: Actor, place: ReviewPlace): Promise<SaidThread[]> {
  const rows = await tx.$queryRawUnsafe<Row[]>(
    `${COMMENTS} WHERE c."planId" = $1::uuid ORDER BY c."createdAt", c."id"`,
    place.planId,
  );
  const replies = new Map<string, SaidWords[]>();
  for (const row of rows)
    if (row.id !== row.threadId) replies.set(row.threadId, [...(replies.get(row.threadId) ?? []), replyOf(row)]);
  return rows
    .filter((row) => row.id === row.threadId && mayRead(actor, row, place))
    .map((row) => threadOf(row, replies.get(row.id) ?? []));
}

/** One thread with its place and country, within a transaction, or null where it isn’t there for this person. */
export async function findThread(
  tx: Transaction,
  actor: Actor,
  threadId: string,
): Promise<{ thread: SaidThread; place: ReviewPlace } | null> {
  if (!ID.test(threadId)) return null;
  const rows = await tx.$queryRawUnsafe<Row[]>(
    `${COMMENTS} WHERE c."threadId" = $1::uuid ORDER BY c."createdAt", c."id"`,
    threadId,
  );
  const root = rows.find((row) => row.id === threadId);
  const place = root && (await reviewPlace(tx, actor, root.planId));
  if (!root || !place || !mayRead(actor, root, place)) return null;
  return {
    thread: threadOf(
      root,
      rows.filter((row) => row.id !== threadId).map((row) => replyOf(row)),
    ),
    place,
  };
}

/** The threads of a plan, or null where the person has no part in its review. */
export async function listThreads(actor: Actor, planId: string): Promise<SaidThread[] | null> {
  return asActor(actor.userId, async (tx) => {
    const place = await reviewPlace(tx, actor, planId);
    return place && readThreads(tx, actor, place);
  });
}

/**
 * Whom a comment on a path may name and be given to, for who comments there: of a private note, people of one’s own side.
 * Nobody to everyone else.
 * @param draft whether it is said of a draft, which advisers of sent versions don’t see
 */
export async function listParticipants(
  actor: Actor,
  planId: string,
  { path, draft, isPrivate }: { path: string; draft: boolean; isPrivate: boolean },
): Promise<Participant[]> {
  return asActor(actor.userId, async (tx) => {
    const place = await reviewPlace(tx, actor, planId);
    if (!place) return [];
    const circle = await circleOf(tx, { planId, part: partOf(path) ?? '', draft });
    return circle.filter(({ side }) => !isPrivate || side === place.side);
  });
}
