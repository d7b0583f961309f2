import type { NoticeKind } from './noticeKinds.ts';

/**
 * When a notice is told of by mail, in words that PostgreSQL reads. `wait`: how long it waits for others to go along in one
 * message. `gap`: how long after the person’s message before, at least.
 */
type Timing = { wait: string; gap: string };

/** Somebody waits for the person, or a plan went from one hand into another: within a minute. */
const prompt: Timing = { wait: '20 seconds', gap: '15 minutes' };
/** All else: an hour after the first, once a day at most. It goes along with what goes earlier. */
const gathered: Timing = { wait: '1 hour', gap: '1 day' };

/** Every kind of notice, in the order in which a message tells of them. */
export const mailTiming: Readonly<Record<NoticeKind, Timing>> = {
  granted: prompt,
  grantRevoked: prompt,
  sent: prompt,
  withdrawn: prompt,
  returned: prompt,
  cleared: prompt,
  adopted: prompt,
  mentioned: prompt,
  assigned: prompt,
  commented: gathered,
  replied: gathered,
  resolved: gathered,
  reopened: gathered,
  suggested: gathered,
  suggestionAccepted: gathered,
  suggestionDeclined: gathered,
};
