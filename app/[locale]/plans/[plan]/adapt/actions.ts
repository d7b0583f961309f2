'use server';

import { redirect } from 'next/navigation';
import { uuidv7 } from 'uuidv7';
import * as z from 'zod';
import { recommendationById } from '#catalogue/recommendations';
import { ID } from '#plan/fields';
import { action } from '#server/deed';
import { savePart } from '#server/planParts';
import { loadPlan } from '#server/plans';

const locale = z.enum(['ar', 'en']);
const adding = z.object({ locale, planId: z.string().regex(ID, 'notFound'), recommendation: z.string().optional() });

/** A new action, empty or serving a recommendation that was chosen; its page opens. */
export const addAction = action({ schema: adding, deed: 'signedIn' }, async (input, actor) => {
  const loaded = await loadPlan(actor, input.planId);
  if (!loaded) return { ok: false, code: 'notFound' };
  const id = uuidv7();
  const part = `actions.${id}`;
  const serves = input.recommendation ? recommendationById(input.recommendation)?.id : undefined;
  const last = Math.max(0, ...Object.values(loaded.plan.actions).map(({ order }) => order));
  const content = { order: last + 1, recommendations: serves ? [serves] : [] };
  const saved = await savePart(actor, input.planId, part, {
    id: uuidv7(),
    changes: [{ path: part, from: null, to: content }],
  });
  if (!saved.ok) return saved;
  redirect(`/${input.locale}/plans/${input.planId}/adapt/${id}`);
});

const removing = z.object({
  locale,
  planId: z.string().regex(ID, 'notFound'),
  actionId: z.string().regex(ID, 'notFound'),
});

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
