import { type Answered, ask } from '../../fixtures/ask.ts';
import type { Cast, Role } from './cast.ts';
import type { Expected, Row } from './row.ts';

/** A running app, and the sessions that people have there. */
export type Place = { url: string; cast: Cast; cookieOf: (role: Role) => string };

/** Whether a row is of something that changes what is kept. */
export const isChange = ({ route }: Row): boolean => !route.startsWith('GET ');

/** Asks for what a row is about, as a page of the app itself would. */
export function askAs(
  { url, cast, cookieOf }: Place,
  row: Row,
  role: Role,
  headers: Record<string, string> = isChange(row) ? { origin: url } : {},
): Promise<Answered> {
  const sent = row.send?.(cast);
  return ask(url, {
    method: row.route.split(' ')[0] ?? 'GET',
    path: row.address(cast),
    cookie: cookieOf(role),
    headers: { ...sent?.headers, ...headers },
    ...(sent ? { body: sent.body } : {}),
  });
}

/** An answer as the rows say it. */
export function answered({ status, location }: Answered): Expected {
  if (status < 300 || status > 399 || !location) return status;
  if (/\/sign-in(\?next=.*)?$/.test(location)) return 'signIn';
  return status === 303 ? 303 : 'onward';
}
