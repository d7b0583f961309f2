import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply, type Change, diff, isWithin, same } from './changes.ts';
import { mergeText } from './mergeText.ts';
import { emptyAt, partSchema, schemaAt, takeApart } from './parts.ts';
import { anyPlan } from './planArbitrary.ts';
import { emptyPlan } from './schema.ts';

const means = { mergeText, emptyAt };
const runs = { numRuns: 300 };
const ID = '0190b3a1-0000-7000-8000-000000000001';
const ITEM = '0190b3a1-0000-7000-8000-000000000002';
const text = (en: string) => ({ ar: '', en });
const parsed = (key: string, content: unknown) => (content === null ? null : partSchema(key)?.parse(content));

/** As PostgreSQL gives it back: keys by length, then by bytes. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return Object.fromEntries(keys.map((key) => [key, reordered((value as Record<string, unknown>)[key])]));
}

/** Two states of one part, either of which may be absent. */
const twoStates = fc.tuple(anyPlan(), anyPlan(), fc.nat()).map(([a, b, pick]) => {
  const [before, after] = [takeApart(a), takeApart(b)];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const key = keys[pick % keys.length] as string;
  return { key, before: before[key] ?? null, after: after[key] ?? null };
});

test('the changes between any two states of a part lead from the one to the other', () => {
  fc.assert(
    fc.property(twoStates, ({ key, before, after }) => {
      const result = apply(reordered(before), diff(before, reordered(after), key), key, means);
      expect(parsed(key, result.content)).toEqual(parsed(key, after));
      expect(result.clashes).toEqual([]);
      expect(result.merged).toEqual([]);
    }),
    runs,
  );
});

test('nothing has changed between a part and itself, whatever the order of its keys', () => {
  fc.assert(
    fc.property(twoStates, ({ key, before }) => {
      expect(diff(before, reordered(before), key)).toEqual([]);
    }),
    runs,
  );
});

test('sending changes twice is harmless, and what was given is left as it was', () => {
  fc.assert(
    fc.property(twoStates, ({ key, before, after }) => {
      const changes = diff(before, after, key);
      const given = structuredClone({ before, changes });
      const once = apply(before, changes, key, means);
      const twice = apply(once.content, changes, key, means);
      expect(twice).toEqual({ content: once.content, clashes: [], merged: [], applied: [] });
      expect({ before, changes }).toEqual(given);
    }),
    runs,
  );
});

test('every change lies within its part, at a path that a plan has', () => {
  fc.assert(
    fc.property(twoStates, ({ key, before, after }) => {
      for (const { path } of diff(before, after, key)) {
        expect(isWithin(path, key)).toBe(true);
        expect(schemaAt(path)).not.toBeNull();
      }
    }),
    runs,
  );
});

test('edits to different fields never clash, and both are there', () => {
  const edits = fc.tuple(anyPlan(), anyPlan(), fc.nat(), fc.infiniteStream(fc.boolean()));
  fc.assert(
    fc.property(edits, ([a, b, pick, sides]) => {
      const [before, after] = [takeApart(a), takeApart(b)];
      const keys = Object.keys(before).filter((key) => key in after);
      const key = keys[pick % keys.length] as string;
      const all = diff(before[key], after[key], key);
      const [mine, theirs]: [Change[], Change[]] = [[], []];
      for (const change of all) (sides.next().value ? mine : theirs).push(change);
      const first = apply(before[key], mine, key, means);
      const second = apply(first.content, theirs, key, means);
      expect([...first.clashes, ...second.clashes]).toEqual([]);
      expect(parsed(key, second.content)).toEqual(after[key]);
    }),
    runs,
  );
});

test('two texts for one answer are both kept: the one in the plan, the other among the clashes', () => {
  const change = { path: 'about.title.en', from: '', to: 'Mine' };
  const { content, clashes } = apply({ title: text('Theirs') }, [change], 'about', means);
  expect(content).toEqual({ title: text('Theirs') });
  expect(clashes).toEqual([{ path: 'about.title.en', mine: 'Mine', theirs: 'Theirs' }]);
});

