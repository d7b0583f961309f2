import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { criteria } from '#catalogue/criteria';
import type { Actor } from '#people/roles';
import { partOf } from '#plan/parts';
import { adoptPlan, listAdoptions, loadAdoption } from './adoptions.ts';
import { addComment, replyTo, resolveThread } from './comments.ts';
import { loadDesk, loadReviewState } from './desk.ts';
import { loadDispositions } from './dispositionTable.ts';
import { asReviewer, grantAccess, listAdvisers, listGrants, revokeAccess } from './grants.ts';
import { listNotices } from './notices.ts';
import { savePart } from './planParts.ts';
import { deletePlan, listPlans, loadPlan } from './plans.ts';
import { decide } from './reviewDecisions.ts';
import { actorOf } from './session.ts';
import { changesSinceSent, listRounds, loadRound, sendSubmission, withdrawSubmission } from './submissions.ts';
import { listSuggestions, suggest } from './suggestions.ts';
import {
  commentOn,
  done,
  inOneRequest,
  makeFullReview,
  makeReview,
  reviewTables,
  rowsSeen,
  unsent,
} from './testReview.ts';
import { asOwner, letIn, makeAdviser, makeTeam } from './testTeam.ts';
import { listThreads } from './threads.ts';
import { answerCriterion, draftLetter, loadWorksheet } from './worksheet.ts';

const inAYear = new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10);
const yesterday = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
const notFound = { ok: false, code: 'notFound' };
const nobody = '0190b3a1-0000-7000-8000-000000000001';

const fresh = async (actor: Actor): Promise<Actor> => {
  const found = await actorOf(actor.userId);
  if (!found) throw new Error('There is no such person');
  return found;
};

/** Everything that can be asked of a review, and what is answered where there is none. */
async function everything(
  actor: Actor,
  { planId, submissionId, commentId }: { planId: string; submissionId: string; commentId: string },
): Promise<Record<string, [found: unknown, nothing: unknown]>> {
  const [adoption] = (await asOwner('SELECT "id" FROM "Adoption" WHERE "planId" = $1', [planId])).rows;
  const summary = { ar: '', en: 'No' };
  const wording = { id: uuidv7(), planId, submissionId, path: 'about.title.en', to: 'Mine', note: '' };
  const answer = { submissionId, criterion: criteria[0]?.id ?? '', answer: 'met' as const, note: { ar: '', en: '' } };
  return {
    plan: [await loadPlan(actor, planId), null],
    plans: [(await listPlans(actor)).filter(({ id }) => id === planId), []],
    rounds: [await listRounds(actor, planId), null],
    round: [await loadRound(actor, submissionId), null],
    changes: [await changesSinceSent(actor, planId), notFound],
    threads: [await listThreads(actor, planId), null],
    suggestions: [await listSuggestions(actor, planId), null],
    dispositions: [await loadDispositions(actor, planId), null],
    worksheet: [await loadWorksheet(actor, submissionId), null],
    letter: [await draftLetter(actor, submissionId), null],
    adoptions: [await listAdoptions(actor, planId), null],
    adoption: [await loadAdoption(actor, adoption?.id ?? nobody), null],
    state: [await loadReviewState(actor, planId), null],
    desk: [(await loadDesk(actor)).filter((each) => each.planId === planId), []],
    grants: [await listGrants(actor, planId), null],
    notices: [(await listNotices(actor)).filter((each) => each.planId === planId), []],
    comment: [await addComment(actor, commentOn(planId, submissionId)), notFound],
    note: [await addComment(actor, commentOn(planId, submissionId, { isPrivate: true })), notFound],
    reply: [await replyTo(actor, commentId, { id: uuidv7(), body: 'Mine', mentions: [] }), notFound],
    resolve: [await resolveThread(actor, commentId, 'Mine'), notFound],
    suggest: [await suggest(actor, wording), notFound],
    decide: [await decide(actor, { submissionId, outcome: 'cleared', summary }), notFound],
    answer: [await answerCriterion(actor, answer), notFound],
    send: [await sendSubmission(actor, planId, {}), notFound],
    withdraw: [await withdrawSubmission(actor, submissionId), notFound],
    grant: [await grantAccess(actor, { planId, adviserId: actor.userId, scope: 'drafts', until: inAYear }), notFound],
  };
}

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

