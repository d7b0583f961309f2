import { type Actor, can } from '#people/roles';
import { apply, type Change, type Clash, isWithin, type Merged, same } from '#plan/changes';
import { refusalsOf } from '#plan/exchange';
import { ID } from '#plan/fields';
import { mergeText } from '#plan/mergeText';
import { touchedSides } from '#plan/pairState';
import { emptyAt, type PartKey, partSchema, schemaAt } from '#plan/parts';
import type { Plan } from '#plan/schema';
import { type Ask, asActorDirectly, isTaken } from './database.ts';
import { LOCK, PROJECT, READ, WRITE, type Writing } from './partStatements.ts';

/** The most edits that one save may hold. */
export const CHANGE_LIMIT = 500;

/** A save: its id is chosen by who sends it, once, so that it may be sent again where no answer came. */
export type Save = { id: string; changes: Change[] };

export type SaveResult =
  | { ok: true; revision: number; merged: Merged[]; clashes: Clash[] }
  /** `code`: notFound, notAllowed, idTaken, busy, tooMany, notInPart; else what the schema says of the value at `path`. */
  | { ok: false; code: string; path?: string };

export type Stored = {
  countryId: string;
  writes: boolean;
  content: unknown;
  revision: number | null;
  seenPart: string | null;
  seenActor: string | null;
  seenRevision: number;
  seenChanges: Change[];
  seenClashes: Clash[];
};

/** How often a save tries again where a colleague's came first; from the second time on it waits its turn. */
const TRIES = 6;

/**
 * Brings edits into a part of a plan, with their history, in one transaction: what is answered is stored. Edits of other
 * fields than a colleague's merge silently; of the same field they merge or are kept as a clash (see `apply`). A save
 * that was seen before is answered again, and not applied. An edit of the whole part to null removes it.
 * @param kept what was typed and the part can’t take: it stays in the history as a clash does
 */
export async function savePart(
  actor: Actor,
  planId: string,
  part: PartKey,
  save: Save,
  kept: readonly Clash[] = [],
): Promise<SaveResult> {
  const schema = partSchema(part);
  if (!schema || !ID.test(planId)) return { ok: false, code: 'notFound' };
  const checked = check(part, save.changes);
  if (!checked.ok) return checked;
  const trySave = (waits: boolean) =>
    asActorDirectly(actor.userId, async (ask, last): Promise<SaveResult | null> => {
      if (waits) await ask(LOCK, [planId, part]);
      const [stored] = await ask<Stored>(READ, [planId, part, save.id]);
      if (!stored) return { ok: false, code: 'notFound' };
      const thing = { countryId: stored.countryId, planId, part };
      if (!can(actor, 'plan.open', thing)) return { ok: false, code: 'notFound' };
      if (!stored.writes || !can(actor, 'part.edit', thing)) return { ok: false, code: 'notAllowed' };
      if (stored.seenPart !== null) return answerAgain(actor, part, save, stored);
      return write({ ask, last }, actor, planId, part, { id: save.id, changes: checked.changes, kept }, stored);
    });
  let isTakenBefore = false;
  for (let turn = 0; turn < TRIES; turn += 1) {
    try {
      const done = await trySave(turn > 0);
      if (done) return done;
    } catch (error) {
      if (!isTaken(error)) throw error;
      // The id is there already: this same save, sent twice at once, or one that this person can't see.
      if (isTakenBefore) return { ok: false, code: 'idTaken' };
      isTakenBefore = true;
    }
  }
  return { ok: false, code: 'busy' };
}

/** The edits with their values parsed, or the first that no part of a plan can take. */
export function check(
  part: PartKey,
  changes: readonly Change[],
): { ok: true; changes: Change[] } | { ok: false; code: string; path?: string } {
  if (changes.length > CHANGE_LIMIT) return { ok: false, code: 'tooMany' };
  const parsed: Change[] = [];
  for (const { path, from, to } of changes) {
    if (!isWithin(path, part)) return { ok: false, code: 'notInPart', path };
    const schema = schemaAt(path);
    if (!schema) return { ok: false, code: 'unknownField', path };
    if (to === null || to === undefined) {
      parsed.push({ path, from, to: null });
      continue;
    }
    const value = schema.safeParse(to);
    if (!value.success) return refused(value.error.issues, path);
    parsed.push({ path, from, to: value.data });
  }
  return { ok: true, changes: parsed };
}

function refused(issues: Parameters<typeof refusalsOf>[0][], base: string): { ok: false; code: string; path: string } {
  const [refusal] = issues.flatMap(refusalsOf);
  return { ok: false, code: refusal?.code ?? 'wrongType', path: refusal?.path ? `${base}.${refusal.path}` : base };
}

/** The answer that a save had when it was applied. */
function answerAgain(actor: Actor, part: PartKey, { changes }: Save, seen: Stored): SaveResult {
  if (seen.seenPart !== part || seen.seenActor !== actor.userId) return { ok: false, code: 'idTaken' };
  const merged = seen.seenChanges
    .filter(({ path, to }) => changes.some((change) => change.path === path && !same(change.to, to)))
    .map(({ path, to }) => ({ path, value: to }));
  return { ok: true, revision: seen.seenRevision, merged, clashes: seen.seenClashes };
}

/**
 * Brings edits that were checked into a part that was read, as one statement.
 * @returns null where a colleague's save came between reading and writing
 */
export async function write(
  { ask, last }: { ask: Ask; last: Ask },
  actor: Actor,
  planId: string,
  part: PartKey,
  { id, changes, kept }: Save & { kept: readonly Clash[] },
  { countryId, content: before, revision }: Stored,
): Promise<SaveResult | null> {
  const result = apply(before, changes, part, { mergeText, emptyAt });
  const { merged, applied } = result;
  const clashes = [...result.clashes, ...kept];
  if (applied.length === 0 && clashes.length === 0) return { ok: true, revision: revision ?? 0, merged, clashes };
  let how: Writing = 'leave';
  let after: string | null = null;
  let content: unknown = null;
  if (applied.length > 0 && result.content === null) how = 'remove';
  else if (applied.length > 0) {
    const parsed = partSchema(part)?.safeParse(result.content);
    if (!parsed?.success) return refused(parsed?.error.issues ?? [], part);
    content = parsed.data;
    after = JSON.stringify(content);
    how = revision === null ? 'insert' : 'update';
  }
  const history = [JSON.stringify(applied), JSON.stringify(clashes)];
  const values = [id, planId, countryId, part, actor.userId, ...history, after, revision ?? 0, touchedSides(applied)];
  const isShownInLists = part === 'about' && applied.length > 0;
  const [row] = await (isShownInLists ? ask : last)<{ revision: number }>(WRITE[how], values);
  if (!row) return null;
  if (isShownInLists) {
    const { title } = (content ?? { title: { ar: '', en: '' } }) as Plan['about'];
    await ask(PROJECT, [planId, title.ar, title.en]);
  }
  return { ok: true, revision: row.revision, merged, clashes };
}
