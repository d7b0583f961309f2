import { expect, test } from 'vitest';
import { recommendations } from '#catalogue/recommendations';
import { arrangeChoices, countChoices, readChoices } from './deskChoices.ts';

const [first = { id: '' }] = recommendations;
const choice = (code: string, decision: Parameters<typeof countChoices>[0][number]['decision']) => ({
  decision,
  country: { nameAr: code, nameEn: code },
  number: 1,
});
const choices = [
  choice('D', 'undecided'),
  choice('C', 'defer'),
  choice('B', 'notApplicable'),
  choice('F', 'adopt'),
  choice('E', 'adapt'),
  choice('A', 'merge'),
];
const names = (a: string, b: string) => Number(a > b) - Number(a < b);
const codes = (did: Parameters<typeof arrangeChoices>[1]) =>
  arrangeChoices(choices, did, { locale: 'en', names })
    .map(({ country }) => country.nameEn)
    .join('');

test('the plans behind a figure are as many as it says, by country', () => {
  expect(countChoices(choices)).toEqual({ chosen: 1, adapted: 1, merged: 1, left: 2, open: 1 });
  expect(codes('left')).toBe('BC');
  expect(codes('chosen')).toBe('F');
  expect(codes('')).toBe('FEABCD');
});

test('an address names a recommendation of the catalogue, or none', () => {
  expect(readChoices({ of: first.id, did: 'left' })).toEqual({ of: first.id, did: 'left' });
  expect(readChoices({ of: 'constructor', did: 'toString' })).toEqual({ of: '', did: '' });
  expect(readChoices({ of: [first.id, 'x'] })).toEqual({ of: first.id, did: '' });
});
