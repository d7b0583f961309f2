import * as z from 'zod';

/** As a form sends it: when that was written which it was made from; '' where there was nothing. */
export const seenMoment = z
  .union([z.literal(''), z.iso.datetime()], 'invalid')
  .transform((moment) => (moment === '' ? null : new Date(moment)));

/**
 * What stands there by now, where a save was made from something older: `seen` for a form that is to replace it, and its
 * texts by field.
 */
export type StandsNow = { seen: string; texts: Record<string, string> };
