import { describe, expect, test } from 'vitest';
import { emptyPlan } from '#plan/schema';
import { disposition, type SuggestionFacts, type ThreadFacts } from './disposition.ts';

const adviser = { userId: 'adviser', name: 'Adviser' };
const drafter = { userId: 'drafter', name: 'Drafter' };
const at = (minute: number) => new Date(Date.UTC(2027, 0, 1, 0, minute));

const thread = (extra: Partial<ThreadFacts>): ThreadFacts => ({
  id: 'thread',
  round: 1,
  path: 'about.title',
  quote: '',
  weight: 'mustFix',
  isPrivate: false,
  side: 'adviser',
  author: adviser,
  body: 'Say which years',
  at: at(0),
  replies: [],
  response: '',
  resolved: null,
  ...extra,
});

const suggestion = (extra: Partial<SuggestionFacts>): SuggestionFacts => ({
  id: 'suggestion',
  round: 1,
  path: 'about.title.en',
  from: 'Plan',
  to: 'Plan 2027–2031',
  note: 'As in the decree',
  author: adviser,
  at: at(0),
  state: 'open',
  reason: '',
  answered: null,
  ...extra,
});

const reply = (side: 'country' | 'adviser', body: string, minute: number) => ({
  side,
  author: side === 'country' ? drafter : adviser,
  body,
  at: at(minute),
});

const rowOf = (threads: ThreadFacts[], suggestions: SuggestionFacts[] = []) =>
  disposition(emptyPlan(), threads, suggestions)[0];

describe('what the country did', () => {
  test.each<[string, Partial<ThreadFacts>, object]>([
    ['nothing yet', {}, { did: 'open', why: '', by: null, when: null }],
    [
      'an adviser who speaks again is no answer',
      { replies: [reply('adviser', 'Please', 1)] },
      { did: 'open', why: '' },
    ],
    [
      'a reply of the country is its answer, the last one',
      { replies: [reply('country', 'We will', 1), reply('adviser', 'Thanks', 2), reply('country', 'Done', 3)] },
      { did: 'answered', why: 'Done', by: drafter, when: at(3) },
    ],
    [
      'closed with a word',
      { response: 'Years added', resolved: { at: at(4), by: drafter }, replies: [reply('country', 'We will', 1)] },
      { did: 'resolved', why: 'Years added', by: drafter, when: at(4) },
    ],
    [
      'closed by the adviser, the country’s reply stands',
      { resolved: { at: at(4), by: adviser }, replies: [reply('country', 'We will', 1)] },
      { did: 'resolved', why: 'We will', by: adviser },
    ],
    ['opened again, its word stands', { response: 'Years added' }, { did: 'answered', why: 'Years added' }],
  ])('%s', (_, extra, expected) => {
    expect(rowOf([thread(extra)])).toMatchObject(expected);
  });

  test.each<[string, Partial<SuggestionFacts>, object]>([
    ['open', {}, { did: 'open', why: '', wording: { from: 'Plan', to: 'Plan 2027–2031' } }],
    [
      'accepted',
      { state: 'accepted', answered: { at: at(5), by: drafter } },
      { did: 'accepted', by: drafter, when: at(5) },
    ],
    [
      'declined with its reason',
      { state: 'declined', reason: 'The cabinet named it', answered: { at: at(5), by: drafter } },
      { did: 'declined', why: 'The cabinet named it' },
    ],
  ])('a wording is %s', (_, extra, expected) => {
    expect(rowOf([], [suggestion(extra)])).toMatchObject({ kind: 'suggestion', body: 'As in the decree', ...expected });
  });
});

test('private notes are in no table', () => {
  expect(disposition(emptyPlan(), [thread({ isPrivate: true })], [])).toEqual([]);
});

test('rows stand round by round, in the order of the document, then of time; drafts last', () => {
  const rows = disposition(
    emptyPlan(),
    [
      thread({ id: 'draft', round: null, path: 'about.title' }),
      thread({ id: 'second round', round: 2, path: 'about.title' }),
      thread({ id: 'money', path: 'money.notes' }),
      thread({ id: 'later', path: 'about.title', at: at(9) }),
      thread({ id: 'gone entry', path: 'actions.0190b3a1-0000-7000-8000-000000000001.title', at: at(1) }),
    ],
    [suggestion({ id: 'wording', at: at(3) })],
  );
  expect(rows.map(({ id }) => id)).toEqual(['wording', 'later', 'gone entry', 'money', 'second round', 'draft']);
});
