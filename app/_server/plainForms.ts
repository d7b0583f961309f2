import { uuidv7 } from 'uuidv7';
import { type Actor, can } from '#people/roles';
import { type Change, type Clash, isRemoval, isWithin, unapply } from '#plan/changes';
import { ID } from '#plan/fields';
import { type PartKey, partOf, partSchema } from '#plan/parts';
import { isRelated, valueAt } from '#plan/places';
import { deedChanges } from '#plan/plainDeeds';
import { type ReadForm, readForm } from '#plan/plainForm';
import type { SentForm } from '#plan/sentForm';
import { asActor } from './database.ts';
import { CHANGE_LIMIT, savePart } from './planParts.ts';

/** `saves`: what was stored, by the ids of the saves. `at`: where the person was, or is to go. `isAll`: nothing is left. */
export type PlainAnswer =
  | { ok: true; saves: string[]; at: string; isAll: boolean }
  /** `code`: unknownField, or what `savePart` says. */
  | { ok: false; code: string };

/** A save of the person’s own, with what was kept beside it. */
export type OwnSave = { id: string; part: PartKey; changes: Change[]; clashes: Clash[] };

/**
 * Saves what a person changed in a form: each part by `savePart`, as everything is. What can’t be read is kept with the
 * save, so that it is shown again; what clashes is as well.
 */
export async function savePlainForm(actor: Actor, planId: string, form: SentForm): Promise<PlainAnswer> {
  const stood = await partsAsOf(actor, planId, form.parts);
  if (!stood) return { ok: false, code: 'notFound' };
  const read = [...stood].map(([part, { before, now }]) => ({
    part,
    before,
    now,
    ...readForm(part, before, form.posted),
  }));
  const isKnown = (name: string) => read.some(({ known }) => known.has(name));
  const typed = [...form.posted.values].flatMap(([name, values]) =>
    values.some((value) => value.trim()) ? [name] : [],
  );
  if (![...typed, ...form.posted.ticks].every(isKnown)) return { ok: false, code: 'unknownField' };
  const earlier = form.deed && form.saves.length > 0 ? await ownSaves(actor, planId, form.saves) : [];
  const saves: string[] = [];
  let at = '';
  let isAll = true;
  for (const { part, before, now, unread, ...rest } of read) {
    const changes = withDeed(rest.changes, form, { part, content: before, earlier });
    const kept = unread.map(({ path, typed, code }) => ({
      path,
      mine: typed.replaceAll('\u0000', '\ufffd'),
      theirs: valueAt(now, path, part) ?? null,
      code,
    }));
    at = [...changes, ...kept].at(-1)?.path ?? at;
    for (let from = 0; from < Math.max(changes.length, kept.length && 1); from += CHANGE_LIMIT) {
      const save = { id: uuidv7(), changes: changes.slice(from, from + CHANGE_LIMIT) };
      const saved = await savePart(actor, planId, part, save, from === 0 ? kept : []);
      if (!saved.ok) return { ok: false, code: saved.code };
      saves.push(save.id);
      if (saved.clashes.length > 0) isAll = false;
    }
  }
  return { ok: true, saves, at: placeAfter(form) ?? at, isAll };
}

/** Where a person is after they pressed a button; null after saving alone. */
function placeAfter({ deed, id }: SentForm): string | null {
  if (!deed) return null;
  if (deed.deed === '~add') return `${deed.path}.${id}`;
  return deed.deed === '~remove' ? deed.path.slice(0, deed.path.lastIndexOf('.')) : deed.path;
}

/** What was typed, and what the button does: an item that is removed takes with it what was typed in it. */
function withDeed(
  typed: ReadForm['changes'],
  { deed, id }: SentForm,
  { part, content, earlier }: { part: PartKey; content: unknown; earlier: readonly OwnSave[] },
): Change[] {
  if (!deed || !isWithin(deed.path, part) || partOf(deed.path) !== part) return typed;
  const { path } = deed;
  if (deed.deed === '~mine') {
    const clash = earlier.flatMap(({ clashes }) => clashes).find((each) => each.path === path && !each.code);
    // What was typed in the field since is newer than either.
    const isTyped = typed.some((change) => isRelated(change.path, path));
    return clash && !isTyped ? [...typed, { path, from: clash.theirs, to: clash.mine }] : typed;
  }
  if (deed.deed === '~putBack') {
    const gone = earlier.flatMap(({ changes }) => changes).find((each) => each.path === path && isRemoval(each));
    return gone ? [...typed, { path, from: null, to: gone.from }] : typed;
  }
  const made = deedChanges(deed, content, part, id);
  const left = deed.deed === '~remove' ? typed.filter((change) => !isWithin(change.path, path)) : typed;
  return [...left, ...made];
}

type Stood = { before: unknown; now: unknown };

/** Parts as they stand, and as they stood when each had been saved so often; null where one isn’t the person’s to read. */
async function partsAsOf(
  actor: Actor,
  planId: string,
  parts: ReadonlyMap<PartKey, number>,
): Promise<Map<PartKey, Stood> | null> {
  const keys = [...parts.keys()];
  if (!ID.test(planId) || keys.some((part) => !partSchema(part))) return null;
  return asActor(actor.userId, async (tx) => {
    const plan = await tx.plan.findFirst({ where: { id: planId, deletedAt: null }, select: { countryId: true } });
    if (!plan) return null;
    const thing = { countryId: plan.countryId, planId };
    if (!keys.every((part) => can(actor, 'part.read', { ...thing, part }))) return null;
    const stored = await tx.planPart.findMany({ where: { planId, key: { in: keys } } });
    const later = await tx.change.findMany({
      where: { planId, OR: keys.map((part) => ({ part, revision: { gt: parts.get(part) ?? 0 } })) },
      orderBy: [{ revision: 'asc' }, { at: 'asc' }],
    });
    const stood = new Map<PartKey, Stood>();
    for (const part of keys) {
      const now = stored.find(({ key }) => key === part)?.content ?? null;
      const since = later.filter((save) => save.part === part).flatMap(({ changes }) => changes as Change[]);
      stood.set(part, { now, before: unapply(now, since, part) });
    }
    return stood;
  });
}

/** The saves of a plan that a person made themselves, of those that are named. */
export async function ownSaves(actor: Actor, planId: string, ids: readonly string[]): Promise<OwnSave[]> {
  const asked = ids.filter((id) => ID.test(id)).slice(0, 100);
  if (!ID.test(planId) || asked.length === 0) return [];
  return asActor(actor.userId, async (tx) => {
    const found = await tx.change.findMany({ where: { planId, actorId: actor.userId, id: { in: asked } } });
    return found.map(({ id, part, changes, clashes }) => ({
      id,
      part,
      changes: changes as unknown as Change[],
      clashes: clashes as unknown as Clash[],
    }));
  });
}
