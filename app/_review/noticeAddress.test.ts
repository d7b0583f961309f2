import { expect, test } from 'vitest';
import { noticeAddress } from './noticeAddress.ts';

test.each([
  ['thread 1', '/ar/plans/p/review/comments?thread=1'],
  ['suggestion 2', '/ar/plans/p/review/comments?wording=2'],
  ['submission 3', '/ar/plans/p/review/rounds/3'],
  ['adoption 4', '/ar/plans/p/review'],
  ['grant 5', '/ar/plans/p/review'],
])('what a notice tells of is read at its own place: %s', (thing, address) => {
  expect(noticeAddress({ planId: 'p', thing }, 'ar')).toBe(address);
  expect(noticeAddress({ planId: null, thing }, 'ar')).toBe('/ar/desk');
});
