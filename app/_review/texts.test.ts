import { expect, test } from 'vitest';
import { isBlank, textRefusal } from './texts.ts';

test('texts that can’t be stored are refused, long ones too', () => {
  expect(textRefusal(['fine', 'عربي', ''])).toBeNull();
  expect(textRefusal(['fine', 'a\u0000b'])).toBe('notText');
  expect(textRefusal(['\ud800'])).toBe('notText');
  expect(textRefusal(['x'.repeat(11)], 10)).toBe('tooLong');
});

test('blanks of any kind are blank', () => {
  expect(['', ' ', '\n\t', '\u00a0'].map(isBlank)).toEqual([true, true, true, true]);
  expect(isBlank(' a ')).toBe(false);
});
