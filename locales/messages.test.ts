import { readdirSync, readFileSync } from 'node:fs';
import compile from 'icu-minify/compile';
import { describe, expect, test } from 'vitest';
import { routing } from '#i18n/routing';

type Language = (typeof routing.locales)[number];

/** Every sentence of a namespace, by its key. */
function sentencesIn(value: unknown, key = ''): [string, string][] {
  if (typeof value === 'string') return [[key, value]];
  return Object.entries(value as object).flatMap(([name, inner]) => sentencesIn(inner, key ? `${key}.${name}` : name));
}

const folder = (language: Language) => new URL(`./${language}/`, import.meta.url);
const namespaces = readdirSync(folder('en')).filter((name) => name.endsWith('.json'));
const read = (language: Language, file: string) =>
  new Map(sentencesIn(JSON.parse(readFileSync(new URL(file, folder(language)), 'utf8'))));

type Given = { name: string; kind: 'value' | 'select' | 'plural'; branches: string[]; saysNumber?: boolean };

/** Whether a piece says the number by which it was chosen: the compiler writes `#` as 0. */
const saysNumber = (piece: unknown): boolean => piece === 0 || (Array.isArray(piece) && piece.some(saysNumber));

/** What a sentence is given, and the branches that it chooses between, inner ones included. */
function given(piece: unknown): Given[] {
  if (!Array.isArray(piece)) return [];
  const [name, kind, branches] = piece;
  // As the compiler writes it: a list of pieces; one that is given something begins with its name, and a kind above 0.
  if (typeof name !== 'string' || !(piece.length === 1 || (typeof kind === 'number' && kind > 0)))
    return piece.flatMap(given);
  if (kind !== 1 && kind !== 2 && kind !== 3) return [{ name, kind: 'value', branches: [] }];
  const own: Given = {
    name,
    kind: kind === 1 ? 'select' : 'plural',
    branches: Object.keys(branches),
    saysNumber: kind !== 1 && Object.values(branches).some(saysNumber),
  };
  return [own, ...Object.values(branches).flatMap(given)];
}
const parse = (sentence: string) => given(compile(sentence));

test('both languages have the same files', () => {
  for (const language of routing.locales)
    expect(readdirSync(folder(language)).filter((name) => name.endsWith('.json'))).toEqual(namespaces);
});

describe.each(namespaces)('%s', (file) => {
  const [ar, en] = [read('ar', file), read('en', file)];

  test('each sentence is there in both languages, and none is empty', () => {
    expect([...ar.keys()].sort()).toEqual([...en.keys()].sort());
    expect([...ar, ...en].filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
  });

  test('each sentence is well made', () => {
    const broken = [...ar, ...en].flatMap(([key, sentence]) => {
      try {
        compile(sentence);
        return [];
      } catch (error) {
        return [`${key}: ${error instanceof Error ? error.message : error}`];
      }
    });
    expect(broken).toEqual([]);
  });

  test('each sentence is given the same in both languages, and chooses between the same', () => {
    const shape = (sentence: string) => {
      const values = parse(sentence).map(({ name, kind, branches }) =>
        [name, ...(kind === 'select' ? branches.sort() : [])].join(' '),
      );
      const tags = [...sentence.matchAll(/<(\w+)>/g)].map(([tag]) => tag);
      return [...new Set([...values, ...tags])].sort();
    };
    for (const [key, sentence] of en) expect(shape(ar.get(key) ?? ''), key).toEqual(shape(sentence));
  });

  test.each([
    // A noun beside its number has six forms in Arabic; without the number, one for one, for two and for more.
    ['ar', ar, ['few', 'many', 'one', 'other', 'two', 'zero'], ['one', 'other', 'two']],
    ['en', en, ['one', 'other'], ['one', 'other']],
  ] as const)('counts in %s have every form that the language needs', (_, sentences, beside, alone) => {
    for (const [key, sentence] of sentences) {
      for (const { kind, branches, saysNumber: says } of parse(sentence)) {
        const exact = branches.filter((branch) => branch.startsWith('='));
        const forms = branches.filter((branch) => !branch.startsWith('='));
        // "Nothing, or a number": not a count of things.
        if (kind !== 'plural' || (exact.length && forms.join() === 'other')) continue;
        expect(forms, key).toEqual(expect.arrayContaining([...(says ? beside : alone)]));
      }
    }
  });
});
