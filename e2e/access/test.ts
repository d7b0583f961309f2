import type { Page } from '@playwright/test';
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import type { Actor, CountryRole } from '#people/roles';
import { emptyPlan, inOrder, planSchema } from '#plan/schema';
import samplePlan from '../../prisma/seed/samplePlan.json' with { type: 'json' };
import { addSampleReview } from '../../prisma/seed/sampleReview.ts';
import {
  assignPart,
  leaveBehind,
  makeCountry,
  makePlanIn,
  makeSomeone,
  type OwnCountry,
  removeCountry,
  type Someone,
} from '../fixtures/country.ts';
import type { Places, Reader } from '../fixtures/pageState.ts';
import { thisRun } from '../fixtures/run.ts';
import { test as base, expect } from '../fixtures/test.ts';
import { invite } from './invite.ts';

type Own = {
  country: OwnCountry;
  people: Record<'coordinator' | 'contributor' | 'viewer' | 'adviser', Someone>;
  places: Places;
};

/** The cookies of who looks at a page. */
export const cookiesOf = ({ people }: Own, reader: Reader) =>
  reader === null ? [] : reader === 'administrator' ? thisRun().sessions.administrator : people[reader].cookies;

/**
 * Tests with a country of their own, made once for all of a file: its people, a copy of the sample plan, an empty one; and
 * with a window that stays open for the next, since opening one takes longer than looking at a page.
 */
export const test = base.extend<Record<never, never>, { own: Own; window: Page }>({
  window: [
    async ({ browser }, use, { project }) => {
      const { contextOptions, locale, timezoneId } = project.use;
      const context = await browser.newContext({ ...contextOptions, locale, timezoneId, baseURL: thisRun().url });
      await use(await context.newPage());
      await context.close();
    },
    { scope: 'worker' },
  ],
  own: [
    async ({ database }, use) => {
      const country = await makeCountry(database, { ar: 'بلد السكينة', en: 'Calm Country' });
      const make = (role: CountryRole, name: string) => makeSomeone(database, name, { country, role });
      const coordinator = await make('coordinator', 'سلمى Idris');
      const contributor = await make('contributor', 'Hala Mansour');
      const viewer = await make('viewer', 'نور Haddad');
      const [sample, empty] = [planSchema.parse(samplePlan), emptyPlan()];
      const [action = ''] = inOrder(sample.actions).map(({ id }) => id);
      const emptyAction = uuidv7();
      empty.actions[emptyAction] = planSchema.shape.actions.parse({ [emptyAction]: {} })[emptyAction] as never;
      const plan = await makePlanIn(country, coordinator, sample);
      await assignPart(database, country, contributor, plan, `actions.${action}`);
      const invitations = {
        open: (await invite(database, { country, role: 'viewer' })).token,
        duty: (await invite(database, { role: 'adviser' })).token,
        expired: (await invite(database, { country, role: 'viewer', life: '-1 days' })).token,
      };
      const half = structuredClone(sample);
      half.about.summary.en = '';
      half.direction.vision.ar = '';
      const behind = await makePlanIn(country, coordinator, half);
      await leaveBehind(database, country, behind, coordinator, 'about.foreword.en');
      const drafter = await make('drafter', 'Yusuf Karam');
      const adviser = await makeSomeone(database, 'Daniel Okoro', { duty: 'adviser' });
      const places = {
        country: country.code,
        plan,
        half: behind,
        action,
        empty: await makePlanIn(country, coordinator, empty),
        emptyAction,
        invitations,
        round: await reviewOf(country, plan, { coordinator, drafter, adviser }),
      };
      for (const state of ['done', 'failed', 'cancelled', 'printing'] as const)
        await somePrint(database, country, plan, state === 'printing' ? viewer : coordinator, state);
      await use({ country, people: { coordinator, contributor, viewer, adviser }, places });
      await removeCountry(database, country);
      await database.query('delete from "User" where "id" = $1', [adviser.userId]);
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

/** The sample’s review, of a plan that is a copy of the sample. Gives its round. */
function reviewOf(
  country: OwnCountry,
  planId: string,
  people: Record<'coordinator' | 'drafter' | 'adviser', Someone>,
): Promise<string> {
  const actor = ({ userId, name, email }: Someone, role?: CountryRole): Actor => ({
    ...{ userId, name, email, duties: [], assignments: [], grants: [] },
    memberships: role ? [{ countryId: country.id, role }] : [],
  });
  const { coordinator, drafter, adviser } = people;
  const reviewers = {
    coordinator: actor(coordinator, 'coordinator'),
    drafter: actor(drafter, 'drafter'),
    adviser: actor(adviser),
  };
  const until = new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10);
  return addSampleReview(planId, planSchema.parse(samplePlan), reviewers, until);
}

/** A printing in one of its states. One that is under way has just given a sign of life, and goes on doing so. */
async function somePrint(
  database: pg.Client,
  country: OwnCountry,
  planId: string,
  { userId }: Someone,
  state: 'done' | 'failed' | 'cancelled' | 'printing',
): Promise<void> {
  await database.query(
    `insert into "Print" ("id", "planId", "countryId", "requestedBy", "state", "step", "done", "total",
        "pages", "fileName", "file", "error", "claim", "seenAt", "finishedAt")
      values ($1, $2, $3, $4, $5, 'layout', 20, 41, 41, 'خطة السكينة A plan for calm.pdf', '%PDF', $6,
        gen_random_uuid(), now() + interval '1 day', now())`,
    [uuidv7(), planId, country.id, userId, state, state === 'failed' ? 'interrupted' : null],
  );
}

export { expect };
