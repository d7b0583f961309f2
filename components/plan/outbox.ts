import { createStore, del, entries, set, type UseStore } from 'idb-keyval';
import { keepsNothing } from './deviceSetting.ts';
import type { Kept } from './save.ts';

/**
 * What was typed and the server doesn't have yet, on this device. It is encrypted with a key that the server gives to
 * the signed-in person alone and that is never stored here: after sign-out the next person at the desk can't read it,
 * and the same person's next sign-in finds it again. Without a secure context (plain http to another machine) the
 * browser has no encryption, and nothing is kept; nor where the device was set so.
 */
type Sealed = { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer };
type Place = { userId: string; planId: string; part: string };

/** Each page of the browser writes entries of its own; those of pages that are gone are taken over by the next. */
const pageId = crypto.randomUUID?.() ?? String(Math.random());
const lockOf = (page: string): string => `outbox ${page}`;
let isHeld = false;

let opened: UseStore | undefined;
function store(): UseStore {
  opened ??= createStore('outbox', 'entries');
  return opened;
}

const keys = new Map<string, Promise<CryptoKey | null>>();
/** How long the key is waited for, in milliseconds, before it is asked for again. */
const PATIENCE = 10_000;

async function fetchKey(userId: string): Promise<CryptoKey | null> {
  if (!globalThis.isSecureContext) return null;
  const response = await fetch('/api/plans/device-key', { signal: AbortSignal.timeout(PATIENCE) });
  const answer = await response.json();
  if (!answer.ok || answer.userId !== userId) return null;
  const secret = Uint8Array.from(atob(answer.key), (character) => character.charCodeAt(0));
  return crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** The key of the person whose page this is, asked for once; a failure is asked again the next time. */
function keyOf(userId: string): Promise<CryptoKey | null> {
  const known = keys.get(userId);
  if (known) return known;
  const asked = fetchKey(userId)
    .catch(() => null)
    .then((key) => {
      if (!key) keys.delete(userId);
      return key;
    });
  keys.set(userId, asked);
  return asked;
}

const nameOf = ({ userId, planId, part }: Place, page: string): string => [userId, planId, part, page].join('|');

/** Gets the key while the network is there: once text waits for the network, it is too late to ask. */
export const prepareDevice = (userId: string): void => void keyOf(userId);

/** What is being written, by its name, one after the other: a later word must not be overtaken by an earlier one. */
const turns = new Map<string, Promise<boolean>>();

/** Keeps what a part has unsent, or with null drops it. False where this device can't keep it. */
export function keepOnDevice(place: Place, kept: Kept | null): Promise<boolean> {
  const name = nameOf(place, pageId);
  const turn = (turns.get(name) ?? Promise.resolve(true)).then(() => put(name, place, kept));
  turns.set(name, turn);
  return turn;
}

async function put(name: string, place: Place, kept: Kept | null): Promise<boolean> {
  try {
    if (!kept || keepsNothing()) {
      await del(name, store());
      return !kept;
    }
    const key = await keyOf(place.userId);
    if (!key) return false;
    // Held for as long as this page lives: it says so to the others.
    if (!isHeld) void navigator.locks?.request(lockOf(pageId), () => new Promise(() => {}));
    isHeld = true;
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const text = new TextEncoder().encode(JSON.stringify(kept));
    const sealed: Sealed = { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text) };
    await set(name, sealed, store());
    return true;
  } catch {
    return false;
  }
}

/** What a person has unsent on this device from pages that are gone. */
export type Leftover = Place & { name: string; kept: Kept };

/**
 * Takes over what pages that are gone left behind for a person, with `only` of one part, and does `work` with it before
 * another page may ask for the same. An entry is dropped once `work` has answered true for it.
 * @returns false where something is there that could not be read for want of the key: ask again later
 */
export async function takeLeftovers(
  userId: string,
  work: (leftover: Leftover) => boolean | Promise<boolean>,
  only?: { planId: string; part: string },
): Promise<boolean> {
  if (!globalThis.isSecureContext || !navigator.locks) return true;
  const living = new Set<string>();
  const isRead = await navigator.locks.request('outbox leftovers', async () => {
    const all = (await entries<string, Sealed>(store())).filter(([name]) => name.startsWith(`${userId}|`));
    if (all.length === 0) return true;
    const held = new Set((await navigator.locks.query()).held?.map(({ name }) => name));
    const key = await keyOf(userId);
    if (!key) return false;
    for (const [name, { iv, data }] of all) {
      const [, planId = '', part = '', page = ''] = name.split('|');
      if (page === pageId || (only && (only.planId !== planId || only.part !== part))) continue;
      if (held.has(lockOf(page))) {
        living.add(page);
        continue;
      }
      const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, data).catch(() => null);
      // Sealed with a key that is no more: nobody can read it again.
      if (!opened) continue;
      const kept = JSON.parse(new TextDecoder().decode(opened)) as Kept;
      if (await work({ userId, planId, part, name, kept })) await del(name, store());
    }
    return true;
  });
  // Of a page that was just loaded anew the one before may still be going; of another tab, it may go at any time.
  if (only)
    for (const page of living)
      void navigator.locks.request(lockOf(page), () => {}).then(() => takeLeftovers(userId, work, only));
  return isRead;
}
