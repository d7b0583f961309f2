import { expect, test } from 'vitest';
import { changedParts } from './changedParts.ts';

const joined = (marks: { text: string }[]) => marks.map(({ text }) => text).join('');

test('what differs is marked on both sides, and nothing of a short text is left out', () => {
  const { from, to, isCut } = changedParts('All ministries report yearly.', 'All agencies report yearly.');
  expect(from.filter(({ isChanged }) => isChanged).map(({ text }) => text.trim())).toEqual(['ministries']);
  expect(to.filter(({ isChanged }) => isChanged).map(({ text }) => text.trim())).toEqual(['agencies']);
  expect([joined(from), joined(to), isCut]).toEqual([
    'All ministries report yearly.',
    'All agencies report yearly.',
    false,
  ]);
});

test('of long texts the words beside a change are left, on either side of it', () => {
  const words = Array.from({ length: 300 }, (_, index) => `w${index}`);
  const before = words.join(' ');
  const after = before.replace('w100 ', 'NEW ').replace('w200 ', '');
  const { from, to, isCut } = changedParts(before, after);
  expect(isCut).toBe(true);
  expect(joined(to)).toMatch(/^ \[…\] w75 .*w99 NEW w101 .*w125 \[…\] w175 .*w199 w201 .*w225 \[…\] $/);
  expect(joined(from)).toContain('w99 w100 w101');
});

test('where nothing stood, all of it is new', () => {
  expect(changedParts('', 'A title')).toEqual({ from: [], to: [{ text: 'A title', isChanged: true }], isCut: false });
});
