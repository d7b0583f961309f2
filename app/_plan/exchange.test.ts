import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { ACTION_LIMIT, INDICATOR_LIMIT, PLAN_DOCUMENT_LIMIT, readPlanDocument, writePlanDocument } from './exchange.ts';
import { anyPlan } from './planArbitrary.ts';
import { emptyPlan, type Plan } from './schema.ts';

const id = (n: number) => `019ee574-aac4-7ef8-b3a9-${String(n).padStart(12, '0')}`;
const read = (document: object) => readPlanDocument(JSON.stringify({ version: 1, ...document }));
const refused = (result: ReturnType<typeof readPlanDocument>) =>
  result.ok ? [] : result.refusals.map(({ path, code }) => ({ path, code }));

/** The same value with the keys of each object in another order, as a database may give them back. */
const shuffled = (value: unknown): unknown =>
  typeof value !== 'object' || value === null || Array.isArray(value)
    ? value
    : Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]) => [key, shuffled(inner)]),
      );

describe('a plan written to a file and read again', () => {
  test('is the same plan, whatever is in it', () => {
    fc.assert(
      fc.property(anyPlan(), (plan) => {
        expect(readPlanDocument(writePlanDocument(plan))).toEqual({ ok: true, plan });
      }),
      { numRuns: 100 },
    );
  });

  test('gives the same text in whatever order its keys were stored', () => {
    fc.assert(
      fc.property(anyPlan(), (plan) => {
        expect(writePlanDocument(shuffled(plan) as Plan)).toBe(writePlanDocument(plan));
      }),
      { numRuns: 50 },
    );
  });

  it('may begin with a byte order mark', () => {
    expect(readPlanDocument(`\uFEFF${writePlanDocument(emptyPlan())}`)).toEqual({ ok: true, plan: emptyPlan() });
  });

  it('may leave fields out, which are then empty', () => {
    expect(read({})).toEqual({ ok: true, plan: emptyPlan() });
  });
});

test('the sample plan’s file is what the app itself would write, but for fields that came later and are empty', () => {
  const text = readFileSync(new URL('../../prisma/seed/samplePlan.json', import.meta.url), 'utf8');
  const result = readPlanDocument(text);
  const written: unknown = result.ok && JSON.parse(writePlanDocument(result.plan));
  expect(`${JSON.stringify(onlyWhatIsIn(JSON.parse(text), written), null, 2)}\n`).toBe(text);
});

/** A written value without the keys that another one lacks, in its own order. */
function onlyWhatIsIn(other: unknown, written: unknown): unknown {
  if (typeof written !== 'object' || written === null || Array.isArray(written)) return written;
  const held = other as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(written).flatMap(([key, value]) =>
      key in held ? [[key, onlyWhatIsIn(held[key], value)] as const] : [],
    ),
  );
}

