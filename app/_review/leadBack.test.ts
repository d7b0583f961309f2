import { expect, test } from 'vitest';
import { leadBack } from './leadBack.ts';

const home = '/ar/plans/1/review';
const from = (back: string) => leadBack({ locale: 'ar', planId: '1', back }, 'replied', { thread: '7' });

test('a deed leads back to its page, opened at what it was done to, without the form', () => {
  expect(from(`${home}/rounds/2?section=about&comment=about.title&remark=3`)).toBe(
    `${home}/rounds/2?section=about&thread=7&done=replied#thread-7`,
  );
  expect(from(`${home}/comments?state=all&wording=4&done=moved`)).toBe(
    `${home}/comments?state=all&thread=7&done=replied#thread-7`,
  );
});

test.each([
  '',
  '/ar/account',
  '//elsewhere.test/ar/plans/1/review/comments',
  'https://elsewhere.test/ar/plans/1/review/comments',
  `${home}/../../2/review/comments`,
  '/\\elsewhere.test',
  '/ar/plans/2/review/comments',
])('it leads nowhere else: %s', (back) => {
  expect(from(back)).toBe(`${home}/comments?thread=7&done=replied#thread-7`);
});
