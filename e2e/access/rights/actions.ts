import type pg from 'pg';
import { ask } from '../../fixtures/ask.ts';
import { thisRun } from '../../fixtures/run.ts';
import { translationFile } from '../../fixtures/translationFile.ts';
import { invite } from '../invite.ts';
import type { Cast, Role } from './cast.ts';
import { reviewActions } from './reviewActions.ts';

/** A word by which what a test made is found, and taken away again. */
export const mark = `made${Date.now()}`;
const email = `${mark}@sample.test`;
/** A Member State that no other test adds. */
const member = 'TV';

export type ActionRow = {
  /** Its file and name. */
  action: string;
  /** Where more than one row is of an action. */
  about?: string;
  /** Who may do it, all others being refused: the first has the page with its form. */
  may: readonly [Role, ...Role[]];
  /** The page with its form. */
  page: (cast: Cast, database: pg.Client) => string | Promise<string>;
  /** What tells the form from others of this action. */
  form?: (cast: Cast) => Record<string, string>;
  /** What is filled in. */
  fields?: (cast: Cast) => Record<string, string>;
  /** What its page tells everyone who has come to it: a text in which a word may stand that is told to few. */
  tells?: (cast: Cast) => string;
  /** Puts back what it changed. */
  undo?: (cast: Cast) => string;
};

const countries: ActionRow[] = [
  {
    action: '[locale]/countries/actions.ts createCountryAction',
    may: ['administrator'],
    page: () => '/en/countries',
    fields: () => ({ code: member }),
    undo: () => `delete from "Country" where "code" = '${member}'`,
  },
  {
    action: '[locale]/countries/actions.ts inviteCoordinatorAction',
    may: ['administrator'],
    page: () => '/en/countries',
    fields: ({ own }) => ({ countryId: own.country.id, email }),
  },
  {
    action: '[locale]/countries/actions.ts inviteForDutyAction',
    may: ['administrator'],
    page: () => '/en/countries',
    fields: () => ({ duty: 'administrator', email }),
    undo: () => `delete from "Invitation" where "email" = '${email}'`,
  },
  {
    action: '[locale]/countries/actions.ts revokeAction',
    may: ['administrator'],
    page: () => '/en/countries',
    form: ({ own }) => ({ invitationId: own.firstInvitation }),
  },
];

const peopleOfACountry: ActionRow[] = [
  {
    action: '[locale]/people/[country]/actions.ts inviteAction',
    may: ['coordinator'],
    page: ({ own }) => `/en/people/${own.country.code}`,
    fields: () => ({ role: 'coordinator', email }),
    undo: () => `delete from "Invitation" where "email" = '${email}'`,
  },
  {
    action: '[locale]/people/[country]/actions.ts revokeAction',
    may: ['coordinator'],
    page: ({ own }) => `/en/people/${own.country.code}`,
    form: ({ own }) => ({ invitationId: own.invitation }),
  },
  {
    action: '[locale]/people/[country]/actions.ts changeRoleAction',
    may: ['coordinator'],
    page: ({ own }) => `/en/people/${own.country.code}`,
    form: ({ people }) => ({ userId: people.viewer.userId }),
    fields: () => ({ role: 'coordinator' }),
    undo: ({ people }) => `update "Membership" set "role" = 'viewer' where "userId" = '${people.viewer.userId}'`,
  },
  {
    action: '[locale]/people/[country]/actions.ts removeMemberAction',
    may: ['coordinator'],
    page: ({ own }) => `/en/people/${own.country.code}`,
    form: ({ people }) => ({ userId: people.drafter.userId }),
    undo: ({ own, people }) =>
      `insert into "Membership" ("userId", "countryId", "role") values ('${people.drafter.userId}', '${own.country.id}', 'drafter')`,
  },
];

