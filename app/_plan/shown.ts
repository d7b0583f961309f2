import type { Bilingual, Language } from './schema.ts';

/** The text of a pair that a reader of `locale` should see: theirs, else the other, with the language it is in. */
export function shown(pair: Bilingual, locale: Language): { text: string; lang: Language } {
  const other = locale === 'ar' ? 'en' : 'ar';
  return pair[locale].trim() || !pair[other].trim()
    ? { text: pair[locale], lang: locale }
    : { text: pair[other], lang: other };
}
