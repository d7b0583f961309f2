'use client';

import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { Choices, Chosen } from './choices.ts';

type Board = {
  choices: Choices;
  /** Says something aloud. */
  tell: (text: string) => void;
  words: { done: string; doneToSeveral: string; undone: string; nothingToUndo: string };
};

// What every row uses stays the same for as long as the page is there; what is shown changes with each letter that is
// searched for, and only asks each place whether it is among it.
export const ChoiceContext = createContext<Board | null>(null);
export const ShownContext = createContext<ReadonlySet<string>>(new Set());

/** The board that a recommendation stands on. */
export function useBoard(): Board {
  const board = useContext(ChoiceContext);
  if (!board) throw new Error('A recommendation stands outside its board');
  return board;
}

/** What is decided and selected on the page now. */
export function useChosen(): Chosen {
  const { choices } = useBoard();
  return useSyncExternalStore(choices.subscribe, choices.snapshot, choices.snapshot);
}

/** The place of one recommendation in its list, there whether it is shown or not: what is typed in it stays. */
export function ChoiceItem({ id, children }: { id: string; children: ReactNode }) {
  const visible = useContext(ShownContext);
  return (
    <li
      id={`decisions.${id}`}
      tabIndex={-1}
      hidden={!visible.has(id)}
      className="border-t border-line py-3 contain-layout"
    >
      {children}
    </li>
  );
}
