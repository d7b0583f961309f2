import { paragraphIn } from './paragraph.ts';

/**
 * What a search looks through. Each list may hold texts of several languages; the words of a title count most, then the
 * paragraph and the keywords, then the summary.
 */
export type Searchable = {
  paragraph: string;
  titles: readonly string[];
  keywords: readonly string[];
  summaries: readonly string[];
};

const letters: Record<string, string> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ئ: 'ي',
  ی: 'ي',
  ې: 'ي',
  ة: 'ه',
  ہ: 'ه',
  ە: 'ه',
  ؤ: 'و',
  ک: 'ك',
  گ: 'ك',
  // A hamza on the line is often left out or misplaced by who types: it is dropped on both sides.
  ء: '',
};
const folded = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu');

/**
 * A text as it is compared: presentation forms and Latin accents resolved, Arabic vowel signs and tatweel gone, the
 * variants of alef, ya, ta marbuta, kaf and hamza one, digits Latin, lower case, everything else a single space.
 */
export function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .replace(folded, (letter) => letters[letter] ?? '')
    .normalize('NFKD')
    .replace(/[\p{M}\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069]/gu, '')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .toLowerCase()
    .replace(/['’ʼ]/g, '')
    .replace(/(\d)(?=\p{L})|(\p{L})(?=\d)/gu, '$& ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const wordsOf = (text: string): string[] => normalize(text).split(' ').filter(Boolean);

// “and”, “for”, “with”, “the” are written together with an Arabic word. Of what is asked only the article is taken away,
// with what stands before it, since a single letter there is more often the word’s own.
const joined = /^(?:[وفبك]?ال|و?لل|[وفبلك])(?=.{3})/;
const article = /^(?:[وفبك]?ال|و?لل)(?=.{3})/;

/** What a recommendation is found by, given its texts in each language. Its paragraph is found by either script’s letter. */
export const searchableOf = (
  { paragraph, keywords }: { paragraph: string; keywords: { ar: readonly string[]; en: readonly string[] } },
  texts: readonly { title: string; summary: string }[],
): Searchable => ({
  paragraph: `${paragraph} ${paragraphIn('ar', paragraph)}`,
  titles: texts.map((text) => text.title),
  keywords: [...keywords.ar, ...keywords.en],
  summaries: texts.map((text) => text.summary),
});

/** How well a word of the query meets the words of a text: 3 whole, 2 at its beginning, 1 but for what is joined to it. */
function meets(asked: string, words: readonly string[]): number {
  const stem = asked.replace(article, '');
  let best = 0;
  for (const word of words) {
    if (word === asked) return 3;
    if (word.startsWith(asked)) best = 2;
    else if (best < 1 && [word, word.replace(joined, '')].some((form) => form.startsWith(stem))) best = 1;
  }
  return best;
}

const known = new WeakMap<Searchable, [weight: number, words: string[]][]>();

function fieldsOf(entry: Searchable): [weight: number, words: string[]][] {
  const fields = known.get(entry) ?? [
    [8, entry.titles.flatMap(wordsOf)],
    [6, wordsOf(entry.paragraph)],
    [4, entry.keywords.flatMap(wordsOf)],
    [1, entry.summaries.flatMap(wordsOf)],
  ];
  // The same entries are searched again with each letter typed.
  known.set(entry, fields);
  return fields;
}

/** Reads the words of an entry beforehand: of a whole catalogue at once, a letter typed meanwhile would wait for it. */
export const readWords = (entry: Searchable): void => void fieldsOf(entry);

/**
 * The entries in which each word of the query begins a word, best first; entries that match equally well keep their
 * order. An empty query gives every entry. Arabic and English words may be mixed, digits be of either kind.
 */
export function search<Entry extends Searchable>(query: string, entries: readonly Entry[]): Entry[] {
  const asked = wordsOf(query);
  if (asked.length === 0) return [...entries];
  const found: { entry: Entry; score: number }[] = [];
  for (const entry of entries) {
    const fields = fieldsOf(entry);
    let score = 0;
    for (const word of asked) {
      const best = Math.max(...fields.map(([weight, words]) => weight * meets(word, words)));
      if (best === 0) {
        score = 0;
        break;
      }
      score += best;
    }
    if (score > 0) found.push({ entry, score });
  }
  return found.sort((a, b) => b.score - a.score).map(({ entry }) => entry);
}
