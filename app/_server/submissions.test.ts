import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { writePlanDocument } from '#plan/exchange';
import { addComment } from './comments.ts';
import { loadReviewState } from './desk.ts';
import { listNotices } from './notices.ts';
import { savePart } from './planParts.ts';
import { loadPlan } from './plans.ts';
import { decide } from './reviewDecisions.ts';
import {
  changesSinceSent,
  documentHash,
  listRounds,
  loadRound,
  sendSubmission,
  withdrawSubmission,
} from './submissions.ts';
import { commentOn, done, inOneRequest, makeReview, sentTitle } from './testReview.ts';
import { asOwner, letIn, makeAdviser, makeTeam, type Team } from './testTeam.ts';
import { listThreads } from './threads.ts';

const notFound = { ok: false, code: 'notFound' };
const write = async ({ coordinator }: Team, planId: string, path: string, from: string, to: string) =>
  done(await savePart(coordinator, planId, path.split('.')[0] ?? '', { id: uuidv7(), changes: [{ path, from, to }] }));

describe('sending a plan', () => {
  test('freezes it as it stands, under the hash of its document; drafting goes on', async () => {
    const { team, planId, submissionId, adviser } = await makeReview();
    const sent = (await loadPlan(team.coordinator, planId))?.plan;
    await write(team, planId, 'about.title.en', sentTitle, 'Moved on');
    const round = await loadRound(adviser, submissionId);
    expect(round?.plan).toEqual(sent);
    expect(round?.round).toMatchObject({ number: 1, title: { en: sentTitle }, decision: null, withdrawnAt: null });
    expect(round?.round.hash).toBe(sent && documentHash(writePlanDocument(sent)));
    expect(round?.before).toBeNull();
    expect(await listNotices(adviser)).toMatchObject([{ kind: 'sent', thing: `submission ${submissionId}` }]);
    const { rows } = await asOwner(`SELECT "detail" FROM "Audit" WHERE "deed" = 'review.send' AND "countryId" = $1`, [
      team.countryId,
    ]);
    expect(rows).toMatchObject([{ detail: { plan: planId, number: 1, hash: round?.round.hash } }]);
  });

  test('is for coordinators alone; a note and a day by which an answer is asked for go with it', async () => {
    const { team, planId, adviser } = await makeReview();
    for (const actor of [await team.join('drafter'), await team.join('viewer'), adviser])
      expect(await sendSubmission(actor, planId, {})).toEqual({ ok: false, code: 'notAllowed' });
    expect(await sendSubmission((await makeTeam()).coordinator, planId, {})).toEqual(notFound);
    await write(team, planId, 'about.title.en', sentTitle, 'Second');
    done(await sendSubmission(team.coordinator, planId, { note: 'For the council', dueOn: '2999-01-31' }));
    expect((await listRounds(adviser, planId))?.[0]).toMatchObject({
      number: 2,
      note: 'For the council',
      dueAt: new Date('2999-02-01T00:00:00Z'),
    });
    const ask = (asked: object) => sendSubmission(team.coordinator, planId, asked);
    expect(await ask({ dueOn: 'soon' })).toEqual({ ok: false, code: 'dueInvalid' });
    expect(await ask({ dueOn: '2020-01-01' })).toEqual({ ok: false, code: 'duePast' });
    expect(await ask({ note: 'a\u0000' })).toEqual({ ok: false, code: 'notText' });
    expect(await ask({ note: 'x'.repeat(10_001) })).toEqual({ ok: false, code: 'tooLong' });
  });

  test('is held back by what would make the document wrong, and by nothing that is only missing', async () => {
    const team = await makeTeam();
    const planId = await team.plan(({ about }) => {
      about.start = '2031-01-01';
      about.end = '2027-01-01';
    });
    const refused = await sendSubmission(team.coordinator, planId, {});
    expect(refused).toMatchObject({
      ok: false,
      code: 'wrong',
      problems: [{ path: 'about.end', code: 'endBeforeStart' }],
    });
    expect(await listRounds(team.coordinator, planId)).toEqual([]);
    await write(team, planId, 'about.end', '2027-01-01', '2035-01-01');
    expect(await sendSubmission(team.coordinator, planId, {})).toMatchObject({ ok: true, number: 1 });
  });

  test('pressed many times at once sends one round; two texts make two numbers', async () => {
    const team = await makeTeam();
    const planId = await team.plan();
    const many = await Promise.all(Array.from({ length: 6 }, () => sendSubmission(team.coordinator, planId, {})));
    expect(many.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of many) if (!answer.ok) expect(answer.code).toBe('alreadySent');
    await write(team, planId, 'about.title.en', '', 'Second');
    const [second, other] = await Promise.all([
      sendSubmission(team.coordinator, planId, {}),
      write(team, planId, 'money.notes.en', '', 'Third').then(() => sendSubmission(team.coordinator, planId, {})),
    ]);
    const numbers = [second, other].flatMap((answer) => (answer.ok ? [answer.number] : []));
    expect(new Set(numbers).size).toBe(numbers.length);
    const rounds = await listRounds(team.coordinator, planId);
    expect(rounds?.map(({ number }) => number)).toEqual([...Array(rounds?.length).keys()].map((n) => n + 1).reverse());
  });

  test('the same text may be sent again once it was decided on or withdrawn', async () => {
    const { team, planId, submissionId, adviser } = await makeReview();
    expect(await sendSubmission(team.coordinator, planId, {})).toEqual({ ok: false, code: 'alreadySent' });
    done(await withdrawSubmission(team.coordinator, submissionId));
    const { id } = done(await sendSubmission(team.coordinator, planId, {}));
    done(await decide(adviser, { submissionId: id, outcome: 'returned', summary: { ar: 'لا', en: '' } }));
    expect(await sendSubmission(team.coordinator, planId, {})).toMatchObject({ ok: true, number: 3 });
  });
});

