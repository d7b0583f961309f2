import { expect, test } from 'vitest';
import ar from '#locales/ar/indicatorBank';
import en from '#locales/en/indicatorBank';
import { indicatorBank } from './indicatorBank.ts';
import { priorityAreas } from './recommendations.ts';

test('each priority area has five examples of indicators, each with all its words in both languages', () => {
  for (const area of priorityAreas) expect(indicatorBank.filter((entry) => entry.area === area)).toHaveLength(5);
  const ids = indicatorBank.map(({ id }) => id).sort();
  for (const { entries } of [ar, en]) {
    expect(Object.keys(entries).sort()).toEqual(ids);
    for (const texts of Object.values(entries)) expect(Object.keys(texts)).toEqual(['name', 'unit', 'verification']);
  }
});

test('examples say how they are verified and how often', () => {
  for (const { id, frequency } of indicatorBank) {
    expect(en.entries[id].verification.length, id).toBeGreaterThan(5);
    expect(frequency, id).not.toBe('once');
  }
});
