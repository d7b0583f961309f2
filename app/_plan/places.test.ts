import { expect, test } from 'vitest';
import { placed } from './places.ts';

const content = { title: 'A', indicators: { a: { name: 'One' }, b: { name: 'Two' } } };
const gone = (path: string, from: unknown) => placed({ path, from, to: null }, content, 'actions.x');

test('a value is put where it changed', () => {
  const change = { path: 'actions.x.title', from: 'A', to: 'B' };
  expect(placed(change, content, 'actions.x')).toEqual({ path: 'actions.x.title', value: 'B' });
  expect(gone('actions.x.title', 'A')).toEqual({ path: 'actions.x.title', value: null });
});

test('an item that is gone leaves its list, and a part that is gone leaves nothing', () => {
  expect(gone('actions.x.indicators.a', { name: 'One' })).toEqual({
    path: 'actions.x.indicators',
    value: { b: { name: 'Two' } },
  });
  expect(gone('actions.x', content)).toEqual({ path: 'actions.x', value: null });
  expect(gone('actions.x.milestones.a', { name: 'One' })).toBeNull();
});
