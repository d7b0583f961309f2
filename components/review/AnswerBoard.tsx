'use client';

import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { Progress } from '#ui/Progress';
import { Tag } from '#ui/Tag';

type Board = { answers: Record<string, string>; tell: (criterion: string, answer: string) => void };
const Context = createContext<Board>({ answers: {}, tell: () => undefined });

/** What an adviser answered so far, for all who show it on the page while answers are saved. */
export function AnswerBoard({ answers: initial, children }: { answers: Record<string, string>; children: ReactNode }) {
  const [given, setGiven] = useState<Record<string, string>>({});
  const tell = useCallback(
    (criterion: string, answer: string) => setGiven((before) => ({ ...before, [criterion]: answer })),
    [],
  );
  const board = useMemo(() => ({ answers: { ...initial, ...given }, tell }), [initial, given, tell]);
  return <Context value={board}>{children}</Context>;
}

/** Tells the board that an answer was saved. */
export const useTellAnswer = () => useContext(Context).tell;

/**
 * How far one is.
 * @param words a sentence for each number of answers, from none on
 */
export function AnswerProgress({ label, words }: { label: string; words: readonly string[] }) {
  const { answers } = useContext(Context);
  const done = Object.values(answers).filter((answer) => answer !== 'unanswered').length;
  return (
    <Progress value={done} of={words.length - 1} label={label}>
      {words[done]}
    </Progress>
  );
}

/** One’s answer to a criterion as it was saved. */
export function AnswerTag({ criterion, states }: { criterion: string; states: Record<string, string> }) {
  const answer = useContext(Context).answers[criterion] ?? 'unanswered';
  return <Tag tone={answer === 'met' ? 'good' : answer === 'unanswered' ? 'plain' : 'blue'}>{states[answer]}</Tag>;
}
