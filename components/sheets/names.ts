import { paragraphIn } from '#catalogue/paragraph';
import { recommendations } from '#catalogue/recommendations';
import { normalize } from '#catalogue/search';
import { planLanguages } from '#plan/schema';
import type { Edition } from '../edition/edition.ts';
import { bodyName, cellText } from './columns.ts';

/**
 * What a name in a cell may stand for: `exact` as it is written, `loose` without regard to case, vowel signs and variants.
 * `pieces`: into how many the name that holds most of them is parted by the signs between names.
 */
export type Names = {
  exact: ReadonlyMap<string, ReadonlySet<string>>;
  loose: ReadonlyMap<string, ReadonlySet<string>>;
  pieces: number;
};

/** What several names in a cell stand for, or the first of them that stands for nothing or for more than one thing. */
export type Named = { ids: string[] } | { unknown: string } | { ambiguous: string } | { tooMany: number };

const strong = /[;؛\n]/;
const weak = /[,،]/;
/** How many names a cell may hold: as many as a field. */
const NAME_LIMIT = 200;

function namesOf(entries: Iterable<{ id: string; names: readonly string[] }>): Names {
  const exact = new Map<string, Set<string>>();
  const loose = new Map<string, Set<string>>();
  let pieces = 1;
  const add = (map: Map<string, Set<string>>, name: string, id: string) => {
    if (name !== '') map.set(name, (map.get(name) ?? new Set()).add(id));
  };
  for (const { id, names } of entries) {
    for (const name of names) {
      add(exact, cellText(name).trim(), id);
      add(loose, normalize(name), id);
      pieces = Math.max(pieces, ...[strong, weak].map((sign) => name.split(sign).length));
    }
  }
  return { exact, loose, pieces };
}

/** The bodies of a plan, by their names as printed, in either language, and by their acronyms. */
export const bodiesOf = (edition: Edition): Names =>
  namesOf(
    Object.entries(edition.plan.agencies).map(([id, { name, acronym }]) => ({
      id,
      names: [...planLanguages.map((main) => bodyName(edition, id, main)), name.ar, name.en, acronym],
    })),
  );

/** The recommendations by the numbers of their paragraphs, as either language prints them. */
export const paragraphs: Names = namesOf(
  recommendations.map(({ id, paragraph }) => ({
    id,
    names: planLanguages.map((language) => paragraphIn(language, paragraph)),
  })),
);

/** The one that a name stands for; where it could be several, the one that stood there before. */
export function oneNamed(text: string, names: Names, before: readonly string[] = []): Named {
  const name = text.trim();
  const ids = [...(names.exact.get(name) ?? names.loose.get(normalize(name)) ?? [])];
  if (ids.length === 0) return before.includes(name) ? { ids: [name] } : { unknown: name };
  if (ids.length === 1) return { ids };
  const known = ids.filter((id) => before.includes(id));
  return known.length === 1 ? { ids: known } : { ambiguous: name };
}

/**
 * Those that a list of names stands for, without repetitions. Semicolons and line breaks part names, commas do where it can’t
 * be otherwise: a name may hold them too.
 */
export const allNamed = (text: string, names: Names, before: readonly string[]): Named =>
  parted(text, [strong, weak], names, before);

function parted(text: string, signs: readonly RegExp[], names: Names, before: readonly string[]): Named {
  const [sign, ...finer] = signs;
  const whole = oneNamed(text, names, before);
  if ('ids' in whole || sign === undefined) return whole;
  const pieces = text.split(sign).filter((piece) => piece.trim() !== '');
  if (pieces.length > NAME_LIMIT) return { tooMany: NAME_LIMIT };
  const ids = new Set<string>();
  for (let at = 0; at < pieces.length; ) {
    // The longest run of pieces that is a name; a single one may have finer pieces.
    let count = Math.min(names.pieces, pieces.length - at);
    let found = oneNamed(pieces.slice(at, at + count).join(' '), names, before);
    while (!('ids' in found) && count > 1) {
      count -= 1;
      found = oneNamed(pieces.slice(at, at + count).join(' '), names, before);
    }
    if (!('ids' in found)) found = parted(pieces[at] ?? '', finer, names, before);
    if (!('ids' in found)) return found;
    for (const id of found.ids) ids.add(id);
    at += count;
  }
  return { ids: [...ids] };
}
