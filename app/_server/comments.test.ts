import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#people/roles';
import type { SaidThread } from '#review/said';
import { addComment, assignThread, reopenThread, replyTo, resolveThread } from './comments.ts';
import { listNotices } from './notices.ts';
import { commentOn, done, inOneRequest, makeReview, type Review, unsent } from './testReview.ts';
import { asOwner, letIn, makeAdviser, makeTeam } from './testTeam.ts';
import { listParticipants, listThreads } from './threads.ts';

const notFound = { ok: false, code: 'notFound' };
const notAllowed = { ok: false, code: 'notAllowed' };
const say = (body: string, mentions: string[] = []) => ({ id: uuidv7(), body, mentions });
const told = async (actor: Actor) => (await listNotices(actor)).map(({ kind }) => kind).reverse();
const bodies = async (actor: Actor, planId: string) =>
  (await listThreads(actor, planId))?.flatMap(({ body, replies }) => [body, ...replies.map((reply) => reply.body)]);
const only = async (actor: Actor, planId: string): Promise<SaidThread> => {
  const threads = (await listThreads(actor, planId)) ?? [];
  if (threads.length !== 1 || !threads[0]) throw new Error(`There are ${threads.length} threads`);
  return threads[0];
};
async function begun(extra: Parameters<typeof commentOn>[2] = {}): Promise<Review & { threadId: string }> {
  const review = await makeReview();
  const { id } = done(await addComment(review.adviser, commentOn(review.planId, review.submissionId, extra)));
  return { ...review, threadId: id };
}

