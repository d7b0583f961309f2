import { describe, expect, test } from 'vitest';
import { type NextFacts, nextDeeds } from './nextDeeds.ts';

const nothing = { manage: false, send: false, adopt: false, answer: false, decide: false, readDraft: false };
const coordinator = { ...nothing, manage: true, send: true, adopt: true, answer: true, readDraft: true };
const drafter = { ...nothing, answer: true, readDraft: true };
const adviser = { ...nothing, decide: true };

const facts = (extra: Partial<NextFacts>): NextFacts => ({
  state: 'drafting',
  open: { comments: 0, wordings: 0 },
  toReply: 0,
  advisers: 1,
  may: coordinator,
  ...extra,
});

describe('what to do next', () => {
  test.each<[string, Partial<NextFacts>, ReturnType<typeof nextDeeds>]>([
    ['nobody let in', { advisers: 0 }, ['letIn', 'send']],
    ['not sent', {}, ['send']],
    ['sent', { state: 'sent' }, []],
    ['sent, with comments', { state: 'sent', open: { comments: 2, wordings: 0 } }, ['answerComments']],
    [
      'returned',
      { state: 'returned', open: { comments: 2, wordings: 1 } },
      ['readDecision', 'answerComments', 'answerWordings', 'sendAgain'],
    ],
    ['cleared', { state: 'cleared' }, ['readDecision', 'adopt']],
    ['adopted', { state: 'adopted', advisers: 0 }, []],
  ])('for a coordinator: %s', (_, given, expected) => {
    expect(nextDeeds(facts(given))).toEqual(expected);
  });

  test('a drafter answers, and sends, adopts and lets in nobody', () => {
    const open = { comments: 1, wordings: 1 };
    const answers = ['answerComments', 'answerWordings'];
    expect(nextDeeds(facts({ may: drafter, advisers: 0 }))).toEqual([]);
    expect(nextDeeds(facts({ may: drafter, open, state: 'returned' }))).toEqual(['readDecision', ...answers]);
    expect(nextDeeds(facts({ may: drafter, open, state: 'cleared' }))).toEqual(['readDecision', ...answers]);
  });

  test('who only reads has the decision to read', () => {
    const open = { comments: 1, wordings: 1 };
    expect(nextDeeds(facts({ may: nothing, open }))).toEqual([]);
    expect(nextDeeds(facts({ may: nothing, open, state: 'returned' }))).toEqual(['readDecision']);
  });

  test('an adviser reads and decides while it waits for them, and replies at any time', () => {
    const of = (extra: Partial<NextFacts>) => nextDeeds(facts({ may: adviser, advisers: null, ...extra }));
    expect(of({})).toEqual([]);
    expect(of({ may: { ...adviser, readDraft: true } })).toEqual(['readDraft']);
    expect(of({ state: 'sent', open: { comments: 3, wordings: 1 } })).toEqual(['readRound', 'criteria', 'decide']);
    expect(of({ state: 'returned', toReply: 1 })).toEqual(['reply']);
    expect(of({ state: 'adopted', may: { ...adviser, readDraft: true } })).toEqual([]);
  });
});
