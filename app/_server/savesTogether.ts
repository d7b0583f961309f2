import { uuidv7 } from 'uuidv7';
import { type Actor, can } from '#people/roles';
import type { Change } from '#plan/changes';
import { ID } from '#plan/fields';
import { type PartKey, partOf } from '#plan/parts';
import { type Ask, asActorDirectly } from './database.ts';
import { LOCK, READ } from './partStatements.ts';
import { check, type Stored, write } from './planParts.ts';

type Refusal = { ok: false; code: string; path?: string };
export type SavedTogether = { ok: true; parts: number; merged: number; clashes: number } | Refusal;

/** Ends a transaction with nothing done, and says why. */
class Undone extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super('Nothing is saved');
    this.refusal = refusal;
  }
}

/**
 * Brings edits into several parts of a plan in one transaction, each as `savePart` would: all of them or, where one can’t
 * be, nothing.
 * @param alongside what is written in the same transaction; false undoes all of it
 */
export async function saveTogether(
  actor: Actor,
  planId: string,
  changes: readonly Change[],
  alongside: (ask: Ask, countryId: string) => Promise<boolean>,
): Promise<SavedTogether> {
  if (!ID.test(planId)) return { ok: false, code: 'notFound' };
  const byPart = new Map<PartKey, Change[]>();
  for (const change of changes) {
    const part = partOf(change.path);
    if (!part) return { ok: false, code: 'unknownField', path: change.path };
    byPart.set(part, [...(byPart.get(part) ?? []), change]);
  }
  // Always in the same order, so that two of these never wait for each other.
  const parts = [...byPart].sort(([a], [b]) => (a < b ? -1 : 1));
  try {
    return await asActorDirectly(actor.userId, async (ask): Promise<SavedTogether> => {
      let merged = 0;
      let clashes = 0;
      let country = '';
      for (const [part, edits] of parts) {
        const saved = await saveOne(ask, actor, planId, part, edits);
        if (!saved.ok) throw new Undone(saved);
        merged += saved.merged.length;
        clashes += saved.clashes.length;
        country = saved.countryId;
      }
      if (!(await alongside(ask, country))) throw new Undone({ ok: false, code: 'notFound' });
      return { ok: true, parts: parts.length, merged, clashes };
    });
  } catch (error) {
    if (error instanceof Undone) return error.refusal;
    throw error;
  }
}

async function saveOne(ask: Ask, actor: Actor, planId: string, part: PartKey, edits: Change[]) {
  const refused = (code: string, path?: string) => ({ ok: false as const, code, ...(path ? { path } : {}) });
  const checked = check(part, edits);
  if (!checked.ok) return refused(checked.code, checked.path);
  const id = uuidv7();
  await ask(LOCK, [planId, part]);
  const [stored] = await ask<Stored>(READ, [planId, part, id]);
  const thing = { countryId: stored?.countryId, planId, part };
  if (!stored || !can(actor, 'plan.open', thing)) return refused('notFound');
  if (!stored.writes || !can(actor, 'part.edit', thing)) return refused('notAllowed', part);
  const save = { id, changes: checked.changes, kept: [] };
  const saved = await write({ ask, last: ask }, actor, planId, part, save, stored);
  // A part that wasn’t there yet can’t be locked: somebody else began it at this very moment.
  if (!saved) return refused('busy');
  return saved.ok ? { ...saved, countryId: stored.countryId } : refused(saved.code, saved.path);
}