test('edits of different words of one text become one text', () => {
  const from = 'The plan is for all.\nIt begins in 2027.';
  const change = { path: 'about.foreword.en', from, to: from.replace('for all', 'for everyone') };
  const theirs = from.replace('2027', '2028');
  const { content, clashes, merged } = apply({ foreword: text(theirs) }, [change], 'about', means);
  const value = 'The plan is for everyone.\nIt begins in 2028.';
  expect({ content, clashes, merged }).toEqual({
    content: { foreword: text(value) },
    clashes: [],
    merged: [{ path: 'about.foreword.en', value }],
  });
});

test('ids that two people add to one list, and take from it, all count', () => {
  const change = { path: 'coordination.members', from: ['a', 'b'], to: ['b', 'c'] };
  const { content, clashes } = apply({ members: ['a', 'b', 'd'] }, [change], 'coordination', means);
  expect({ content, clashes }).toEqual({ content: { members: ['b', 'd', 'c'] }, clashes: [] });
});

test('two people who begin the same entry at once fill it together', () => {
  const key = 'decisions.r-1';
  const mine = diff(null, { decision: 'adopt', reason: text('') }, key);
  const theirs = diff(null, { decision: 'undecided', reason: text('Because') }, key);
  const first = apply(null, mine, key, means);
  const { content, clashes } = apply(parsed(key, first.content), theirs, key, means);
  expect(clashes).toEqual([]);
  expect(content).toMatchObject({ decision: 'adopt', reason: text('Because') });
});

test('a field of an entry that isn’t there yet makes the entry', () => {
  const change = { path: 'situation.drivers.d-1.rating', from: 'notAssessed', to: 'high' };
  const { content, clashes } = apply({ drivers: {} }, [change], 'situation', means);
  expect({ content, clashes }).toEqual({ content: { drivers: { 'd-1': { rating: 'high' } } }, clashes: [] });
});

test('what is typed into an item that someone removed is kept, and the item stays removed', () => {
  const path = `actions.${ID}.title.en`;
  const gone = apply(null, [{ path, from: '', to: 'Late' }], `actions.${ID}`, means);
  expect(gone.content).toBeNull();
  expect(gone.clashes).toEqual([{ path, mine: 'Late', theirs: null }]);
  const milestone = `actions.${ID}.milestones.${ITEM}.date`;
  const { clashes } = apply({ milestones: {} }, [{ path: milestone, from: '', to: '2027-01-01' }], `actions.${ID}`);
  expect(clashes).toEqual([{ path: milestone, mine: '2027-01-01', theirs: null }]);
});

test('an item isn’t removed with what someone else has just written in it', () => {
  const before = parsed('agencies', { [ID]: { name: text('Ministry') } });
  const removal = diff(before, {}, 'agencies');
  const now = parsed('agencies', { [ID]: { name: text('Ministry of Youth') } });
  const kept = apply(now, removal, 'agencies', means);
  expect(kept.content).toEqual(now);
  expect(kept.clashes).toHaveLength(1);
  expect(apply(before, removal, 'agencies', means).content).toEqual({});
});

test('no path reaches beyond the plan’s own data', () => {
  for (const path of [
    'about.__proto__.x',
    'about.constructor.prototype.x',
    'about..title',
    'about.',
    'aboutx',
    'money',
  ])
    expect(() => apply({}, [{ path, from: null, to: 1 }], 'about', means)).toThrow(RangeError);
  expect(schemaAt('about.__proto__')).toBeNull();
  expect(schemaAt('about.toString')).toBeNull();
  expect(schemaAt('actions.x.title')).toBeNull();
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});

test('absent, null and nothing are alike; order counts in lists and not in records', () => {
  expect(same({ a: null }, {})).toBe(true);
  expect(same({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true);
  expect(same([1, 2], [2, 1])).toBe(false);
  expect(diff({}, { title: text('') })).toEqual([]);
});

test('every part of the sample of an empty plan has a schema, and an empty field its empty value', () => {
  for (const key of Object.keys(takeApart(emptyPlan()))) expect(partSchema(key)).not.toBeNull();
  expect(partSchema('decisions')).toBeNull();
  expect(partSchema('about.title')).toBeNull();
  expect(emptyAt('decisions.x.decision')).toBe('undecided');
  expect(emptyAt(`actions.${ID}.currency`)).toBe('USD');
  expect(emptyAt('about.title.ar')).toBe('');
});
