import { createHmac } from 'node:crypto';
import type { Actor } from '#people/roles';
import { env } from './env.ts';

/**
 * The secret from which a person’s browser makes the key for text it could not send yet. It is the same at each sign-in,
 * so that the text is found again, and nobody else is told it, so that the next person at the desk can’t read it.
 */
export function deviceKey(actor: Actor): string {
  return createHmac('sha256', env().BETTER_AUTH_SECRET).update(`device ${actor.userId}`).digest('base64');
}
