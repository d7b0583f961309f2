import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { criteria } from '#catalogue/criteria';
import { assess } from '#plan/criteria';
import { addComment, resolveThread } from './comments.ts';
import { loadRound, withdrawSubmission } from './submissions.ts';
import { suggest } from './suggestions.ts';
import { commentOn, done, inOneRequest, makeReview, sentTitle } from './testReview.ts';
import { letIn, makeAdviser, makeTeam } from './testTeam.ts';
import { answerCriterion, draftLetter, loadWorksheet } from './worksheet.ts';

const [first = '', second = ''] = criteria.map(({ id }) => id);
const note = { ar: 'جيد', en: 'Good' };

describe('the worksheet', () => {
  test('holds every criterion with what the app finds in the round, and each adviser’s own answer', async () => {
    const { team, planId, submissionId, adviser } = await makeReview();
    const mate = await letIn(team, await makeAdviser('Mate'), planId);
    done(await answerCriterion(adviser, { submissionId, criterion: first, answer: 'notMet', note }));
    done(await answerCriterion(adviser, { submissionId, criterion: first, answer: 'partly', note }));
    done(await answerCriterion(mate, { submissionId, criterion: first, answer: 'met', note: { ar: '', en: '' } }));
    const sheet = await loadWorksheet(adviser, submissionId);
    expect(sheet?.lines.map(({ id }) => id)).toEqual(criteria.map(({ id }) => id));
    const plan = (await loadRound(adviser, submissionId))?.plan;
    expect(sheet?.lines.map(({ rule }) => rule)).toEqual(plan && assess(plan).map(({ rule }) => rule));
    const [line] = sheet?.lines ?? [];
    expect(line?.own).toMatchObject({ answer: 'partly', note });
    expect(line?.others).toMatchObject([{ name: 'Mate', answer: 'met' }]);
    expect(sheet?.lines[1]).toMatchObject({ id: second, own: null, others: [] });
  });

  test('is the advisers’ own: no country sees it, and nobody writes another’s', async () => {
    const { team, planId, submissionId, adviser } = await makeReview();
    const mate = await letIn(team, await makeAdviser(), planId);
    const answer = { submissionId, criterion: first, answer: 'met' as const, note };
    done(await answerCriterion(adviser, answer));
    for (const actor of [team.coordinator, await team.join('drafter')]) {
      expect(await loadWorksheet(actor, submissionId)).toBeNull();
      expect(await draftLetter(actor, submissionId)).toBeNull();
      expect(await answerCriterion(actor, answer)).toEqual({ ok: false, code: 'notAllowed' });
      await inOneRequest(actor.userId, async (ask) => {
        expect((await ask('select 1 from "CriterionAnswer"')).rowCount).toBe(0);
      });
    }
    expect(await answerCriterion((await makeTeam()).coordinator, answer)).toEqual({ ok: false, code: 'notFound' });
    await inOneRequest(mate.userId, async (ask) => {
      expect((await ask(`update "CriterionAnswer" set "answer" = 'notMet'`)).rowCount).toBe(0);
    });
  });

  test('an answer given in another window is not replaced unseen', async () => {
    const { submissionId, adviser } = await makeReview();
    const given = { submissionId, criterion: first, note: { ar: '', en: '' } };
    const begun = done(await answerCriterion(adviser, { ...given, answer: 'met', seen: null }));
    // Sent twice, since the answer to the first was lost.
    expect(await answerCriterion(adviser, { ...given, answer: 'met', seen: null })).toEqual(begun);
    const moved = { ok: false, code: 'answerMoved', now: { answer: 'met', note: given.note, at: begun.at } };
    expect(await answerCriterion(adviser, { ...given, answer: 'notMet', seen: null })).toEqual(moved);
    const earlier = new Date(begun.at.getTime() - 1);
    expect(await answerCriterion(adviser, { ...given, answer: 'notMet', seen: earlier })).toEqual(moved);
    expect((await loadWorksheet(adviser, submissionId))?.lines[0]?.own).toMatchObject({ answer: 'met', at: begun.at });
    const next = done(await answerCriterion(adviser, { ...given, answer: 'notMet', seen: begun.at }));
    expect(next.at.getTime()).toBeGreaterThan(begun.at.getTime());
    // Of two at once, made from the same, one is told of the other.
    const both = await Promise.all(
      (['partly', 'notApplicable'] as const).map((answer) =>
        answerCriterion(adviser, { ...given, answer, seen: next.at }),
      ),
    );
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'answerMoved' });
  });

  test('takes only answers to what the catalogue asks, on a round that stands', async () => {
    const { team, submissionId, adviser } = await makeReview();
    const ask = (extra: object) =>
      answerCriterion(adviser, { submissionId, criterion: first, answer: 'met', note, ...extra });
    expect(await ask({ criterion: 'none' })).toEqual({ ok: false, code: 'criterionUnknown' });
    expect(await ask({ answer: 'perhaps' })).toEqual({ ok: false, code: 'answerInvalid' });
    expect(await ask({ note: { ar: '', en: 'x'.repeat(10_001) } })).toEqual({ ok: false, code: 'tooLong' });
    expect(await ask({ submissionId: 'x' })).toEqual({ ok: false, code: 'notFound' });
    done(await withdrawSubmission(team.coordinator, submissionId));
    expect(await ask({})).toEqual({ ok: false, code: 'notFound' });
    expect(await loadWorksheet(adviser, submissionId)).toBeNull();
  });
});

test('the letter is drafted from one’s own answers and what advisers said of the round', async () => {
  const { team, planId, submissionId, adviser } = await makeReview();
  done(await answerCriterion(adviser, { submissionId, criterion: first, answer: 'met', note }));
  done(await answerCriterion(adviser, { submissionId, criterion: second, answer: 'notMet', note }));
  const settled = commentOn(planId, submissionId, { body: 'Settled' });
  done(await addComment(adviser, settled));
  done(await resolveThread(team.coordinator, settled.id, 'Done'));
  done(await addComment(adviser, commentOn(planId, submissionId, { body: 'Open', path: 'money.notes.en' })));
  done(await addComment(adviser, commentOn(planId, submissionId, { body: 'Think of', weight: 'consider' })));
  done(await addComment(adviser, commentOn(planId, submissionId, { body: 'Among us', isPrivate: true })));
  done(await suggest(adviser, { id: uuidv7(), planId, submissionId, path: 'about.title.en', to: 'Plan', note: '' }));
  const drafted = await draftLetter(adviser, submissionId);
  expect(drafted).toMatchObject({
    round: 1,
    title: { en: sentTitle },
    counts: { met: 1, notMet: 1, unanswered: criteria.length - 2 },
    strengths: [{ criterion: first }],
    shortcomings: [{ criterion: second, note }],
    mustFix: [{ path: 'money.notes.en', body: 'Open' }],
    consider: [{ body: 'Think of' }],
    wordings: 1,
    proposed: 'returned',
  });
});
