'use server';

import { redirect } from 'next/navigation';
import * as z from 'zod';
import { ID } from '#plan/fields';
import { action } from '#server/deed';
import { confirmImport } from '#server/imports';

const schema = z.object({
  locale: z.enum(['ar', 'en']),
  countryId: z.string().regex(ID, 'notFound'),
  importId: z.string().regex(ID, 'notFound'),
});

/** Makes a new plan of the file that was looked at, and goes to its list of steps. */
export const confirmImportAction = action(
  { schema, deed: 'plan.import', thingOf: ({ countryId }) => ({ countryId }) },
  async ({ locale, importId }, actor) => {
    const confirmed = await confirmImport(actor, importId);
    if (!confirmed.ok) return confirmed;
    redirect(`/${locale}/plans/${confirmed.planId}`);
  },
);
