import type { Change, Clash, Merged } from '#plan/changes';
import { isTypedOn } from '#plan/mergeText';
import { valueAt } from '#plan/places';

/** Edits of one part under an id that they keep, however often they are sent. */
export type Save = { id: string; changes: Change[] };

/** What a device keeps of a part until the server has it. */
export type Kept = { sent: Save | null; unsent: Change[]; clashes: Clash[] };

/**
 * What a device kept, without what the plan has by now. A page that goes sends its last letters, and may be gone before
 * the device has noted that it did: what an earlier note holds of that text was typed on since.
 * @param content what stands at `base`
 */
export function notThere({ sent, unsent, clashes }: Kept, content: unknown, base: string): Kept {
  const isMissing = ({ path, from, to }: Change) => {
    const now = valueAt(content, path, base);
    const areTexts = typeof from === 'string' && typeof to === 'string' && typeof now === 'string';
    return !areTexts || !isTypedOn(from, to, now);
  };
  const changes = sent?.changes.filter(isMissing) ?? [];
  return { sent: sent && changes.length > 0 ? { ...sent, changes } : null, unsent: unsent.filter(isMissing), clashes };
}

/** What became of a save: the server's answer, or `unreachable` where none came. */
export type Answer =
  | { ok: true; revision: number; merged: Merged[]; clashes: Clash[] }
  | { ok: false; code: string; path?: string };

/** What may be different when the same save is sent again. */
const temporary = new Set(['unreachable', 'signedOut', 'busy', 'failed']);
export const isTemporary = ({ code }: { code: string }): boolean => temporary.has(code);

/** The most edits, and the most characters, of one save: well below what the server takes. */
const most = { changes: 400, characters: 250_000 };

/** As many of the edits as one save can hold, at least one. */
export function chunkOf(changes: readonly Change[]): Change[] {
  const chunk: Change[] = [];
  let characters = 0;
  for (const change of changes.slice(0, most.changes)) {
    characters += JSON.stringify(change).length;
    if (chunk.length > 0 && characters > most.characters) break;
    chunk.push(change);
  }
  return chunk;
}

/** All of the edits, in as few saves as they need. */
export function chunksOf(changes: readonly Change[]): Change[][] {
  const chunk = chunkOf(changes);
  return chunk.length > 0 ? [chunk, ...chunksOf(changes.slice(chunk.length))] : [];
}

/** Browsers send no more than this, in bytes, for a page that is going away. */
const LEAVING_LIMIT = 60_000;
/** How long an answer is waited for, in milliseconds: slow lines are slow. */
const PATIENCE = 30_000;

/**
 * Sends a save of one part.
 * @param userId who typed it: nobody else's session may send it
 * @param leaving the page is going away: the browser is asked to finish without it
 */
export async function sendSave(
  { planId, part, userId }: { planId: string; part: string; userId: string },
  save: Save,
  leaving: boolean,
): Promise<Answer> {
  const body = JSON.stringify(save);
  try {
    const response = await fetch(`/api/plans/${planId}/parts/${encodeURIComponent(part)}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'x-plan-user': userId },
      body,
      keepalive: leaving && new Blob([body]).size < LEAVING_LIMIT,
      signal: AbortSignal.timeout(PATIENCE),
    });
    const answer: unknown = await response.json().catch(() => null);
    if (isAnswer(answer)) return answer;
    return { ok: false, code: response.status === 413 ? 'tooLarge' : 'failed' };
  } catch {
    return { ok: false, code: 'unreachable' };
  }
}

const isAnswer = (value: unknown): value is Answer => typeof value === 'object' && value !== null && 'ok' in value;