describe('a comment', () => {
  test('is said of a passage of a round, weighed, and read by both sides; coordinators are told', async () => {
    const { team, planId, submissionId, adviser, threadId } = await begun({ quote: 'Plan that' });
    for (const actor of [team.coordinator, await team.join('viewer'), adviser])
      expect(await only(actor, planId)).toMatchObject({
        id: threadId,
        submissionId,
        round: 1,
        path: 'about.title.en',
        quote: 'Plan that',
        weight: 'mustFix',
        side: 'adviser',
        author: { userId: adviser.userId, name: 'adviser' },
        resolved: null,
        assignee: null,
      });
    expect(await told(team.coordinator)).toEqual(['commented']);
    expect(await told(adviser)).toEqual(['sent']);
    const { rows } = await asOwner(`SELECT "detail" FROM "Audit" WHERE "deed" = 'comment.add' AND "thing" = $1`, [
      `comment ${threadId}`,
    ]);
    // What was said stands in no audit trail.
    expect(rows).toEqual([
      { detail: { plan: planId, submission: submissionId, path: 'about.title.en', weight: 'mustFix' } },
    ]);
  });

  test('sent twice is said once, and an id stands for one comment', async () => {
    const { team, planId, submissionId, adviser } = await makeReview();
    const comment = commentOn(planId, submissionId);
    const answers = await Promise.all([addComment(adviser, comment), addComment(adviser, comment)]);
    expect(answers).toEqual([
      { ok: true, id: comment.id },
      { ok: true, id: comment.id },
    ]);
    expect(await bodies(adviser, planId)).toEqual([comment.body]);
    expect(await addComment(team.coordinator, comment)).toEqual({ ok: false, code: 'idTaken' });
    const reply = say('Yes');
    done(await replyTo(adviser, comment.id, reply));
    done(await replyTo(adviser, comment.id, reply));
    expect(await bodies(adviser, planId)).toEqual([comment.body, 'Yes']);
  });

  test('must say something of what is there', async () => {
    const { planId, submissionId, adviser } = await makeReview();
    const ask = (extra: Parameters<typeof commentOn>[2]) => addComment(adviser, commentOn(planId, submissionId, extra));
    expect(await ask({ body: ' \n' })).toEqual({ ok: false, code: 'bodyMissing' });
    expect(await ask({ body: 'x'.repeat(10_001) })).toEqual({ ok: false, code: 'tooLong' });
    expect(await ask({ body: 'a\u0000' })).toEqual({ ok: false, code: 'notText' });
    expect(await ask({ path: 'about.nothing' })).toEqual({ ok: false, code: 'pathUnknown' });
    expect(await ask({ path: `actions.${uuidv7()}` })).toEqual({ ok: false, code: 'pathUnknown' });
    expect(await ask({ path: 'about.__proto__' })).toEqual({ ok: false, code: 'pathUnknown' });
    expect(await ask({ quote: 'words that nobody wrote' })).toEqual({ ok: false, code: 'quoteGone' });
    expect(await ask({ quote: 'x'.repeat(2001) })).toEqual({ ok: false, code: 'tooLong' });
    expect(await ask({ id: 'x' })).toEqual(notFound);
    expect(await bodies(adviser, planId)).toEqual([]);
  });

  test('is made by writers, by contributors on what is theirs, and by who was let in', async () => {
    const { team, planId, submissionId } = await makeReview();
    const contributor = await team.join('contributor', [{ planId, part: 'money' }]);
    done(await addComment(await team.join('drafter'), commentOn(planId, submissionId)));
    expect(await addComment(await team.join('viewer'), commentOn(planId, submissionId))).toEqual(notAllowed);
    expect(await addComment(contributor, commentOn(planId, null))).toEqual(notAllowed);
    const money = commentOn(planId, null, { path: 'money.notes.en', quote: 'without salaries', body: 'Ours' });
    done(await addComment(contributor, money));
    // A contributor may not read what was sent, as it holds all of the plan.
    expect(await addComment(contributor, { ...money, id: uuidv7(), submissionId })).toEqual(notFound);
    expect(await bodies(contributor, planId)).toEqual(['Ours']);
    await inOneRequest(contributor.userId, async (ask) => {
      expect((await ask('select 1 from "Comment"')).rowCount).toBe(1);
    });
  });

  test('of an adviser on a part that is a contributor’s reaches them, and they may reply', async () => {
    const { team, planId, adviser, threadId } = await begun({ path: 'money.notes.en' });
    const contributor = await team.join('contributor', [{ planId, part: 'money' }]);
    expect((await only(contributor, planId)).id).toBe(threadId);
    done(await replyTo(contributor, threadId, say('We will')));
    expect(await bodies(adviser, planId)).toEqual(['Say which years', 'We will']);
    expect(await told(adviser)).toEqual(['sent', 'replied']);
    const other = await team.join('contributor', [{ planId, part: 'about' }]);
    expect(await bodies(other, planId)).toEqual([]);
    expect(await replyTo(other, threadId, say('Not mine'))).toEqual(notFound);
  });

  test('on a draft is seen by who sees drafts', async () => {
    const { team, planId, adviser } = await makeReview();
    const reader = await letIn(team, await makeAdviser(), planId, 'drafts');
    done(await addComment(team.coordinator, commentOn(planId, null, { body: unsent })));
    expect(await bodies(adviser, planId)).toEqual([]);
    expect(await bodies(reader, planId)).toEqual([unsent]);
    expect(await addComment(adviser, commentOn(planId, null))).toEqual(notFound);
    done(await addComment(reader, commentOn(planId, null, { path: 'about' })));
    expect(await told(adviser)).toEqual(['sent']);
    expect(await told(team.coordinator)).toEqual(['commented']);
  });
});

