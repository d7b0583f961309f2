import { describe, expect, test } from 'vitest';
import ar from '#locales/ar/catalogue' with { type: 'json' };
import en from '#locales/en/catalogue' with { type: 'json' };
import { recommendations } from './recommendations.ts';
import { normalize, search, searchableOf } from './search.ts';

const entries = recommendations.map((recommendation) => ({
  id: recommendation.id,
  ...searchableOf(recommendation, [ar.recommendations[recommendation.id], en.recommendations[recommendation.id]]),
}));
const found = (query: string) => search(query, entries).map((entry) => entry.id);

describe('a text is compared without what people write differently', () => {
  test.each([
    ['التَّعْلِيمُ', 'التعليم'],
    ['التعـــليم', 'التعليم'],
    ['إشراك', 'اشراك'],
    ['أُطر', 'اطر'],
    ['آليات', 'اليات'],
    ['مستوى', 'مستوي'],
    ['المرأة', 'المراه'],
    ['المسؤولية', 'المسووليه'],
    ['هيئات', 'هييات'],
    ['نساء', 'نسا'],
    ['یک', 'يك'],
    ['ﺍﻟﺘﻌﻠﻴﻢ', 'التعليم'],
    ['٤٤ (ب)', '44 ب'],
    ['۴۴', '44'],
    ['44b', '44 b'],
    ['Genève', 'geneve'],
    ['women’s', 'womens'],
    ["women's", 'womens'],
    ['\u202e\u200fحوار\u200c', 'حوار'],
    ['  Social-media,  YOUTH ', 'social media youth'],
  ])('%s is compared as %s', (typed, compared) => expect(normalize(typed)).toBe(compared));

  test('comparing twice changes nothing', () => {
    for (const { titles } of entries)
      for (const title of titles) expect(normalize(normalize(title))).toBe(normalize(title));
  });
});

describe('the recommendations are found as people type', () => {
  test('an empty search, or one of signs only, gives all 72 in their order', () => {
    expect(found('')).toHaveLength(72);
    expect(found(' ()، ')[0]).toBe('pve-40');
  });

  test('the word of a title comes before the same word in a summary', () => {
    expect(found('prisons')[0]).toBe('pve-50-f');
    expect(found('السجون')[0]).toBe('pve-50-f');
  });

  test.each(['٤٤ (ب)', '44 (b)', '44 b', '44b', '44 ب', '٤٤ب'])('a paragraph is found as %s', (query) =>
    expect(found(query)[0]).toBe('pve-44-b'),
  );

  test.each(['تعليم', 'التعليم', 'تعْلِيم', 'والتعليم'])('%s finds the recommendations on education', (query) =>
    expect(found(query)).toContain('pve-54-a'),
  );

  test('spelling with or without hamza, madda and dots finds the same', () => {
    expect(found('اعادة التاهيل')).toEqual(found('إعادة التأهيل'));
    expect(found('المراه')).toEqual(found('المرأة'));
    expect(found('اليات')).toEqual(found('آليات'));
  });

  test('what is joined to an Arabic word does not hide it', () => {
    expect(found('شباب')).toContain('pve-52-c');
    expect(found('أسرة')).toContain('pve-51-c');
  });

  test('every word has to be there, in whichever language', () => {
    expect(found('youth councils')).toEqual(['pve-52-b']);
    expect(found('مجالس youth')).toEqual(['pve-52-b']);
    expect(found('prisons zebra')).toEqual([]);
  });

  test('the beginning of a word is enough', () => expect(found('entrepre')).toContain('pve-54-e'));

  test('signs that mean something to a regular expression are only signs', () => expect(found('.*(')).toHaveLength(72));
});
