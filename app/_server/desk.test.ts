import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { recommendations } from '#catalogue/recommendations';
import { addComment, replyTo } from './comments.ts';
import { loadDesk, loadDeskCoverage, loadReviewState } from './desk.ts';
import { savePart } from './planParts.ts';
import { decide } from './reviewDecisions.ts';
import { sendSubmission } from './submissions.ts';
import { suggest } from './suggestions.ts';
import { commentOn, done, makeReview, sentTitle, unsent } from './testReview.ts';
import { asOwner, letIn, makeAdviser, makeTeam } from './testTeam.ts';

const summary = { ar: '', en: 'Please add dates' };
const [first = { id: '' }, second = { id: '' }] = recommendations;

describe('the desk', () => {
  test('holds the plans of all countries that let the adviser in, what waits for them first', async () => {
    const reviewed = await makeReview('drafts');
    const { adviser } = reviewed;
    const [drafting, sent] = [await makeTeam(), await makeTeam()];
    const draftId = await drafting.plan((plan) => {
      plan.about.title.en = unsent;
    });
    const sentId = await sent.plan((plan) => {
      plan.about.title.en = 'Sent elsewhere';
    });
    const actor = await letIn(sent, await letIn(drafting, adviser, draftId), sentId);
    done(await decide(actor, { submissionId: reviewed.submissionId, outcome: 'returned', summary }));
    done(await sendSubmission(sent.coordinator, sentId, { dueOn: '2999-01-31' }));
    const desk = await loadDesk(actor);
    expect(desk.map(({ planId, waiting }) => [planId, waiting.state, waiting.waitsFor])).toEqual([
      [sentId, 'sent', 'adviser'],
      [reviewed.planId, 'returned', 'country'],
      [draftId, 'drafting', 'country'],
    ]);
    expect(desk[0]).toMatchObject({
      title: { en: 'Sent elsewhere' },
      countryId: sent.countryId,
      scope: 'sent',
      waiting: { round: 1, dueAt: new Date('2999-02-01T00:00:00Z') },
    });
    // The title of what was never sent is no more known than the rest of it.
    expect(desk[2]?.title).toBeNull();
    expect(JSON.stringify(desk)).not.toContain(unsent);
    expect(await loadDesk(reviewed.team.coordinator)).toEqual([]);
    expect(await loadDesk(await makeAdviser())).toEqual([]);
    // By the database's word, not the actor's.
    const liar = { ...(await makeAdviser()), grants: actor.grants };
    expect(await loadDesk(liar)).toEqual([]);
  });

  test('counts what is open, and whom which questions wait for since when', async () => {
    const { team, planId, submissionId, adviser } = await makeReview();
    const asked = commentOn(planId, submissionId);
    const answered = commentOn(planId, submissionId, { weight: 'consider' });
    for (const comment of [asked, answered]) done(await addComment(adviser, comment));
    done(await replyTo(team.coordinator, answered.id, { id: uuidv7(), body: 'We will', mentions: [] }));
    done(await addComment(adviser, commentOn(planId, submissionId, { isPrivate: true })));
    done(await addComment(team.coordinator, commentOn(planId, submissionId, { isPrivate: true })));
    done(await suggest(adviser, { id: uuidv7(), planId, submissionId, path: 'about.title.en', to: 'Plan', note: '' }));
    const ours = await loadReviewState(team.coordinator, planId);
    const [theirs] = await loadDesk(adviser);
    for (const state of [ours, theirs])
      expect(state).toMatchObject({
        counts: { mustFix: 1, consider: 1, wordings: 1 },
        waiting: { state: 'sent', asked: { country: { threads: 1 }, adviser: { threads: 1 } } },
        title: { en: sentTitle },
      });
    expect(ours?.waiting.asked.country?.since).toBeInstanceOf(Date);
    expect(await loadReviewState(await team.join('contributor', [{ planId, part: 'about' }]), planId)).toBeNull();
  });

  test('tells which recommendations countries choose and which they leave, by what they sent last', async () => {
    const { team, planId, adviser } = await makeReview('sent', (plan) => {
      Object.assign(plan.decisions, {
        [first.id]: { decision: 'adopt', reason: { ar: '', en: '' }, priority: 'none', drivers: [], mergedInto: null },
        [second.id]: { decision: 'defer', reason: { ar: '', en: '' }, priority: 'none', drivers: [], mergedInto: null },
      });
    });
    const other = await makeReview('sent', (plan) => {
      plan.decisions[first.id] = {
        ...{ decision: 'adapt', reason: { ar: '', en: '' }, priority: 'none', drivers: [], mergedInto: null },
      };
    });
    const actor = await letIn(other.team, adviser, other.planId);
    await letIn(other.team, adviser, await other.team.plan());
    const path = `decisions.${second.id}`;
    const later = { id: uuidv7(), changes: [{ path: `${path}.decision`, from: 'defer', to: 'adopt' }] };
    done(await savePart(team.coordinator, planId, path, later));
    const covered = await loadDeskCoverage(actor);
    expect(covered?.plans).toBe(2);
    expect(covered?.recommendations.slice(0, 2)).toMatchObject([
      { id: first.id, chosen: 1, adapted: 1, left: 0, open: 0 },
      { id: second.id, chosen: 0, adapted: 0, left: 1, open: 1 },
    ]);
    expect(await loadDeskCoverage(team.coordinator)).toBeNull();
  });

  test('of 193 countries with three plans each is there in less than 300 ms', async () => {
    const adviser = await makeAdviser();
    const text = JSON.stringify({ filler: Array.from({ length: 400 }, () => uuidv7()) });
    await asOwner(`WITH countries AS (
        INSERT INTO "Country" ("id", "code", "nameAr", "nameEn")
        SELECT gen_random_uuid(), 'D' || n, 'بلد', 'Country' FROM generate_series(1, 193) n RETURNING "id")
      INSERT INTO "Plan" ("id", "countryId") SELECT gen_random_uuid(), c."id" FROM countries c, generate_series(1, 3)`);
    await asOwner(
      `INSERT INTO "Grant" ("id", "planId", "countryId", "adviserId", "scope", "until", "grantedBy")
        SELECT gen_random_uuid(), p."id", p."countryId", $1, 'sent', now() + interval '1 year', $1 FROM "Plan" p
        JOIN "Country" c ON c."id" = p."countryId" AND c."code" LIKE 'D%'`,
      [adviser.userId],
    );
    await asOwner(
      `INSERT INTO "Submission" ("id", "planId", "countryId", "number", "content", "hash", "titleAr", "titleEn", "choices", "sentBy")
        SELECT gen_random_uuid(), g."planId", g."countryId", n, $2::jsonb, 'x', 'خطة', 'Plan', '{}', $1
        FROM "Grant" g, generate_series(1, 3) n WHERE g."adviserId" = $1`,
      [adviser.userId, text],
    );
    await asOwner(
      `INSERT INTO "ReviewDecision" ("id", "submissionId", "planId", "countryId", "outcome", "summaryAr", "summaryEn", "decidedBy")
        SELECT gen_random_uuid(), s."id", s."planId", s."countryId", 'returned', '', '', $1 FROM "Submission" s
        WHERE s."sentBy" = $1 AND s."number" < 3`,
      [adviser.userId],
    );
    await asOwner(
      `WITH begun AS MATERIALIZED (
        SELECT gen_random_uuid() AS "thread", s.* FROM "Submission" s, generate_series(1, 8) WHERE s."sentBy" = $1),
      roots AS (
        INSERT INTO "Comment" ("id", "planId", "countryId", "submissionId", "path", "threadId", "side", "weight", "body", "authorId",
          "resolvedAt")
        SELECT b."thread", b."planId", b."countryId", b."id", 'about', b."thread", 'adviser', 'mustFix', 'x', $1,
          CASE WHEN b."number" < 3 THEN now() END FROM begun b
        RETURNING *)
      INSERT INTO "Comment" ("id", "planId", "countryId", "submissionId", "path", "threadId", "side", "body", "authorId", "createdAt")
        SELECT gen_random_uuid(), r."planId", r."countryId", r."submissionId", 'about', r."id", 'country', 'x', $1,
          r."createdAt" + interval '1 minute' FROM roots r`,
      [adviser.userId],
    );
    await asOwner(
      `INSERT INTO "Suggestion" ("id", "planId", "countryId", "submissionId", "path", "from", "to", "authorId")
        SELECT gen_random_uuid(), s."planId", s."countryId", s."id", 'about.title.en', '""', '"x"', $1
        FROM "Submission" s, generate_series(1, 4) WHERE s."sentBy" = $1`,
      [adviser.userId],
    );
    await asOwner('ANALYZE');
    const desk = await loadDesk(adviser);
    expect(desk).toHaveLength(579);
    expect(desk[0]).toMatchObject({
      waiting: { round: 3, asked: { adviser: { threads: 8 } } },
      counts: { mustFix: 8, wordings: 12 },
    });
    expect(await quickest(() => loadDesk(adviser))).toBeLessThan(300);
    expect((await loadDeskCoverage(adviser))?.plans).toBe(579);
    expect(await quickest(() => loadDeskCoverage(adviser))).toBeLessThan(300);
  });
});

/** How long something takes in milliseconds, where other tests on the same machine leave it alone for a moment. */
async function quickest(work: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 15 && best >= 300; turn += 1) {
    const begun = performance.now();
    await work();
    best = Math.min(best, performance.now() - begun);
  }
  return best;
}
