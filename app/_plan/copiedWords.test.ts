import { expect, test } from 'vitest';
import ar from '#locales/ar/catalogue';
import en from '#locales/en/catalogue';
import { isInCatalogueWords, wordsToBegin } from './copiedWords.ts';
import { catalogueTexts } from './criterion.ts';

const texts = catalogueTexts(ar.recommendations, en.recommendations);
const served = ['pve-54-a', 'pve-54-b'];

test('words to begin with are those of all recommendations served, in both languages, and are told for what they are', () => {
  const start = wordsToBegin(served, texts);
  for (const id of served) {
    expect(start.title.ar).toContain(texts[id]?.title.ar);
    expect(start.description.en).toContain(texts[id]?.summary.en);
  }
  expect(isInCatalogueWords({ description: start.description, recommendations: served }, texts)).toBe(true);
  // Also where one language was rewritten and the other left as it was.
  const half = { ar: start.description.ar, en: 'The Ministry trains 400 teachers in three governorates by 2029.' };
  expect(isInCatalogueWords({ description: half, recommendations: served }, texts)).toBe(true);
});

test('a country’s own words aren’t, nor is what serves no recommendation', () => {
  const own = {
    ar: 'تدرّب الوزارة 400 معلم في ثلاث محافظات حتى عام 2029.',
    en: 'The Ministry trains 400 teachers in three governorates by 2029.',
  };
  expect(isInCatalogueWords({ description: own, recommendations: served }, texts)).toBe(false);
  const { description } = wordsToBegin(served, texts);
  expect(isInCatalogueWords({ description, recommendations: [] }, texts)).toBe(false);
  expect(isInCatalogueWords({ description, recommendations: ['constructor'] }, texts)).toBe(false);
  expect(wordsToBegin([], texts).title).toEqual({ ar: '', en: '' });
});
