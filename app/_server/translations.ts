import { uuidv7 } from 'uuidv7';
import { type Actor, can } from '#people/roles';
import type { Change } from '#plan/changes';
import { ID } from '#plan/fields';
import { type SideEdit, type Stale, sideAt, sideEdits, staleSides } from '#plan/pairState';
import { partOf } from '#plan/parts';
import { valueAt } from '#plan/places';
import { asActor, asActorDirectly } from './database.ts';
import { READ, WRITE } from './partStatements.ts';

type Touched = { change: string; actorId: string; at: Date; sides: string[] };

/** The sides of texts that have not followed the other, of those parts that the person may read. */
export async function staleTexts(actor: Actor, planId: string): Promise<Map<string, Stale>> {
  if (!ID.test(planId)) return new Map();
  const rows = await asActor(
    actor.userId,
    (tx) => tx.$queryRaw<Touched[]>`
      SELECT "id"::text AS "change", "actorId"::text AS "actorId", "at", "sides" FROM "Change"
      WHERE "planId" = ${planId}::uuid AND cardinality("sides") > 0 ORDER BY "at", "revision", "id"`,
  );
  const edits = rows.flatMap(({ sides, change, actorId, at }): SideEdit[] =>
    sideEdits(sides, { change, actorId, at: at.getTime() }),
  );
  return staleSides(edits);
}

/** What the changed side of a pair was before the save since which the other is behind; by the pair's path. */
export async function textsBefore(actor: Actor, stale: readonly Stale[]): Promise<Map<string, string>> {
  const ids = [...new Set(stale.map(({ since }) => since))];
  if (ids.length === 0) return new Map();
  const saves = await asActor(actor.userId, (tx) =>
    tx.change.findMany({ where: { id: { in: ids } }, select: { id: true, changes: true } }),
  );
  const byId = new Map(saves.map(({ id, changes }) => [id, changes as unknown as Change[]]));
  return new Map(
    stale.flatMap(({ path, language, since }) => {
      const changed = `${path}.${language === 'ar' ? 'en' : 'ar'}`;
      const from = byId.get(since)?.find((change) => change.path === changed)?.from;
      return typeof from === 'string' ? [[path, from] as const] : [];
    }),
  );
}

type Confirm = { ok: true } | { ok: false; code: 'notFound' | 'notAllowed' };

/**
 * A person who may edit a text says that one side of it still fits the other. History takes it as an edit of that side
 * that changes nothing.
 * @param path of the side: `about.title.ar`
 */
export async function confirmSide(actor: Actor, planId: string, path: string): Promise<Confirm> {
  const part = partOf(path);
  if (!part || !sideAt(path) || !ID.test(planId)) return { ok: false, code: 'notFound' };
  return asActorDirectly(actor.userId, async (ask, last): Promise<Confirm> => {
    const id = uuidv7();
    const [stored] = await ask<{ countryId: string; writes: boolean; content: unknown; revision: number | null }>(
      READ,
      [planId, part, id],
    );
    const thing = { countryId: stored?.countryId, planId, part };
    if (!stored || !can(actor, 'plan.open', thing)) return { ok: false, code: 'notFound' };
    if (!stored.writes || !can(actor, 'part.edit', thing)) return { ok: false, code: 'notAllowed' };
    const text = valueAt(stored.content, path, part);
    if (typeof text !== 'string') return { ok: false, code: 'notFound' };
    const changes = JSON.stringify([{ path, from: text, to: text }]);
    const values = [
      id,
      planId,
      stored.countryId,
      part,
      actor.userId,
      changes,
      '[]',
      null,
      stored.revision ?? 0,
      [path],
    ];
    await last(WRITE.leave, values);
    return { ok: true };
  });
}
