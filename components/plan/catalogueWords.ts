import ar from '#locales/ar/catalogue';
import en from '#locales/en/catalogue';
import { catalogueTexts } from '#plan/criterion';

/** The catalogue’s own words for each recommendation, in both languages, whichever the page is in. */
export const catalogueWords = catalogueTexts(ar.recommendations, en.recommendations);