describe('a file is refused with the place and the reason', () => {
  test.each<[string, string, { path: string; code: string }]>([
    ['that is empty', '', { path: '', code: 'notJson' }],
    ['that breaks off', '{"version":1', { path: '', code: 'notJson' }],
    ['with something after the plan', '{"version":1}x', { path: '', code: 'notJson' }],
    ['that is no object', '[]', { path: '', code: 'notPlan' }],
    ['that is nothing', 'null', { path: '', code: 'notPlan' }],
    ['without a version', '{}', { path: 'version', code: 'noVersion' }],
    ['of a newer version', '{"version":2,"new":1}', { path: 'version', code: 'unknownVersion' }],
    ['with a version that is a text', '{"version":"1"}', { path: 'version', code: 'unknownVersion' }],
    [
      'with a key twice',
      '{"version":1,"about":{"title":{"ar":"a","ar":"b"}}}',
      { path: 'about.title.ar', code: 'duplicateKey' },
    ],
    ['with __proto__', '{"version":1,"about":{"__proto__":{}}}', { path: 'about.__proto__', code: 'forbiddenKey' }],
    ['with __proto__ in disguise', '{"version":1,"\\u005f_proto__":{}}', { path: '__proto__', code: 'forbiddenKey' }],
  ])('%s', (_, text, refusal) => {
    expect(refused(readPlanDocument(text))).toEqual([refusal]);
  });

  test.each<[string, object, { path: string; code: string }]>([
    ['a text where fields belong', { about: 'x' }, { path: 'about', code: 'wrongType' }],
    ['one text where two languages belong', { about: { title: 'x' } }, { path: 'about.title', code: 'wrongType' }],
    ['a list where records belong', { actions: [] }, { path: 'actions', code: 'wrongType' }],
    ['an unknown field', { about: { titel: {} } }, { path: 'about.titel', code: 'unknownField' }],
    ['an unknown section', { abuot: {} }, { path: 'abuot', code: 'unknownField' }],
    ['an id that is none', { actions: { 1: {} } }, { path: 'actions.1', code: 'notId' }],
    [
      'an amount as a number',
      { actions: { [id(1)]: { cost: 5 } } },
      { path: `actions.${id(1)}.cost`, code: 'wrongType' },
    ],
    [
      'an amount with a comma',
      { actions: { [id(1)]: { cost: '1,5' } } },
      { path: `actions.${id(1)}.cost`, code: 'notAmount' },
    ],
    ['a date in another form', { about: { start: '1/1/2027' } }, { path: 'about.start', code: 'notDate' }],
    [
      'an unknown option',
      { actions: { [id(1)]: { level: 'x' } } },
      { path: `actions.${id(1)}.level`, code: 'notOption' },
    ],
    [
      'a target that no goal has',
      { actions: { [id(1)]: { sdg: ['18.1'] } } },
      { path: `actions.${id(1)}.sdg.0`, code: 'notOption' },
    ],
    ['a NUL', { about: { title: { ar: '\u0000' } } }, { path: 'about.title.ar', code: 'notText' }],
    ['half a character', { about: { title: { ar: '\ud800' } } }, { path: 'about.title.ar', code: 'notText' }],
    [
      'a text without end',
      { about: { title: { ar: 'ا'.repeat(100_001) } } },
      { path: 'about.title.ar', code: 'tooLong' },
    ],
    [
      'too many partners',
      { actions: { [id(1)]: { partners: Array(201).fill(id(2)) } } },
      { path: `actions.${id(1)}.partners`, code: 'tooMany' },
    ],
  ])('with %s', (_, document, refusal) => {
    expect(refused(read(document))).toEqual([refusal]);
  });

  it('for each of several faults', () => {
    const faults = { about: { start: 1, end: 2 }, actions: { [id(1)]: { cost: 'x' } } };
    expect(refused(read(faults)).map(({ path }) => path)).toEqual([
      'about.start',
      'about.end',
      `actions.${id(1)}.cost`,
    ]);
  });

  it('telling the line at which it stops being JSON', () => {
    const result = readPlanDocument('{\n  "version": 1,\n}');
    expect(result).toEqual({ ok: false, refusals: [{ path: '', code: 'notJson', values: { line: 3 } }] });
  });
});

describe('a file too large to be a plan is refused at once', () => {
  const many = (count: number, make: (n: number) => object) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [id(n), make(n)]));

  it('in bytes, not in letters', () => {
    const text = `{"version":1,"about":{"title":{"ar":"${'ا'.repeat(PLAN_DOCUMENT_LIMIT / 2)}"}}}`;
    expect(refused(readPlanDocument(text))).toEqual([{ path: '', code: 'tooLarge' }]);
    expect(refused(readPlanDocument(' '.repeat(60_000_000)))).toEqual([{ path: '', code: 'tooLarge' }]);
  });

  it('in depth', () => {
    expect(refused(readPlanDocument('['.repeat(100_000)))[0]?.code).toBe('tooDeep');
    expect(refused(readPlanDocument('{"a":'.repeat(100_000)))[0]?.code).toBe('tooDeep');
  });

  it('in its number of actions', () => {
    expect(read({ actions: many(ACTION_LIMIT, () => ({})) }).ok).toBe(true);
    expect(refused(read({ actions: many(ACTION_LIMIT + 1, () => ({})) }))).toEqual([
      { path: 'actions', code: 'tooManyActions' },
    ]);
  });

  it('in its number of indicators', () => {
    const indicators = many(INDICATOR_LIMIT / 2, () => ({}));
    expect(read({ actions: many(2, () => ({ indicators })) }).ok).toBe(true);
    expect(refused(read({ actions: many(3, () => ({ indicators })) }))).toEqual([
      { path: 'actions', code: 'tooManyIndicators' },
    ]);
  });
});
