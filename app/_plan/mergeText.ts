import { diff3Merge } from 'node-diff3';

/** Words beyond which texts aren't merged but both kept: the time this takes grows with the square. */
const WORD_LIMIT = 4000;

const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? [];

/**
 * Two edits of one text in one, by words, or null where they touch each other. Nothing that either of them typed is
 * missing from the result.
 */
export function mergeText(from: string, mine: string, theirs: string): string | null {
  const texts = [mine, from, theirs].map(wordsOf) as [string[], string[], string[]];
  const start = sharedLength(texts, (words, index) => words[index]);
  const middles = texts.map((words) => words.slice(start)) as typeof texts;
  const end = sharedLength(middles, (words, index) => words[words.length - 1 - index]);
  const [a, o, b] = middles.map((words) => words.slice(0, words.length - end)) as typeof texts;
  if (Math.max(a.length, o.length, b.length) > WORD_LIMIT) return null;
  const merged: string[] = [];
  for (const region of diff3Merge(a, o, b, { excludeFalseConflicts: true })) {
    if (!region.ok) return null;
    merged.push(...region.ok);
  }
  const words = texts[0];
  return [...words.slice(0, start), ...merged, ...words.slice(words.length - end)].join('');
}

/** How many words all three texts have in common, counted from one side. */
function sharedLength(texts: string[][], word: (words: string[], index: number) => string | undefined): number {
  const shortest = Math.min(...texts.map((words) => words.length));
  let length = 0;
  while (length < shortest && texts.every((words) => word(words, length) === word(texts[0] ?? [], length))) length++;
  return length;
}
