import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import sample from '../../prisma/seed/samplePlan.json' with { type: 'json' };
import { leaves, outline } from './outline.ts';
import { anyPlan } from './planArbitrary.ts';
import { emptyPlan, planSchema } from './schema.ts';
import { sectionsOf, steps } from './steps.ts';

const plan = planSchema.parse(sample);
const at = (value: unknown, path: string) =>
  path.split('.').reduce<unknown>((within, key) => (within as Record<string, unknown>)[key], value);

/** Every value in a plan that no object holds further: texts as pairs, lists of ids as one. */
function valuesIn(value: unknown, path = ''): string[] {
  const leaf = typeof value !== 'object' || value === null || Array.isArray(value) || 'ar' in value;
  if (leaf) return [path];
  return Object.entries(value).flatMap(([key, inner]) => valuesIn(inner, path ? `${path}.${key}` : key));
}

describe('the outline of a plan', () => {
  it('has every section that a step fills, in the document’s order', () => {
    const keys = outline(plan).map((section) => section.key);
    expect(new Set(keys)).toEqual(new Set(steps.flatMap((step) => sectionsOf[step])));
    expect(keys[1]).toBe('about');
    expect(keys.indexOf('actions')).toBeGreaterThan(keys.indexOf('decisions'));
  });

  it('holds each value of the plan once, at its own path', () => {
    fc.assert(
      fc.property(anyPlan(), (any) => {
        const items = leaves(outline(any));
        for (const item of items) expect(item.value).toEqual(at(any, item.path));
        const { version: _, progress: __, ...rest } = any;
        const paths = valuesIn(rest).filter((path) => !path.endsWith('.order'));
        expect(items.map((item) => item.path).sort()).toEqual(paths.sort());
      }),
      { numRuns: 40 },
    );
  });

  it('numbers things by their place and those inside them after it', () => {
    const [list] = outline(plan).find((section) => section.key === 'actions')?.items ?? [];
    if (list?.kind !== 'list') throw new Error('The actions are no list');
    expect(list.entries.map((entry) => entry.number)).toEqual(Array.from({ length: 32 }, (_, n) => String(n + 1)));
    const third = list.entries[2];
    expect(third?.title).toEqual(plan.actions[third?.id ?? '']?.title);
    const indicators = third?.items.find((item) => item.name === 'indicators');
    expect(indicators?.kind === 'list' && indicators.entries.map((entry) => entry.number)).toContain('3.2');
    expect(indicators?.labelPath).toBe('actions.indicators');
    expect(indicators?.kind === 'list' && indicators.entries[0]?.items[0]).toMatchObject({
      labelPath: 'actions.indicators.name',
      depth: 2,
    });
  });

  it('puts decisions and drivers in the order of the catalogue', () => {
    const [list] = outline(plan).find((section) => section.key === 'decisions')?.items ?? [];
    const ids = list?.kind === 'keyed' ? list.entries.map((entry) => entry.id) : [];
    expect(ids).toHaveLength(72);
    expect(ids.indexOf('pve-49-a')).toBeLessThan(ids.indexOf('pve-50-a'));
  });

  it('calls a plan in which nothing was written empty, and blanks nothing', () => {
    const blank = emptyPlan();
    blank.about.title = { ar: ' \n', en: '\t' };
    const empty = Object.fromEntries(outline(blank).map((section) => [section.key, section.empty]));
    expect(empty).toMatchObject({ about: true, situation: true, direction: true, actions: true, decisions: true });
    expect(
      outline(plan)
        .filter((section) => section.empty)
        .map((section) => section.key),
    ).toEqual(['criteria']);
  });

  it('marks what is restricted', () => {
    const restricted = Object.keys(plan.actions).filter((id) => plan.actions[id]?.restricted);
    const [list] = outline(plan).find((section) => section.key === 'actions')?.items ?? [];
    const marked =
      list?.kind === 'list' ? list.entries.filter((entry) => entry.restricted).map((entry) => entry.id) : [];
    expect(marked).toEqual(restricted);
    expect(marked).toHaveLength(1);
  });
});
