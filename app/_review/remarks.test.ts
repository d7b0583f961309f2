import { describe, expect, test } from 'vitest';
import { commentPage, findRemarks, offeredRemarks, remarkPage, remarkWords, withRemark } from './remarks.ts';

const remark = (id: string, ar: string, en: string) => ({ id, text: { ar, en } });
const agency = remark('1', 'تُذكر الجهةُ الرائدة', 'Name the lead agency');
const target = remark('2', '', 'Give the indicator a target');
const all = [agency, target];

describe('remarks are found by their words in either language', () => {
  test.each([
    ['', all],
    ['lead', [agency]],
    ['الجهه', [agency]],
    ['TARG', [target]],
    ['lead target', []],
  ])('%j', (query, found) => {
    expect(findRemarks(all, query)).toEqual(found);
  });
});

test('a long list comes in pages, and no page is beyond the last', () => {
  const many = Array.from({ length: 60 }, (_, index) => index);
  expect(remarkPage(many, 1)).toMatchObject({ page: 1, pages: 3, shown: many.slice(0, 25) });
  expect(remarkPage(many, 3).shown).toEqual(many.slice(50));
  for (const asked of [9, Number.POSITIVE_INFINITY]) expect(remarkPage(many, asked).page, `${asked}`).toBe(3);
  for (const asked of [0, -1, Number.NaN]) expect(remarkPage(many, asked).page, `${asked}`).toBe(1);
  expect(remarkPage([], 2)).toEqual({ shown: [], page: 1, pages: 1 });
});

test('while a comment is written the latest are offered, and the one that it was begun with', () => {
  const many = Array.from({ length: 20 }, (_, index) => remark(`${index}`, '', `${index}`));
  expect(offeredRemarks(many, '').map(({ id }) => id)).toEqual(many.slice(0, 10).map(({ id }) => id));
  expect(offeredRemarks(many, '3')).toHaveLength(10);
  expect(offeredRemarks(many, '15')[0]).toBe(many[15]);
  expect(offeredRemarks(many, '99')).toHaveLength(10);
});

test('a comment begins with what there is of a remark', () => {
  expect(remarkWords(agency)).toBe('تُذكر الجهةُ الرائدة\nName the lead agency');
  expect(remarkWords(target)).toBe('Give the indicator a target');
});

const [plan, round] = ['018f3b1e-0000-7000-8000-000000000001', '018f3b1e-0000-7000-8000-000000000002'];
const home = `/ar/plans/${plan}/review`;

test('who looks for a remark comes back to the comment that they were writing', () => {
  const page = commentPage(`${home}/rounds/${round}?section=about&comment=about.title&remark=9#say`);
  expect(page).toBe(`${home}/rounds/${round}?section=about&comment=about.title`);
  expect(withRemark(page, '7')).toBe(`${home}/rounds/${round}?section=about&comment=about.title&remark=7#say`);
  expect(commentPage(`${home}/draft?comment=about`)).toBe(`${home}/draft?comment=about`);
});

test.each([
  '',
  `${home}/draft`,
  `${home}/comments?comment=about`,
  `//elsewhere.test${home}/draft?comment=about`,
  `https://elsewhere.test${home}/draft?comment=about`,
  `/\\elsewhere.test${home}/draft?comment=about`,
  `${home}/draft/../../../../account?comment=about`,
  `${home}/draft?comment=${'a'.repeat(1000)}`,
])('it leads nowhere else: %j', (claimed) => {
  expect(commentPage(claimed)).toBe('');
});
