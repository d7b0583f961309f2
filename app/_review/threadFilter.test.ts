import { describe, expect, test } from 'vitest';
import { inDocumentOrder, type SaidThread, type SaidWording } from './said.ts';
import { filterQuery, fits, readFilter, withQuery } from './threadFilter.ts';

const me = { userId: 'me', name: 'Me' };
const at = new Date(Date.UTC(2027, 0, 1));
const thread = (id: string, more: Partial<SaidThread> = {}): SaidThread => ({
  ...{ id, planId: 'plan', submissionId: 'one', round: 1, path: 'about.title', quote: '', isPrivate: false, at },
  ...{ side: 'adviser', author: { userId: 'them', name: 'Them' }, body: 'x', mentions: [], weight: 'consider' },
  ...{ assignee: null, resolved: null, response: '', replies: [] },
  ...more,
});
const wording: SaidWording = {
  ...{ id: 'wording', planId: 'plan', submissionId: 'one', round: 1, path: 'about.title.ar', from: '', to: 'a' },
  ...{ note: '', author: me, at, state: 'open', reason: '', answered: null },
};
const said = inDocumentOrder(
  [
    thread('must', { weight: 'mustFix' }),
    thread('closed', { resolved: { at, by: me } }),
    thread('note', { isPrivate: true, path: 'money.notes', assignee: me }),
    thread('draft', { submissionId: null, round: null, mentions: ['me'] }),
  ],
  [wording],
  (path) => path.length,
);
const found = (search: Record<string, string>) =>
  said.filter((each) => fits(readFilter(search), each, 'me')).map(({ id }) => id);

describe('the list of what is said', () => {
  test('is in the order of the document, then of time', () => {
    expect(said.map(({ id }) => id)).toEqual(['closed', 'draft', 'must', 'note', 'wording']);
  });

  test.each([
    [{}, ['draft', 'must', 'note', 'wording']],
    [{ state: 'closed' }, ['closed']],
    [{ state: 'all', kind: 'comments' }, ['closed', 'draft', 'must']],
    [{ kind: 'wordings' }, ['wording']],
    [{ kind: 'notes' }, ['note']],
    [{ mustFix: 'true' }, ['must']],
    [{ mine: 'true' }, ['draft', 'note']],
    [{ round: '1' }, ['must', 'note', 'wording']],
    [{ round: 'draft' }, ['draft']],
    [{ section: 'money' }, ['note']],
    [{ state: 'nonsense', round: '<b>' }, ['draft', 'must', 'note', 'wording']],
  ])('%j', (search, ids) => {
    expect(found(search as Record<string, string>)).toEqual(ids);
  });

  test('has its filter in the address, without what is usual', () => {
    const search = { state: 'all', kind: 'notes', mine: 'true' };
    expect(filterQuery(readFilter(search))).toEqual(search);
    expect(withQuery('/a', filterQuery(readFilter({})))).toBe('/a');
    expect(withQuery('/a', { q: 'ب&c' })).toBe('/a?q=%D8%A8%26c');
  });
});
