import { uuidv7 } from 'uuidv7';
import { steps } from '#plan/steps';
import { stepFolder } from '../../fixtures/appFiles.ts';
import { type Cast, team } from './cast.ts';
import { printRows } from './printRows.ts';
import { reviewRows } from './reviewRows.ts';
import { everyone, handlerFor, openers, pageFor, type Row, readers, signedIn } from './row.ts';

const publicPages: Row[] = [
  ['[locale]/page.tsx', ''],
  ['[locale]/plan-of-action/page.tsx', '/plan-of-action'],
  ['[locale]/recommendations/page.tsx', '/recommendations'],
  ['[locale]/recommendations/[id]/page.tsx', '/recommendations/pve-54-a'],
  ['[locale]/accessibility/page.tsx', '/accessibility'],
  ['[locale]/verify/page.tsx', '/verify'],
  ['[locale]/components/page.tsx', '/components'],
].map(([file, path]) => ({ route: `GET ${file}`, address: () => `/en${path}`, answer: everyone }));

const accountPages: Row[] = [
  { route: 'GET [locale]/[...rest]/page.tsx', address: () => '/en/there/is/none', answer: () => 404 },
  {
    route: 'GET [locale]/sign-in/page.tsx',
    address: () => '/en/sign-in',
    answer: (role) => (role === 'nobody' ? 200 : 'onward'),
  },
  { route: 'GET [locale]/account/page.tsx', address: () => '/en/account', answer: pageFor(signedIn) },
  { route: 'GET [locale]/countries/page.tsx', address: () => '/en/countries', answer: pageFor(['administrator']) },
  {
    route: 'GET [locale]/people/[country]/page.tsx',
    address: ({ own }) => `/en/people/${own.country.code}`,
    answer: pageFor(['coordinator']),
  },
  {
    route: 'GET [locale]/people/[country]/page.tsx',
    about: 'of a country that there is not',
    address: () => '/en/people/ZZ',
    answer: pageFor([]),
  },
  {
    route: 'GET [locale]/invitations/[token]/page.tsx',
    about: 'with a token that is nobody’s',
    address: () => '/en/invitations/never',
    answer: everyone,
  },
];

const planPages: Row[] = [
  { route: 'GET [locale]/plans/page.tsx', address: () => '/en/plans', answer: pageFor(signedIn) },
  {
    route: 'GET [locale]/plans/new/page.tsx',
    address: () => '/en/plans/new',
    answer: pageFor(['coordinator', 'neighbour']),
  },
  {
    route: 'GET [locale]/plans/import/page.tsx',
    address: () => '/en/plans/import',
    answer: pageFor(['coordinator', 'neighbour']),
  },
  {
    route: 'GET [locale]/plans/[plan]/page.tsx',
    address: ({ own }) => `/en/plans/${own.plan}`,
    answer: pageFor(openers),
  },
  {
    route: 'GET [locale]/plans/[plan]/page.tsx',
    about: 'that there is not',
    address: () => `/en/plans/${uuidv7()}`,
    answer: pageFor([]),
  },
  ...steps.map((step) => ({
    route: `GET [locale]/plans/[plan]/${stepFolder(step)}/page.tsx`,
    about: step,
    address: ({ own }: Cast) => `/en/plans/${own.plan}/${step}`,
    answer: pageFor(step === 'adapt' ? openers : readers),
  })),
  {
    route: 'GET [locale]/plans/[plan]/[step]/page.tsx',
    about: 'a step that there is not',
    address: ({ own }) => `/en/plans/${own.plan}/nothing`,
    answer: pageFor([]),
  },
  {
    route: 'GET [locale]/plans/[plan]/returned/page.tsx',
    address: ({ own }) => `/en/plans/${own.plan}/returned`,
    answer: pageFor(['coordinator', 'drafter', 'contributor']),
  },
  {
    route: 'GET [locale]/plans/[plan]/choose/[recommendation]/page.tsx',
    address: ({ own }) => `/en/plans/${own.plan}/choose/pve-54-a`,
    answer: pageFor(readers),
  },
  {
    route: 'GET [locale]/plans/[plan]/choose/[recommendation]/page.tsx',
    about: 'that there is not',
    address: ({ own }) => `/en/plans/${own.plan}/choose/constructor`,
    answer: pageFor([]),
  },
  {
    route: 'GET [locale]/plans/[plan]/adapt/timeline/page.tsx',
    address: ({ own }) => `/en/plans/${own.plan}/adapt/timeline`,
    answer: pageFor(openers),
  },
  {
    route: 'GET [locale]/plans/[plan]/adapt/chain/page.tsx',
    address: ({ own }) => `/en/plans/${own.plan}/adapt/chain`,
    answer: pageFor(readers),
  },
  {
    route: 'GET [locale]/plans/[plan]/translation/page.tsx',
    address: ({ own }) => `/en/plans/${own.plan}/translation`,
    answer: pageFor(openers),
  },
  {
    route: 'GET [locale]/plans/[plan]/adapt/[action]/page.tsx',
    about: 'that is given to the contributor',
    address: ({ own }) => `/en/plans/${own.plan}/adapt/${own.given}`,
    answer: pageFor(openers),
  },
  {
    route: 'GET [locale]/plans/[plan]/adapt/[action]/page.tsx',
    about: 'that is given to nobody',
    address: ({ own }) => `/en/plans/${own.plan}/adapt/${own.kept}`,
    answer: pageFor(readers),
  },
];

