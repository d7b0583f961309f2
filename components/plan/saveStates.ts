import { useSyncExternalStore } from 'react';

/** What the state of saving can be; a later one is worse, and the worst of a page’s parts is told. */
const saveStates = ['idle', 'saved', 'saving', 'device', 'clash', 'signIn', 'unsaved'] as const;
export type SaveStateName = (typeof saveStates)[number];

const states = new Map<string, SaveStateName>();
const listeners = new Set<() => void>();

/** Tells the page how a part stands. */
export function reportSaveState(part: string, state: SaveStateName): void {
  if (states.get(part) === state) return;
  states.set(part, state);
  for (const listener of listeners) listener();
}

/** Forgets a part whose form is gone. */
export function forgetSaveState(part: string): void {
  states.delete(part);
  for (const listener of listeners) listener();
}

function worst(): SaveStateName {
  let found = 0;
  for (const state of states.values()) found = Math.max(found, saveStates.indexOf(state));
  return saveStates[found] ?? 'idle';
}

/** The worst state of all parts on the page. */
export const useSaveState = (): SaveStateName =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    worst,
    () => 'idle',
  );
