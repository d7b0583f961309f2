import type { Clash } from '#plan/changes';
import type { Answer, Kept, Save } from './save.ts';
import type { SaveStateName } from './saveStates.ts';

/** An answer that the server would not store. */
export type Refused = { path: string; code: string };

/** What a part's form shows about saving. */
export type Saving = { state: SaveStateName; clashes: readonly Clash[]; refused: Refused | null };

/** The form that a part is shown in, while it is. */
export type FormAccess = { read: () => unknown; write: (path: string, value: unknown) => void };

/** The world outside, given so that tests can bring their own. */
export type Surroundings = {
  send: (save: Save, leaving: boolean) => Promise<Answer>;
  /** Keeps, or with null drops, what the server doesn't have yet; false where the device can't. */
  keep: (kept: Kept | null) => Promise<boolean>;
  newId: () => string;
};
