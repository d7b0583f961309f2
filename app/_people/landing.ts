import type { Actor } from './roles.ts';

/** Where a person goes on to after signing in, where no page was asked for. */
export function landing(actor: Actor, locale: string): string {
  return actor.memberships.length === 0 && actor.duties.includes('administrator')
    ? `/${locale}/countries`
    : `/${locale}/plans`;
}
