import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { same } from '#plan/changes';
import { leaves, type OutlineLeaf, outline } from '#plan/outline';
import { anyPlan } from '#plan/planArbitrary';
import { emptyPlan, type Plan, planSchema } from '#plan/schema';
import { documentOrder } from './documentOrder.ts';
import { roundChanges, roundCount } from './rounds.ts';

const first = '0190b3a1-0000-7000-8000-000000000001';
const second = '0190b3a1-0000-7000-8000-000000000002';

function plan(fill: (plan: Plan) => void): Plan {
  const made = emptyPlan();
  fill(made);
  return planSchema.parse(made);
}

const agency = (order: number, en: string) => ({ order, name: { ar: '', en } });

describe('what changed between two rounds', () => {
  test('is nothing where they are alike', () => {
    fc.assert(
      fc.property(anyPlan(), (any) => {
        expect(roundChanges(any, structuredClone(any))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  test('is every field that differs, and no other', () => {
    const given = (leaf: OutlineLeaf | undefined) => (leaf && !leaf.empty ? leaf.value : null);
    fc.assert(
      fc.property(anyPlan(), anyPlan(), (before, after) => {
        const were = new Map(leaves(outline(before)).map((leaf) => [leaf.path, leaf]));
        const are = new Map(leaves(outline(after)).map((leaf) => [leaf.path, leaf]));
        const paths = new Set([...were.keys(), ...are.keys()]);
        const differing = [...paths].filter((path) => !same(given(were.get(path)), given(are.get(path))));
        expect(
          roundChanges(before, after)
            .map(({ path }) => path)
            .sort(),
        ).toEqual(differing.sort());
      }),
      { numRuns: 20 },
    );
  });

  test('read the other way round, what was added was removed', () => {
    const turned = { added: 'removed', removed: 'added', changed: 'changed' };
    fc.assert(
      fc.property(anyPlan(), anyPlan(), (before, after) => {
        const back = new Map(roundChanges(after, before).map((change) => [change.path, change.kind]));
        for (const { path, kind } of roundChanges(before, after)) expect(back.get(path), path).toBe(turned[kind]);
      }),
      { numRuns: 15 },
    );
  });

  test('stands in the order of the later document', () => {
    fc.assert(
      fc.property(anyPlan(), anyPlan(), (before, after) => {
        const place = documentOrder(after);
        const places = roundChanges(before, after)
          .filter((change) => change.after)
          .map(({ path }) => place(path));
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
      { numRuns: 15 },
    );
  });

  test('tells which language of a text differs', () => {
    const before = plan(({ about }) => {
      about.title = { ar: 'خطة', en: 'Plan' };
      about.summary = { ar: 'ملخص', en: '' };
    });
    const after = plan(({ about }) => {
      about.title = { ar: 'خطة وطنية', en: 'Plan' };
      about.summary = { ar: 'ملخص', en: 'Summary' };
      about.foreword = { ar: 'تقديم', en: 'Foreword' };
    });
    expect(roundChanges(before, after).map(({ path, kind, languages }) => [path, kind, languages])).toEqual([
      ['about.title', 'changed', ['ar']],
      ['about.foreword', 'added', ['ar', 'en']],
      ['about.summary', 'changed', ['en']],
    ]);
  });

  test('has what was removed after what it stood after, with the text that it had', () => {
    const before = plan(({ agencies }) => {
      Object.assign(agencies, { [first]: agency(0, 'Gone'), [second]: agency(1, 'Kept') });
    });
    const after = plan(({ agencies, money }) => {
      Object.assign(agencies, { [second]: agency(0, 'Kept, renamed') });
      money.notes.en = 'New';
    });
    const changes = roundChanges(before, after);
    expect(changes.map(({ path, kind }) => [path, kind])).toEqual([
      [`agencies.${first}.name`, 'removed'],
      [`agencies.${second}.name`, 'changed'],
      ['money.notes', 'added'],
    ]);
    expect(changes[0]?.before?.value).toEqual({ ar: '', en: 'Gone' });
    expect(changes[0]?.after).toBeNull();
    expect(roundCount(changes)).toEqual({ added: 1, removed: 1, changed: 1 });
  });
});
