import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openPairs, type SideEdit, sideEdits, staleSides, touchedSides } from './pairState.ts';
import type { Language } from './schema.ts';
import { emptyPlan } from './schema.ts';

const path = 'about.title';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Edits of one pair, each a minute after the one before unless it says otherwise. */
function edits(...made: { on: Language; began?: boolean; by?: string; after?: number; save?: string }[]): SideEdit[] {
  let at = 0;
  return made.map(({ on, began = false, by = 'Salma', after = MINUTE, save }, index) => {
    at += after;
    return { path, language: on, began, actorId: by, at, change: save ?? `save ${index}` };
  });
}
const behind = (...made: Parameters<typeof edits>) => staleSides(edits(...made)).get(path)?.language ?? null;

describe('of a pair of texts', () => {
  test('a translation that was just written is in step, in however many saves it came', () => {
    expect(behind({ on: 'ar', began: true }, { on: 'ar' }, { on: 'ar' })).toBeNull();
    expect(behind({ on: 'ar', began: true }, { on: 'en', began: true }, { on: 'en' }, { on: 'en' })).toBeNull();
  });

  test('a text that is changed after its translation leaves that behind', () => {
    const written = [
      { on: 'ar' as const, began: true },
      { on: 'en' as const, began: true },
    ];
    expect(behind(...written, { on: 'ar' })).toBe('en');
    expect(behind(...written, { on: 'en', after: DAY })).toBe('ar');
  });

  test('a text that was there from the beginning is as good as any other', () => {
    expect(behind({ on: 'en' })).toBe('ar');
  });

  test('it is in step again when the other side follows, or somebody says that it still fits', () => {
    expect(behind({ on: 'ar' }, { on: 'en' })).toBeNull();
    expect(behind({ on: 'ar' }, { on: 'en' }, { on: 'en' }, { on: 'en' })).toBeNull();
  });

  test('what another person changes, or the same one another day, counts anew', () => {
    expect(behind({ on: 'ar' }, { on: 'en' }, { on: 'en', by: 'Yusuf' })).toBe('ar');
    expect(behind({ on: 'ar' }, { on: 'en' }, { on: 'en', after: DAY })).toBe('ar');
  });

  test('changing both in one save keeps them in step', () => {
    expect(behind({ on: 'ar', save: 'one' }, { on: 'en', save: 'one' })).toBeNull();
  });

  test('it is told since which change a side is behind: the first that it did not follow', () => {
    const found = staleSides(edits({ on: 'ar' }, { on: 'ar', after: DAY }, { on: 'ar', by: 'Yusuf' }));
    expect(found.get(path)).toEqual({ path, language: 'en', since: 'save 0' });
  });
});

test('whatever was edited, the side that was edited last is not the one that is behind', () => {
  const edit = fc.record({ on: fc.constantFrom('ar' as const, 'en' as const), began: fc.boolean() });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1 }), (made) => {
      expect(behind(...made)).not.toBe(made.at(-1)?.on);
    }),
  );
});

test('history keeps which sides a save touched, and which of them were empty', () => {
  const touched = touchedSides([
    { path: 'about.title.ar', from: '', to: 'خطة' },
    { path: 'about.title.en', from: 'A plan', to: 'The plan' },
    { path: 'about.start', from: '', to: '2027-01-01' },
    { path: 'about.definitions.x', from: { term: { ar: '', en: '' } }, to: null },
  ]);
  expect(touched).toEqual(['+about.title.ar', 'about.title.en']);
  const save = { change: 'one', actorId: 'Salma', at: 5 };
  expect(sideEdits(touched, save)).toEqual([
    { ...save, path, language: 'ar', began: true },
    { ...save, path, language: 'en', began: false },
  ]);
});

test('the open pairs are those with one side to be written, and those behind, in the order of the document', () => {
  const plan = emptyPlan();
  plan.about.title = { ar: 'خطة', en: 'Plan' };
  plan.about.foreword = { ar: '', en: 'Foreword' };
  plan.direction.vision = { ar: 'رؤية', en: 'Vision' };
  const stale = staleSides(edits({ on: 'en' }));
  expect(openPairs(plan, stale)).toEqual([
    { path, language: 'ar', kind: 'changed', since: 'save 0' },
    { path: 'about.foreword', language: 'ar', kind: 'missing', since: null },
  ]);
});
