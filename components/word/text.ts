import { TextRun } from 'docx';
import type { Language } from '#plan/schema';
import { writable } from '../edition/writable.ts';

export type RunLook = { bold?: boolean; color?: string };

// Words of the other script, with the figures and signs inside them: “A/70/674”, “UN Women”; and in brackets with these,
// which a line would else leave behind.
const latin =
  /\(\p{Script=Latin}[\p{Script=Latin}\p{M}\p{Nd}'’./_@:&\- ]*\)|\p{Script=Latin}(?:[\p{Script=Latin}\p{M}\p{Nd}'’./_@:&\- ]*[\p{Script=Latin}\p{Nd}])?/gu;
const arabic =
  /\(\p{Script=Arabic}[\p{Script=Arabic}\p{M}\p{Nd}،؛. ]*\)|\p{Script=Arabic}(?:[\p{Script=Arabic}\p{M}\p{Nd}،؛. ]*\p{Script=Arabic})?/gu;

/** A text in pieces, each in one direction: what is written in the other script is a piece of its own. */
export function inDirections(text: string, language: Language): { text: string; isRightToLeft: boolean }[] {
  const own = language === 'ar';
  const pieces: { text: string; isRightToLeft: boolean }[] = [];
  let at = 0;
  for (const match of text.matchAll(own ? latin : arabic)) {
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), isRightToLeft: own });
    pieces.push({ text: match[0], isRightToLeft: !own });
    at = match.index + match[0].length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isRightToLeft: own });
  return pieces;
}

/** The runs of a paragraph: right-to-left where they are Arabic, so that any word processor orders and spells them as such. */
export const runs = (text: string, language: Language, { bold, color }: RunLook = {}): TextRun[] =>
  inDirections(writable(text), language).map(
    (piece) =>
      new TextRun({
        text: piece.text,
        ...(bold ? { bold, boldComplexScript: bold } : {}),
        ...(color ? { color } : {}),
        ...(piece.isRightToLeft ? { rightToLeft: true } : {}),
        language: piece.isRightToLeft ? { bidirectional: 'ar-SA' } : { value: 'en-GB' },
      }),
  );
