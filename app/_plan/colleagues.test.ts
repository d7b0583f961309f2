import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply, type Change, diff } from './changes.ts';
import { isTypedOn, mergeText } from './mergeText.ts';
import { emptyAt, partSchema } from './parts.ts';

const PART = 'direction';
const IDS = [1, 2].map((n) => `0190b3a1-0000-7000-8000-00000000000${n}`);
const fields = [
  'direction.vision.ar',
  'direction.vision.en',
  'direction.theoryOfChange.en',
  ...IDS.map((id) => `direction.objectives.${id}.title.en`),
];

type Doing = { who: number; deed: 'add' | 'replace' | 'remove' | 'send' | 'reload'; field: number; place: number };

const doings = fc.array(
  fc.record<Doing>({
    who: fc.nat(4),
    deed: fc.constantFrom('add', 'add', 'replace', 'remove', 'send', 'send', 'reload'),
    field: fc.nat(fields.length - 1),
    place: fc.nat(6),
  }),
  { minLength: 5, maxLength: 60 },
);

const parse = (content: unknown) => partSchema(PART)?.parse(content);
const start = parse({
  vision: { ar: 'رؤية واحدة لنا جميعا', en: 'One vision for all of us' },
  objectives: Object.fromEntries(
    IDS.map((id, order) => [id, { order, title: { ar: '', en: order ? '' : 'The first of our objectives' } }]),
  ),
});

const find = (content: unknown, path: string): unknown =>
  path
    .split('.')
    .slice(1)
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], content);
const read = (content: unknown, path: string): string => String(find(content, path) ?? '');
const itemOf = (path: string): string | undefined => path.match(/^direction\.objectives\.[^.]+/)?.[0];
const wordsIn = (value: unknown) => new Set(JSON.stringify(value).match(/w\d+/g));
const written = (content: unknown, path: string, from: unknown, to: unknown): unknown =>
  parse(apply(content, [{ path, from, to }], PART, { emptyAt }).content);

/**
 * Several people at one part, each with a copy of their own, typing words that are known apart. What is removed, is
 * removed by someone who had it before their eyes.
 */
function play(people: number, course: Doing[], replacing: boolean) {
  let stored: unknown = start;
  const kept: unknown[] = [];
  const typed: string[] = [];
  const removed = new Set<string>();
  const desks = Array.from({ length: people }, () => ({ base: stored, form: stored }));

  const send = (desk: (typeof desks)[number], changes: Change[]) => {
    const result = apply(stored, changes, PART, { mergeText, emptyAt });
    stored = parse(result.content);
    for (const clash of result.clashes) kept.push(clash.mine);
    // The answer tells what came of the changes: the form shows it, and builds on it.
    desk.form = desk.base = stored;
  };
  for (const { who, deed, field, place } of [
    ...course,
    ...desks.map((_, who) => ({ who, deed: 'send', field: 0, place: 0 })),
  ]) {
    const desk = desks[who % people] as (typeof desks)[number];
    const path = fields[field] as string;
    const text = read(desk.form, path);
    if (deed === 'reload') {
      if (diff(desk.base, desk.form, PART).length === 0) desk.form = desk.base = stored;
    } else if (deed === 'send') {
      send(desk, diff(desk.base, desk.form, PART));
    } else if (deed === 'remove') {
      const item = itemOf(path);
      if (!item || !replacing || !find(desk.form, item)) continue;
      for (const word of wordsIn(find(desk.form, item))) removed.add(word);
      desk.form = written(desk.form, item, find(desk.form, item), null);
    } else {
      if (!find(desk.form, itemOf(path) ?? PART)) continue;
      const word = `w${typed.length}`;
      const words = text.split(' ').filter(Boolean);
      const hides = deed === 'replace' && replacing;
      if (hides) for (const each of words) removed.add(each);
      typed.push(word);
      desk.form = written(desk.form, path, text, (hides ? [word] : words.toSpliced(place, 0, word)).join(' '));
    }
  }
  return { stored, kept, typed, removed };
}

test('of words that two to five people only add, each is in the plan or among the kept versions', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 5 }), doings, (people, course) => {
      const { stored, kept, typed } = play(people, course, false);
      const found = wordsIn([stored, kept]);
      expect(typed.filter((word) => !found.has(word))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test('no word disappears that nobody removed on purpose', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 5 }), doings, (people, course) => {
      const { stored, kept, typed, removed } = play(people, course, true);
      const found = wordsIn([stored, kept]);
      expect(typed.filter((word) => !found.has(word) && !removed.has(word))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test('texts merge to the same, whoever was first', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 12 }).map((list) => list.join(' '));
  fc.assert(
    fc.property(words, words, words, (from, mine, theirs) => {
      expect(mergeText(from, mine, theirs)).toBe(mergeText(from, theirs, mine));
      expect(mergeText(from, mine, from)).toBe(mine);
      expect(mergeText(from, mine, mine)).toBe(mine);
    }),
  );
});

test('long texts are merged fast, or left to people', () => {
  const long = (word: string) => `${`${word} `.repeat(20_000)}end`;
  const started = performance.now();
  mergeText(long('alef'), `x ${long('alef')} y`, `z ${long('alef')}`);
  mergeText(long('alef'), long('beh'), long('teh'));
  expect(performance.now() - started).toBeLessThan(3000);
});

test('a text is known as typed on from an edit where it begins as that did and all else is as it was', () => {
  expect(isTypedOn('', 'And then', 'And then the telephone')).toBe(true);
  expect(isTypedOn('one three', 'one tw three', 'one two three')).toBe(true);
  expect(isTypedOn('one', 'one two', 'one two')).toBe(true);
  expect(isTypedOn('one', 'one two', 'one')).toBe(false);
  expect(isTypedOn('one two', 'one', 'one two')).toBe(false);
  expect(isTypedOn('one', 'one two', 'one three')).toBe(false);
  expect(isTypedOn('a b', 'a x b', 'a x c')).toBe(false);
});
