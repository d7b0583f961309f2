import { recommendationById } from '#catalogue/recommendations';
import type { Decision } from '#plan/schema';
import { type CoverageKind, coverageKinds, kindOf } from './deskCoverage.ts';
import { asked, type Search } from './threadFilter.ts';

/** What an address asks of the coverage: of which recommendation the plans are shown, and which of them. '' asks nothing. */
export type ChoicesAsked = { of: string; did: CoverageKind | '' };

/** Reads what an address asks for; what is no recommendation, or nothing that can be done with one, is passed over. */
export function readChoices(search: Search): ChoicesAsked {
  const of = asked(search, 'of');
  return {
    of: recommendationById(of) ? of : '',
    did: coverageKinds.find((kind) => kind === asked(search, 'did')) ?? '',
  };
}

type Choice = { decision: Decision['decision']; country: { nameAr: string; nameEn: string }; number: number };

/** How many plans did what with a recommendation. */
export function countChoices(choices: readonly Pick<Choice, 'decision'>[]): Record<CoverageKind, number> {
  const counts = { chosen: 0, adapted: 0, merged: 0, left: 0, open: 0 };
  for (const { decision } of choices) counts[kindOf(decision)] += 1;
  return counts;
}

/**
 * The choices that are asked for, what was decided first and in the order of `coverageKinds`, each by country.
 * @param names how the reader’s language orders names
 */
export function arrangeChoices<C extends Choice>(
  choices: readonly C[],
  did: ChoicesAsked['did'],
  { locale, names }: { locale: 'ar' | 'en'; names: (a: string, b: string) => number },
): C[] {
  const place = ({ decision }: C) => coverageKinds.indexOf(kindOf(decision));
  const name = ({ country }: C) => (locale === 'ar' ? country.nameAr : country.nameEn);
  return choices
    .filter(({ decision }) => did === '' || kindOf(decision) === did)
    .toSorted((a, b) => place(a) - place(b) || names(name(a), name(b)));
}
