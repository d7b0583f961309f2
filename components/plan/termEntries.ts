import ar from '#locales/ar/glossary';
import en from '#locales/en/glossary';
import type { Term } from './Terms.tsx';

/** The field’s terms with their meanings in both languages, whichever the page is in. */
export const terms: readonly Term[] = (Object.keys(en.terms) as (keyof typeof en.terms)[]).map((id) => ({
  id,
  term: { ar: ar.terms[id].term, en: en.terms[id].term },
  meaning: { ar: ar.terms[id].meaning, en: en.terms[id].meaning },
}));
