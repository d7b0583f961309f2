import { useSyncExternalStore } from 'react';

/**
 * The one form of a page in which parts of a plan are edited: its fields stand anywhere on the page and name it, so that
 * whatever was typed is sent together where the page’s program isn’t there to save each part by itself.
 */
export const FORM_ID = 'plan-form';

const never = () => () => {};

/** Whether the page’s program has taken over; until then, and where it never does, buttons send the form. */
export const useProgram = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
