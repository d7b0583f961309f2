import { describe, expect, test } from 'vitest';
import { planSchema } from '#plan/schema';
import sample from '../../prisma/seed/samplePlan.json' with { type: 'json' };
import { isChosen, valueToPropose, wordingRefusal } from './wording.ts';

const plan = planSchema.parse(sample);

describe('a wording', () => {
  const [action = ''] = Object.keys(plan.actions);
  const [agency = '', another = ''] = Object.keys(plan.agencies);
  test.each([
    ['about.title.en', plan.about.title.en],
    ['about.start', plan.about.start],
    [`actions.${action}.cost`, plan.actions[action]?.cost],
    ['languages', plan.languages],
  ])('can be proposed for the single value at %s', (path, value) => {
    expect(valueToPropose(plan, path)).toEqual({ value });
  });

  test.each([
    'about.title',
    'about',
    `actions.${action}`,
    'actions',
    `actions.${action}.indicators`,
    'actions.0190b3a1-0000-7000-8000-000000000009.cost',
    'about.nothing.en',
    'progress.done',
  ])('can’t be proposed for %s', (path) => {
    expect(valueToPropose(plan, path)).toBeNull();
  });

  test.each([
    ['about.title.en', 'Plan', 'Plans', null],
    ['about.title.en', 'Plan', 'Plan', 'sameWording'],
    ['about.title.en', 'Plan', 7, 'notValue'],
    ['about.title.en', 'Plan', null, 'notValue'],
    ['about.title.en', 'Plan', undefined, 'notValue'],
    ['about.title.en', 'Plan', 'a\u0000', 'notValue'],
    ['about.start', '', '2027-13-01', 'notValue'],
    [`actions.${action}.leadAgency`, action, null, null],
    [`actions.${action}.leadAgency`, null, agency, null],
    [`actions.${action}.leadAgency`, null, action, 'notValue'],
    [`actions.${action}.partners`, [], [agency], null],
    [`actions.${action}.partners`, [], [agency, action], 'notValue'],
    [`actions.${action}.partners`, [agency, another], [another, agency], 'sameWording'],
    [`actions.${action}.recommendations`, [], ['nothing-there-is'], 'notValue'],
    [`actions.${action}.level`, 'unstated', 'national', null],
    [`actions.${action}.level`, 'unstated', 'worldwide', 'notValue'],
    [`actions.${action}.youth`, false, true, null],
    ['decisions.pve-54-a.decision', 'undecided', 'adopt', null],
  ])('for %s in place of %j: %j is refused as %j', (path, from, to, code) => {
    expect(wordingRefusal(plan, path, from, to)).toBe(code);
  });
});

test('what is chosen from a list is told from what is typed', () => {
  const paths = [
    'decisions.pve-54-a.decision',
    'decisions.pve-54-a.drivers',
    'about.digits',
    'about.title.ar',
    'about.start',
    'about',
    '',
  ];
  expect(paths.map(isChosen)).toEqual([true, true, true, false, false, false, false]);
});
