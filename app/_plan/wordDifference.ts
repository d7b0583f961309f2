import { diffComm } from 'node-diff3';

/** A piece of a text that stayed, was taken out or was put in. */
export type Piece = { kind: 'same' | 'removed' | 'added'; text: string };

/** Words beyond which a difference isn't looked for: the time this takes grows with the square. */
const WORD_LIMIT = 3000;

const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? [];

/** What leads from one text to another, word by word; the whole of both where they are very long. */
export function wordDifference(before: string, after: string): Piece[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const parts =
    Math.max(a.length, b.length) > WORD_LIMIT ? [{ common: undefined, buffer1: a, buffer2: b }] : diffComm(a, b);
  return parts
    .flatMap((part): Piece[] =>
      part.common
        ? [{ kind: 'same', text: part.common.join('') }]
        : [
            { kind: 'removed', text: (part.buffer1 ?? []).join('') },
            { kind: 'added', text: (part.buffer2 ?? []).join('') },
          ],
    )
    .filter(({ text }) => text !== '');
}
