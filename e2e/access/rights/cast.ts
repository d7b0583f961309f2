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

/** Everyone who may come to an address. All but the neighbour are of the own country, or of none. */
export const roles = [
  'administrator',
  'coordinator',
  'drafter',
  'contributor',
  'viewer',
  'adviser',
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

type Canary = (toldTo: readonly Role[]) => string;
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
  told: { coordinators: readonly Role[]; readers: readonly Role[]; contributors: readonly Role[] },
): Promise<Ids> {
  const { coordinators, readers, contributors } = told;
  const openers = [...readers, ...contributors];
  const { plan: written, given, kept } = writtenPlan(canary, readers, openers, openers);
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
    Buffer.from(canary(readers)),
    coordinator.userId,
  ]);
  const email = (toldTo: readonly Role[]) => `${canary(toldTo)}@sample.test`;
  const invitation = await invite(database, { country, role: 'viewer', email: email(coordinators) });
  const firstInvitation = await invite(database, {
    country,
    role: 'coordinator',
    email: email([...coordinators, 'administrator']),
  });
  return { country, plan, given, kept, print, invitation: invitation.id, firstInvitation: firstInvitation.id };
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
  const country = await makeCountry(database, name([...team, 'contributor', 'administrator']));
  const neighbouring = await makeCountry(database, name(['neighbour', 'administrator']));
  // Names of people are told to who works on the plans of their country.
  const member = (role: 'coordinator' | 'drafter' | 'contributor' | 'viewer') =>
    makeSomeone(database, `Member ${canary([...team, 'contributor'])}`, { country, role });
  const official = (duty: 'administrator' | 'adviser' | 'steward') =>
    makeSomeone(database, `Official ${canary([duty])}`, { duty });
  const people: Cast['people'] = {
    administrator: await official('administrator'),
    coordinator: await member('coordinator'),
    drafter: await member('drafter'),
    contributor: await member('contributor'),
    viewer: await member('viewer'),
    adviser: await official('adviser'),
    steward: await official('steward'),
    neighbour: await makeSomeone(database, `Neighbour ${canary(['neighbour'])}`, {
      country: neighbouring,
      role: 'coordinator',
    }),
    former: await makeSomeone(database, `Former ${canary(['former'])}`, { country, role: 'coordinator' }),
  };
  await database.query('delete from "Membership" where "userId" = $1', [people.former.userId]);
  const world = { database, canary };
  const own = await fill(world, country, people.coordinator, people.contributor, {
    coordinators: ['coordinator'],
    readers: team,
    contributors: ['contributor'],
  });
  const other = await fill(world, neighbouring, people.neighbour, null, {
    coordinators: ['neighbour'],
    readers: ['neighbour'],
    contributors: [],
  });
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
