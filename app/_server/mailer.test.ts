import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import type { MailSettings } from '../../scripts/mailSettings.mjs';
import { freePort } from '../../scripts/postgres.mjs';
import { certificate, readMessage } from '../../scripts/testSmtp.mjs';
import { mailTiming } from '../_review/mailTiming.ts';
import { replyTo } from './comments.ts';
import { database } from './database.ts';
import { keepMail, sendDue } from './mailer.ts';
import { comment, outbox, type Smtp, settings, smtp, timePasses, watchMail } from './testMail.ts';
import { done, makeReview } from './testReview.ts';
import { asOwner, makeTeam } from './testTeam.ts';

watchMail();

describe('where sending fails', () => {
  test('for now, it is tried again under the same Message-ID, later and later, and given up at the end', async () => {
    let code: number | undefined = 451;
    const server = await smtp({ refuses: () => code });
    const review = await makeReview();
    const { adviser } = review;
    const tried = async (time: string) => {
      await timePasses(time);
      expect(await sendDue(settings(server))).toBe(true);
      return (await outbox(adviser.userId))[0];
    };
    const first = await tried('20 seconds');
    expect(first).toMatchObject({ tries: 1, sent: false, error: null });
    // What comes meanwhile is the next message’s.
    await replyTo(review.team.coordinator, (await comment(adviser, review)).id, {
      id: uuidv7(),
      body: 'CANARY answer',
      mentions: [adviser.userId],
    }).then(done);
    const waits = ['1 minute', '5 minutes', '30 minutes', '2 hours', '12 hours'];
    for (const [index, wait] of waits.entries()) {
      expect(await tried(`${wait} - 10 seconds`)).toMatchObject({ tries: index + 1 });
      expect(await tried('10 seconds')).toMatchObject({ tries: index + 2, messageId: first.messageId });
    }
    const [given, next] = await outbox(adviser.userId);
    expect(given).toMatchObject({ tries: 6, sent: false, error: 'RCPT TO 451' });
    expect(next).toMatchObject({ kind: 'mentioned', tries: 1, sent: false, error: null });
    expect(next.messageId).not.toBe(first.messageId);
    expect(server.received).toEqual([]);
    code = undefined;
    await tried('1 minute');
    expect(server.received.map(({ to }) => to)).toContain(adviser.email);
    expect((await outbox(adviser.userId))[1]).toMatchObject({ tries: 2, sent: true });
  });

  test('for good, it is given up at once, and others get theirs', async () => {
    const [one, two] = [await makeReview(), await makeReview()];
    const server = await smtp({ refuses: (to) => (to === one.adviser.email ? 550 : undefined) });
    await timePasses('1 minute');
    expect(await sendDue(settings(server))).toBe(true);
    expect(await outbox(one.adviser.userId)).toMatchObject([{ tries: 1, sent: false, error: 'RCPT TO 550' }]);
    expect(server.received.map(({ to }) => to)).toEqual([two.adviser.email]);
    await timePasses('1 day');
    await sendDue(settings(server));
    expect(server.received).toHaveLength(1);
  });

  test('since the server can’t be reached, others aren’t tried, and all is sent once it can', async () => {
    await makeReview();
    await makeReview();
    await timePasses('1 minute');
    expect(await sendDue(settings({ port: await freePort() }))).toBe(false);
    expect((await outbox()).map(({ tries, error }) => [tries, error])).toEqual([
      [1, null],
      [0, null],
    ]);
    const server = await smtp();
    await timePasses('1 minute');
    expect(await sendDue(settings(server))).toBe(true);
    expect(server.received).toHaveLength(2);
  });

  test('since a server ended in between, another sends it again under the same Message-ID', async () => {
    const { adviser } = await makeReview();
    await timePasses('1 minute');
    const claim = (fresh: string) => database().$queryRaw<{ message: string }[]>`SELECT "message"::text FROM mail_claim(
      ${fresh}::uuid, ${JSON.stringify(mailTiming)}::jsonb, 6, '3 minutes'::interval, '3 days'::interval)`;
    const message = uuidv7();
    expect(await claim(message)).toEqual([{ message }]);
    expect(await claim(uuidv7())).toEqual([]);
    const server = await smtp();
    await timePasses('3 minutes');
    await sendDue(settings(server));
    expect(readMessage(server.received[0]?.raw ?? '').headers.get('message-id')).toBe(`<${message}@example.org>`);
    expect(await outbox(adviser.userId)).toMatchObject([{ tries: 2, sent: true }]);
  });
});

