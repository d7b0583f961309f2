import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { emptyPlan, type Plan, planSchema } from '#plan/schema';
import {
  assignPart,
  leaveBehind,
  makeCountry,
  makePlanIn,
  makeSomeone,
  type OwnCountry,
  removeCountry,
  type Someone,
} from '../../fixtures/country.ts';
import { invite } from '../invite.ts';
import { type Advising, fillReview, type ReviewIds } from './reviewCast.ts';

/** Everyone who may come to an address. */
export const roles = [
  'administrator',
  'coordinator',
  'drafter',
  'contributor',
  'viewer',
  /** An adviser whom the own country lets into the versions that it sent. */
  'adviser',
  /** One whom it lets into drafts too. */
  'draftAdviser',
  /** One whom it let in, and no longer does. */
  'lapsedAdviser',
  /** One whom the other country lets into its drafts, and the own one never did. */
  'otherAdviser',
  'steward',
  /** A coordinator of the other country. */
  'neighbour',
  /** Was a coordinator when they signed in, and was taken out of the country since. */
  'former',
  /** Not signed in. */
  'nobody',
] as const;
export type Role = (typeof roles)[number];

/** Who works on the own country’s plans. */
export const team = ['coordinator', 'drafter', 'viewer'] as const satisfies Role[];
/** Whom the own country lets into its plan’s review. */
export const advisers = ['adviser', 'draftAdviser'] as const satisfies Role[];

type Ids = {
  country: OwnCountry;
  plan: string;
  /** An action that is the contributor’s, and one that isn’t. */
  given: string;
  kept: string;
  /** A printing that is done. */
  print: string;
  /** Of a viewer, as coordinators invite them; and of a coordinator, as administrators do. */
  invitation: string;
  firstInvitation: string;
  review: ReviewIds;
};

/** Two countries with their people, and words in everything that is theirs, to be found where they must not be. */
export type Cast = {
  own: Ids;
  other: Ids;
  people: Record<Exclude<Role, 'nobody'>, Someone>;
  cookieOf: (role: Role) => string;
  /** Who may be told each word. A word that stands in an answer to anyone else has leaked. */
  canaries: Map<string, readonly Role[]>;
  remove: () => Promise<void>;
};

/** A new word, which may be told to these alone. */
export type Canary = (toldTo: readonly Role[]) => string;
type World = { database: pg.Client; canary: Canary };

/** What is written in each part of a plan: a word of its own, told to who may read that part. */
function writtenPlan(canary: Canary, readers: readonly Role[], openers: readonly Role[], givenTo: readonly Role[]) {
  const both = (toldTo: readonly Role[]) => ({ ar: `نص ${canary(toldTo)}`, en: `Text ${canary(toldTo)}` });
  const plan: Plan = emptyPlan();
  const [given, kept, agency, consultation] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  plan.about.title = both(openers);
  plan.about.foreword = both(readers);
  plan.situation.stocktake = both(readers);
  plan.direction.vision = both(readers);
  plan.coordination.body = both(readers);
  plan.money.approach = both(readers);
  plan.measure.arrangements = both(readers);
  plan.communication.dissemination = both(readers);
  return {
    given,
    kept,
    plan: planSchema.parse({
      ...plan,
      decisions: { 'pve-54-a': { decision: 'defer', reason: both(readers) } },
      agencies: { [agency]: { order: 1, name: both(readers) } },
      consultations: { [consultation]: { order: 1, who: both(readers) } },
      criteria: { ownership: { answer: 'met', note: both(readers) } },
      actions: {
        [given]: { order: 1, title: both(givenTo), description: both(givenTo) },
        [kept]: { order: 2, title: both(readers), description: both(readers) },
      },
    }),
  };
}

async function fill(
  { database, canary }: World,
  country: OwnCountry,
  coordinator: Someone,
  contributor: Someone | null,
  advising: Advising,
  told: {
    coordinators: readonly Role[];
    readers: readonly Role[];
    contributors: readonly Role[];
    advisers: readonly Role[];
    draftAdvisers: readonly Role[];
  },
): Promise<Ids> {
  const { coordinators, readers, contributors, advisers: sentTo } = told;
  // What was written before it was sent stands in the round too.
  const openers = [...readers, ...contributors, ...sentTo];
  const { plan: written, given, kept } = writtenPlan(canary, [...readers, ...sentTo], openers, openers);
  const plan = await makePlanIn(country, coordinator, written);
  if (contributor) await assignPart(database, country, contributor, plan, `actions.${given}`);
  await leaveBehind(database, country, plan, coordinator, 'about.foreword.en');
  const print = uuidv7();
  await database.query(
    `insert into "Print" ("id", "planId", "countryId", "requestedBy", "state", "fileName", "file", "finishedAt")
      values ($1, $2, $3, $4, 'done', $5, $6, now())`,
    [print, plan, country.id, coordinator.userId, `${canary(readers)}.pdf`, Buffer.from(`%PDF-1.7 ${canary(readers)}`)],
  );
  await database.query('insert into "Emblem" ("planId", "countryId", "image", "setBy") values ($1, $2, $3, $4)', [
    plan,
    country.id,
    Buffer.from(canary([...readers, ...told.draftAdvisers])),
    coordinator.userId,
  ]);
  const email = (toldTo: readonly Role[]) => `${canary(toldTo)}@sample.test`;
  const invitation = await invite(database, { country, role: 'viewer', email: email(coordinators) });
  const firstInvitation = await invite(database, {
    country,
    role: 'coordinator',
    email: email([...coordinators, 'administrator']),
  });
  const review = await fillReview({ database, canary }, { country, plan, given }, { coordinator, ...advising }, told);
  return { country, plan, given, kept, print, invitation: invitation.id, firstInvitation: firstInvitation.id, review };
}

