import { expect, test } from 'vitest';
import countries from 'world-countries';
import { countryName, countryNames } from './countryNames.ts';

test('there are 193 Member States and 2 observer States, each once', () => {
  expect(countryNames.filter(({ observer }) => !observer)).toHaveLength(193);
  expect(countryNames.filter(({ observer }) => observer).map(({ code }) => code)).toEqual(['PS', 'VA']);
  expect(new Set(countryNames.map(({ code }) => code)).size).toBe(195);
  expect(new Set(countryNames.map(({ ar }) => ar)).size).toBe(195);
  expect(new Set(countryNames.map(({ shortAr }) => shortAr)).size).toBe(195);
});

test('they are the members that the package names', () => {
  // The package counts the Holy See, an observer, among the members.
  const members = countries.filter(({ unMember, cca2 }) => unMember && cca2 !== 'VA').map(({ cca2 }) => cca2);
  expect(countryNames.filter(({ observer }) => !observer).map(({ code }) => code)).toEqual(members.sort());
});

/** Where the Organization’s English usage is another than the package’s. */
const departs = ['AU', 'BN', 'BS', 'IE', 'KI', 'KN', 'SM', 'ST', 'UY', 'VA'];

test('official names in English are the package’s, but for those that the Organization writes otherwise', () => {
  for (const { cca2, name } of countries) {
    const known = countryName(cca2);
    if (known) expect(known.en === name.official.replaceAll("'", '’'), cca2).toBe(!departs.includes(cca2));
  }
});

test('every name is in its own script', () => {
  for (const { ar, shortAr, en, shortEn } of countryNames) {
    expect(ar + shortAr).toMatch(/^[\p{Script=Arabic}\u064f ()-]+$/u);
    expect(en + shortEn).toMatch(/^[\p{Script=Latin} ,’()-]+$/u);
  }
});
