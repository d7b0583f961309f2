import { describe, expect, test } from 'vitest';
import { byUrgency, type ReviewFacts, waiting } from './waiting.ts';

const day = (n: number) => new Date(Date.UTC(2027, 0, n));
const round = { number: 2, sentAt: day(10), dueAt: day(20) };
const nothing: ReviewFacts = { round: null, decision: null, adoption: null };

describe('a plan', () => {
  test.each<[string, Partial<ReviewFacts>, object]>([
    [
      'of which nothing was sent is being drafted',
      {},
      { state: 'drafting', waitsFor: 'country', since: null, dueAt: null },
    ],
    [
      'that was sent waits for an adviser, until it is due',
      { round },
      { state: 'sent', waitsFor: 'adviser', since: day(10), dueAt: day(20), round: 2 },
    ],
    [
      'that was returned waits for the country, and is due no more',
      { round, decision: { outcome: 'returned', decidedAt: day(15) } },
      { state: 'returned', waitsFor: 'country', since: day(15), dueAt: null },
    ],
    [
      'that was cleared waits for the country to adopt it',
      { round, decision: { outcome: 'cleared', decidedAt: day(15) } },
      { state: 'cleared', waitsFor: 'country', since: day(15) },
    ],
    [
      'that was adopted waits for nobody',
      { round, decision: { outcome: 'cleared', decidedAt: day(15) }, adoption: { recordedAt: day(30) } },
      { state: 'adopted', waitsFor: null, since: day(30) },
    ],
    [
      'that was adopted without being sent is adopted',
      { adoption: { recordedAt: day(30) } },
      { state: 'adopted', waitsFor: null },
    ],
    [
      'that was sent again after an adoption is in review again',
      { round, adoption: { recordedAt: day(5) } },
      { state: 'sent', waitsFor: 'adviser', since: day(10) },
    ],
  ])('%s', (_, facts, expected) => {
    expect(waiting({ ...nothing, ...facts })).toMatchObject(expected);
  });

  test('says beside that which questions wait for whom', () => {
    const question = { threads: 2, since: day(12) };
    expect(waiting({ ...nothing, round, asked: { country: question } }).asked).toEqual({
      country: question,
      adviser: null,
    });
  });
});

test('a desk begins with what waits for the adviser, by when it is due and for how long it has waited', () => {
  const at = (facts: Partial<ReviewFacts>) => waiting({ ...nothing, ...facts });
  const sent = (number: number, sentAt: Date, dueAt: Date | null) => at({ round: { number, sentAt, dueAt } });
  const decided = (outcome: 'returned' | 'cleared', decidedAt: Date) => at({ round, decision: { outcome, decidedAt } });
  const inOrder = [
    sent(1, day(9), day(12)),
    sent(2, day(3), day(14)),
    sent(3, day(1), null),
    sent(4, day(2), null),
    decided('returned', day(4)),
    decided('returned', day(5)),
    decided('cleared', day(1)),
    at({}),
    at({ adoption: { recordedAt: day(1) } }),
  ];
  expect([...inOrder].reverse().sort(byUrgency)).toEqual(inOrder);
});
