import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recommendations } from '#catalogue/recommendations';
import { leaves, outline } from '#plan/outline';
import { anyPlan } from '#plan/planArbitrary';
import { emptyPlan, type Plan, planSchema } from '#plan/schema';
import { findQuote, hasPath, passagesIn } from './passages.ts';

const action = '0190b3a1-0000-7000-8000-000000000001';
const other = '0190b3a1-0000-7000-8000-000000000002';

function plan(fill: (plan: Plan) => void = () => {}): Plan {
  const made = emptyPlan();
  Object.assign(made.actions, { [action]: { title: { ar: 'إجراء', en: 'Legal aid' }, description: {} } });
  const parsed = planSchema.parse(made);
  fill(parsed);
  return parsed;
}

describe('a path', () => {
  test.each([
    ['about', true],
    ['about.title', true],
    ['about.title.ar', true],
    ['about.start', true],
    ['actions', true],
    [`actions.${action}`, true],
    [`actions.${action}.title.en`, true],
    [`actions.${other}`, false],
    [`actions.${other}.title`, false],
    [`actions.${action}.order`, false],
    [`actions.${action}.indicators.${other}.name`, false],
    ['decisions.of-no-catalogue', false],
    ['criteria', true],
    ['progress.done', false],
    ['version', false],
    ['about.nothing', false],
    ['about.__proto__', false],
    ['', false],
  ])('%s: %s', (path, isThere) => {
    expect(hasPath(plan(), path)).toBe(isThere);
  });

  test('of a recommendation is there whether or not it was decided on', () => {
    expect(hasPath(plan(), `decisions.${recommendations[0]?.id}.reason`)).toBe(true);
  });

  test('is there for every field that a plan has', () => {
    fc.assert(
      fc.property(anyPlan(), (any) => {
        const paths = leaves(outline(any)).map(({ path }) => path);
        expect(paths.filter((path) => !hasPath(any, path))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('words quoted from a text', () => {
  test.each([
    ['a b c', 'b', { start: 2, end: 3 }],
    ['one\r\n two  three', 'one two', { start: 0, end: 9 }],
    ['one two', 'two  ', { start: 4, end: 7 }],
    ['costs (est.) 1+1', '(est.) 1+1', { start: 6, end: 16 }],
    ['منع التطرف العنيف', 'التطرف العنيف', { start: 4, end: 17 }],
    ['abc', 'abd', null],
    ['abc', ' ', null],
  ])('%j has %j at %j', (text, quote, span) => {
    expect(findQuote(text, quote)).toEqual(span);
  });

  test('are found wherever they were taken from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme', minLength: 1 }), (before, quote) => {
        fc.pre(quote.trim() !== '');
        const span = findQuote(before + quote, quote);
        expect(span).not.toBeNull();
      }),
    );
  });
});

describe('what a comment is about', () => {
  const commented = { path: `actions.${action}.title.en`, quote: 'Legal aid' };

  test('stands where it stood while its words do', () => {
    expect(passagesIn(plan())(commented)).toEqual({
      state: 'here',
      hasField: true,
      path: commented.path,
      span: { start: 0, end: 9 },
    });
  });

  test('is still here where the text around its words was changed', () => {
    const after = plan(({ actions }) => {
      Object.assign(actions[action]?.title ?? {}, { en: 'More legal aid. Legal aid for all' });
    });
    expect(passagesIn(after)(commented)).toMatchObject({ state: 'here', span: { start: 16, end: 25 } });
  });

  test('is found in the field to which its words were moved', () => {
    const after = plan(({ actions }) => {
      const moved = actions[action];
      if (moved) moved.title.en = 'Short';
      if (moved) moved.description.en = 'It is legal. Legal aid for all.';
    });
    expect(passagesIn(after)(commented)).toEqual({
      state: 'moved',
      hasField: true,
      path: `actions.${action}.description.en`,
      span: { start: 13, end: 22 },
    });
  });

  test('is gone where its words are, and says whether the field is still there', () => {
    const reworded = plan(({ actions }) => {
      Object.assign(actions[action]?.title ?? {}, { en: 'Counsel' });
    });
    expect(passagesIn(reworded)(commented)).toMatchObject({ state: 'gone', hasField: true, path: null });
    const without = plan((made) => {
      made.actions = {};
    });
    expect(passagesIn(without)(commented)).toMatchObject({ state: 'gone', hasField: false });
    expect(passagesIn(without)({ path: `actions.${action}`, quote: '' })).toMatchObject({ state: 'gone' });
  });

  test('of a whole field is here as long as the field is', () => {
    expect(passagesIn(plan())({ path: `actions.${action}`, quote: '' })).toMatchObject({ state: 'here', span: null });
  });

  test('of a pair of texts is found in either of them', () => {
    expect(passagesIn(plan())({ path: `actions.${action}.title`, quote: 'إجراء' })).toMatchObject({
      state: 'here',
      path: `actions.${action}.title.ar`,
    });
  });
});
