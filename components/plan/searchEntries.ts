import { recommendations } from '#catalogue/recommendations';
import { type Searchable, searchableOf } from '#catalogue/search';
import ar from '#locales/ar/catalogue';
import en from '#locales/en/catalogue';

/** What each recommendation is found by, in both languages, whichever the page is in. */
export const searchEntries: readonly (Searchable & { id: string })[] = recommendations.map((recommendation) => ({
  id: recommendation.id,
  ...searchableOf(recommendation, [ar.recommendations[recommendation.id], en.recommendations[recommendation.id]]),
}));
