import { useEffect, useState, useSyncExternalStore } from 'react';
import { uuidv7 } from 'uuidv7';
import type { Clash } from '#plan/changes';
import { keepsNothing } from './deviceSetting.ts';
import type { PartContent } from './form.ts';
import { keepOnDevice, type Leftover, prepareDevice, takeLeftovers } from './outbox.ts';
import { PartSaver } from './partSaver.ts';
import { chunksOf, sendSave } from './save.ts';
import type { FormAccess, Saving } from './surroundings.ts';

export type { Clash };

type Whose = { planId: string; userId: string };

// A part goes on being saved when its page is left, and is found as it was typed when that page is opened again, also
// by the browser's Back, which shows the page as it came from the server.
const savers = new Map<string, PartSaver>();
let listening = false;

function createSaver({ planId, userId }: Whose, start: PartContent): PartSaver {
  const place = { planId, userId, part: start.part };
  return new PartSaver(start.part, start, {
    send: (save, leaving) => sendSave(place, save, leaving),
    keep: (kept) => keepOnDevice(place, kept),
    newId: uuidv7,
  });
}

const nameOf = ({ planId, userId }: Whose, part: string): string => `${userId} ${planId} ${part}`;

/** The saver of a part: in the browser one for as long as the page's program lives, on the server one a request. */
function saverOf(whose: Whose, start: PartContent): PartSaver {
  if (typeof window === 'undefined') return createSaver(whose, start);
  const name = nameOf(whose, start.part);
  const known = savers.get(name);
  if (known) {
    known.refresh(start);
    return known;
  }
  const saver = createSaver(whose, start);
  savers.set(name, saver);
  listen();
  prepareDevice(whose.userId);
  waiting.set(saver, whose);
  void takeUp(saver);
  return saver;
}

/** Savers that have not taken up yet what earlier visits left for them. */
const waiting = new Map<PartSaver, Whose>();

async function takeUp(saver: PartSaver): Promise<void> {
  const whose = waiting.get(saver);
  if (!whose) return;
  waiting.delete(saver);
  const only = { planId: whose.planId, part: saver.part };
  // Where the device is to keep nothing any more, what it had is the page’s from now on.
  const takenUp = async ({ kept }: Leftover) => (await saver.restore(kept)) || keepsNothing();
  const isDone = await takeLeftovers(whose.userId, takenUp, only).catch(() => false);
  if (!isDone) waiting.set(saver, whose);
}

/**
 * Sends what earlier visits left on this device for parts that aren't on the page. What meets someone else's text waits
 * until its page is opened, where both are shown.
 * @returns of how many parts all is now stored
 */
export async function sendLeftovers(userId: string): Promise<number> {
  let count = 0;
  await takeLeftovers(userId, async ({ planId, part, kept }) => {
    if (savers.has(nameOf({ planId, userId }, part)) || kept.clashes.length > 0) return false;
    const rest = chunksOf(kept.unsent).map((changes) => ({ id: uuidv7(), changes }));
    for (const save of kept.sent ? [kept.sent, ...rest] : rest) {
      const answer = await sendSave({ planId, part, userId }, save, false);
      if (!answer.ok || answer.clashes.length > 0) return false;
    }
    count += 1;
    return true;
  });
  return count;
}

const flushAll = (leaving: boolean) => {
  for (const saver of savers.values()) saver.flush({ leaving });
  if (!leaving) for (const saver of [...waiting.keys()]) void takeUp(saver);
};

/** Sends at once when the page is going, and when the network or the person is back. */
function listen(): void {
  if (listening) return;
  listening = true;
  window.addEventListener('pagehide', () => flushAll(true));
  window.addEventListener('online', () => flushAll(false));
  window.addEventListener('focus', () => flushAll(false));
  document.addEventListener('visibilitychange', () => flushAll(document.visibilityState === 'hidden'));
}

/** The parts that forms of the page show, with the number of the last save of which each knows all. */
export function partsShown({ planId, userId }: Whose): Map<string, number> {
  const prefix = nameOf({ planId, userId }, '');
  return new Map(
    [...savers].flatMap(([name, saver]) =>
      name.startsWith(prefix) && saver.isShown ? [[saver.part, saver.revision] as const] : [],
    ),
  );
}

/** Brings what a colleague saved into the form of its part. @returns false where that has to wait */
export function takeIn(whose: Whose, part: string, now: { content: unknown; revision: number }): boolean {
  const saver = savers.get(nameOf(whose, part));
  saver?.refresh(now);
  return saver !== undefined && saver.revision >= now.revision;
}

/** The saver of a part for a form that is about to be shown. */
export function usePartSaver(whose: Whose, start: PartContent): PartSaver {
  const [saver] = useState(() => saverOf(whose, start));
  return saver;
}

/** Keeps a form and its saver together while the form is shown, and tells how saving stands. */
export function useAutosave(saver: PartSaver, form: FormAccess): Saving {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the access reads the form at the time of asking
  useEffect(() => saver.attach(form), [saver]);
  return useSyncExternalStore(saver.subscribe, saver.snapshot, saver.snapshot);
}