describe('what was sent', () => {
  test('can’t be changed or taken away, even by a statement of the app’s own role', async () => {
    const { team, submissionId } = await makeReview();
    for (const sql of [
      `update "Submission" set "content" = '{}'`,
      `update "Submission" set "hash" = ''`,
      `update "Submission" set "number" = 9`,
      `update "Submission" set "titleEn" = 'Mine'`,
      `update "Submission" set "sentAt" = now()`,
      `delete from "Submission"`,
      `update "Adoption" set "content" = ''`,
      `update "Adoption" set "hash" = ''`,
      `delete from "Adoption"`,
      `update "ReviewDecision" set "outcome" = 'cleared'`,
      `delete from "ReviewDecision"`,
      `update "Comment" set "body" = 'Mine'`,
      `update "Comment" set "quote" = 'Mine'`,
      `delete from "Comment"`,
      `update "Suggestion" set "to" = '"Mine"'`,
      `delete from "Suggestion"`,
      `update "Grant" set "until" = now() + interval '1 year'`,
      `update "Grant" set "scope" = 'drafts'`,
    ])
      await inOneRequest(team.coordinator.userId, async (ask) => {
        await expect(ask(sql), sql).rejects.toMatchObject({ code: '42501' });
      });
    done(await withdrawSubmission(team.coordinator, submissionId));
    await inOneRequest(team.coordinator.userId, async (ask) => {
      // Nor can a withdrawal be undone.
      expect((await ask(`update "Submission" set "withdrawnAt" = null, "withdrawnBy" = null`)).rowCount).toBe(0);
    });
  });

  test('is not there for a contributor, who may not see the rest of the plan', async () => {
    const { team, planId, submissionId } = await makeReview();
    const contributor = await team.join('contributor', [{ planId, part: 'money' }]);
    expect(await listRounds(contributor, planId)).toBeNull();
    expect(await loadRound(contributor, submissionId)).toBeNull();
    expect(await withdrawSubmission(contributor, submissionId)).toEqual(notFound);
    await inOneRequest(contributor.userId, async (ask) => {
      expect((await ask('select 1 from "Submission"')).rowCount).toBe(0);
    });
  });

  test('is compared with the round before it that was not withdrawn', async () => {
    const { team, planId, adviser } = await makeReview();
    await write(team, planId, 'about.title.en', sentTitle, 'Second');
    const second = done(await sendSubmission(team.coordinator, planId, {}));
    done(await withdrawSubmission(team.coordinator, second.id));
    await write(team, planId, 'about.title.en', 'Second', 'Third');
    const third = done(await sendSubmission(team.coordinator, planId, {}));
    const round = await loadRound(adviser, third.id);
    expect(round?.before).toMatchObject({ number: 1, plan: { about: { title: { en: sentTitle } } } });
    expect(await loadRound(adviser, second.id)).toBeNull();
    expect((await loadRound(team.coordinator, second.id))?.round.withdrawnAt).not.toBeNull();
    expect((await listRounds(adviser, planId))?.map(({ number }) => number)).toEqual([3, 1]);
  });

  test('is compared with the draft for who reads drafts', async () => {
    const { team, planId, adviser } = await makeReview('drafts');
    await write(team, planId, 'about.title.en', sentTitle, 'Moved on');
    for (const actor of [await team.join('viewer'), adviser]) {
      const since = done(await changesSinceSent(actor, planId));
      expect(since.number).toBe(1);
      expect(since.changes.map(({ path, kind, languages }) => [path, kind, languages])).toEqual([
        ['about.title', 'changed', ['en']],
      ]);
    }
    const other = await letIn(team, await makeAdviser(), planId, 'sent');
    expect(await changesSinceSent(other, planId)).toEqual(notFound);
    expect(await changesSinceSent(team.coordinator, await team.plan())).toEqual(notFound);
  });
});