describe('a private note', () => {
  test('is invisible to the other side, whatever is asked', async () => {
    const { team, planId, submissionId, adviser } = await makeReview();
    const mate = await letIn(team, await makeAdviser(), planId);
    const drafter = await team.join('drafter');
    const note = (body: string) => commentOn(planId, submissionId, { isPrivate: true, body });
    const ours = note('Among us');
    const theirs = note('Among advisers');
    done(await addComment(drafter, ours));
    done(await addComment(adviser, theirs));
    done(await replyTo(team.coordinator, ours.id, say('Agreed among us')));
    for (const actor of [team.coordinator, drafter, await team.join('viewer')])
      expect(await bodies(actor, planId)).toEqual(['Among us', 'Agreed among us']);
    for (const actor of [adviser, mate]) expect(await bodies(actor, planId)).toEqual(['Among advisers']);
    expect(await replyTo(adviser, ours.id, say('Seen'))).toEqual(notFound);
    expect(await resolveThread(adviser, ours.id)).toEqual(notFound);
    expect(await replyTo(team.coordinator, theirs.id, say('Seen'))).toEqual(notFound);
    expect(await resolveThread(team.coordinator, theirs.id, 'Seen')).toEqual(notFound);
    const seen = (actor: Actor) =>
      inOneRequest(actor.userId, async (ask) => {
        const found = (await ask(`select "body" from "Comment" order by "id"`)).rows.map(({ body }) => body);
        // Nor can a statement without a condition reach what isn't seen.
        const { rowCount } = await ask(`update "Comment" set "response" = 'Mine'`);
        return [found, rowCount];
      });
    expect(await seen(adviser)).toEqual([['Among advisers'], 1]);
    expect(await seen(team.coordinator)).toEqual([['Among us', 'Agreed among us'], 2]);
    for (const actor of [adviser, mate]) expect(await told(actor)).not.toContain('replied');
    expect(await told(team.coordinator)).toEqual([]);
    expect(await told(drafter)).toEqual(['replied']);
  });

  test('names people of its own side alone', async () => {
    const { team, planId, submissionId, adviser } = await makeReview();
    const { userId } = team.coordinator;
    const place = { path: 'about.title.en', draft: false, isPrivate: true };
    expect((await listParticipants(adviser, planId, place)).map(({ side }) => side)).toEqual(['adviser']);
    expect((await listParticipants(team.coordinator, planId, place)).map(({ side }) => side)).toEqual(['country']);
    const note = commentOn(planId, submissionId, { isPrivate: true, mentions: [userId] });
    expect(await addComment(adviser, note)).toEqual({ ok: false, code: 'personUnknown' });
    expect(await told(team.coordinator)).toEqual([]);
  });
});

describe('people who are named', () => {
  test('are told, each once and of what concerns them most', async () => {
    const { team, planId, submissionId, adviser } = await makeReview();
    const drafter = await team.join('drafter');
    const mentions = [team.coordinator.userId, team.coordinator.userId, adviser.userId];
    const { id } = done(await addComment(adviser, commentOn(planId, submissionId, { mentions })));
    expect(await told(team.coordinator)).toEqual(['mentioned']);
    expect(await told(drafter)).toEqual([]);
    expect([...(await only(adviser, planId)).mentions].sort()).toEqual([...new Set(mentions)].sort());
    done(await replyTo(team.coordinator, id, say('Please see', [drafter.userId])));
    expect(await told(drafter)).toEqual(['mentioned']);
    expect(await told(adviser)).toEqual(['sent', 'replied']);
  });

  test('are of the review: an adviser is shown coordinators and who has spoken, the team everyone', async () => {
    const { team, planId, adviser, threadId } = await begun();
    const [drafter, viewer] = [await team.join('drafter'), await team.join('viewer')];
    const contributor = await team.join('contributor', [{ planId, part: 'about' }]);
    await team.join('contributor', [{ planId, part: 'money' }]);
    const place = { path: 'about.title.en', draft: false, isPrivate: false };
    const shown = async (actor: Actor) =>
      (await listParticipants(actor, planId, place)).map(({ userId }) => userId).sort();
    const ids = (...people: Actor[]) => people.map(({ userId }) => userId).sort();
    expect(await shown(team.coordinator)).toEqual(ids(team.coordinator, drafter, viewer, contributor, adviser));
    expect(await shown(adviser)).toEqual(ids(team.coordinator, adviser));
    done(await replyTo(drafter, threadId, say('We will')));
    expect(await shown(adviser)).toEqual(ids(team.coordinator, drafter, adviser));
    const { coordinator: stranger } = await makeTeam();
    expect(await shown(stranger)).toEqual([]);
    for (const person of [viewer.userId, stranger.userId, 'x'])
      expect(await replyTo(adviser, threadId, say('You', [person]))).toEqual({ ok: false, code: 'personUnknown' });
  });
});

