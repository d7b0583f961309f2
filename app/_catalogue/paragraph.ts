// The Organization letters sub-paragraphs in Arabic in the abjad order, not in that of the alphabet.
const arabicLetters: Record<string, string> = {
  a: 'أ',
  b: 'ب',
  c: 'ج',
  d: 'د',
  e: 'هـ',
  f: 'و',
  g: 'ز',
  h: 'ح',
  i: 'ط',
};

/** A paragraph’s number as documents in that language print it: “44 (b)” is “44 (ب)” in Arabic. */
export const paragraphIn = (language: 'ar' | 'en', paragraph: string): string =>
  language === 'ar'
    ? paragraph.replace(/\(([a-i])\)/g, (_, letter: string) => `(${arabicLetters[letter]})`)
    : paragraph;
