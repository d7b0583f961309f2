import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#people/roles';
import { partOf } from '#plan/parts';
import { asReviewer, grantAccess, listAdvisers, listGrants, revokeAccess } from './grants.ts';
import { listNotices } from './notices.ts';
import { deletePlan } from './plans.ts';
import { actorOf } from './session.ts';
import { everything, inAYear, nobody, notFound } from './testAsking.ts';
import { done, inOneRequest, makeFullReview, makeReview, rowsSeen } from './testReview.ts';
import { asOwner, letIn, makeAdviser, makeTeam } from './testTeam.ts';

const yesterday = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);

const fresh = async (actor: Actor): Promise<Actor> => {
  const found = await actorOf(actor.userId);
  if (!found) throw new Error('There is no such person');
  return found;
};

describe('letting an adviser in', () => {
  test('is for a coordinator to do, for a plan, a time and how far; the adviser is told', async () => {
    const team = await makeTeam();
    const planId = await team.plan();
    const adviser = await makeAdviser('Salma');
    expect((await listAdvisers(team.coordinator, planId)).map(({ userId }) => userId)).toContain(adviser.userId);
    const asked = { planId, adviserId: adviser.userId, scope: 'sent' as const, until: inAYear };
    for (const role of ['drafter', 'viewer'] as const) {
      const other = await team.join(role);
      expect(await grantAccess(other, asked)).toEqual({ ok: false, code: 'notAllowed' });
      expect(await listAdvisers(other, planId)).toEqual([]);
    }
    const { id } = done(await grantAccess(team.coordinator, asked));
    expect((await fresh(adviser)).grants).toEqual([{ planId, countryId: team.countryId, scope: 'sent' }]);
    const listed = await listGrants(await team.join('viewer'), planId);
    expect(listed).toMatchObject([{ id, adviser: { name: 'Salma' }, scope: 'sent', state: 'active' }]);
    expect(listed?.[0]?.until.getTime()).toBe(Date.parse(inAYear) + 86_400_000);
    expect(await listNotices(adviser)).toMatchObject([{ kind: 'granted', planId, readAt: null }]);
    const { rows } = await asOwner('SELECT "deed" FROM "Audit" WHERE "countryId" = $1 ORDER BY "id"', [team.countryId]);
    expect(rows.map(({ deed }) => deed)).toEqual(['plan.create', 'grant.create']);
  });

  test('is refused for who is no adviser or of the country itself, and for a time that is past or too far', async () => {
    const team = await makeTeam();
    const planId = await team.plan();
    const adviser = await makeAdviser();
    const drafter = await team.join('drafter');
    const mate = await makeAdviser();
    await asOwner('INSERT INTO "Membership" ("userId", "countryId", "role") VALUES ($1, $2, $3)', [
      mate.userId,
      team.countryId,
      'viewer',
    ]);
    const ask = (adviserId: string, until = inAYear, scope: 'sent' = 'sent') =>
      grantAccess(team.coordinator, { planId, adviserId, scope, until });
    expect(await ask(drafter.userId)).toEqual({ ok: false, code: 'notAdviser' });
    expect(await ask(nobody)).toEqual({ ok: false, code: 'notAdviser' });
    expect(await ask('x')).toEqual({ ok: false, code: 'notAdviser' });
    expect(await ask(mate.userId)).toEqual({ ok: false, code: 'ownTeam' });
    expect(await ask(adviser.userId, yesterday)).toEqual({ ok: false, code: 'untilPast' });
    expect(await ask(adviser.userId, '2400-01-01')).toEqual({ ok: false, code: 'untilFar' });
    for (const until of ['', '2027-02-30', '0000-01-01', '2027', 'tomorrow'])
      expect(await ask(adviser.userId, until)).toEqual({ ok: false, code: 'untilInvalid' });
    expect(await ask(adviser.userId, inAYear, 'all' as 'sent')).toEqual({ ok: false, code: 'scopeInvalid' });
  });

  test('anew changes how far and how long; there is never more than one grant', async () => {
    const team = await makeTeam();
    const planId = await team.plan();
    const adviser = await makeAdviser();
    const ask = (scope: 'sent' | 'drafts') =>
      grantAccess(team.coordinator, { planId, adviserId: adviser.userId, scope, until: inAYear });
    const answers = await Promise.all([ask('sent'), ask('drafts'), ask('sent')]);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    done(await ask('drafts'));
    expect((await fresh(adviser)).grants).toEqual([{ planId, countryId: team.countryId, scope: 'drafts' }]);
    const states = (await listGrants(team.coordinator, planId))?.map(({ state }) => state);
    expect(states).toEqual(['active', 'revoked', 'revoked', 'revoked']);
  });
});