describe('a thread', () => {
  test('is given by the country’s writers to one of their own', async () => {
    const { team, planId, adviser, threadId } = await begun();
    const drafter = await team.join('drafter');
    done(await assignThread(drafter, threadId, drafter.userId));
    done(await assignThread(team.coordinator, threadId, drafter.userId));
    expect((await only(adviser, planId)).assignee).toEqual({ userId: drafter.userId, name: 'drafter' });
    expect(await told(drafter)).toEqual(['assigned']);
    const viewer = await team.join('viewer');
    for (const person of [viewer.userId, adviser.userId, uuidv7(), 'x'])
      expect(await assignThread(team.coordinator, threadId, person)).toEqual({ ok: false, code: 'personUnknown' });
    expect(await assignThread(adviser, threadId, adviser.userId)).toEqual(notAllowed);
    expect(await assignThread(viewer, threadId, drafter.userId)).toEqual(notAllowed);
    done(await assignThread(team.coordinator, threadId, null));
    expect((await only(adviser, planId)).assignee).toBeNull();
  });

  test('is closed by the country with what it did and why, and opened again by the adviser', async () => {
    const { team, planId, adviser, threadId } = await begun();
    const drafter = await team.join('drafter');
    expect(await resolveThread(drafter, threadId)).toEqual({ ok: false, code: 'reasonMissing' });
    done(await resolveThread(drafter, threadId, 'Years added'));
    expect(await only(adviser, planId)).toMatchObject({
      response: 'Years added',
      resolved: { by: { userId: drafter.userId } },
    });
    expect(await resolveThread(drafter, threadId, 'Again')).toEqual({ ok: false, code: 'isResolved' });
    expect(await assignThread(drafter, threadId, drafter.userId)).toEqual({ ok: false, code: 'isResolved' });
    expect(await told(adviser)).toEqual(['sent', 'resolved']);
    done(await reopenThread(adviser, threadId));
    expect(await reopenThread(adviser, threadId)).toEqual({ ok: false, code: 'isOpen' });
    expect(await only(team.coordinator, planId)).toMatchObject({ response: 'Years added', resolved: null });
    expect(await told(drafter)).toEqual(['reopened']);
    // What is settled for the adviser, they close themselves; the country's word stays.
    done(await resolveThread(adviser, threadId, 'Not theirs to write'));
    expect(await only(team.coordinator, planId)).toMatchObject({
      response: 'Years added',
      resolved: { by: { userId: adviser.userId } },
    });
  });

  test('is closed once, however many try at the same time', async () => {
    const { team, threadId } = await begun();
    const answers = await Promise.all(
      Array.from({ length: 4 }, (_, n) => resolveThread(team.coordinator, threadId, `Reason ${n}`)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('is not a viewer’s or a contributor’s to close', async () => {
    const { team, planId, threadId } = await begun();
    const contributor = await team.join('contributor', [{ planId, part: 'about' }]);
    for (const actor of [await team.join('viewer'), contributor]) {
      expect(await resolveThread(actor, threadId, 'Done')).toEqual(notAllowed);
      expect(await reopenThread(actor, threadId)).toEqual(notAllowed);
      await inOneRequest(actor.userId, async (ask) => {
        expect((await ask(`update "Comment" set "response" = 'Mine'`)).rowCount).toBe(0);
      });
    }
  });
});

test('nobody speaks in another’s name, or for the other side, even by a statement of the app’s own role', async () => {
  const { team, planId, submissionId, adviser } = await makeReview();
  const insert = (author: string, side: string, submission: string | null) => [
    `insert into "Comment" ("id", "planId", "countryId", "submissionId", "path", "threadId", "side", "body", "authorId")
      values ($1, $2, $3, $4, 'about', $1, $5, 'Forged', $6)`,
    [uuidv7(), planId, team.countryId, submission, side, author],
  ];
  const forged: [Actor, ReturnType<typeof insert>][] = [
    [adviser, insert(team.coordinator.userId, 'country', submissionId)],
    [adviser, insert(adviser.userId, 'country', submissionId)],
    [adviser, insert(adviser.userId, 'adviser', null)],
    [team.coordinator, insert(adviser.userId, 'adviser', submissionId)],
    [team.coordinator, insert(team.coordinator.userId, 'adviser', submissionId)],
    [await team.join('viewer'), insert(team.coordinator.userId, 'country', submissionId)],
  ];
  for (const [actor, [sql, values]] of forged)
    await inOneRequest(actor.userId, async (ask) => {
      await expect(ask(sql as string, values as unknown[])).rejects.toMatchObject({ code: '42501' });
    });
  expect(await listThreads(adviser, planId)).toEqual([]);
});
