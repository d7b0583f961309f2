import * as z from 'zod';
import { seenMoment } from './seen.ts';

const id = z.uuid('invalid');
const typed = z.string('invalid').transform((text) => text.replaceAll('\r\n', '\n').trim());
/** The list as its address had it: what was looked for, its page, and the comment that is being written. */
const ofList = {
  locale: z.enum(['ar', 'en'], 'invalid'),
  q: z.string().max(200).default(''),
  page: z.string().max(10).default(''),
  use: z.string().max(1000).default(''),
};

/** A remark that is kept, or changed. Messages are codes: the page has the sentences. */
export const remarkForm = z.object({ ...ofList, id, ar: typed, en: typed, seen: seenMoment });
export const removeRemarkForm = z.object({ ...ofList, id });
