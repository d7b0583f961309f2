import { describe, expect, test } from 'vitest';
import ar from '#locales/ar/catalogue' with { type: 'json' };
import en from '#locales/en/catalogue' with { type: 'json' };
import { sdgTargets } from '#plan/sdg';
import { events, responses } from './background.ts';
import { criteria, criteriaSections } from './criteria.ts';
import { documentByKey, documents } from './documents.ts';
import { driverCategories, drivers } from './drivers.ts';
import { officialUrl } from './officialText.ts';
import { paragraphIn } from './paragraph.ts';
import {
  areas,
  isVerified,
  priorityAreas,
  recommendationById,
  recommendations,
  recommendationsIn,
} from './recommendations.ts';

const languages = { ar, en };

describe('the catalogue holds what it says', () => {
  test('72 recommendations, none twice, each under the id made of its paragraph', () => {
    expect(recommendations).toHaveLength(72);
    expect(new Set(recommendations.map(({ id }) => id)).size).toBe(72);
    for (const { id, paragraph } of recommendations) expect(id).toBe(`pve-${paragraph.replace(/ \((\w)\)/, '-$1')}`);
  });

  test('66 lettered sub-paragraphs and 6 paragraphs', () => {
    expect(recommendations.filter(({ paragraph }) => paragraph.includes('('))).toHaveLength(66);
  });

  test('paragraphs that were not established are not there', () => {
    const beyond = ['41', '42', '43', '44 (h)', '46 (f)', '47 (c)', '49 (h)', '50 (i)', '51 (h)', '52 (g)', '53 (f)'];
    beyond.push('54 (f)', '55 (f)', '56', '57', '58 (j)');
    for (const paragraph of beyond) expect(recommendations.map((entry) => entry.paragraph)).not.toContain(paragraph);
  });

  test('the areas stand in the order of the document, the seven priority areas among them', () => {
    expect([...new Set(recommendations.map(({ area }) => area))]).toEqual([...areas]);
    expect(areas.filter((area) => priorityAreas.includes(area as never))).toEqual([...priorityAreas]);
    expect(new Set(areas.flatMap(recommendationsIn))).toEqual(new Set(recommendations));
  });

  test('only the four entries whose paragraph was read count as verified', () => {
    expect(recommendations.filter(isVerified).map(({ paragraph }) => paragraph)).toEqual([
      '40',
      '44',
      '44 (a)',
      '44 (b)',
    ]);
    expect(recommendations.filter(({ source }) => source === 'report')).toHaveLength(4);
  });

  test('each Sustainable Development Goal or target named exists', () => {
    const known = new Set([...sdgTargets(), ...Array.from({ length: 17 }, (_, goal) => String(goal + 1))]);
    for (const { sdg } of recommendations) for (const code of sdg) expect(known).toContain(code);
  });

  test('each recommendation can be searched by keywords of both languages', () => {
    for (const { keywords } of recommendations) {
      expect(keywords.ar.length).toBeGreaterThan(0);
      expect(keywords.en.length).toBeGreaterThan(0);
    }
  });

  test('nine drivers in two groups, five and four', () => {
    expect(driverCategories.map((category) => drivers.filter((driver) => driver.category === category).length)).toEqual(
      [5, 4],
    );
  });

  test('34 criteria, each in a known section and asked for by a known document', () => {
    expect(criteria).toHaveLength(34);
    for (const { section, documents: askedBy } of criteria) {
      expect(criteriaSections).toContain(section);
      for (const key of askedBy) expect(documentByKey(key).key).toBe(key);
    }
  });

  test('the events run forward in time and name known documents', () => {
    const dates = events.map(({ date }) => date);
    expect(dates).toEqual(dates.toSorted());
    for (const { documents: named } of events) for (const key of named) expect(documentByKey(key).key).toBe(key);
    expect(responses).toHaveLength(5);
  });

  test('an unknown id is nothing, also where it is a property of every object', () => {
    expect(recommendationById('pve-99')).toBeUndefined();
    expect(recommendationById('constructor')).toBeUndefined();
  });
});

describe('everything has its words in Arabic and in English', () => {
  const keysOf = (value: object): string[] =>
    Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === 'object' ? keysOf(inner).map((rest) => `${key}.${rest}`) : [key],
    );
  const textsOf = (value: object): string[] =>
    Object.values(value).flatMap((inner) => (typeof inner === 'object' ? textsOf(inner) : [inner]));

  test('the same messages in both, none empty', () => {
    expect(keysOf(ar)).toEqual(keysOf(en));
    for (const texts of Object.values(languages)) for (const text of textsOf(texts)) expect(text.trim()).not.toBe('');
  });

  test.each(Object.entries(languages))('each thing of the catalogue has its text in %s', (_, texts) => {
    expect(Object.keys(texts.recommendations)).toEqual(recommendations.map(({ id }) => id));
    expect(Object.keys(texts.areas)).toEqual([...areas]);
    expect(Object.keys(texts.drivers)).toEqual(drivers.map(({ id }) => id));
    expect(Object.keys(texts.driverCategories)).toEqual([...driverCategories]);
    expect(Object.keys(texts.criteria)).toEqual(criteria.map(({ id }) => id));
    expect(Object.keys(texts.criteriaSections)).toEqual([...criteriaSections]);
    expect(Object.keys(texts.documents).toSorted()).toEqual(documents.map(({ key }) => key).toSorted());
    expect(Object.keys(texts.events)).toEqual(events.map(({ key }) => key));
    for (const id of Object.keys(texts.recommendationNotes)) expect(recommendationById(id)).toBeDefined();
  });

  test('Arabic texts are in Arabic, English ones in English', () => {
    for (const { title, summary } of Object.values(ar.recommendations)) expect(title + summary).not.toMatch(/[a-z]{3}/);
    for (const { title, summary } of Object.values(en.recommendations))
      expect(title + summary).not.toMatch(/\p{Script=Arabic}/u);
  });

  test('no straight apostrophe, which the message format would swallow', () => {
    for (const texts of Object.values(languages)) for (const text of textsOf(texts)) expect(text).not.toContain("'");
  });
});

describe('references to the official documents', () => {
  test('a symbol leads to the document in the language asked for', () => {
    expect(officialUrl('A/70/674', 'ar')).toBe('https://undocs.org/ar/A/70/674');
    expect(officialUrl('S/RES/2178 (2014)', 'en')).toBe('https://undocs.org/en/S/RES/2178(2014)');
  });

  test('sub-paragraphs are lettered as the Organization letters them in Arabic', () => {
    expect(paragraphIn('ar', '44 (b)')).toBe('44 (ب)');
    expect(paragraphIn('ar', '54 (e)')).toBe('54 (هـ)');
    expect(paragraphIn('ar', '58')).toBe('58');
    expect(paragraphIn('en', '58 (i)')).toBe('58 (i)');
  });
});
