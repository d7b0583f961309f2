import { describe, expect, test } from 'vitest';
import { criteria } from '#catalogue/criteria';
import { assess } from '#plan/criteria';
import { planSchema } from '#plan/schema';
import sample from '../../prisma/seed/samplePlan.json' with { type: 'json' };
import type { ThreadFacts } from './disposition.ts';
import { type CriterionAnswer, letter } from './letter.ts';

const plan = planSchema.parse(sample);
const essential = criteria.find(({ level }) => level === 'essential')?.id ?? 'x';
const recommended = criteria.find(({ level }) => level === 'recommended')?.id ?? 'x';
const answer = (criterion: string, given: CriterionAnswer['answer']) =>
  ({ criterion, answer: given, note: { ar: 'لأن', en: 'because' } }) as CriterionAnswer;

const thread = (extra: Partial<ThreadFacts>): ThreadFacts => ({
  id: 'thread',
  round: 1,
  path: 'about.title',
  quote: '',
  weight: 'mustFix',
  isPrivate: false,
  side: 'adviser',
  author: { userId: 'a', name: 'A' },
  body: 'Fix this',
  at: new Date(0),
  replies: [],
  response: '',
  resolved: null,
  ...extra,
});

const drafted = (answers: CriterionAnswer[], threads: ThreadFacts[] = []) =>
  letter({
    plan,
    round: { number: 3, sentAt: new Date(0) },
    assessments: assess(plan),
    answers,
    threads,
    suggestions: [],
  });

describe('a summary letter', () => {
  test('counts the adviser’s answers, and takes the app’s findings for no one’s judgement', () => {
    const { counts, strengths, shortcomings, round, title } = drafted([
      answer(essential, 'met'),
      answer(recommended, 'partly'),
    ]);
    expect(counts).toMatchObject({ met: 1, partly: 1, unanswered: criteria.length - 2 });
    expect(strengths.map(({ criterion }) => criterion)).toEqual([essential]);
    expect(shortcomings).toMatchObject([{ criterion: recommended, isEssential: false, note: { en: 'because' } }]);
    expect({ round, title }).toEqual({ round: 3, title: plan.about.title });
  });

  test('names what must be fixed and what is to be considered, in the order of the document', () => {
    const { mustFix, consider } = drafted(
      [],
      [
        thread({ id: 'money', path: 'money.notes' }),
        thread({ id: 'title' }),
        thread({ id: 'consider', weight: 'consider' }),
        thread({ id: 'closed', resolved: { at: new Date(1), by: { userId: 'a', name: 'A' } } }),
        thread({ id: 'private', isPrivate: true }),
        thread({ id: 'the country’s', side: 'country', weight: null }),
      ],
    );
    expect(mustFix.map(({ id }) => id)).toEqual(['title', 'money']);
    expect(consider.map(({ id }) => id)).toEqual(['consider']);
  });

  test.each([
    ['cleared where nothing is in the way', [answer(essential, 'met')], [], 'cleared'],
    ['cleared where only what is recommended is lacking', [answer(recommended, 'notMet')], [], 'cleared'],
    ['returned where something must be fixed', [], [thread({})], 'returned'],
    ['returned where an essential criterion isn’t met', [answer(essential, 'notMet')], [], 'returned'],
  ] as const)('proposes that it be %s', (_, answers, threads, proposed) => {
    expect(drafted([...answers], [...threads]).proposed).toBe(proposed);
  });
});
