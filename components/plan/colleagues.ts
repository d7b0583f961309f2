import { useSyncExternalStore } from 'react';
import { partsShown, takeIn } from './autosave.ts';

/** Where a page's plan is asked after, for whom, and since when. */
export type Watched = { planId: string; userId: string; readAt: string };

/** What a colleague saved while the page was open. */
export type Arrived = { name: string; at: number };

type Listed = { part: string; revision: number; at: string; userId: string; name: string };
type Answer = { ok: true; now: string; arrivals: Listed[] };

/**
 * Milliseconds. Asked `often` while the person does something, `seldom` when they have been still for a while, and not at
 * all after `still`: asking keeps the session open, which is for who is there.
 */
const pace = { often: 4000, seldom: 15_000, busy: 60_000, still: 5 * 60_000 };

let arrived: ReadonlyMap<string, Arrived> = new Map();
let here: Arrived | null = null;
let elsewhere: Arrived | null = null;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const tell = () => {
  for (const listener of listeners) listener();
};

/** Who last brought something new into a part that is on the page, while it was open. */
export const useArrived = (part: string): Arrived | undefined =>
  useSyncExternalStore(
    subscribe,
    () => arrived.get(part),
    () => undefined,
  );

/** Who last brought something new into any part that is on the page. */
export const useArrivedHere = (): Arrived | null =>
  useSyncExternalStore(
    subscribe,
    () => here,
    () => null,
  );

/** Who last changed a part of the plan that the page shows no form of, while it was open. */
export const useArrivedElsewhere = (): Arrived | null =>
  useSyncExternalStore(
    subscribe,
    () => elsewhere,
    () => null,
  );

/** Whoever is signed out, or may not read the plan any more, isn't asked for again until they come back to the page. */
class Refused extends Error {}

/** @returns null where no answer came. @throws Refused */
async function ask<T>(address: string): Promise<T | null> {
  const response = await fetch(address, { signal: AbortSignal.timeout(20_000) }).catch(() => null);
  if (response && (response.status === 401 || response.status === 404)) throw new Refused();
  return response?.ok ? response.json().catch(() => null) : null;
}

/** Brings what colleagues save into the forms of the page, for as long as somebody is there. Ends with what it returns. */
export function watchColleagues({ planId, userId, readAt }: Watched): () => void {
  let after = readAt;
  let isOver = false;
  let isAsking = false;
  let lastMove = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pending = new Map<string, Listed>();
  here = null;
  elsewhere = null;
  arrived = new Map();

  async function takePart(listed: Listed): Promise<void> {
    const address = `/api/plans/${planId}/parts/${encodeURIComponent(listed.part)}`;
    const now = await ask<{ content: unknown; revision: number }>(address);
    // A part that was removed stays on the page as it was: it may hold text that somebody still wants.
    if (isOver || !now || now.content === null) return;
    if (!takeIn({ planId, userId }, listed.part, now)) return;
    pending.delete(listed.part);
    if (listed.userId === userId) return;
    here = { name: listed.name, at: Date.now() };
    arrived = new Map(arrived).set(listed.part, here);
  }

  async function look(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    try {
      await bringIn();
      plan();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    } finally {
      isAsking = false;
    }
  }

  async function bringIn(): Promise<void> {
    if (!navigator.onLine) return;
    const answer = await ask<Answer>(`/api/plans/${planId}/arrivals?after=${encodeURIComponent(after)}`);
    if (!answer?.ok || isOver) return;
    after = answer.now;
    const shown = partsShown({ planId, userId });
    for (const listed of answer.arrivals) {
      const revision = shown.get(listed.part);
      if (revision !== undefined && revision < listed.revision) pending.set(listed.part, listed);
      else if (revision === undefined && listed.userId !== userId && listed.at > readAt)
        elsewhere = { name: listed.name, at: Date.now() };
    }
    for (const listed of [...pending.values()]) {
      if ((shown.get(listed.part) ?? Number.POSITIVE_INFINITY) >= listed.revision) pending.delete(listed.part);
      else await takePart(listed);
    }
    tell();
  }

  function plan(): void {
    clearTimeout(timer);
    const still = Date.now() - lastMove;
    if (isOver || still > pace.still || document.visibilityState === 'hidden') return;
    timer = setTimeout(look, still < pace.busy ? pace.often : pace.seldom);
  }

  const move = () => {
    const wasStill = Date.now() - lastMove > pace.still;
    lastMove = Date.now();
    if (wasStill) void look();
  };
  const come = () => {
    if (document.visibilityState === 'visible') {
      move();
      void look();
    }
  };
  const events = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;
  for (const event of events) window.addEventListener(event, move, { passive: true });
  document.addEventListener('visibilitychange', come);
  window.addEventListener('online', come);
  plan();
  return () => {
    isOver = true;
    clearTimeout(timer);
    for (const event of events) window.removeEventListener(event, move);
    document.removeEventListener('visibilitychange', come);
    window.removeEventListener('online', come);
  };
}
