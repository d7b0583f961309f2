'use server';

import { revalidatePath } from 'next/cache';
import * as z from 'zod';
import { ID } from '#plan/fields';
import { action } from '#server/deed';
import { confirmSide } from '#server/translations';

const confirming = z.object({
  locale: z.enum(['ar', 'en']),
  planId: z.string().regex(ID, 'notFound'),
  path: z.string().max(400),
});

/** One side of a text still fits the other, which was changed since. */
export const confirmSideAction = action({ schema: confirming, deed: 'signedIn' }, async (input, actor) => {
  const done = await confirmSide(actor, input.planId, input.path);
  if (!done.ok) return done;
  revalidatePath(`/${input.locale}/plans/${input.planId}/translation`);
  return { ok: true, data: null };
});
