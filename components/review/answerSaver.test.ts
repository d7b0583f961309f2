import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AnswerSaver, type AnswerValues, type Sent } from './answerSaver.ts';

const nothing = { answer: 'unanswered', noteAr: '', noteEn: '' };
const met = { answer: 'met', noteAr: '', noteEn: '' };
const noted = { answer: 'met', noteAr: '', noteEn: 'Good' };

/** A server that answers as it is told, one request after the other; 'lost': nothing is heard of it. */
function begin(...answers: (Sent | 'lost')[]) {
  const sent: [AnswerValues, string][] = [];
  const saver = new AnswerSaver(nothing, '', async (values, seen) => {
    sent.push([values, seen]);
    const answer = answers.shift() ?? { ok: true, at: `t${sent.length}` };
    if (answer === 'lost') throw new TypeError('Failed to fetch');
    return answer;
  });
  return { saver, sent, state: () => saver.snapshot().state };
}
const wait = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('an answer is saved while it is given', () => {
  test('after a pause, once, and the next from what was kept', async () => {
    const { saver, sent, state } = begin();
    saver.typed(met);
    await wait(300);
    saver.typed({ ...met, noteEn: 'Go' });
    await wait(300);
    saver.typed(noted);
    expect(saver.isSettled).toBe(false);
    await wait(1000);
    expect(sent).toEqual([[noted, '']]);
    expect([state(), saver.isSettled, saver.seen]).toEqual(['saved', true, 't1']);
    saver.typed(met);
    await wait(1000);
    expect(sent[1]).toEqual([met, 't1']);
  });

  test('not where nothing changed but blanks, nor what was put back before it was sent', async () => {
    const { saver, sent, state } = begin();
    saver.typed({ ...nothing, noteEn: ' \r\n' });
    saver.typed(met);
    saver.typed(nothing);
    await wait(5000);
    expect(sent).toEqual([]);
    expect(state()).toBe('saved');
  });

  test('at once where it is asked for, and one request at a time', async () => {
    const { saver, sent } = begin();
    saver.typed(met);
    saver.flush();
    saver.typed(noted);
    saver.flush();
    expect(sent).toHaveLength(1);
    await wait(1000);
    expect(sent.map(([values]) => values)).toEqual([met, noted]);
    expect(saver.isSettled).toBe(true);
  });
});

describe('where the line drops', () => {
  test('it is sent again until the server answers, with what was typed since', async () => {
    const { saver, sent, state } = begin('lost', 'lost');
    saver.typed(met);
    await wait(900);
    expect([state(), saver.isSettled]).toEqual(['waiting', false]);
    saver.typed(noted);
    await wait(900);
    expect(state()).toBe('waiting');
    await wait(10_000);
    expect(sent.at(-1)).toEqual([noted, '']);
    expect([state(), saver.isSettled]).toEqual(['saved', true]);
  });

  test('what arrived although its answer was lost is no other window’s', async () => {
    const { saver, sent, state } = begin('lost', { ok: false, code: 'answerMoved', now: { ...met, at: 't0' } });
    saver.typed(met);
    await wait(900);
    saver.typed(noted);
    await wait(10_000);
    expect(sent.at(-1)).toEqual([noted, 't0']);
    expect(state()).toBe('saved');
  });

  test('who was signed out sends it when they are there again', async () => {
    const { saver, state } = begin({ ok: false, code: 'signedOut' });
    saver.typed(met);
    await wait(900);
    expect(state()).toBe('signedOut');
    saver.flush();
    await wait(0);
    expect(state()).toBe('saved');
  });
});

test('what can’t be kept is said, stays, and is sent again when it is changed', async () => {
  const { saver, sent, state } = begin({ ok: false, code: 'tooLong' });
  saver.typed(noted);
  await wait(60_000);
  expect(saver.snapshot()).toMatchObject({ state: 'refused', code: 'tooLong' });
  expect([sent.length, saver.value, saver.isSettled]).toEqual([1, noted, false]);
  saver.typed(met);
  await wait(1000);
  expect(state()).toBe('saved');
});

describe('another answer given in another window', () => {
  const theirs = { answer: 'notMet', noteAr: 'لا', noteEn: '', at: 't7' };
  const clash = async () => {
    const begun = begin({ ok: false, code: 'answerMoved', now: theirs });
    begun.saver.typed(met);
    await wait(900);
    expect(begun.saver.snapshot()).toMatchObject({ state: 'moved', now: theirs });
    return begun;
  };

  test('is never overwritten before a person has chosen', async () => {
    const { saver, sent, state } = await clash();
    saver.typed(noted);
    saver.flush();
    await wait(60_000);
    expect([sent.length, state(), saver.isSettled]).toEqual([1, 'moved', false]);
  });

  test('is replaced knowingly', async () => {
    const { saver, sent, state } = await clash();
    saver.keepMine();
    await wait(0);
    expect(sent.at(-1)).toEqual([met, 't7']);
    expect(state()).toBe('saved');
  });

  test('is taken over', async () => {
    const { saver, sent, state } = await clash();
    const { at: _, ...values } = theirs;
    expect(saver.takeTheirs()).toEqual(values);
    await wait(5000);
    expect([sent.length, state(), saver.seen]).toEqual([1, 'saved', 't7']);
  });
});
