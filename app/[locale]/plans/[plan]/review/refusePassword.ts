import type { Actor } from '#people/roles';
import { isOwnPassword } from '#server/session';

/** Asks for the person’s password once more; gives the refusal, or null where it is theirs. Attempts are counted as at sign-in. */
export async function refusePassword(actor: Actor, password: string) {
  const isOwn = await isOwnPassword(actor, password);
  if (isOwn === 'yes') return null;
  return { ok: false, code: isOwn === 'no' ? 'wrongPassword' : 'tooMany', path: 'password' } as const;
}
