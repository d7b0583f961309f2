import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { MailSettings } from '../../scripts/mailSettings.mjs';
import { startSmtp } from '../../scripts/testSmtp.mjs';
import { addComment } from './comments.ts';
import { commentOn, done, type Review } from './testReview.ts';
import { asOwner } from './testTeam.ts';

export type Smtp = Awaited<ReturnType<typeof startSmtp>>;

const from = { name: 'الخطط الوطنية', address: 'plans@example.org' };
/** For tests: how a mail server is reached. */
export const settings = ({ port }: { port: number }, extra: Partial<MailSettings> = {}): MailSettings => ({
  host: 'localhost',
  port,
  security: 'none',
  login: null,
  from,
  ...extra,
});

const started: Smtp[] = [];
/** For tests: a mail server, until the test is over. */
export async function smtp(how?: Parameters<typeof startSmtp>[0]): Promise<Smtp> {
  const server = await startSmtp(how);
  started.push(server);
  return server;
}
const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);

/** For tests: begins each with an empty outbox, and looks afterwards at what was said of what failed. */
export function watchMail(): void {
  beforeEach(() => asOwner('DELETE FROM "MailJob"'));
  afterEach(async () => {
    // What failed is said, and neither whose it was nor what the mail server said to it.
    const said = stderr.mock.calls.splice(0).map(([line]) => line);
    expect(said.filter((line) => !/^Mail [0-9a-f-]{36}: [A-Z][\w ]+\n$/.test(String(line)))).toEqual([]);
    await Promise.all(started.splice(0).map(({ stop }) => stop()));
  });
}

/** For tests: as if all in the outbox had happened so much earlier. */
export const timePasses = (time: string) =>
  asOwner(
    `UPDATE "MailJob" SET "createdAt" = "createdAt" - $1::interval, "nextAt" = "nextAt" - $1::interval,
      "sentAt" = "sentAt" - $1::interval`,
    [time],
  );
/** For tests: what is in the outbox, for one person or for all. */
export const outbox = async (userId?: string) =>
  (
    await asOwner(
      `SELECT "kind", "tries", "messageId"::text, "sentAt" IS NOT NULL AS "sent", "error" FROM "MailJob"
        WHERE $1::uuid IS NULL OR "userId" = $1 ORDER BY "createdAt", "id"`,
      [userId ?? null],
    )
  ).rows;
/** For tests: a comment on what was sent. */
export const comment = (by: Review['adviser'], { planId, submissionId }: Review, extra: { mentions?: string[] } = {}) =>
  addComment(by, commentOn(planId, submissionId, { body: 'CANARY said', ...extra })).then(done);