/** Makes the two countries. */
export async function makeCast(database: pg.Client): Promise<Cast> {
  const canaries: Cast['canaries'] = new Map();
  const canary: Canary = (toldTo) => {
    const word = `canary${randomBytes(6).toString('hex')}`;
    canaries.set(word, toldTo);
    return word;
  };
  const name = (toldTo: readonly Role[]) => ({ ar: `بلد ${canary(toldTo)}`, en: `Country ${canary(toldTo)}` });
  // Who was let in once has it in their notices.
  const country = await makeCountry(
    database,
    name([...team, 'contributor', 'administrator', ...advisers, 'lapsedAdviser']),
  );
  const neighbouring = await makeCountry(database, name(['neighbour', 'administrator', 'otherAdviser']));
  // Names of people are told to who works on the plans of their country; a coordinator’s to those whom they let in.
  const member = (role: 'coordinator' | 'drafter' | 'contributor' | 'viewer') => {
    const letIn = role === 'coordinator' ? [...advisers, 'lapsedAdviser' as const] : [];
    return makeSomeone(database, `Member ${canary([...team, 'contributor', ...letIn])}`, { country, role });
  };
  const official = (duty: 'administrator' | 'steward') => makeSomeone(database, `Official ${canary([duty])}`, { duty });
  // Coordinators choose among all advisers; whom they have let in, their team and the other advisers meet.
  const advising = (role: Role, meets: readonly Role[]) =>
    makeSomeone(database, `Adviser ${canary([role, 'coordinator', 'neighbour', ...meets])}`, { duty: 'adviser' });
  const met = [...team, 'contributor', ...advisers] as const;
  const people: Cast['people'] = {
    administrator: await official('administrator'),
    coordinator: await member('coordinator'),
    drafter: await member('drafter'),
    contributor: await member('contributor'),
    viewer: await member('viewer'),
    adviser: await advising('adviser', met),
    draftAdviser: await advising('draftAdviser', met),
    lapsedAdviser: await advising('lapsedAdviser', met),
    otherAdviser: await advising('otherAdviser', []),
    steward: await official('steward'),
    neighbour: await makeSomeone(database, `Neighbour ${canary(['neighbour', 'otherAdviser'])}`, {
      country: neighbouring,
      role: 'coordinator',
    }),
    former: await makeSomeone(database, `Former ${canary(['former'])}`, { country, role: 'coordinator' }),
  };
  await database.query('delete from "Membership" where "userId" = $1', [people.former.userId]);
  const world = { database, canary };
  const { adviser, draftAdviser, lapsedAdviser: lapsed } = people;
  const own = await fill(
    world,
    country,
    people.coordinator,
    people.contributor,
    { adviser, draftAdviser, lapsed },
    {
      coordinators: ['coordinator'],
      readers: team,
      contributors: ['contributor'],
      advisers,
      draftAdvisers: ['draftAdviser'],
    },
  );
  const other = await fill(
    world,
    neighbouring,
    people.neighbour,
    null,
    { adviser: people.otherAdviser, draftAdviser: null, lapsed: null },
    {
      coordinators: ['neighbour'],
      readers: ['neighbour'],
      contributors: [],
      advisers: ['otherAdviser'],
      draftAdvisers: [],
    },
  );
  return {
    own,
    other,
    people,
    canaries,
    cookieOf: (role) =>
      role === 'nobody' ? '' : people[role].cookies.map(({ name: key, value }) => `${key}=${value}`).join('; '),
    remove: async () => {
      for (const each of [country, neighbouring]) await removeCountry(database, each);
      await database.query('delete from "User" where "id" = any ($1::uuid[])', [
        Object.values(people).map(({ userId }) => userId),
      ]);
    },
  };
}

/** The words of these countries in a text that whoever reads it must not be told. */
export const leaks = ({ canaries }: Cast, role: Role, text: string): string[] =>
  [...new Set(text.match(/canary[0-9a-f]{12}/g))].filter((word) => canaries.get(word)?.includes(role) === false);