describe('the mail server is told', () => {
  const login = { user: 'plans@example.org', pass: 'a secret' };
  const sends = async (server: Smtp, extra: Partial<MailSettings>, options: { ca?: string } = { ca: certificate }) => {
    await makeReview();
    await timePasses('1 minute');
    const isReachable = await sendDue(settings(server, extra), options);
    return { isReachable, received: server.received.map(({ tls, user }) => ({ tls, user })) };
  };
  const nothing = { isReachable: false, received: [] };

  test('name and password, after TLS', async () => {
    const server = await smtp({ starttls: true, login });
    expect(await sends(server, { security: 'starttls', login })).toEqual({
      isReachable: true,
      received: [{ tls: true, user: login.user }],
    });
  });

  test('nothing without TLS, where it should have it', async () => {
    expect(await sends(await smtp(), { security: 'starttls' })).toEqual(nothing);
  });

  test('nothing, where nobody vouches for it', async () => {
    const server = await smtp({ starttls: true, trusted: false });
    expect(await sends(server, { security: 'starttls' })).toEqual(nothing);
    expect(await sends(await smtp({ starttls: true }), { security: 'starttls' }, {})).toEqual(nothing);
  });

  test('nothing, where it doesn’t take the password, or wants none', async () => {
    const server = await smtp({ starttls: true, login: { ...login, pass: 'another' } });
    expect(await sends(server, { security: 'starttls', login })).toEqual(nothing);
    expect((await outbox())[0]).toMatchObject({ tries: 1, error: null });
    expect(await sends(await smtp({ starttls: true }), { security: 'starttls', login })).toEqual(nothing);
  });
});

describe('the outbox', () => {
  test('is worked through by several servers at once, and nobody gets a message twice', async () => {
    const team = await makeTeam();
    const review = await makeReview('sent', () => {}, team);
    const people = await Promise.all(Array.from({ length: 12 }, () => team.join('coordinator')));
    await asOwner('DELETE FROM "MailJob"');
    for (const _ of [1, 2]) await comment(review.adviser, review, { mentions: people.map(({ userId }) => userId) });
    const server = await smtp({ slow: 15 });
    await timePasses('1 hour');
    await Promise.all([1, 2, 3, 4].map(() => sendDue(settings(server))));
    const told = [team.coordinator, ...people].map(({ email }) => email);
    expect(server.received.map(({ to }) => to).sort()).toEqual(told.sort());
    expect((await outbox()).every(({ tries, sent }) => tries === 1 && sent)).toBe(true);
  });

  test('doesn’t grow where no mail server is given, nor keep what was sent', async () => {
    const { adviser } = await makeReview();
    await timePasses('2 days');
    await keepMail(null)();
    expect(await outbox(adviser.userId)).toHaveLength(1);
    await timePasses('1 day');
    await keepMail(null)();
    expect(await outbox(adviser.userId)).toEqual([]);
    const later = await makeReview();
    await asOwner('UPDATE "MailJob" SET "sentAt" = now()');
    await timePasses('29 days');
    await keepMail(null)();
    expect(await outbox(later.adviser.userId)).toHaveLength(1);
    await timePasses('1 day');
    await keepMail(null)();
    expect(await outbox(later.adviser.userId)).toEqual([]);
  });

  test('is looked after from the start on, and until what is being sent is sent', async () => {
    const server = await smtp({ slow: 100 });
    await makeReview();
    await timePasses('1 minute');
    const stop = keepMail(settings(server));
    await stop();
    expect(server.received).toHaveLength(1);
    expect(await outbox()).toMatchObject([{ sent: true }]);
  });

  test('is nobody’s to read or to ask about', async () => {
    await makeReview();
    for (const sql of [`select * from mail_due('{}')`, 'select * from "MailJob"'])
      await expect(database().$queryRawUnsafe(sql), sql).rejects.toThrow(/permission denied/);
  });
});
