import { expect, test } from 'vitest';
import { acceptForm, commentForm, replyForm, wordingForm } from './threadForms.ts';

const id = '018f3b1e-0000-7000-8000-000000000001';
const other = '018f3b1e-0000-7000-8000-000000000002';
const common = { locale: 'ar', planId: id, countryId: id };
const comment = { ...common, id, submissionId: '', path: 'about.title', body: ' نعم\r\nلا ' };

test('a comment is read with what was ticked, and as a browser sends its lines', () => {
  expect(commentForm.parse({ ...comment, [`mention.${other}`]: 'on', share: 'own', weight: 'mustFix' })).toMatchObject({
    submissionId: null,
    body: 'نعم\nلا',
    quote: '',
    weight: 'mustFix',
    isPrivate: true,
    mentions: [other],
    assigneeId: null,
    back: '',
  });
  expect(commentForm.parse({ ...comment, assignee: other, submissionId: other })).toMatchObject({
    isPrivate: false,
    mentions: [],
    assigneeId: other,
    submissionId: other,
    weight: 'consider',
  });
});

test('what no form of ours holds is refused', () => {
  for (const wrong of [{ locale: 'fr' }, { planId: 'x' }, { path: '' }, { path: 'a'.repeat(401) }, { share: 'all' }])
    expect(commentForm.safeParse({ ...comment, ...wrong }).success).toBe(false);
});

test('a reply names whom it calls on', () => {
  const reply = { ...common, id, threadId: other, path: 'about', body: 'x', [`mention.${other}`]: 'on' };
  expect(replyForm.parse(reply).mentions).toEqual([other]);
});

test('a wording is kept as it was typed, blanks and all', () => {
  const wording = { ...common, id, submissionId: other, path: 'about.title.en' };
  expect(wordingForm.parse({ ...wording, to: ' a\r\nb ' }).to).toBe(' a\nb ');
});

test('what is accepted over comes as JSON, and nothing else does', () => {
  const accept = { ...common, wordingId: id, path: 'about.title.en' };
  expect(acceptForm.parse(accept).over).toBeUndefined();
  expect(acceptForm.parse({ ...accept, over: '"now"' }).over).toBe('now');
  expect(acceptForm.parse({ ...accept, over: 'null' }).over).toBeNull();
  expect(acceptForm.safeParse({ ...accept, over: '{' }).success).toBe(false);
});