describe('withdrawing a round', () => {
  test('takes its text from advisers and leaves what they said with the country', async () => {
    const { team, planId, submissionId, adviser } = await makeReview();
    done(await addComment(adviser, commentOn(planId, submissionId, { quote: 'Plan that' })));
    expect(await withdrawSubmission(await team.join('drafter'), submissionId)).toEqual({
      ok: false,
      code: 'notAllowed',
    });
    expect(await withdrawSubmission(adviser, submissionId)).toEqual({ ok: false, code: 'notAllowed' });
    done(await withdrawSubmission(team.coordinator, submissionId));
    done(await withdrawSubmission(team.coordinator, submissionId));
    expect(await loadRound(adviser, submissionId)).toBeNull();
    expect(await listThreads(team.coordinator, planId)).toMatchObject([{ quote: 'Plan that', round: 1 }]);
    expect(await addComment(adviser, commentOn(planId, submissionId))).toEqual(notFound);
    expect((await loadReviewState(adviser, planId))?.waiting.state).toBe('drafting');
    expect((await listNotices(adviser)).map(({ kind }) => kind)).toEqual(['withdrawn', 'sent']);
  });

  test('is too late once it was decided on', async () => {
    const { team, submissionId, adviser } = await makeReview();
    done(await decide(adviser, { submissionId, outcome: 'cleared', summary: { ar: '', en: 'Fine' } }));
    expect(await withdrawSubmission(team.coordinator, submissionId)).toEqual({ ok: false, code: 'alreadyDecided' });
  });

  test('and deciding at the same moment: one of them happens', async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      const { team, submissionId, adviser } = await makeReview();
      const [withdrawn, decided] = await Promise.all([
        withdrawSubmission(team.coordinator, submissionId),
        decide(adviser, { submissionId, outcome: 'cleared', summary: { ar: '', en: 'Fine' } }),
      ]);
      expect([withdrawn.ok, decided.ok].filter(Boolean)).toHaveLength(1);
    }
  });
});
