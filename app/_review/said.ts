import type { Person, SuggestionFacts, ThreadFacts } from './disposition.ts';
import type { Side } from './sides.ts';

/** One thing said in a thread. `mentions`: the ids of the people whom it names. */
export type SaidWords = { id: string; side: Side; author: Person; body: string; at: Date; mentions: readonly string[] };

/**
 * A thread: its first comment, and what was said after it. `round`: null where it was said of a draft, and where the reader
 * doesn’t see that round. `response`: what the country said that it did, also where the thread was opened again.
 */
export type SaidThread = Omit<ThreadFacts, 'replies'> &
  SaidWords & {
    planId: string;
    submissionId: string | null;
    assignee: Person | null;
    replies: readonly SaidWords[];
  };

/** A wording that an adviser proposed, with its plan and the round that it was proposed for; null for the draft. */
export type SaidWording = SuggestionFacts & { planId: string; submissionId: string | null };

/** Everything that is said of a plan in its review, in one shape, so that it stands in one list. */
export type Said = { path: string; id: string; at: Date; submissionId: string | null; round: number | null } & (
  | { kind: 'comment' | 'note'; thread: SaidThread }
  | { kind: 'wording'; wording: SaidWording }
);

/** Threads and wordings as one list, in the order of the document and then of time. */
export function inDocumentOrder(
  threads: readonly SaidThread[],
  wordings: readonly SaidWording[],
  order: (path: string) => number,
): Said[] {
  const all: Said[] = [
    ...threads.map(
      (thread): Said => ({ ...placeAndTime(thread), kind: thread.isPrivate ? 'note' : 'comment', thread }),
    ),
    ...wordings.map((wording): Said => ({ ...placeAndTime(wording), kind: 'wording', wording })),
  ];
  return all
    .map((said) => ({ said, place: order(said.path) }))
    .sort((a, b) => a.place - b.place || a.said.at.getTime() - b.said.at.getTime() || (a.said.id < b.said.id ? -1 : 1))
    .map(({ said }) => said);
}

const placeAndTime = ({ path, id, at, submissionId, round }: SaidThread | SaidWording) => ({
  path,
  id,
  at,
  submissionId,
  round,
});

export const isOpen = (said: Said): boolean =>
  said.kind === 'wording' ? said.wording.state === 'open' : said.thread.resolved === null;

/** Whether something was given to a person, or names them. */
export function concerns(said: Said, userId: string): boolean {
  if (said.kind === 'wording') return false;
  const { assignee, mentions, replies } = said.thread;
  return assignee?.userId === userId || [mentions, ...replies.map((reply) => reply.mentions)].flat().includes(userId);
}
