import { expect, it } from 'vitest';
import samplePlan from '../../prisma/seed/samplePlan.json' with { type: 'json' };
import { changesSaid, type ReturnedChange, sourceMovedOn, standingOf } from './returned.ts';
import { emptyPlan, type Plan, planSchema } from './schema.ts';

const base = planSchema.parse(samplePlan);
const [action = ''] = Object.keys(base.actions);
const place = 'Sheet!A1';
const title = `actions.${action}.title.ar`;
const was = base.actions[action]?.title.ar ?? '';

/** The plan with something changed since. */
function later(change: (plan: Plan) => void): Plan {
  const plan = structuredClone(base);
  change(plan);
  return plan;
}

it('finds nothing changed in what the plan says already, and each field that a file says otherwise', () => {
  expect(changesSaid(base, [{ path: title, value: was, place }])).toEqual([]);
  expect(changesSaid(base, [{ path: title, value: 'عنوان آخر', place }])).toEqual([
    { path: title, from: was, to: 'عنوان آخر', place },
  ]);
});

it('takes an empty cell of an answer that was never begun for nothing', () => {
  const said = [
    { path: 'decisions.pve-44-a.reason.ar', value: '', place },
    { path: 'decisions.pve-44-a.priority', value: 'none', place },
    { path: 'situation.drivers.socio-economic.rating', value: 'notAssessed', place },
  ];
  expect(changesSaid(emptyPlan(), said)).toEqual([]);
});

it('passes over what no plan has', () => {
  expect(changesSaid(base, [{ path: 'actions.x.nothing', value: '1', place }])).toEqual([]);
});

it('says of each change whether it can be made, was made already, meets a colleague’s, or has lost its place', () => {
  const change: ReturnedChange = { path: title, from: was, to: 'عنوان آخر', place };
  expect(standingOf(change, base)).toBe('change');
  const edited = (text: string) =>
    later((plan) => {
      const found = plan.actions[action];
      if (found) found.title.ar = text;
    });
  expect(standingOf(change, edited('عنوان آخر'))).toBe('done');
  expect(standingOf(change, edited('عنوان ثالث'))).toBe('both');
  expect(
    standingOf(
      change,
      later((plan) => delete plan.actions[action]),
    ),
  ).toBe('gone');
});

it('takes an entry that is new for a change, and one of an action that was removed for lost', () => {
  const path = `actions.${action}.indicators.01970000-0000-7000-8000-000000000001`;
  const change: ReturnedChange = { path, from: null, to: { order: 9 }, place };
  expect(standingOf(change, base)).toBe('change');
  expect(
    standingOf(
      change,
      later((plan) => delete plan.actions[action]),
    ),
  ).toBe('gone');
});

it('knows when the text that a translation was made of has been changed since, whatever tools did to its blanks', () => {
  const source = `  ${was.replace(/ /g, '\n ')} `;
  const change: ReturnedChange = { path: `actions.${action}.title.en`, from: 'a', to: 'b', place, source };
  expect(sourceMovedOn(change, base)).toBe(false);
  expect(
    sourceMovedOn(
      change,
      later((plan) => {
        const found = plan.actions[action];
        if (found) found.title.ar += ' مزيد';
      }),
    ),
  ).toBe(true);
});
