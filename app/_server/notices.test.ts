import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { addComment, replyTo } from './comments.ts';
import { asActor } from './database.ts';
import { countUnread, listNotices, markRead, markSeen, NOTICE_PAGE, notify, openNotice } from './notices.ts';
import { commentOn, done, inOneRequest, makeReview } from './testReview.ts';
import { asOwner, makeTeam } from './testTeam.ts';

test('people read their own notices, the newest first, and mark them as read', async () => {
  const { team, planId, submissionId, adviser } = await makeReview();
  const comment = commentOn(planId, submissionId);
  done(await addComment(adviser, comment));
  done(await replyTo(adviser, comment.id, { id: uuidv7(), body: 'More', mentions: [team.coordinator.userId] }));
  const notices = await listNotices(team.coordinator);
  expect(notices).toMatchObject([
    { kind: 'mentioned', planId, thing: `thread ${comment.id}`, by: 'adviser', readAt: null },
    { kind: 'commented', planId, country: { nameEn: 'Country' } },
  ]);
  expect(await countUnread(team.coordinator)).toBe(2);
  expect(await markRead(adviser, [notices[0]?.id ?? ''])).toBe(0);
  expect(await markRead(team.coordinator, [notices[0]?.id ?? '', 'x'])).toBe(1);
  expect(await countUnread(team.coordinator)).toBe(1);
  expect(await markRead(team.coordinator, 'all')).toBe(1);
  expect(await markRead(team.coordinator, 'all')).toBe(0);
  expect((await listNotices(team.coordinator)).every(({ readAt }) => readAt !== null)).toBe(true);
});

test('opening what a notice tells of reads all that tell of it, of one’s own', async () => {
  const { team, planId, submissionId, adviser } = await makeReview();
  const [comment, other] = [commentOn(planId, submissionId), commentOn(planId, submissionId)];
  for (const each of [comment, other]) done(await addComment(adviser, each));
  done(await replyTo(adviser, comment.id, { id: uuidv7(), body: 'More', mentions: [team.coordinator.userId] }));
  const [latest] = await listNotices(team.coordinator);
  expect(await countUnread(team.coordinator)).toBe(3);
  const id = latest?.id ?? '';
  for (const stranger of [adviser, (await makeTeam()).coordinator]) expect(await openNotice(stranger, id)).toBeNull();
  for (const none of ['x', uuidv7()]) expect(await openNotice(team.coordinator, none)).toBeNull();
  expect(await countUnread(team.coordinator)).toBe(3);
  expect(await openNotice(team.coordinator, id)).toEqual({ planId, thing: `thread ${comment.id}` });
  expect(await countUnread(team.coordinator)).toBe(1);
  // Read again, it leads there still.
  expect(await openNotice(team.coordinator, id)).not.toBeNull();
  // Who comes to it by another way has read it too.
  await markSeen(adviser, planId, `thread ${other.id}`);
  await markSeen(team.coordinator, 'x', `thread ${other.id}`);
  expect(await countUnread(team.coordinator)).toBe(1);
  await markSeen(team.coordinator, planId, `thread ${other.id}`);
  expect(await countUnread(team.coordinator)).toBe(0);
});

test('a long list of notices is read page by page, none twice and none left out', async () => {
  const { planId, adviser } = await makeReview();
  const total = NOTICE_PAGE * 2 + 3;
  await asOwner(
    `INSERT INTO "Notice" ("id", "userId", "kind", "planId", "countryId", "thing", "byId", "at")
      SELECT gen_random_uuid(), $1, 'commented', $2, p."countryId", 'thread', $1, now() - (n / 10) * interval '1 minute'
      FROM "Plan" p, generate_series(1, $3::int) n WHERE p."id" = $2`,
    [adviser.userId, planId, total - 1],
  );
  const seen: string[] = [];
  for (let before: string | undefined, page = 0; page < 5; page += 1) {
    const notices = await listNotices(adviser, before);
    seen.push(...notices.map(({ id }) => id));
    before = notices.at(-1)?.id;
    if (!before) break;
  }
  expect(seen).toHaveLength(total);
  expect(new Set(seen).size).toBe(total);
  expect(await listNotices(adviser, 'x')).toEqual([]);
});

test('each notice brings a row of the outbox along, which says of no plan or text', async () => {
  const { team, planId, submissionId, adviser } = await makeReview();
  for (const body of ['First secret', 'Second secret'])
    done(await addComment(adviser, commentOn(planId, submissionId, { body })));
  const { rows: jobs } = await asOwner('SELECT * FROM "MailJob" WHERE "userId" = $1 ORDER BY "createdAt"', [
    team.coordinator.userId,
  ]);
  const waiting = { kind: 'commented', tries: 0, messageId: null, sentAt: null, error: null };
  expect(jobs).toMatchObject([waiting, waiting]);
  const notices = await listNotices(team.coordinator);
  expect(jobs.map(({ noticeId }) => noticeId).sort()).toEqual(notices.map(({ id }) => id).sort());
  expect(JSON.stringify(jobs)).not.toMatch(new RegExp(`secret|${planId}|${team.countryId}`));
  for (const sql of ['select 1 from "MailJob"', 'delete from "MailJob"', `update "MailJob" set "error" = ''`])
    await inOneRequest(team.coordinator.userId, async (ask) => {
      await expect(ask(sql), sql).rejects.toMatchObject({ code: '42501' });
    });
});

test('nobody tells people anything of a review in which one of them has no part', async () => {
  const { team, planId, adviser } = await makeReview();
  const stranger = (await makeTeam()).coordinator;
  const about = { planId, part: null, draft: false };
  const tell = (actor: typeof stranger, userId: string) =>
    asActor(actor.userId, (tx) =>
      // As if the app had forgotten to look who takes part.
      notify(tx, actor, about, 'thread', {
        circle: [{ userId, name: '', role: 'coordinator', side: 'country' }],
        told: [{ userId, kind: 'commented' }],
      }),
    );
  await tell(stranger, team.coordinator.userId);
  expect(await listNotices(team.coordinator)).toEqual([]);
  await tell(adviser, stranger.userId);
  expect(await listNotices(stranger)).toEqual([]);
  await inOneRequest(adviser.userId, async (ask) => {
    const forged = `insert into "Notice" ("id", "userId", "kind", "countryId", "thing", "byId") values ($1, $2, 'sent', $3, '', $2)`;
    await expect(ask(forged, [uuidv7(), adviser.userId, team.countryId])).rejects.toMatchObject({ code: '42501' });
  });
});
