import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { addComment } from './comments.ts';
import { loadReviewState } from './desk.ts';
import { loadDispositions } from './dispositionTable.ts';
import { listNotices } from './notices.ts';
import { savePart } from './planParts.ts';
import { decide } from './reviewDecisions.ts';
import { listRounds, sendSubmission } from './submissions.ts';
import { acceptSuggestion, suggest } from './suggestions.ts';
import { commentOn, done, makeReview, sentTitle, unsent } from './testReview.ts';
import { asOwner, makeTeam } from './testTeam.ts';

const summary = { ar: 'أُعيدت', en: 'Returned' };

describe('deciding on a round', () => {
  test('returns it or clears it, with a summary that both sides read; coordinators are told', async () => {
    const { team, planId, submissionId, adviser } = await makeReview();
    const drafter = await team.join('drafter');
    done(await decide(adviser, { submissionId, outcome: 'returned', summary }));
    for (const actor of [team.coordinator, drafter, adviser])
      expect((await listRounds(actor, planId))?.[0]?.decision).toMatchObject({ outcome: 'returned', summary });
    const state = await loadReviewState(drafter, planId);
    expect(state?.waiting).toMatchObject({ state: 'returned', waitsFor: 'country', round: 1 });
    expect((await listNotices(team.coordinator)).map(({ kind }) => kind)).toEqual(['returned']);
    expect(await listNotices(drafter)).toEqual([]);
    const { rows } = await asOwner(
      `SELECT "actorId", "detail" FROM "Audit" WHERE "deed" = 'review.decide' AND "thing" = $1`,
      [`submission ${submissionId}`],
    );
    expect(rows).toMatchObject([{ actorId: adviser.userId, detail: { outcome: 'returned', number: 1 } }]);
  });

  test('is for who was let in, once, and with a word', async () => {
    const { team, submissionId, adviser } = await makeReview();
    const asked = { submissionId, outcome: 'cleared' as const, summary };
    for (const actor of [team.coordinator, await team.join('drafter'), await team.join('viewer')])
      expect(await decide(actor, asked)).toEqual({ ok: false, code: 'notAllowed' });
    expect(await decide((await makeTeam()).coordinator, asked)).toEqual({ ok: false, code: 'notFound' });
    expect(await decide(adviser, { ...asked, summary: { ar: ' ', en: '' } })).toMatchObject({ code: 'summaryMissing' });
    expect(await decide(adviser, { ...asked, outcome: 'rejected' as 'cleared' })).toMatchObject({
      code: 'outcomeInvalid',
    });
    const answers = await Promise.all([decide(adviser, asked), decide(adviser, { ...asked, outcome: 'returned' })]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, code: 'alreadyDecided' });
  });

  test('is of the latest round: what was replaced needs no answer', async () => {
    const { team, planId, submissionId, adviser } = await makeReview();
    const save = { id: uuidv7(), changes: [{ path: 'about.title.en', from: sentTitle, to: 'Second' }] };
    done(await savePart(team.coordinator, planId, 'about', save));
    done(await sendSubmission(team.coordinator, planId, {}));
    expect(await decide(adviser, { submissionId, outcome: 'cleared', summary })).toEqual({
      ok: false,
      code: 'newerRound',
    });
  });
});

test('the table of dispositions is the same record for both sides, but for what each may not see', async () => {
  const { team, planId, submissionId, adviser } = await makeReview();
  const wording = { id: uuidv7(), planId, submissionId, path: 'about.title.en', to: 'National plan', note: 'Shorter' };
  done(await addComment(adviser, commentOn(planId, submissionId, { quote: sentTitle })));
  done(await addComment(adviser, commentOn(planId, submissionId, { isPrivate: true, body: 'Among advisers' })));
  done(await addComment(team.coordinator, commentOn(planId, submissionId, { isPrivate: true, body: 'Among us' })));
  done(await addComment(team.coordinator, commentOn(planId, null, { body: unsent })));
  done(await suggest(adviser, wording));
  done(await acceptSuggestion(team.coordinator, wording.id));
  const ours = await loadDispositions(team.coordinator, planId);
  const theirs = await loadDispositions(adviser, planId);
  expect(ours?.rows.map(({ kind, did, body }) => [kind, did, body])).toEqual([
    ['comment', 'open', 'Say which years'],
    ['suggestion', 'accepted', 'Shorter'],
    ['comment', 'open', unsent],
  ]);
  expect(theirs?.rows.map(({ body }) => body)).toEqual(['Say which years', 'Shorter']);
  // The words it was about were changed by the accepted wording: the country sees that, the adviser not before it is sent.
  expect(ours?.rows[0]?.passage).toMatchObject({ state: 'gone', hasField: true });
  expect(theirs?.rows[0]?.passage).toMatchObject({ state: 'here' });
  expect(await loadDispositions((await makeTeam()).coordinator, planId)).toBeNull();
});
