/** The longest comment, reply, note, reason or summary, in UTF-16 units: about four printed pages. */
const SAYING_LIMIT = 10_000;

/** Why a text can’t be kept: it is too long, or holds what is no character. */
export type TextRefusal = 'tooLong' | 'notText';

/** Looks at texts that people typed; null where each can be kept. Blanks are no refusal: ask `isBlank`. */
export function textRefusal(texts: readonly string[], limit = SAYING_LIMIT): TextRefusal | null {
  // PostgreSQL can’t store a NUL, and a lone surrogate is no character: as with the texts of plans, refused and not dropped.
  if (texts.some((text) => text.includes('\u0000') || !text.isWellFormed())) return 'notText';
  return texts.some((text) => text.length > limit) ? 'tooLong' : null;
}

export const isBlank = (text: string): boolean => text.trim() === '';
