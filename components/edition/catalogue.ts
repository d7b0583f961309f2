import { paragraphIn } from '#catalogue/paragraph';
import { recommendationById } from '#catalogue/recommendations';
import type { Bilingual } from '#plan/schema';
import { alike, changed, type Edition, figures } from './edition.ts';

/** The number of a recommendation’s paragraph as each language prints it: “50 (a)”, «50 (أ)». */
export function paragraphNumber(edition: Edition, id: string): Bilingual {
  const recommendation = recommendationById(id);
  if (!recommendation) return alike(id);
  const number = figures(edition).label(recommendation.paragraph);
  return changed(number, (text, language) => paragraphIn(language, text));
}

/** Its paragraph and title on one line. */
export function recommendationLabel(edition: Edition, id: string): Bilingual {
  const number = paragraphNumber(edition, id);
  return changed(recommendationTitle(edition, id), (title, language) => `${number[language]} – ${title}`);
}

/** Its title in our own words, or its id where the catalogue no longer has it. */
export const recommendationTitle = (edition: Edition, id: string): Bilingual =>
  recommendationById(id) ? edition.words.both(`catalogue.recommendations.${id}.title`) : alike(id);
