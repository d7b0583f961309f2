import { describe, expect, test } from 'vitest';
import { outline } from '#plan/outline';
import { planSchema } from '#plan/schema';
import samplePlan from '../../prisma/seed/samplePlan.json' with { type: 'json' };
import { markedText } from './markedText.ts';
import { byPlace, entriesOf, entryPages } from './placing.ts';

const sections = outline(planSchema.parse(samplePlan));
const section = (key: string) => {
  const found = sections.find((each) => each.key === key);
  if (!found) throw new Error(key);
  return found;
};
const actions = entriesOf(section('actions')) ?? [];
const action = actions[0]?.path ?? '';

describe('what is said stands at its field', () => {
  const at = (path: string) => [...byPlace(section('actions'), [{ path }]).keys()];

  test('one side of a text at the text, an entry and a list at themselves', () => {
    expect(at(`${action}.title.ar`)).toEqual([`${action}.title`]);
    expect(at(action)).toEqual([action]);
    expect(at(`${action}.indicators`)).toEqual([`${action}.indicators`]);
  });

  test('of what is gone at the closest place around it, and of another section not at all', () => {
    expect(at(`${action}.indicators.018f3b1e-0000-7000-8000-000000000001.name.ar`)).toEqual([`${action}.indicators`]);
    expect(at('actions.018f3b1e-0000-7000-8000-000000000001')).toEqual(['actions']);
    expect(at('about.title.ar')).toEqual([]);
  });
});

test('a long list is in pages, with each of its entries on one of them', () => {
  const pages = entryPages(actions);
  expect(pages.length).toBeGreaterThan(10);
  expect(pages.flat()).toEqual(actions);
  expect(pages.every((page) => page.length > 0)).toBe(true);
  expect(entriesOf(section('about'))).toBeNull();
});

test('a quoted passage is marked where it stands, and what two passages share is one piece', () => {
  const spans = [
    { start: 6, end: 9 },
    { start: 4, end: 7 },
    { start: 0, end: 1 },
  ];
  const pieces = markedText('one two three', spans);
  expect(pieces.map(({ text }) => text).join('')).toBe('one two three');
  expect(pieces.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['o', 'two t']);
  expect(markedText('', spans.slice(0, 0))).toEqual([]);
});
