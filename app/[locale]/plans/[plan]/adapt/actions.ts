'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { uuidv7 } from 'uuidv7';
import * as z from 'zod';
import { recommendationById } from '#catalogue/recommendations';
import { ID } from '#plan/fields';
import { assignPart } from '#server/assignments';
import { action } from '#server/deed';
import { savePart } from '#server/planParts';
import { loadPlan } from '#server/plans';

const locale = z.enum(['ar', 'en']);
const planId = z.string().regex(ID, 'notFound');
const actionId = z.string().regex(ID, 'notFound');

/** What is ticked in a form under names such as `serves.<id>`. */
const ticked = (input: Record<string, string>, name: string): string[] =>
  Object.keys(input).flatMap((key) => (key.startsWith(`${name}.`) ? [key.slice(name.length + 1)] : []));

const adding = z.object({ locale, planId, into: actionId.or(z.literal('')).optional() }).catchall(z.string());

/**
 * An action that serves the recommendations that are ticked: a new one, empty where none is, or one that there is
 * already (`into`). Its page opens.
 */
export const addAction = action({ schema: adding, deed: 'signedIn' }, async (input, actor) => {
  const loaded = await loadPlan(actor, input.planId);
  if (!loaded) return { ok: false, code: 'notFound' };
  const serves = ticked(input, 'serves').filter((id) => recommendationById(id));
  const known = input.into ? loaded.plan.actions[input.into] : undefined;
  if (input.into && !known) return { ok: false, code: 'notFound' };
  const id = input.into || uuidv7();
  const part = `actions.${id}`;
  const last = Math.max(0, ...Object.values(loaded.plan.actions).map(({ order }) => order));
  const change = known
    ? {
        path: `${part}.recommendations`,
        from: known.recommendations,
        to: [...new Set([...known.recommendations, ...serves])],
      }
    : { path: part, from: null, to: { order: last + 1, recommendations: serves } };
  const saved = await savePart(actor, input.planId, part, { id: uuidv7(), changes: [change] });
  if (!saved.ok) return saved;
  redirect(`/${input.locale}/plans/${input.planId}/adapt/${id}`);
});

const removing = z.object({ locale, planId, actionId });

/** Takes an action out of the plan; its history keeps it. */
export const removeAction = action({ schema: removing, deed: 'signedIn' }, async (input, actor) => {
  const loaded = await loadPlan(actor, input.planId);
  const content = loaded?.plan.actions[input.actionId];
  if (!content) return { ok: false, code: 'notFound' };
  const part = `actions.${input.actionId}`;
  const saved = await savePart(actor, input.planId, part, {
    id: uuidv7(),
    changes: [{ path: part, from: content, to: null }],
  });
  if (!saved.ok) return saved;
  redirect(`/${input.locale}/plans/${input.planId}/adapt`);
});

const assigning = z.object({ locale, planId, actionId }).catchall(z.string());

/** Gives an action to exactly those contributors who are ticked: they see and edit it. */
export const assignAction = action({ schema: assigning, deed: 'signedIn' }, async (input, actor) => {
  const userIds = ticked(input, 'to');
  const done = await assignPart(actor, { planId: input.planId, part: `actions.${input.actionId}`, userIds });
  if (!done.ok) return done;
  revalidatePath(`/${input.locale}/plans/${input.planId}/adapt/${input.actionId}`);
  return { ok: true, data: null };
});
