import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { readMessage } from '../../scripts/testSmtp.mjs';
import { revokeAccess } from './grants.ts';
import { sendDue } from './mailer.ts';
import { listNotices, markRead } from './notices.ts';
import { suggest } from './suggestions.ts';
import { comment, outbox, type Smtp, settings, smtp, timePasses, watchMail } from './testMail.ts';
import { done, makeReview, sentTitle } from './testReview.ts';
import { asOwner } from './testTeam.ts';

watchMail();

const lines = (server: Smtp, index: number) =>
  readMessage(server.received[index]?.raw ?? '')
    .text.split('-----')
    .at(-1)
    ?.split('\n')
    .filter((line) => line.startsWith('- '));

describe('a message', () => {
  test('is sent within a minute of what somebody waits for, and says nothing of what it is about', async () => {
    const review = await makeReview();
    const server = await smtp();
    expect(await sendDue(settings(server))).toBe(true);
    expect(server.received).toEqual([]);
    await timePasses('20 seconds');
    await sendDue(settings(server));
    expect(server.received.map(({ to }) => to)).toEqual([review.adviser.email]);
    const { headers, text, html } = readMessage(server.received[0]?.raw ?? '');
    const [job] = await outbox(review.adviser.userId);
    expect(job).toMatchObject({ kind: 'sent', tries: 1, sent: true, error: null });
    expect(headers.get('subject')).toBe(
      'مُعِدّ خطط العمل الوطنية: إشعار جديد | National Action Plan Builder: 1 new notice',
    );
    expect(headers.get('from')).toBe('الخطط الوطنية <plans@example.org>');
    expect(headers.get('to')).toBe(review.adviser.email);
    expect(headers.get('message-id')).toBe(`<${job.messageId}@example.org>`);
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    for (const content of [text, html]) {
      expect(content).toContain('أُرسلت خطة للاستعراض');
      expect(content).toContain('A plan was sent for review');
      for (const language of ['ar', 'en']) expect(content).toContain(`http://localhost:3000/${language}/notices`);
    }
    // Not a word of the plan, its country or a person, in the head either.
    const all = [...headers, text, html].join('\n');
    const { planId, submissionId, team } = review;
    const told = [
      sentTitle,
      'خطة أُرسلت',
      'بلد',
      'Country',
      planId,
      submissionId,
      team.countryId,
      team.coordinator.email,
    ];
    for (const word of told) expect(all).not.toContain(word);
    await timePasses('1 day');
    await sendDue(settings(server));
    expect(server.received).toHaveLength(1);
  });

  test('tells of all that waits for a person, of what can wait once a day', async () => {
    const review = await makeReview();
    const { team, planId, submissionId, adviser } = review;
    await asOwner('DELETE FROM "MailJob"');
    const server = await smtp();
    const after = async (time: string) => {
      await timePasses(time);
      await sendDue(settings(server));
      return server.received.length;
    };
    for (const _ of [1, 2, 3]) await comment(adviser, review);
    done(
      await suggest(adviser, { id: uuidv7(), planId, submissionId, path: 'about.title.en', to: 'CANARY', note: '' }),
    );
    expect(await after('59 minutes')).toBe(0);
    expect(await after('1 minute')).toBe(1);
    expect(lines(server, 0)).toEqual(['- There are 3 new comments', '- A change was proposed']);
    expect(server.received[0]?.to).toBe(team.coordinator.email);
    // The next of its like: a day after, unless something goes that can't wait, and takes it along.
    await comment(adviser, review);
    expect(await after('14 minutes')).toBe(1);
    await comment(adviser, review, { mentions: [team.coordinator.userId] });
    expect(await after('30 seconds')).toBe(1);
    expect(await after('30 seconds')).toBe(2);
    expect(lines(server, 1)).toEqual(['- You are named in a comment', '- There is a new comment']);
    await comment(adviser, review);
    expect(await after('23 hours')).toBe(2);
    expect(await after('1 hour')).toBe(3);
    expect(server.received.map(({ raw }) => readMessage(raw).text).join()).not.toContain('CANARY');
  });

  test('isn’t sent of what was read meanwhile, nor of what its person finds in the app no more', async () => {
    const server = await smtp();
    const [read, ended, left, removed] = [
      await makeReview(),
      await makeReview(),
      await makeReview(),
      await makeReview(),
    ];
    await comment(left.adviser, left);
    await comment(removed.adviser, removed);
    await markRead(read.adviser, 'all');
    await asOwner('UPDATE "Grant" SET "until" = now() WHERE "adviserId" = $1', [ended.adviser.userId]);
    await asOwner('DELETE FROM "Membership" WHERE "userId" = $1', [left.team.coordinator.userId]);
    const gone = await removed.team.join('coordinator');
    await comment(removed.adviser, removed, { mentions: [gone.userId] });
    expect(await outbox(gone.userId)).toHaveLength(1);
    await asOwner('DELETE FROM "User" WHERE "id" = $1', [gone.userId]);
    expect(await listNotices(ended.adviser)).toEqual([]);
    await timePasses('1 hour');
    await sendDue(settings(server));
    const told = [left.adviser, removed.adviser, removed.team.coordinator].map(({ email }) => email);
    expect(server.received.map(({ to }) => to).sort()).toEqual(told.sort());
    for (const { userId } of [read.adviser, ended.adviser, left.team.coordinator])
      expect(await outbox(userId)).toEqual([]);
  });

  test('tells an adviser that their access was ended, and of nothing that they had access to', async () => {
    const server = await smtp();
    const { team, planId, adviser } = await makeReview();
    const { rows } = await asOwner('SELECT "id"::text FROM "Grant" WHERE "planId" = $1', [planId]);
    done(await revokeAccess(team.coordinator, rows[0].id));
    await timePasses('1 minute');
    await sendDue(settings(server));
    expect(server.received.map(({ to }) => to)).toEqual([adviser.email]);
    expect(lines(server, 0)).toEqual(['- Your access to a plan was ended']);
  });
});
