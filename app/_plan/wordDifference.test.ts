import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordDifference } from './wordDifference.ts';

test('a word that was changed is shown as one taken out and one put in', () => {
  expect(wordDifference('Costs are of 2026 alone.', 'Costs are of 2027 alone.')).toEqual([
    { kind: 'same', text: 'Costs are of ' },
    { kind: 'removed', text: '2026 ' },
    { kind: 'added', text: '2027 ' },
    { kind: 'same', text: 'alone.' },
  ]);
  expect(wordDifference('', 'نص جديد')).toEqual([{ kind: 'added', text: 'نص جديد' }]);
  expect(wordDifference('same', 'same')).toEqual([{ kind: 'same', text: 'same' }]);
});

test('no letter of either text is missing from the difference', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'كلمة', ' ', '\n', '(A/70/674)')).map((words) => words.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = wordDifference(before, after);
      const without = (kind: string) => pieces.filter((piece) => piece.kind !== kind).map((piece) => piece.text);
      expect(without('added').join('')).toBe(before);
      expect(without('removed').join('')).toBe(after);
    }),
  );
});
