import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { MailSettings } from '../../scripts/mailSettings.mjs';
import { freePort } from '../../scripts/postgres.mjs';
import { certificate, readMessage, startSmtp } from '../../scripts/testSmtp.mjs';
import { mailTiming } from '../_review/mailTiming.ts';
import { addComment, replyTo } from './comments.ts';
import { database } from './database.ts';
import { revokeAccess } from './grants.ts';
import { keepMail, sendDue } from './mailer.ts';
import { listNotices, markRead } from './notices.ts';
import { suggest } from './suggestions.ts';
import { commentOn, done, makeReview, type Review, sentTitle } from './testReview.ts';
import { asOwner, makeTeam } from './testTeam.ts';

type Smtp = Awaited<ReturnType<typeof startSmtp>>;

const from = { name: 'الخطط الوطنية', address: 'plans@example.org' };
const settings = ({ port }: { port: number }, extra: Partial<MailSettings> = {}): MailSettings => ({
  host: 'localhost',
  port,
  security: 'none',
  login: null,
  from,
  ...extra,
});

const started: Smtp[] = [];
async function smtp(how?: Parameters<typeof startSmtp>[0]): Promise<Smtp> {
  const server = await startSmtp(how);
  started.push(server);
  return server;
}
const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
beforeEach(() => asOwner('DELETE FROM "MailJob"'));
afterEach(async () => {
  // What failed is said, and neither whose it was nor what the mail server said to it.
  const said = stderr.mock.calls.splice(0).map(([line]) => line);
  expect(said.filter((line) => !/^Mail [0-9a-f-]{36}: [A-Z][\w ]+\n$/.test(String(line)))).toEqual([]);
  await Promise.all(started.splice(0).map(({ stop }) => stop()));
});

/** As if all in the outbox had happened so much earlier. */
const timePasses = (time: string) =>
  asOwner(
    `UPDATE "MailJob" SET "createdAt" = "createdAt" - $1::interval, "nextAt" = "nextAt" - $1::interval,
      "sentAt" = "sentAt" - $1::interval`,
    [time],
  );
const outbox = async (userId?: string) =>
  (
    await asOwner(
      `SELECT "kind", "tries", "messageId"::text, "sentAt" IS NOT NULL AS "sent", "error" FROM "MailJob"
        WHERE $1::uuid IS NULL OR "userId" = $1 ORDER BY "createdAt", "id"`,
      [userId ?? null],
    )
  ).rows;
const comment = (by: Review['adviser'], { planId, submissionId }: Review, extra: { mentions?: string[] } = {}) =>
  addComment(by, commentOn(planId, submissionId, { body: 'CANARY said', ...extra })).then(done);
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
