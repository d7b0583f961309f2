import type { Language } from '#plan/schema';

const arabic = /(?=\p{L})\p{Script=Arabic}/gu;
const latin = /(?=\p{L})\p{Script=Latin}/gu;

/**
 * The language of a text that people typed freely: the one of which it has more letters. Not that of its first letter, by
 * which `dir="auto"` goes: many an Arabic sentence begins with the name of a document or an organization.
 * @param otherwise that of a text without a letter of either
 */
export function languageOf(text: string, otherwise: Language): Language {
  const [ar, en] = [text.match(arabic)?.length ?? 0, text.match(latin)?.length ?? 0];
  if (ar === 0 && en === 0) return otherwise;
  return ar >= en ? 'ar' : 'en';
}
