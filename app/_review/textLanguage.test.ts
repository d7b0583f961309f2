import { expect, test } from 'vitest';
import { languageOf } from './textLanguage.ts';

test.each([
  ['«58.6% مؤمّنة»', 'ar', 'en'],
  ['A/RES/70/291 و UNDP: يُرجى ذكر المصدر والسنوات', 'ar', 'en'],
  ['The word «المياه» is the one used in documents', 'en', 'ar'],
  ['١٢٣ Sentence', 'en', 'ar'],
  ['2030 – ٢٠٣١', 'ar', 'ar'],
  ['', 'en', 'en'],
] as const)('%s is a text in %s', (text, language, otherwise) => {
  expect(languageOf(text, otherwise)).toBe(language);
});
