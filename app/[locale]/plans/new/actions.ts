'use server';

import { redirect } from 'next/navigation';
import * as z from 'zod';
import { ID, TEXT_LIMIT } from '#plan/fields';
import { emptyPlan } from '#plan/schema';
import { ownCountries } from '#server/countries';
import { action } from '#server/deed';
import { createPlan } from '#server/plans';

const day = z.string().regex(/^$|^\d{4}-\d{2}-\d{2}$/, 'notDate');
const schema = z.object({
  locale: z.enum(['ar', 'en']),
  countryId: z.string().regex(ID, 'noCountry'),
  titleAr: z.string().max(TEXT_LIMIT, 'tooLong').trim(),
  titleEn: z.string().max(TEXT_LIMIT, 'tooLong').trim(),
  start: day,
  end: day,
});

/** Begins a plan with what is known of it, and goes to its list of steps. */
export const createPlanAction = action(
  { schema, deed: 'plan.create', thingOf: ({ countryId }) => ({ countryId }) },
  async ({ locale, countryId, titleAr, titleEn, start, end }, actor) => {
    if (start && end && end < start) return { ok: false, code: 'endBeforeStart', path: 'end' };
    const country = (await ownCountries(actor)).find(({ id }) => id === countryId);
    if (!country) return { ok: false, code: 'noCountry', path: 'countryId' };
    const plan = emptyPlan();
    plan.about = {
      ...plan.about,
      country: country.code,
      countryName: { ar: country.nameAr, en: country.nameEn },
      title: { ar: titleAr, en: titleEn },
      start,
      end,
    };
    const created = await createPlan(actor, countryId, plan);
    if (!created.ok) return created;
    redirect(`/${locale}/plans/${created.id}`);
  },
);
