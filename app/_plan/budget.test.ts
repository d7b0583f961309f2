import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import sample from '../../prisma/seed/samplePlan.json' with { type: 'json' };
import { areasOf, budget, type CurrencyBudget } from './budget.ts';
import { amountOf, centsOf, divided, shareOf } from './cents.ts';
import { anyPlan } from './planArbitrary.ts';
import { type Plan, planSchema } from './schema.ts';

const plan = planSchema.parse(sample);
const id = (n: number) => `019ee574-aac4-7ef8-b3a9-${String(n).padStart(12, '0')}`;
const planOf = (...actions: object[]): Plan =>
  planSchema.parse({ actions: Object.fromEntries(actions.map((action, n) => [id(n), { order: n, ...action }])) });
const only = (of: Plan): CurrencyBudget => budget(of).currencies[0] as CurrencyBudget;
const sum = (lines: Record<string, unknown>[], name: string) =>
  amountOf(lines.reduce((total, line) => total + centsOf(String(line[name])), 0n));

describe('the sample plan’s money', () => {
  const usd = only(plan);

  it('comes to what the plan says of it', () => {
    expect(budget(plan).currencies).toHaveLength(1);
    expect(usd).toMatchObject({
      currency: 'USD',
      actions: 32,
      cost: '58965000.00',
      secured: '34535000.00',
      pledged: '6150000.00',
      sought: '14610000.00',
      unsourced: '3670000.00',
      gap: '24430000.00',
    });
  });

  it('goes to young people and to women in the shares that the plan commits itself to', () => {
    expect((usd.youth.share * 100).toFixed(1)).toBe('30.6');
    expect((usd.women.share * 100).toFixed(1)).toBe('15.0');
    expect(usd.youth.amount).toBe('18070000.00');
  });

  it('is the same money by area, agency, action, year and source', () => {
    for (const name of ['cost', 'secured', 'pledged', 'sought', 'unsourced', 'gap'] as const) {
      for (const lines of [usd.byArea, usd.byAgency, usd.byAction]) expect(sum(lines, name)).toBe(usd[name]);
    }
    for (const name of ['secured', 'pledged', 'sought'] as const) {
      for (const lines of [usd.byYear, usd.bySource]) expect(sum(lines, name)).toBe(usd[name]);
    }
    expect(usd.byYear.map(({ key }) => key)).toEqual(['2027', '2028', '2029', '2030', '2031']);
    expect(usd.bySource).toHaveLength(8);
  });
});

describe('a budget', () => {
  it('never adds up two currencies', () => {
    const { currencies } = budget(
      planOf({ cost: '1', currency: 'EUR' }, { cost: '2', currency: 'IQD' }, { cost: '4', currency: 'EUR' }),
    );
    expect(currencies.map(({ currency, cost }) => [currency, cost])).toEqual([
      ['EUR', '5.00'],
      ['IQD', '2.00'],
    ]);
  });

  it('names the actions without a cost, and counts them in no sum', () => {
    expect(budget(planOf({}, { cost: '0' }))).toMatchObject({
      uncosted: [id(0)],
      currencies: [{ cost: '0.00', actions: 1 }],
    });
  });

  it('adds tenths and cents that a binary fraction would round', () => {
    expect(only(planOf({ cost: '0.1' }, { cost: '0.2' }, { cost: '999999999999999.99' })).cost).toBe(
      '1000000000000000.29',
    );
  });

  it('divides an action equally between the areas it serves, the odd cent to the first', () => {
    const action = { cost: '100.00', recommendations: ['pve-50-a', 'pve-50-b', 'pve-52-a', 'pve-49-a'] };
    expect(only(planOf(action)).byArea.map(({ key, cost }) => [key, cost])).toEqual([
      ['dialogue', '33.34'],
      ['governance', '33.33'],
      ['youth', '33.33'],
    ]);
    expect(areasOf({ recommendations: ['pve-99'] })).toEqual([]);
  });

  it('shows what has no area, lead, year or source of its own as stated by none', () => {
    const funding = { [id(9)]: { amount: '1', status: 'secured' } };
    const { byArea, byAgency, byYear, bySource } = only(planOf({ cost: '3', leadAgency: id(8), funding }));
    for (const lines of [byArea, byAgency, byYear, bySource]) expect(lines.map(({ key }) => key)).toEqual(['']);
  });

  it('fills the gap of one action with the surplus of no other', () => {
    const funding = { [id(9)]: { amount: '10', status: 'secured' } };
    expect(only(planOf({ cost: '4', funding }, { cost: '6' }))).toMatchObject({
      secured: '10.00',
      gap: '6.00',
      unsourced: '6.00',
    });
  });

  test('has parts that make the whole, whatever the plan holds', () => {
    fc.assert(
      fc.property(anyPlan(), (any) => {
        for (const currency of budget(any).currencies) {
          for (const name of ['cost', 'secured', 'pledged', 'sought', 'unsourced', 'gap'] as const) {
            expect(sum(currency.byArea, name)).toBe(currency[name]);
            expect(sum(currency.byAgency, name)).toBe(currency[name]);
          }
          for (const { unsourced, gap } of currency.byArea) expect(`${unsourced}${gap}`).not.toContain('-');
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('amounts are counted in whole cents', () => {
  expect(centsOf('')).toBe(0n);
  expect(centsOf('007.5')).toBe(750n);
  expect(amountOf(-5n)).toBe('-0.05');
  expect(divided(5n, 3)).toEqual([2n, 2n, 1n]);
  expect([shareOf(1n, 3n), shareOf(2n, 3n), shareOf(5n, 0n)]).toEqual([0.3333, 0.6667, 0]);
});
