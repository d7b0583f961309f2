'use server';

import { redirect } from 'next/navigation';
import * as z from 'zod';
import { ID } from '#plan/fields';
import { action } from '#server/deed';
import { applyReturned } from '#server/returnedFiles';

const applying = z.object({
  locale: z.enum(['ar', 'en']),
  planId: z.string().regex(ID, 'notFound'),
  fileId: z.string().regex(ID, 'notFound'),
});

/** Makes the changes of a file that was looked at. Each part asks for the right to write it. */
export const applyReturnedAction = action({ schema: applying, deed: 'signedIn' }, async (input, actor) => {
  const done = await applyReturned(actor, input.planId, input.fileId);
  if (!done.ok) return done;
  redirect(`/${input.locale}/plans/${input.planId}/returned?file=${input.fileId}`);
});
