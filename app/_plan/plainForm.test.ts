import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply, type Change, diff, same, unapply } from './changes.ts';
import type { Field } from './fields.ts';
import { mergeText } from './mergeText.ts';
import { emptyAt, emptyEntryAt, partSchema, schemaAt, takeApart } from './parts.ts';
import { deedChanges } from './plainDeeds.ts';
import { type Posted, readForm } from './plainForm.ts';
import { anyPlan } from './planArbitrary.ts';
import { type Plan, planFields } from './schema.ts';
import { showFigure } from './typed.ts';

const runs = { numRuns: 200 };
const ID = '0190b3a1-0000-7000-8000-000000000001';
const ITEM = '0190b3a1-0000-7000-8000-000000000002';
const OTHER = '0190b3a1-0000-7000-8000-000000000003';

const anyPart = fc.tuple(anyPlan(), fc.nat()).map(([plan, pick]) => {
  const parts = Object.entries(takeApart(plan));
  return parts[pick % parts.length] as [string, unknown];
});
const twoStates = fc.tuple(anyPlan(), anyPlan(), fc.nat()).map(([a, b, pick]) => {
  const [before, after] = [takeApart(a), takeApart(b)];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const key = keys[pick % keys.length] as string;
  return { key, before: before[key] ?? null, after: after[key] ?? null };
});

/** What a browser sends of a part’s form that nobody touched, as HTML says it. */
function untouched(part: string, content: unknown): Posted {
  const values = new Map<string, string[]>();
  const ticks = new Set<string>();
  const send = (path: string, value: string) => values.set(path, [value]);
  const walk = (field: Field, path: string, value: unknown): void => {
    const inner = (value ?? {}) as Record<string, unknown>;
    switch (field.meta.kind) {
      case 'group':
        return field.fields.forEach((each) => walk(each, `${path}.${each.name}`, inner[each.name]));
      case 'list':
      case 'keyed':
        return Object.entries(inner).forEach(([key, item]) =>
          field.fields.forEach((each) =>
            walk(each, `${path}.${key}.${each.name}`, (item as Record<string, unknown>)[each.name]),
          ),
        );
      case 'prose':
        for (const language of ['ar', 'en']) send(`${path}.${language}`, paragraphs(String(inner[language] ?? '')));
        return;
      case 'line':
        for (const language of ['ar', 'en'])
          send(`${path}.${language}`, String(inner[language] ?? '').replace(/[\r\n]/g, ''));
        return;
      case 'word':
        return void send(path, String(value ?? '').replace(/[\r\n]/g, ''));
      case 'date':
        return void send(
          path,
          Number.isNaN(Date.parse(`${value}T00:00Z`)) || !isDate(String(value)) ? '' : String(value),
        );
      case 'amount':
      case 'number':
        return void send(path, showFigure(value));
      case 'flag':
        ticks.add(path);
        return void (value && send(path, 'on'));
      case 'choices':
      case 'references':
        ticks.add(path);
        // A browser sends what is ticked in the order of the options.
        return void (Array.isArray(value) && value.length && values.set(path, [...value].reverse()));
      case 'languages':
        return void send(path, String((value as string[])[0]));
      case 'order':
        return;
      default:
        send(path, String(value ?? ''));
    }
  };
  const field = planFields.find(({ name }) => name === part.split('.')[0]) as Field;
  walk(part.includes('.') ? { ...field, meta: { kind: 'group' } } : field, part, content);
  return { values, ticks };
}

/** A browser’s paragraphs: LF within the page, CRLF on the way, and no line break at the very beginning from CR. */
const paragraphs = (text: string) =>
  (text.startsWith('\r') ? text.replace(/\r\n?/g, '\n').slice(1) : text.replace(/\r\n?/g, '\n')).replace(/\n/g, '\r\n');
const isDate = (date: string) => {
  const made = new Date(`${date}T00:00Z`);
  return !Number.isNaN(made.getTime()) && made.toISOString().slice(0, 10) === date && !date.startsWith('0000');
};

const posted = (values: Record<string, string | string[]>, ticks: string[] = []): Posted => ({
  values: new Map(Object.entries(values).map(([name, value]) => [name, [value].flat()])),
  ticks: new Set(ticks),
});

test('a form that comes back as it was sent changes nothing, whatever stands in the plan', () => {
  fc.assert(
    fc.property(anyPart, ([part, content]) => {
      const sent = untouched(part, content);
      const read = readForm(part, content, sent);
      expect({ changes: read.changes, unread: read.unread }).toEqual({ changes: [], unread: [] });
      for (const name of [...sent.values.keys(), ...sent.ticks]) expect(read.known.has(name)).toBe(true);
    }),
    runs,
  );
});

test('what is typed into one field is the one change, and can be saved', () => {
  fc.assert(
    fc.property(anyPart, fc.string({ unit: 'grapheme' }), ([part, content], typed) => {
      const sent = untouched(part, content);
      const texts = [...sent.values.keys()].filter((name) => /\.(ar|en)$/.test(name));
      const path = texts[typed.length % Math.max(1, texts.length)];
      const base = path
        ?.split('.')
        .reduce<unknown>((value, key) => (value as Record<string, unknown>)?.[key], nested(part, content));
      if (!path) return;
      const text = `${String(base ?? '')}\r\n+`;
      const { changes, unread } = readForm(part, content, { ...sent, values: new Map(sent.values).set(path, [text]) });
      expect(unread).toEqual([]);
      expect(changes).toEqual([{ path, from: base ?? null, to: text.replace(/\r\n?/g, '\n') }]);
      expect(schemaAt(path)?.safeParse(changes[0]?.to).success).toBe(true);
    }),
    runs,
  );
});
const nested = (part: string, content: unknown): unknown =>
  part.split('.').reduceRight<unknown>((value, key) => ({ [key]: value }), content);

