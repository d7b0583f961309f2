import { type CriterionId, criteria } from '#catalogue/criteria';
import type { Assessment, CriterionState } from '#plan/criteria';
import type { Reason } from '#plan/criterion';
import type { Bilingual, Plan } from '#plan/schema';
import type { SuggestionFacts, ThreadFacts } from './disposition.ts';
import { documentOrder } from './documentOrder.ts';
import type { Outcome } from './sides.ts';

/** How an adviser answers a criterion. */
export const criterionAnswers = [
  'unanswered',
  'met',
  'partly',
  'notMet',
  'notApplicable',
] as const satisfies CriterionState[];

export type CriterionAnswer = { criterion: CriterionId; answer: CriterionState; note: Bilingual };

/** A criterion in a letter: the adviser’s answer and note, and what the app itself finds lacking. */
type LetterCriterion = {
  criterion: CriterionId;
  isEssential: boolean;
  answer: CriterionState;
  note: Bilingual;
  found: CriterionState;
  reasons: Reason[];
};

type LetterComment = { id: string; path: string; quote: string; body: string };

/**
 * A letter that sums up the review of a round, in codes and values: its sentences stand in the messages, so that the same
 * letter is written in both languages. `proposed`: returned while something must be fixed or an essential criterion isn’t
 * met; the adviser decides.
 */
export type Letter = {
  round: number;
  title: Bilingual;
  country: Bilingual;
  sentAt: Date;
  /** How many criteria have which answer. */
  counts: Record<CriterionState, number>;
  strengths: LetterCriterion[];
  shortcomings: LetterCriterion[];
  mustFix: LetterComment[];
  consider: LetterComment[];
  /** Proposed wordings that wait for an answer. */
  wordings: number;
  proposed: Outcome;
};

/**
 * Drafts the letter from an adviser’s worksheet and comments. A criterion that they didn’t answer counts as unanswered:
 * what the app finds is no one’s judgement.
 * @param assessments of the round’s plan, as `assess` gives them
 * @param threads those of the round; what is private, resolved or the country’s own is left out here
 */
export function letter({
  plan,
  round,
  assessments,
  answers,
  threads,
  suggestions,
}: {
  plan: Plan;
  round: { number: number; sentAt: Date };
  assessments: readonly Assessment[];
  answers: readonly CriterionAnswer[];
  threads: readonly ThreadFacts[];
  suggestions: readonly SuggestionFacts[];
}): Letter {
  const given = new Map(answers.map((answer) => [answer.criterion, answer]));
  const lines = assessments.map(({ id, rule, reasons }): LetterCriterion => {
    const { answer = 'unanswered', note = { ar: '', en: '' } } = given.get(id) ?? {};
    return { criterion: id, isEssential: essential.has(id), answer, note, found: rule, reasons };
  });
  const counts = { unanswered: 0, met: 0, partly: 0, notMet: 0, notApplicable: 0 };
  for (const { answer } of lines) counts[answer] += 1;
  const place = documentOrder(plan);
  const open = threads
    .filter(({ side, isPrivate, resolved }) => side === 'adviser' && !isPrivate && !resolved)
    .sort((a, b) => place(a.path) - place(b.path) || a.at.getTime() - b.at.getTime());
  const comments = (wanted: (thread: ThreadFacts) => boolean): LetterComment[] =>
    open.filter(wanted).map(({ id, path, quote, body }) => ({ id, path, quote, body }));
  const mustFix = comments(({ weight }) => weight === 'mustFix');
  const isLacking = lines.some(
    ({ isEssential, answer }) => isEssential && (answer === 'notMet' || answer === 'partly'),
  );
  return {
    round: round.number,
    title: plan.about.title,
    country: plan.about.countryName,
    sentAt: round.sentAt,
    counts,
    strengths: lines.filter(({ answer }) => answer === 'met'),
    shortcomings: lines.filter(({ answer }) => answer === 'partly' || answer === 'notMet'),
    mustFix,
    consider: comments(({ weight }) => weight !== 'mustFix'),
    wordings: suggestions.filter(({ state }) => state === 'open').length,
    proposed: mustFix.length > 0 || isLacking ? 'returned' : 'cleared',
  };
}

const essential = new Set(criteria.filter(({ level }) => level === 'essential').map(({ id }) => id));
