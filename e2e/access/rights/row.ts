import { type Cast, type Role, roles, team } from './cast.ts';

/** What someone is answered: a status, or that they are sent to sign in, or on to a page of theirs. */
export type Expected = number | 'signIn' | 'onward';

export type Row = {
  /** `GET` and the page’s file, or the handler’s method and file. */
  route: string;
  /** Where more than one row is of a route. */
  about?: string;
  address: (cast: Cast) => string;
  /** By role. */
  answer: (role: Role) => Expected;
  /** What is sent, where something is. */
  send?: (cast: Cast) => { headers?: Record<string, string>; body: string | FormData };
  /** What of it is undone, so that the next in the row finds the same. */
  undo?: (cast: Cast) => string;
};

/** Who reads the whole plan as it is written. */
export const readers = [...team, 'draftAdviser'] as const;
/** Who opens the plan: a contributor finds their own part. */
export const openers = [...readers, 'contributor'] as const;
export const signedIn = roles.filter((role) => role !== 'nobody');
const is = (among: readonly Role[], role: Role) => among.includes(role);

/** A page for those who are named; for everybody else there is none. */
export const pageFor =
  (among: readonly Role[]) =>
  (role: Role): Expected =>
    role === 'nobody' ? 'signIn' : is(among, role) ? 200 : 404;

export const everyone = () => 200;

/** An address for programs: whoever may not know of the thing is told that it isn’t there. */
export const handlerFor =
  (among: readonly Role[], refused: readonly Role[] = [], done = 200) =>
  (role: Role): Expected =>
    role === 'nobody' ? 401 : is(among, role) ? done : is(refused, role) ? 403 : 404;
