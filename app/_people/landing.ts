import type { Actor } from './roles.ts';

/**
 * Where a person goes on to after signing in, where no page was asked for: who works on a country’s plans, to those; who
 * doesn’t, to what they do for all countries. An adviser who is an administrator too advises every day.
 */
export function landing({ memberships, duties }: Pick<Actor, 'memberships' | 'duties'>, locale: string): string {
  if (memberships.length > 0) return `/${locale}/plans`;
  if (duties.includes('adviser')) return `/${locale}/desk`;
  return duties.includes('administrator') ? `/${locale}/countries` : `/${locale}/plans`;
}
