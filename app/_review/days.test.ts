import { expect, test } from 'vitest';
import { lastDay, monthsLater } from './days.ts';

test('what ends at a midnight lasts to the day before', () => {
  expect(lastDay(new Date('2027-04-01T00:00:00Z'))).toBe('2027-03-31');
  expect(lastDay(new Date('2028-03-01T00:00:00Z'))).toBe('2028-02-29');
  // One that was revoked at some hour lasted into that day.
  expect(lastDay(new Date('2027-04-01T10:00:00Z'))).toBe('2027-04-01');
});

test('months later is the same day, or the last of a shorter month', () => {
  expect(monthsLater('2026-11-26', 6)).toBe('2027-05-26');
  expect(monthsLater('2026-08-31', 6)).toBe('2027-02-28');
  expect(monthsLater('2027-08-31', 6)).toBe('2028-02-29');
  expect(monthsLater('2028-02-29', 36)).toBe('2031-02-28');
});
