import type { Plan } from '#plan/schema';
import { documentOrder } from './documentOrder.ts';
import type { Passage } from './passages.ts';
import type { Side, Weight } from './sides.ts';

/** Somebody, as a table names them. */
export type Person = { userId: string; name: string };

/** One thing said in a thread. */
type Said = { side: Side; author: Person; body: string; at: Date };

/** A thread, as far as the table needs it: its first comment, what was said after it, and how it was closed. */
export type ThreadFacts = Said & {
  id: string;
  round: number | null;
  path: string;
  quote: string;
  weight: Weight | null;
  isPrivate: boolean;
  replies: readonly Said[];
  /** What the country said that it did; '' where it said nothing. */
  response: string;
  resolved: { at: Date; by: Person } | null;
};

/** A wording that an adviser proposed. `from` and `to` are values of the field at `path`. */
export type SuggestionFacts = {
  id: string;
  round: number | null;
  path: string;
  from: unknown;
  to: unknown;
  note: string;
  author: Person;
  at: Date;
  state: 'open' | 'accepted' | 'declined';
  reason: string;
  answered: { at: Date; by: Person } | null;
};

/** What the country did. `answered`: it replied, and the thread is still open. */
type Disposition = 'resolved' | 'answered' | 'accepted' | 'declined' | 'open';

/** A row of the table: what was said or proposed by whom, what the country did with it, why, who and when. */
export type DispositionRow = {
  kind: 'comment' | 'suggestion';
  id: string;
  round: number | null;
  path: string;
  side: Side;
  author: Person;
  at: Date;
  weight: Weight | null;
  quote: string;
  body: string;
  /** Of a suggestion: the value that stood there, and the proposed one. */
  wording: { from: unknown; to: unknown } | null;
  did: Disposition;
  why: string;
  by: Person | null;
  when: Date | null;
};

/** The same with where what it is about stands now. */
export type PlacedDisposition = DispositionRow & { passage: Passage };

/**
 * The disposition table: every thread that isn’t a private note and every suggestion, round by round, each in the order of
 * the document and then of time. What belongs to no round, since it was said of a draft, comes last.
 * @param plan the plan as it is now, for the order
 */
export function disposition(
  plan: Plan,
  threads: readonly ThreadFacts[],
  suggestions: readonly SuggestionFacts[],
): DispositionRow[] {
  const place = documentOrder(plan);
  const rows = [...threads.filter(({ isPrivate }) => !isPrivate).map(ofThread), ...suggestions.map(ofSuggestion)];
  return rows
    .map((row) => ({ row, round: row.round ?? Number.MAX_SAFE_INTEGER, at: place(row.path) }))
    .sort(
      (a, b) =>
        a.round - b.round || a.at - b.at || a.row.at.getTime() - b.row.at.getTime() || (a.row.id < b.row.id ? -1 : 1),
    )
    .map(({ row }) => row);
}

function ofThread(thread: ThreadFacts): DispositionRow {
  const { id, round, path, side, author, at, weight, quote, body, resolved, response } = thread;
  const reply = thread.replies.filter((said) => said.side === 'country').at(-1);
  const common = { kind: 'comment' as const, id, round, path, side, author, at, weight, quote, body, wording: null };
  if (resolved)
    return { ...common, did: 'resolved', why: response || (reply?.body ?? ''), by: resolved.by, when: resolved.at };
  // Opened again, what the country said before is still its answer, unless it has said more since.
  if (reply) return { ...common, did: 'answered', why: reply.body, by: reply.author, when: reply.at };
  return { ...common, did: response ? 'answered' : 'open', why: response, by: null, when: null };
}

function ofSuggestion(suggestion: SuggestionFacts): DispositionRow {
  const { id, round, path, author, at, note, from, to, state, reason, answered } = suggestion;
  return {
    kind: 'suggestion',
    id,
    round,
    path,
    side: 'adviser',
    author,
    at,
    weight: null,
    quote: '',
    body: note,
    wording: { from, to },
    did: state,
    why: reason,
    by: answered?.by ?? null,
    when: answered?.at ?? null,
  };
}
