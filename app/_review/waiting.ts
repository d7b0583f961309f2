import type { Outcome, Side } from './sides.ts';

/** Open threads in which one side spoke last, and since when the one that has waited longest waits. */
type Asked = { threads: number; since: Date };

/**
 * What is known of a plan’s review. `round`: the latest that was sent and not withdrawn; `decision`: on that round.
 * `asked`: threads that wait for a word of each side.
 */
export type ReviewFacts = {
  round: { number: number; sentAt: Date; dueAt: Date | null } | null;
  decision: { outcome: Outcome; decidedAt: Date } | null;
  adoption: { recordedAt: Date } | null;
  asked?: Partial<Record<Side, Asked | null>>;
};

export type PlanState = 'drafting' | 'sent' | 'returned' | 'cleared' | 'adopted';

/**
 * The state of a plan, for whom it waits and since when; null where it waits for nobody, or nobody knows since when.
 * `dueAt`: by when an answer was asked for, while it waits for one. `asked`: beside that, which questions wait for whom.
 */
export type Waiting = {
  state: PlanState;
  round: number | null;
  waitsFor: Side | null;
  since: Date | null;
  dueAt: Date | null;
  asked: Record<Side, Asked | null>;
};

/** Says where a plan stands. A round that was sent after an adoption begins a review anew. */
export function waiting({ round, decision, adoption, asked }: ReviewFacts): Waiting {
  const common = {
    round: round?.number ?? null,
    dueAt: null,
    asked: { country: asked?.country ?? null, adviser: asked?.adviser ?? null },
  };
  if (adoption && (!round || adoption.recordedAt >= round.sentAt))
    return { ...common, state: 'adopted', waitsFor: null, since: adoption.recordedAt };
  if (!round) return { ...common, state: 'drafting', waitsFor: 'country', since: null };
  if (!decision) return { ...common, state: 'sent', waitsFor: 'adviser', since: round.sentAt, dueAt: round.dueAt };
  // Cleared, it is the country’s to adopt; returned, to put right.
  return { ...common, state: decision.outcome, waitsFor: 'country', since: decision.decidedAt };
}

const urgency: Record<PlanState, number> = { sent: 0, returned: 1, cleared: 2, drafting: 3, adopted: 4 };

/**
 * The order of an adviser’s desk: first what waits for them, by when it is due and then by how long it has waited; then
 * what waits for the country, the longest first; what is adopted last.
 */
export function byUrgency(a: Waiting, b: Waiting): number {
  const time = (date: Date | null) => date?.getTime() ?? Number.MAX_SAFE_INTEGER;
  return urgency[a.state] - urgency[b.state] || time(a.dueAt) - time(b.dueAt) || time(a.since) - time(b.since);
}
