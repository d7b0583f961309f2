import { team } from './cast.ts';
import { handlerFor, pageFor, type Row } from './row.ts';

/** Ordering a printing, and taking its file. */
export const printRows: readonly Row[] = [
  {
    route: 'GET api/plans/[plan]/prints/route.ts',
    address: ({ own }) => `/api/plans/${own.plan}/prints`,
    answer: handlerFor(team, ['contributor', 'draftAdviser']),
  },
  {
    route: 'POST api/plans/[plan]/prints/route.ts',
    address: ({ own }) => `/api/plans/${own.plan}/prints`,
    answer: handlerFor(team, ['contributor', 'draftAdviser'], 201),
    send: () => ({ headers: { 'content-type': 'application/json' }, body: '{"layout":"en"}' }),
    // What was ordered isn't printed for nothing.
    undo: ({ own }) => `delete from "Print" where "planId" = '${own.plan}' and "id" <> '${own.print}'`,
  },
  {
    route: 'POST api/plans/[plan]/prints/route.ts',
    about: 'of the adopted edition',
    address: ({ own }) => `/api/plans/${own.plan}/prints`,
    answer: handlerFor(team, ['contributor', 'draftAdviser'], 201),
    send: ({ own }) => ({
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ layout: 'en', adoption: own.review.adoption }),
    }),
    undo: ({ own }) => `delete from "Print" where "planId" = '${own.plan}' and "id" <> '${own.print}'`,
  },
  {
    route: 'POST api/plans/[plan]/prints/route.ts',
    about: 'of another plan’s adopted edition',
    address: ({ own }) => `/api/plans/${own.plan}/prints`,
    answer: handlerFor([], ['contributor', 'draftAdviser']),
    send: ({ other }) => ({
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ layout: 'en', adoption: other.review.adoption }),
    }),
  },
  {
    route: 'GET [locale]/plans/[plan]/export/page.tsx',
    about: 'of the adopted edition',
    address: ({ own }) => `/en/plans/${own.plan}/export?adoption=${own.review.adoption}`,
    answer: pageFor(team),
  },
  {
    route: 'GET api/prints/[print]/route.ts',
    address: ({ own }) => `/api/prints/${own.print}`,
    answer: handlerFor(team),
  },
  {
    route: 'GET api/prints/[print]/file/route.ts',
    address: ({ own }) => `/api/prints/${own.print}/file`,
    answer: handlerFor(team),
  },
  {
    route: 'DELETE api/prints/[print]/route.ts',
    about: 'that has ended',
    address: ({ own }) => `/api/prints/${own.print}`,
    answer: (role) => (role === 'coordinator' ? 409 : handlerFor([], ['drafter', 'viewer'])(role)),
    send: () => ({ body: '' }),
  },
  {
    route: 'POST api/prints/[print]/route.ts',
    about: 'that has ended',
    address: ({ own }) => `/api/prints/${own.print}`,
    answer: () => 303,
    send: () => ({ body: 'locale=en' }),
  },
];
