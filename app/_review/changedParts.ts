import { wordDifference } from '#plan/wordDifference';

/** A piece of a text, and whether the other text has it. */
export type Mark = { text: string; isChanged: boolean };

/** How many words that stayed are left beside a change, and how long a stretch of them may be before it is cut. */
const AROUND = 25;
const LONGEST = 70;
/** Stands for words that are left out. */
const GAP = ' […] ';

/**
 * Two texts with what differs between them, for where there is no room for all of both: of long stretches that stayed the
 * same only the words beside a change.
 */
export function changedParts(before: string, after: string): { from: Mark[]; to: Mark[]; isCut: boolean } {
  const pieces = wordDifference(before, after);
  const [from, to]: [Mark[], Mark[]] = [[], []];
  let isCut = false;
  for (const [index, { kind, text }] of pieces.entries()) {
    if (kind === 'same') {
      const kept = cut(text, index > 0, index < pieces.length - 1);
      isCut ||= kept !== text;
      from.push({ text: kept, isChanged: false });
      to.push({ text: kept, isChanged: false });
    } else (kind === 'removed' ? from : to).push({ text, isChanged: true });
  }
  return { from, to, isCut };
}

/** @param after whether a change stands before these words @param before whether one comes after them */
function cut(text: string, after: boolean, before: boolean): string {
  const words = text.match(/\s*\S+\s*/g) ?? [];
  if (words.length <= LONGEST) return text;
  const head = after ? words.slice(0, AROUND).join('').trimEnd() : '';
  const tail = before ? words.slice(-AROUND).join('').trimStart() : '';
  return `${head}${GAP}${tail}`;
}
