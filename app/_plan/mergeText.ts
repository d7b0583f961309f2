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

/**
 * Whether a text is what an edit of another led to, with more typed at the same place since: then nothing of the edit is
 * missing from it. An edit that only takes out is told by nothing that stands there, and never is.
 */
export function isTypedOn(from: string, to: string, now: string): boolean {
  const common = (most: number, sign: (text: string, at: number) => string | undefined) => {
    let length = 0;
    while (length < most && sign(from, length) === sign(to, length)) length += 1;
    return length;
  };
  const first = (text: string, at: number) => text[at];
  const last = (text: string, at: number) => text[text.length - 1 - at];
  const shorter = Math.min(from.length, to.length);
  const [start, end] = [common(shorter, first), common(shorter, last)];
  // Where what was typed ends as what follows it begins, it can be told to lie in two places.
  return [
    { start, end: common(shorter - start, last) },
    { start: common(shorter - end, first), end },
  ].some((kept) => {
    const [before, after] = [to.slice(0, to.length - kept.end), to.slice(to.length - kept.end)];
    const isLongEnough = before.length > kept.start && now.length >= before.length + after.length;
    return isLongEnough && now.startsWith(before) && now.endsWith(after);
  });
}
