import { expect, test } from 'vitest';
import arGlossary from './ar/glossary.json' with { type: 'json' };
import arPlan from './ar/plan.json' with { type: 'json' };
import enGlossary from './en/glossary.json' with { type: 'json' };
import enPlan from './en/plan.json' with { type: 'json' };

const { actions, situation } = arPlan;
const labels = {
  leadAgency: [actions.leadAgency.label, enPlan.actions.leadAgency.label],
  baseline: [actions.indicators.baseline.label, enPlan.actions.indicators.baseline.label],
  target: [actions.indicators.target.label, enPlan.actions.indicators.target.label],
  verification: [actions.indicators.verification.label, enPlan.actions.indicators.verification.label],
  cost: [actions.cost.label, enPlan.actions.cost.label],
  genderMarker: [actions.genderMarker.label, enPlan.actions.genderMarker.label],
} as const;

test('the fields of a plan are named as the glossary names them, in both languages', () => {
  for (const [id, [ar, en]] of Object.entries(labels)) {
    expect(ar, id).toBe(arGlossary.terms[id as keyof typeof labels].term);
    expect(en.toLowerCase(), id).toBe(enGlossary.terms[id as keyof typeof labels].term);
  }
  expect(situation.drivers.label).toContain('دوافع');
});

test('no term is there twice', () => {
  for (const { terms } of [arGlossary, enGlossary]) {
    const all = Object.values(terms).map(({ term }) => term);
    expect(new Set(all).size).toBe(all.length);
  }
});