const save = (path: string) => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ id: uuidv7(), changes: [{ path, from: '', to: `saved ${uuidv7()}` }] }),
});

/** A page’s form, as a browser sends it without the page’s program. */
const plainForm = (part: string, path: string) => {
  const form = new FormData();
  form.set('~id', uuidv7());
  form.set(`~revision.${part}`, '0');
  form.set(path, `saved ${uuidv7()}`);
  return { body: form };
};

const file = ({ own }: Cast) => {
  const form = new FormData();
  form.set('countryId', own.country.id);
  form.set('file', new File(['{"version":1}'], 'plan.json', { type: 'application/json' }));
  return { body: form };
};

const handlers: Row[] = [
  { route: 'GET api/catalogue/search/route.ts', address: () => '/api/catalogue/search', answer: everyone },
  { route: 'GET api/catalogue/indicators/route.ts', address: () => '/api/catalogue/indicators', answer: everyone },
  { route: 'GET api/catalogue/terms/route.ts', address: () => '/api/catalogue/terms', answer: everyone },
  { route: 'GET api/health/route.ts', address: () => '/api/health', answer: everyone },
  {
    route: 'POST api/verify/route.ts',
    address: () => '/api/verify',
    answer: everyone,
    send: () => ({ headers: { 'content-type': 'application/json' }, body: `{"hash":"${'0'.repeat(64)}"}` }),
  },
  {
    route: 'POST api/auth/sign-out/route.ts',
    about: 'of who is not signed in: what it does to others stands in its own test',
    address: () => '/api/auth/sign-out',
    answer: () => 303,
    send: () => ({ headers: { cookie: '' }, body: 'locale=en' }),
  },
  {
    route: 'GET api/plans/device-key/route.ts',
    address: () => '/api/plans/device-key',
    answer: handlerFor(signedIn),
  },
  {
    route: 'GET api/plans/[plan]/document/route.ts',
    address: ({ own }) => `/api/plans/${own.plan}/document`,
    answer: handlerFor(team, ['contributor', 'draftAdviser']),
  },
  {
    route: 'GET api/plans/[plan]/document/route.ts',
    about: 'as a template',
    address: ({ own }) => `/api/plans/${own.plan}/document?as=template`,
    answer: handlerFor(team, ['contributor', 'draftAdviser']),
  },
  {
    route: 'GET api/plans/[plan]/emblem/route.ts',
    address: ({ own }) => `/api/plans/${own.plan}/emblem`,
    answer: handlerFor(readers),
  },
  {
    route: 'POST api/plans/[plan]/emblem/route.ts',
    about: 'with what is no picture',
    address: ({ own }) => `/api/plans/${own.plan}/emblem?locale=en`,
    answer: (role) => (role === 'nobody' ? 'signIn' : 303),
    send: file,
  },
  {
    route: 'GET api/plans/[plan]/translation/route.ts',
    address: ({ own }) => `/api/plans/${own.plan}/translation?from=ar`,
    answer: handlerFor(team, ['contributor', 'draftAdviser']),
  },
  {
    route: 'POST api/plans/[plan]/returned/route.ts',
    address: ({ own }) => `/api/plans/${own.plan}/returned?locale=en`,
    answer: (role) => (role === 'nobody' ? 'signIn' : 303),
    send: file,
  },
  {
    route: 'GET api/plans/[plan]/arrivals/route.ts',
    address: ({ own }) => `/api/plans/${own.plan}/arrivals?after=2020-01-01T00:00:00.000Z`,
    answer: handlerFor(openers),
  },
  {
    route: 'GET api/plans/[plan]/parts/[part]/route.ts',
    about: 'a part that is given to nobody',
    address: ({ own }) => `/api/plans/${own.plan}/parts/actions.${own.kept}`,
    answer: handlerFor(readers),
  },
  {
    route: 'GET api/plans/[plan]/parts/[part]/route.ts',
    about: 'a part that is the contributor’s',
    address: ({ own }) => `/api/plans/${own.plan}/parts/actions.${own.given}`,
    answer: handlerFor(openers),
  },
  {
    route: 'PATCH api/plans/[plan]/parts/[part]/route.ts',
    about: 'a part that is given to nobody',
    address: ({ own }) => `/api/plans/${own.plan}/parts/actions.${own.kept}`,
    answer: handlerFor(['coordinator', 'drafter'], ['contributor', 'viewer', 'draftAdviser']),
    send: ({ own }) => save(`actions.${own.kept}.safeguards.en`),
  },
  {
    route: 'PATCH api/plans/[plan]/parts/[part]/route.ts',
    about: 'a part that is the contributor’s',
    address: ({ own }) => `/api/plans/${own.plan}/parts/actions.${own.given}`,
    answer: handlerFor(['coordinator', 'drafter', 'contributor'], ['viewer', 'draftAdviser']),
    send: ({ own }) => save(`actions.${own.given}.safeguards.en`),
  },
  {
    route: 'PATCH api/plans/[plan]/parts/[part]/route.ts',
    about: 'a new action',
    address: ({ own }) => `/api/plans/${own.plan}/parts/actions.${own.print}`,
    answer: handlerFor(['coordinator', 'drafter'], ['contributor', 'viewer', 'draftAdviser']),
    send: ({ own }) => save(`actions.${own.print}.safeguards.en`),
  },
  {
    route: 'POST api/plans/[plan]/form/route.ts',
    about: 'with a part that is given to nobody',
    address: ({ own }) => `/api/plans/${own.plan}/form`,
    answer: handlerFor(['coordinator', 'drafter'], ['viewer', 'draftAdviser'], 303),
    send: ({ own }) => plainForm(`actions.${own.kept}`, `actions.${own.kept}.safeguards.en`),
  },
  {
    route: 'POST api/plans/[plan]/form/route.ts',
    about: 'with a part that is the contributor’s',
    address: ({ own }) => `/api/plans/${own.plan}/form`,
    answer: handlerFor(['coordinator', 'drafter', 'contributor'], ['viewer', 'draftAdviser'], 303),
    send: ({ own }) => plainForm(`actions.${own.given}`, `actions.${own.given}.safeguards.en`),
  },
  {
    route: 'POST api/plans/import/route.ts',
    address: () => '/api/plans/import?locale=en',
    answer: (role) => (role === 'nobody' ? 'signIn' : 303),
    send: file,
  },
];

/** Every page and every method of every handler, with what each role is answered. One that is in no row fails a test. */
export const matrix: readonly Row[] = [
  ...publicPages,
  ...accountPages,
  ...planPages,
  ...handlers,
  ...printRows,
  ...reviewRows,
];

/** For the name of a test. */
export const nameOf = ({ route, about }: Row): string => `${route}${about ? `, ${about}` : ''}`;
