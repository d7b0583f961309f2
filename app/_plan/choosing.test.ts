import { describe, expect, test } from 'vitest';
import { driverAnswers } from '#catalogue/driverAnswers';
import { recommendations } from '#catalogue/recommendations';
import { type ChoiceFilter, filterFrom, fits, queryOf } from './choiceFilter.ts';
import { choiceEntries } from './choosing.ts';
import { emptyPlan, planSchema } from './schema.ts';

const nothing = filterFrom({});
const asked = (filter: Partial<ChoiceFilter>) => ({ ...nothing, ...filter });
const shownOf = (plan: ReturnType<typeof emptyPlan>, filter: Partial<ChoiceFilter>) =>
  choiceEntries(plan)
    .filter((entry) => fits(entry, plan.decisions[entry.id]?.decision ?? 'undecided', asked(filter)))
    .map(({ id }) => id);

function planWith(change: (plan: ReturnType<typeof emptyPlan>) => void) {
  const plan = emptyPlan();
  change(plan);
  return planSchema.parse(plan);
}
const rated = (driver: string, rating: string) =>
  planWith((plan) => {
    plan.situation.drivers[driver] = { rating } as never;
  });

describe('the catalogue as a country chooses from it', () => {
  test('stands there whole, in its order, and a filter that asks nothing shows all of it', () => {
    expect(shownOf(emptyPlan(), {})).toEqual(recommendations.map(({ id }) => id));
  });

  test('suggests what answers the drivers that the country rated high, and nothing for the others', () => {
    expect(shownOf(emptyPlan(), { only: 'suggested' })).toEqual([]);
    expect(shownOf(rated('prisons', 'medium'), { only: 'suggested' })).toEqual([]);
    const suggested = choiceEntries(rated('prisons', 'high')).filter((entry) => entry.suggestedBy.length > 0);
    expect(suggested.map(({ id }) => id).toSorted()).toEqual([...driverAnswers.prisons].toSorted());
    for (const { suggestedBy } of suggested) expect(suggestedBy).toEqual(['prisons']);
  });

  test('has an answer to every driver, each named once', () => {
    for (const [driver, ids] of Object.entries(driverAnswers)) {
      expect(ids.length, driver).toBeGreaterThan(0);
      expect(new Set(ids).size, driver).toBe(ids.length);
    }
  });

  test('shows by driver what the country itself named as well', () => {
    const plan = planWith((each) => {
      each.decisions['pve-44-g'] = { decision: 'adopt', drivers: ['prisons'] } as never;
    });
    expect(shownOf(plan, { driver: 'prisons' })).toContain('pve-44-g');
    expect(shownOf(emptyPlan(), { driver: 'prisons' })).not.toContain('pve-44-g');
  });

  test('shows what was taken up and has no action yet, merged ones by the action of the other', () => {
    const id = '0199aaaa-0000-7000-8000-000000000001';
    const plan = planWith((each) => {
      each.decisions['pve-44-f'] = { decision: 'adopt' } as never;
      each.decisions['pve-44-g'] = { decision: 'adopt' } as never;
      each.decisions['pve-47'] = { decision: 'merge', mergedInto: 'pve-44-g' } as never;
      each.decisions['pve-40'] = { decision: 'defer' } as never;
      each.actions[id] = { recommendations: ['pve-44-g'] } as never;
    });
    expect(shownOf(plan, { only: 'withoutAction' })).toEqual(['pve-44-f']);
  });

  test('is filtered by area, addressee, goal, decision and provenance together', () => {
    const shown = shownOf(emptyPlan(), { area: 'education', goal: '4', decision: 'undecided' });
    expect(shown).toContain('pve-54-a');
    for (const id of shown) {
      const { area, sdg } = recommendations.find((each) => each.id === id) ?? { area: '', sdg: [] };
      expect(area).toBe('education');
      expect(sdg.some((target) => target.split('.')[0] === '4')).toBe(true);
    }
    expect(shownOf(emptyPlan(), { area: 'education', decision: 'adopt' })).toEqual([]);
    const unverified = shownOf(emptyPlan(), { only: 'unverified' });
    expect(unverified.length).toBeGreaterThan(0);
    expect(unverified.length).toBeLessThan(recommendations.length);
  });
});

test('a filter stands in the address and is read from it as it was', () => {
  const filter = asked({ q: 'السجون & 50 (f)', area: 'governance', only: 'suggested' });
  const query = queryOf(filter);
  expect(query.startsWith('?')).toBe(true);
  expect(filterFrom(Object.fromEntries(new URLSearchParams(query)))).toEqual(filter);
  expect(queryOf(nothing)).toBe('');
  expect(filterFrom({ area: ['youth', 'gender'], nonsense: 'x' })).toEqual(nothing);
});
