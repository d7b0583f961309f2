import * as z from 'zod';

/** A notice that is marked as read, and the page of them on which it stands. Messages are codes. */
export const noticeForm = z.object({
  locale: z.enum(['ar', 'en'], 'invalid'),
  noticeId: z.uuid('invalid'),
  before: z.union([z.literal(''), z.uuid()], 'invalid').default(''),
});
