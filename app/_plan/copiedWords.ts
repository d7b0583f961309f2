import { normalize } from '#catalogue/search';
import type { CatalogueTexts } from './criterion.ts';
import { type Action, type Bilingual, planLanguages } from './schema.ts';

/** How many of the words of a text may stand in the catalogue's entry before it counts as a copy. */
const COPIED = 0.8;

/** Whether an action is described in the words of the recommendations that it serves, and not yet in the country's own. */
export function isInCatalogueWords(
  action: Pick<Action, 'description' | 'recommendations'>,
  texts: CatalogueTexts,
): boolean {
  const served = servedIn(action.recommendations, texts);
  return planLanguages.some((language) => {
    const words = wordsOf(action.description[language]);
    const theirs = new Set(served.flatMap(({ title, summary }) => wordsOf(`${title[language]} ${summary[language]}`)));
    return words.length > 0 && words.filter((word) => theirs.has(word)).length / words.length >= COPIED;
  });
}

const wordsOf = (text: string): string[] => normalize(text).split(' ').filter(Boolean);

/** The catalogue's texts of recommendations. An id may be any word, and so the name of something that every object has. */
const servedIn = (ids: readonly string[], texts: CatalogueTexts) =>
  ids.flatMap((id) => (Object.hasOwn(texts, id) ? (texts[id] ?? []) : []));

/** Words to begin an action with, from the recommendations that it serves: to be rewritten for the country. */
export function wordsToBegin(
  recommendations: readonly string[],
  texts: CatalogueTexts,
): Pick<Action, 'title' | 'description'> {
  const served = recommendations
    .flatMap((id) => (Object.hasOwn(texts, id) ? [texts[id]] : []))
    .filter((each) => !!each);
  const joined = (field: 'title' | 'summary', between: Bilingual): Bilingual => ({
    ar: served.map((each) => each[field].ar).join(between.ar),
    en: served.map((each) => each[field].en).join(between.en),
  });
  return {
    title: joined('title', { ar: '؛ ', en: '; ' }),
    description: joined('summary', { ar: '\n', en: '\n' }),
  };
}