describe('an adviser of sent versions', () => {
  test('sees what was sent and what was said of it, and nothing of the draft', async () => {
    const { team, planId, submissionId, adviser } = await makeFullReview();
    const save = { id: uuidv7(), changes: [{ path: 'about.title.en', from: 'Plan that was sent', to: unsent }] };
    done(await savePart(team.coordinator, planId, 'about', save));
    const found = await everything(adviser, { planId, submissionId, commentId: nobody });
    expect(found.rounds?.[0]).toHaveLength(1);
    expect(JSON.stringify(found)).toContain('Plan that was sent');
    expect(JSON.stringify(found)).not.toContain(unsent);
    for (const table of ['Plan', 'PlanPart', 'Change'] as const)
      expect((await rowsSeen(adviser.userId))[table], table).toBe(0);
    const { rows } = await inOneRequest(adviser.userId, (ask) =>
      ask(`select to_jsonb(c) as "row" from "Comment" c union all select to_jsonb(s) from "Suggestion" s
        union all select to_jsonb(s) from "Submission" s union all select to_jsonb(a) from "Adoption" a`),
    );
    expect(rows.length).toBeGreaterThan(3);
    expect(JSON.stringify(rows)).not.toContain(unsent);
    // Who only says to be let into drafts is held back by the database.
    const liar = { ...adviser, grants: adviser.grants.map((grant) => ({ ...grant, scope: 'drafts' as const })) };
    expect(JSON.stringify(await everything(liar, { planId, submissionId, commentId: nobody }))).not.toContain(unsent);
    expect(await addComment(liar, commentOn(planId, null, { path: 'about' }))).toEqual(notFound);
  });

  test('sees no edition that was adopted without being sent', async () => {
    const { team, planId, adviser } = await makeReview();
    const adoption = { planId, submissionId: null, decree: '', adoptedOn: '2026-01-01' };
    done(await adoptPlan(team.coordinator, { ...adoption, authority: { ar: '', en: 'Cabinet' } }));
    expect(await listAdoptions(adviser, planId)).toEqual([]);
    expect((await rowsSeen(adviser.userId)).Adoption).toBe(0);
    expect(await listAdoptions(team.coordinator, planId)).toHaveLength(1);
  });
});

describe('an adviser of drafts', () => {
  test('reads the draft, but neither its history nor anything of another plan, and writes none of it', async () => {
    const { team, planId, adviser } = await makeReview('drafts');
    await team.plan();
    expect((await loadPlan(adviser, planId))?.plan.money.notes.en).toContain('salaries');
    expect((await listPlans(adviser)).map(({ id }) => id)).toEqual([planId]);
    const seen = await rowsSeen(adviser.userId);
    expect(seen).toMatchObject({ Plan: 1, Change: 0 });
    expect(seen.PlanPart).toBeGreaterThan(5);
    const save = { id: uuidv7(), changes: [{ path: 'money.notes.en', from: '', to: 'Mine' }] };
    expect(await savePart(adviser, planId, 'money', save)).toEqual({ ok: false, code: 'notAllowed' });
    await inOneRequest(adviser.userId, async (ask) => {
      expect((await ask(`update "PlanPart" set "revision" = 7`)).rowCount).toBe(0);
      expect((await ask(`delete from "PlanPart"`)).rowCount).toBe(0);
      expect((await ask(`update "Plan" set "titleEn" = 'Mine'`)).rowCount).toBe(0);
    });
  });
});

describe('nobody else learns anything of a review', () => {
  const outsiders = {
    'an adviser of another country': async () => (await makeReview('drafts')).adviser,
    'an adviser whom nobody let in': () => makeAdviser(),
    'a coordinator of another country': async () => (await makeTeam()).coordinator,
    'an adviser of another plan of the country': async (review: Awaited<ReturnType<typeof makeFullReview>>) =>
      letIn(review.team, await makeAdviser(), await review.team.plan(), 'drafts'),
    'a contributor to whom nothing is assigned': (review: Awaited<ReturnType<typeof makeFullReview>>) =>
      review.team.join('contributor'),
  };

  test.each(Object.entries(outsiders))('%s', async (who, make) => {
    const review = await makeFullReview();
    const outsider = await make(review);
    const asked = await everything(outsider, review);
    for (const [what, [found, nothing]] of Object.entries(asked)) expect(found, what).toEqual(nothing);
    // Also with a word for it that isn’t true: the database has the last.
    const { planId, team } = review;
    const liar: Actor = {
      ...outsider,
      duties: ['adviser'],
      memberships: [],
      grants: [{ planId, countryId: team.countryId, scope: 'drafts' }],
    };
    for (const [what, [found, nothing]] of Object.entries(await everything(liar, review)))
      expect(found, what).toEqual(nothing);
    // And with the queries’ own filters taken away.
    const { rows } = await inOneRequest(outsider.userId, (ask) =>
      ask(reviewTables.map((table) => `select '${table}' from "${table}" where "countryId" = $1`).join(' union all '), [
        team.countryId,
      ]),
    );
    const own = who === 'an adviser of another plan of the country' ? ['Grant'] : [];
    expect(rows.map((row) => Object.values(row)[0])).toEqual(own);
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
