import { expect, test } from 'vitest';
import { gripAt, keyMove, monthsAcross } from './timelineHands.ts';

const press = (
  key: string,
  held: { shiftKey?: boolean; ctrlKey?: boolean; altKey?: boolean } = {},
  isMirrored = false,
) => keyMove({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held }, isMirrored);

test('the arrow that points to later time moves a bar to a later month, in either direction of reading', () => {
  expect(press('ArrowRight')).toEqual({ grip: 'both', months: 1 });
  expect(press('ArrowLeft', {}, true)).toEqual({ grip: 'both', months: 1 });
  expect(press('ArrowRight', {}, true)).toEqual({ grip: 'both', months: -1 });
  expect(press('PageUp')).toEqual({ grip: 'both', months: -12 });
  expect(press('ArrowRight', { shiftKey: true })).toEqual({ grip: 'end', months: 1 });
  expect(press('ArrowRight', { ctrlKey: true })).toEqual({ grip: 'start', months: 1 });
  expect(press('z', { ctrlKey: true })).toBe('undo');
  // The browser's own: back, and the next field.
  expect(press('ArrowLeft', { altKey: true })).toBeNull();
  expect(press('Tab')).toBeNull();
});

test('a press near an end takes hold of that end, and a short bar is moved as a whole', () => {
  const bar = { left: 100, right: 300, width: 200 };
  expect([104, 200, 295].map((x) => gripAt(bar, x, false))).toEqual(['start', 'both', 'end']);
  expect([104, 200, 295].map((x) => gripAt(bar, x, true))).toEqual(['end', 'both', 'start']);
  expect(gripAt({ left: 100, right: 120, width: 20 }, 101, false)).toBe('both');
});

test('a drag counts in whole months, and to the left is later where one reads from the right', () => {
  expect(monthsAcross(95, 600, 60, false)).toBe(10);
  expect(monthsAcross(95, 600, 60, true)).toBe(-10);
  expect(Object.is(monthsAcross(-2, 600, 60, true), 0)).toBe(true);
  expect(monthsAcross(5, 0, 60, false)).toBe(0);
});
