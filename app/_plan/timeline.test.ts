import fc from 'fast-check';
import { expect, test } from 'vitest';
import sample from '../../prisma/seed/samplePlan.json' with { type: 'json' };
import { isRealDate } from './calendar.ts';
import { grouped, groupings } from './grouping.ts';
import { emptyPlan, planSchema } from './schema.ts';
import { addMonths, moved, placeIn, remarkOn, spanOf } from './timeline.ts';

const plan = planSchema.parse(sample);
const anyDate = fc
  .record({
    year: fc.integer({ min: 1950, max: 2150 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .map(({ year, month, day }) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
  .filter(isRealDate);

test('a month later is the same day, or the last that there is', () => {
  expect(addMonths('2027-01-15', 1)).toBe('2027-02-15');
  expect(addMonths('2027-01-30', 1)).toBe('2027-02-28');
  expect(addMonths('2027-02-28', 1)).toBe('2027-03-31');
  expect(addMonths('2027-01-15', -1)).toBe('2026-12-15');
  expect(addMonths('2027-12-31', 2)).toBe('2028-02-29');
  expect(addMonths('', 5)).toBe('');
  expect(addMonths('2027-02-31', 1)).toBe('2027-02-31');
});

test('whatever is moved there and back is where it was, up to the 28th; and every date is a real one', () => {
  const months = fc.integer({ min: -60, max: 60 });
  fc.assert(
    fc.property(anyDate, months, (date, by) => {
      const there = addMonths(date, by);
      expect(isRealDate(there)).toBe(true);
      if (Number(date.slice(8)) < 28) expect(addMonths(there, -by)).toBe(date);
    }),
  );
});

test('the whole of an action moves with its milestones, an end alone, and no end passes the other', () => {
  const dates = { start: '2027-03-01', end: '2028-02-10', milestones: { a: { date: '2027-06-15' }, b: { date: '' } } };
  expect(moved(dates, 'both', 2)).toEqual({
    start: '2027-05-01',
    end: '2028-04-10',
    milestones: { a: { date: '2027-08-15' }, b: { date: '' } },
  });
  expect(moved(dates, 'start', 3)).toEqual({ ...dates, start: '2027-06-01' });
  expect(moved(dates, 'end', -3)).toEqual({ ...dates, end: '2027-11-10' });
  expect(moved(dates, 'end', -24)).toEqual(dates);
});

test('a timeline shows every year in which something of the plan lies', () => {
  expect(spanOf(plan, 2020)).toEqual({ from: 2027, to: 2031 });
  expect(spanOf(emptyPlan(), 2026)).toEqual({ from: 2026, to: 2030 });
  const span = { from: 2027, to: 2028 };
  expect(placeIn(span, '2027-01-01')).toBe(0);
  expect(placeIn(span, '2028-12-31', 'end')).toBe(1);
  expect(placeIn(span, '2026-12-31')).toBeNull();
  expect(placeIn(span, '')).toBeNull();
});

test('however they are grouped, every action stands there once', () => {
  for (const by of groupings) {
    const all = grouped(plan, by).flatMap(({ actions }) => actions);
    expect(all.toSorted()).toEqual(Object.keys(plan.actions).toSorted());
  }
  expect(grouped(plan, 'objective').length).toBe(Object.keys(plan.direction.objectives).length);
});

test('what is wrong with an action’s dates is said', () => {
  const period = { start: '2027-01-01', end: '2031-12-31' };
  const dates = { start: '2027-03-01', end: '2028-02-10', milestones: {} };
  expect(remarkOn(dates, period)).toBeNull();
  expect(remarkOn({ ...dates, end: '' }, period)).toBe('noDates');
  expect(remarkOn({ ...dates, end: '2027-01-10' }, period)).toBe('backwards');
  expect(remarkOn({ ...dates, end: '2032-01-10' }, period)).toBe('outside');
});