test('edits taken back lead to what was there before them', () => {
  const means = { mergeText, emptyAt };
  fc.assert(
    fc.property(twoStates, anyPlan(), ({ key, before, after }, third) => {
      const other = takeApart(third)[key] ?? null;
      const stored = (content: unknown) => (content === null ? null : partSchema(key)?.parse(content));
      const first = apply(before, diff(before, after, key), key, means);
      const second = apply(stored(first.content), diff(before, other, key), key, means);
      const back = unapply(stored(second.content), [...first.applied, ...second.applied], key);
      // An entry that was made on the way to a field may be left, with nothing in it.
      const left = diff(stored(before), stored(back), key);
      expect(left.filter(({ path, from, to }) => from !== null || !same(to, emptyEntryAt(path)))).toEqual([]);
    }),
    runs,
  );
});

test('figures are read as the form reads them, and what is none comes back with what was typed', () => {
  const base = { ...(partSchema(`actions.${ID}`)?.parse({}) as Plan['actions'][string]), cost: '1250.50' };
  const read = (typed: string) => readForm(`actions.${ID}`, base, posted({ [`actions.${ID}.cost`]: typed }));
  expect(read('1,250.50').changes).toEqual([]);
  expect(read('٤٢٠٬٠٠٠').changes).toEqual([{ path: `actions.${ID}.cost`, from: '1250.50', to: '420000' }]);
  expect(read('12,5')).toMatchObject({
    changes: [],
    unread: [{ path: `actions.${ID}.cost`, typed: '12,5', code: 'notAmount' }],
  });
  expect(read('').changes).toEqual([{ path: `actions.${ID}.cost`, from: '1250.50', to: '' }]);
});

test('a box that isn’t ticked is taken off only where it stood in the form', () => {
  const part = `actions.${ID}`;
  const base = partSchema(part)?.parse({ sdg: ['16.3', '5.1'], youth: true });
  expect(readForm(part, base, posted({})).changes).toEqual([]);
  const { changes } = readForm(
    part,
    base,
    posted({ [`${part}.sdg`]: ['16.3', '4.7'] }, [`${part}.sdg`, `${part}.youth`]),
  );
  expect(changes).toEqual([
    { path: `${part}.youth`, from: true, to: false },
    { path: `${part}.sdg`, from: ['16.3', '5.1'], to: ['16.3', '4.7'] },
  ]);
});

test('what is no field of the part is known as none, and reaches no prototype', () => {
  const hostile = posted(
    {
      'about.__proto__.polluted': 'x',
      '__proto__.polluted': 'x',
      'about.title.constructor': 'x',
      'about.title.fr': 'x',
      'situation.drivers.constructor.places.en': 'x',
      [`about.definitions.${ID}.order`]: '7',
    },
    ['about.title'],
  );
  for (const part of ['about', 'situation']) {
    const { known, changes } = readForm(part, partSchema(part)?.parse(undefined), hostile);
    expect(changes).toEqual([]);
    for (const name of hostile.values.keys()) expect(known.has(name), name).toBe(false);
  }
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('a text that can’t be stored comes back, and holds nothing else up', () => {
  const base = partSchema('about')?.parse(undefined);
  const long = 'ا'.repeat(100_001);
  const { changes, unread } = readForm(
    'about',
    base,
    posted({
      'about.title.ar': long,
      'about.title.en': 'Plan',
      'about.summary.en': 'a\u0000b',
      'about.digits': 'roman',
    }),
  );
  expect(changes).toEqual([{ path: 'about.title.en', from: '', to: 'Plan' }]);
  expect(unread.map(({ path, code }) => [path, code])).toEqual([
    ['about.title.ar', 'tooLong'],
    ['about.summary.en', 'notText'],
    ['about.digits', 'notOption'],
  ]);
});

test('an item is added at the end, moved and taken out; at the ends nothing moves', () => {
  const item = (order: number) => ({
    order,
    name: { ar: '', en: '' },
    acronym: '',
    kind: 'unstated',
    level: 'unstated',
  });
  const content = { [ID]: item(1), [ITEM]: item(5) };
  const made = (deed: '~add' | '~remove' | '~up' | '~down', path: string) =>
    deedChanges({ deed, path }, content, 'agencies', OTHER);
  const after = (changes: Change[]) => apply(content, changes, 'agencies').content as typeof content;
  expect(made('~add', 'agencies')).toEqual([{ path: `agencies.${OTHER}`, from: null, to: item(6) }]);
  expect(after(made('~up', `agencies.${ITEM}`))).toMatchObject({ [ID]: { order: 2 }, [ITEM]: { order: 1 } });
  expect(after(made('~down', `agencies.${ID}`))).toMatchObject({ [ID]: { order: 2 }, [ITEM]: { order: 1 } });
  expect(made('~up', `agencies.${ID}`)).toEqual([]);
  expect(made('~down', `agencies.${ITEM}`)).toEqual([]);
  expect(after(made('~remove', `agencies.${ID}`))).toEqual({ [ITEM]: item(5) });
  expect(made('~add', 'about.title')).toEqual([]);
  expect(made('~remove', 'agencies.constructor')).toEqual([]);
  expect(made('~remove', `agencies.${OTHER}`)).toEqual([]);
});