describe('when a grant ends', () => {
  const endings = {
    'because it was revoked': async ({
      team,
      planId,
    }: {
      team: Awaited<ReturnType<typeof makeTeam>>;
      planId: string;
    }) => {
      const [grant] = (await listGrants(team.coordinator, planId)) ?? [];
      done(await revokeAccess(team.coordinator, grant?.id ?? ''));
      done(await revokeAccess(team.coordinator, grant?.id ?? ''));
    },
    'because its time came': async ({ planId }: { planId: string }) => {
      await asOwner(`UPDATE "Grant" SET "until" = now() WHERE "planId" = $1`, [planId]);
    },
    'because its person is no adviser any more': async ({ adviser }: { adviser: Actor }) => {
      await asOwner(`UPDATE "User" SET "duties" = '{}' WHERE "id" = $1`, [adviser.userId]);
    },
    'because the plan was deleted': async ({
      team,
      planId,
    }: {
      team: Awaited<ReturnType<typeof makeTeam>>;
      planId: string;
    }) => {
      done(await deletePlan(team.coordinator, planId));
    },
  };

  test.each(Object.entries(endings))('%s, nothing more is shown or done', async (_, end) => {
    const review = await makeFullReview();
    const { planId, adviser } = review;
    expect((await rowsSeen(adviser.userId)).Comment).toBe(2);
    await end(review);
    // The actor of a request that began before still has the grant; the database hasn’t.
    for (const [what, [found, nothing]] of Object.entries(await everything(adviser, review)))
      expect(found, what).toEqual(nothing);
    const { Notice, ...seen } = await rowsSeen(adviser.userId);
    expect(Object.values(seen).every((count) => count === 0)).toBe(true);
    expect(Notice).toBeLessThanOrEqual(1);
    expect((await fresh(adviser)).grants).toEqual([]);
    expect((await listNotices(adviser)).filter((notice) => notice.planId === planId)).toEqual([]);
  });

  test('who was let in is told that it ended, and of which country', async () => {
    const { team, planId, adviser } = await makeReview();
    const [grant] = (await listGrants(team.coordinator, planId)) ?? [];
    expect(await revokeAccess(await team.join('drafter'), grant?.id ?? '')).toEqual({ ok: false, code: 'notAllowed' });
    expect(await revokeAccess(adviser, grant?.id ?? '')).toEqual(notFound);
    expect(await revokeAccess((await makeTeam()).coordinator, grant?.id ?? '')).toEqual(notFound);
    done(await revokeAccess(team.coordinator, grant?.id ?? ''));
    expect(await listNotices(adviser)).toMatchObject([
      { kind: 'grantRevoked', planId: null, country: { nameEn: 'Country' } },
    ]);
  });

  test('it ends between two statements of one request, revoked or run out', async () => {
    const { planId, submissionId, adviser, team } = await makeFullReview();
    const count = `select (select count(*) from "Submission")::int + (select count(*) from "Comment")::int
      + (select count(*) from "Suggestion")::int + (select count(*) from "CriterionAnswer")::int
      + (select count(*) from "ReviewDecision")::int + (select count(*) from "PlanPart")::int as "count"`;
    await inOneRequest(adviser.userId, async (ask) => {
      expect((await ask(count)).rows[0].count).toBeGreaterThan(3);
      await asOwner(`UPDATE "Grant" SET "revokedAt" = now() WHERE "planId" = $1`, [planId]);
      expect((await ask(count)).rows).toEqual([{ count: 0 }]);
      await expect(
        ask(
          `insert into "Comment" ("id", "planId", "countryId", "submissionId", "path", "threadId", "side", "body", "authorId")
            values ($1, $2, $3, $4, 'about', $1, 'adviser', 'Late', $5)`,
          [uuidv7(), planId, team.countryId, submissionId, adviser.userId],
        ),
      ).rejects.toMatchObject({ code: '42501' });
    });
    await asOwner(
      `UPDATE "Grant" SET "revokedAt" = NULL, "until" = clock_timestamp() + interval '1500 milliseconds' WHERE "planId" = $1`,
      [planId],
    );
    await inOneRequest(adviser.userId, async (ask) => {
      expect((await ask(count)).rows[0].count).toBeGreaterThan(3);
      await new Promise((wait) => setTimeout(wait, 1600));
      expect((await ask(count)).rows).toEqual([{ count: 0 }]);
    });
  });

  test('a write that the database refuses for it is answered as a thing that isn’t there', async () => {
    const { planId, adviser } = await makeReview('drafts');
    // Seen by the app as let into drafts, by the database as let into sent versions a moment later.
    const refused = await asReviewer(adviser, async (tx) => {
      await asOwner(`UPDATE "Grant" SET "scope" = 'sent' WHERE "planId" = $1`, [planId]);
      await tx.$executeRaw`INSERT INTO "Comment" ("id", "planId", "countryId", "path", "threadId", "side", "body", "authorId")
        SELECT ${uuidv7()}::uuid, "planId", "countryId", 'about', ${nobody}::uuid, 'adviser', 'Late', ${adviser.userId}::uuid
        FROM app_grants()`;
      return { ok: true };
    });
    expect(refused).toEqual(notFound);
  });
});

test('what the database says of all grants and of one agrees', async () => {
  const { planId, adviser, team } = await makeReview('drafts');
  const second = await team.plan();
  await letIn(team, adviser, second, 'sent');
  const { rows } = await inOneRequest(adviser.userId, (ask) =>
    ask(`select g."planId", g."scope", app_grant(g."planId") as "one" from app_grants() g order by 2`),
  );
  expect(rows).toEqual([
    { planId, scope: 'drafts', one: 'drafts' },
    { planId: second, scope: 'sent', one: 'sent' },
  ]);
});

test('the database finds the part of a path as the app does', async () => {
  const paths = ['about.title.ar', 'about', `actions.${nobody}.cost`, `decisions.x`, 'situation.drivers.a.places.en'];
  for (const path of paths) {
    const { rows } = await asOwner('SELECT app_part($1) AS "part"', [path]);
    expect(rows[0].part, path).toBe(partOf(path));
  }
});