const plans: ActionRow[] = [
  {
    action: '[locale]/plans/new/actions.ts createPlanAction',
    may: ['coordinator'],
    page: () => '/en/plans/new',
    fields: ({ own }) => ({ countryId: own.country.id, titleAr: '', titleEn: mark, start: '', end: '' }),
  },
  {
    action: '[locale]/plans/import/actions.ts confirmImportAction',
    may: ['coordinator'],
    page: async (cast) => `/en/plans/import?file=${await sendFile(cast)}`,
  },
  {
    action: '[locale]/plans/[plan]/adapt/actions.ts addAction',
    may: ['coordinator', 'drafter'],
    page: ({ own }) => `/en/plans/${own.plan}/adapt`,
  },
  {
    action: '[locale]/plans/[plan]/adapt/actions.ts assignAction',
    may: ['coordinator'],
    page: ({ own }) => `/en/plans/${own.plan}/adapt/${own.given}`,
    form: ({ own }) => ({ actionId: own.given }),
  },
  {
    action: '[locale]/plans/[plan]/adapt/actions.ts removeAction',
    about: 'an action that is given to nobody',
    may: ['coordinator', 'drafter'],
    page: ({ own }) => `/en/plans/${own.plan}/adapt/${own.kept}`,
  },
  {
    action: '[locale]/plans/[plan]/adapt/actions.ts removeAction',
    about: 'an action that is the contributor’s',
    may: ['drafter', 'coordinator'],
    page: ({ own }) => `/en/plans/${own.plan}/adapt/${own.given}`,
  },
  {
    action: '[locale]/plans/[plan]/translation/actions.ts confirmSideAction',
    may: ['coordinator', 'drafter'],
    page: ({ own }) => `/en/plans/${own.plan}/translation`,
    form: () => ({ path: 'about.foreword.ar' }),
    undo: ({ own }) => `delete from "Change" where "planId" = '${own.plan}' and "sides" = '{about.foreword.ar}'`,
  },
];

const returned: ActionRow[] = [
  {
    action: '[locale]/plans/[plan]/returned/actions.ts applyReturnedAction',
    // What a file would change is its sender’s alone.
    may: ['coordinator'],
    page: async (cast) => `/en/plans/${cast.own.plan}/returned?file=${await sendTranslation(cast)}`,
  },
];

const invitations: ActionRow[] = [
  {
    action: '[locale]/invitations/[token]/actions.ts acceptAction',
    about: 'with the token of an invitation that is for one address',
    may: ['former'],
    page: async ({ own, people }, database) => {
      const { token } = await invite(database, { country: own.country, role: 'viewer', email: people.former.email });
      return `/en/invitations/${token}`;
    },
    // Whoever holds an invitation reads to which country it leads.
    tells: ({ own }) => own.country.name.en,
    undo: ({ people }) => `delete from "Membership" where "userId" = '${people.former.userId}'`,
  },
];

/** Every Server Action that is not everybody’s, with who may do it. */
export const actionRows: readonly ActionRow[] = [
  ...countries,
  ...peopleOfACountry,
  ...plans,
  ...returned,
  ...reviewActions,
  ...invitations,
];

/** Those that each person has for their own account, or that come before anyone is known; they have tests of their own. */
export const ownActions: readonly string[] = [
  '[locale]/account/actions.ts changeNameAction',
  '[locale]/account/actions.ts changePasswordAction',
  '[locale]/account/actions.ts endSessionAction',
  '[locale]/notices/actions.ts readAction',
  '[locale]/notices/actions.ts readAllAction',
  '[locale]/account/actions.ts endAllSessionsAction',
  '[locale]/sign-in/actions.ts signInAction',
  '[locale]/invitations/[token]/actions.ts joinAction',
];

/** Sends a file with a plan, as the coordinator, and gives the id under which it waits to be confirmed. */
function sendFile(cast: Cast): Promise<string> {
  const body = new FormData();
  body.set('countryId', cast.own.country.id);
  body.set('file', new File(['{"version":1}'], 'plan.json', { type: 'application/json' }));
  return send(cast, '/api/plans/import?locale=en', body);
}

/** A translation that comes back to the plan, from the coordinator. Gives the id under which it is kept. */
function sendTranslation(cast: Cast): Promise<string> {
  const body = new FormData();
  const text = translationFile({ 'about.summary': { source: 'نص', target: mark } });
  body.set('file', new File([text], 'plan.xlf'));
  return send(cast, `/api/plans/${cast.own.plan}/returned?locale=en`, body);
}

async function send({ cookieOf }: Cast, path: string, body: FormData): Promise<string> {
  const { url } = thisRun();
  const { location } = await ask(url, {
    method: 'POST',
    path,
    cookie: cookieOf('coordinator'),
    headers: { origin: url },
    body,
  });
  return new URL(location, url).searchParams.get('file') ?? '';
}
