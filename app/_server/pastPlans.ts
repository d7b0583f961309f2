import { type Actor, can, roleIn } from '#people/roles';
import { type Change, unapply } from '#plan/changes';
import { ID } from '#plan/fields';
import { putTogether } from '#plan/parts';
import type { Plan } from '#plan/schema';
import { asActor } from './database.ts';

type Edit = { part: string; path: string; from: unknown };

/**
 * A plan as it stood at a time, of those parts that the person may read now; where it is younger, as it was begun.
 * @returns null where there is no such plan for this person; `at` is the time that it is shown of
 */
export async function planAsOf(actor: Actor, planId: string, time: Date): Promise<{ plan: Plan; at: Date } | null> {
  if (!ID.test(planId)) return null;
  return asActor(actor.userId, async (tx) => {
    const found = await tx.plan.findFirst({
      where: { id: planId, deletedAt: null },
      select: { countryId: true, createdAt: true },
    });
    const thing = { countryId: found?.countryId, planId };
    // History is the team's: who is let into drafts would be shown the present as the past.
    if (!found || !can(actor, 'plan.open', thing) || !roleIn(actor, found.countryId)) return null;
    const at = found.createdAt > time ? found.createdAt : time;
    const stored = await tx.planPart.findMany({ where: { planId }, select: { key: true, content: true } });
    // Of all edits of a path since then, the first tells what stood there: it is enough to take that one back, and there
    // are as many as there are fields, however long people have typed.
    const edits = await tx.$queryRaw<Edit[]>`
      SELECT "part", "path", "from" FROM (
        SELECT DISTINCT ON (c."part", e->>'path')
          c."part", c."revision", c."at", e->>'path' AS "path", e->'from' AS "from"
        FROM "Change" c, jsonb_array_elements(c."changes") e
        WHERE c."planId" = ${planId}::uuid AND c."at" > ${at}
        ORDER BY c."part", e->>'path', c."revision", c."at"
      ) first ORDER BY "part", "revision", "at"`;
    // A part that was taken out since has no row any more, but a history.
    const now = new Map<string, unknown>(edits.map(({ part }) => [part, null]));
    for (const { key, content } of stored) now.set(key, content);
    const parts = [...now]
      .filter(([part]) => can(actor, 'part.read', { ...thing, part }))
      .map(([key, content]) => {
        const since = edits.filter(({ part }) => part === key);
        const back: Change[] = since.map(({ path, from }) => ({ path, from, to: null }));
        return { key, content: back.length ? unapply(content, back, key) : content };
      })
      .filter(({ content }) => content !== null);
    return { plan: putTogether(parts), at };
  });
}
