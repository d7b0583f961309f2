import { expect, test } from 'vitest';
import { type Choice, Choices } from './choices.ts';

function board(ids: readonly string[]) {
  const choices = new Choices(Object.fromEntries(ids.map((id) => [id, 'undecided'])));
  const rows = new Map<string, Choice>();
  for (const id of ids) {
    rows.set(id, { decision: 'undecided', mergedInto: null });
    choices.enrol(id, {
      read: () => rows.get(id) as Choice,
      write: (choice) => {
        rows.set(id, choice);
        choices.report(id, choice.decision);
      },
    });
  }
  return { choices, decisionOf: (id: string) => rows.get(id)?.decision, rows };
}

test('a decision at one row is for that row, and for all that are selected where it is among them', () => {
  const { choices, decisionOf } = board(['a', 'b', 'c']);
  choices.decide(choices.meantBy('a'), 'adopt');
  expect(['a', 'b', 'c'].map(decisionOf)).toEqual(['adopt', 'undecided', 'undecided']);
  choices.select('b', true);
  choices.select('c', true);
  choices.decide(choices.meantBy('a'), 'defer');
  expect(['a', 'b', 'c'].map(decisionOf)).toEqual(['defer', 'undecided', 'undecided']);
  expect(choices.decide(choices.meantBy('b'), 'adapt')).toBe(2);
  expect(['a', 'b', 'c'].map(decisionOf)).toEqual(['defer', 'adapt', 'adapt']);
});

test('deeds are taken back one after the other, each whole, the last one first', () => {
  const { choices, rows } = board(['a', 'b']);
  choices.decide(['a'], 'adopt');
  choices.decide(['a', 'b'], 'merge', 'c');
  expect(rows.get('b')).toEqual({ decision: 'merge', mergedInto: 'c' });
  expect(choices.undo().toSorted()).toEqual(['a', 'b']);
  expect(rows.get('a')).toEqual({ decision: 'adopt', mergedInto: null });
  expect(rows.get('b')).toEqual({ decision: 'undecided', mergedInto: null });
  choices.undo();
  expect(rows.get('a')?.decision).toBe('undecided');
  expect(choices.snapshot().canUndo).toBe(false);
  expect(choices.undo()).toEqual([]);
});

test('what changes nothing is no deed, and nothing is merged into itself', () => {
  const { choices, decisionOf } = board(['a', 'b']);
  expect(choices.decide(['a', 'b'], 'merge', 'a')).toBe(1);
  expect(decisionOf('a')).toBe('undecided');
  choices.decide(['b'], 'merge', 'a');
  choices.undo();
  expect(decisionOf('b')).toBe('undecided');
  expect(choices.snapshot().canUndo).toBe(false);
});

test('what a row shows is told to the page, whoever decided it', () => {
  const { choices } = board(['a']);
  let told = 0;
  const stop = choices.subscribe(() => {
    told += 1;
  });
  choices.report('a', 'adopt');
  choices.report('a', 'adopt');
  expect(told).toBe(1);
  expect(choices.snapshot().decisions.get('a')).toBe('adopt');
  stop();
});
