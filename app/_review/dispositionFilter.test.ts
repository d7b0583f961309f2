import { describe, expect, test } from 'vitest';
import { countsOf, filterFrom, fits, numbered, PAGE_ROWS, pageOf, queryOf, roundsIn } from './dispositionFilter.ts';

const row = (extra: object = {}) => ({
  kind: 'comment' as const,
  weight: 'mustFix' as const,
  round: 1,
  did: 'open' as const,
  ...extra,
});
const all = { round: '', did: '', weight: '' };

describe('what an address asks for', () => {
  test('is read, and written again', () => {
    const asked = { round: '2', did: 'declined', weight: 'wording' };
    expect(filterFrom({ ...asked, other: 'x' })).toEqual(asked);
    expect(filterFrom(Object.fromEntries(new URLSearchParams(queryOf(asked))))).toEqual(asked);
    expect(queryOf(all)).toBe('');
    expect(queryOf({ did: 'open' }, 3)).toBe('?did=open&page=3');
  });

  test.each([
    { round: '0' },
    { round: '1e3' },
    { did: 'constructor' },
    { weight: ['mustFix', 'consider'] },
    { round: 'draft' },
  ])('is nothing where there is no such thing: %o', (search) => {
    expect(filterFrom(search)).toEqual(all);
  });
});

test.each([
  [{}, all, true],
  [{}, { ...all, round: '1' }, true],
  [{}, { ...all, round: '2' }, false],
  [{ round: null }, { ...all, round: 'none' }, true],
  [{}, { ...all, round: 'none' }, false],
  [{ did: 'answered' }, { ...all, did: 'answered' }, true],
  [{}, { ...all, did: 'answered' }, false],
  [{}, { ...all, weight: 'mustFix' }, true],
  [{ weight: null }, { ...all, weight: 'none' }, true],
  [{ kind: 'suggestion', weight: null }, { ...all, weight: 'wording' }, true],
  [{ kind: 'suggestion', weight: null }, { ...all, weight: 'none' }, false],
  [{ did: 'open' }, { round: '1', did: 'open', weight: 'consider' }, false],
])('a row %o asked for with %o: %s', (extra, filter, expected) => {
  expect(fits(row(extra), filter)).toBe(expected);
});

test('counts tell each answer, and what must be fixed until it is resolved', () => {
  const rows = [
    row(),
    row({ did: 'answered' }),
    row({ did: 'resolved' }),
    row({ weight: 'consider' }),
    row({ kind: 'suggestion', weight: null, did: 'accepted' }),
  ];
  expect(countsOf(rows)).toEqual({
    ...{ all: 5, mustFix: 2 },
    ...{ open: 2, answered: 1, resolved: 1, accepted: 1, declined: 0 },
  });
});

test('rows keep their number, and a page holds so many of them', () => {
  const rows = numbered(Array.from({ length: PAGE_ROWS + 1 }, () => ({})));
  expect(pageOf(rows, undefined)).toMatchObject({ page: 1, pages: 2 });
  expect(pageOf(rows, '2').rows).toEqual([{ number: PAGE_ROWS + 1 }]);
  expect(pageOf(rows, '99').page).toBe(2);
  expect(pageOf(rows, '-1').page).toBe(1);
  expect(pageOf([], '1')).toEqual({ rows: [], page: 1, pages: 1 });
});

test('rounds are named once, in the order of the rows', () => {
  expect(roundsIn([{ round: 1 }, { round: 1 }, { round: 3 }, { round: null }])).toEqual([1, 3, null]);
});
