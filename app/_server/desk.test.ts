import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { recommendations } from '#catalogue/recommendations';
import { readDesk } from '../_review/deskList.ts';
import { addComment, replyTo } from './comments.ts';
import { DESK_ROWS, loadDesk, loadDeskPage, loadReviewState } from './desk.ts';
import { loadChoicesOf, loadDeskCoverage } from './deskCoverage.ts';
import { decide } from './reviewDecisions.ts';
import { sendSubmission } from './submissions.ts';
import { suggest } from './suggestions.ts';
import { commentOn, done, makeReview, sentTitle, unsent } from './testReview.ts';
import { asOwner, letIn, makeAdviser, makeTeam } from './testTeam.ts';

const summary = { ar: '', en: 'Please add dates' };
const [first = { id: '' }] = recommendations;

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
    // A page is found by what may be known, and by nothing else.
    const found = (search: object) => loadDeskPage(actor, readDesk({ ...search }), undefined, 'en');
    expect(await found({ q: 'elsewhere' })).toMatchObject({ all: 3, found: 1, rows: [desk[0]] });
    expect(await found({ q: unsent })).toMatchObject({ all: 3, found: 0, rows: [] });
    expect((await found({ waits: 'country' })).rows).toEqual(desk.slice(1));
    for (const stranger of [liar, reviewed.team.coordinator])
      expect(await loadDeskPage(stranger, readDesk({}), '1', 'en')).toMatchObject({ all: 0, rows: [] });
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
    const asked = readDesk({ sort: 'country' });
    const pages = [];
    for (let page = 1; page <= 12; page += 1) pages.push(await loadDeskPage(adviser, asked, String(page), 'en'));
    expect(pages[0]).toMatchObject({ page: 1, pages: 12, all: 579, found: 579 });
    const shown = pages.flatMap(({ rows }) => rows);
    expect(pages[0]?.rows).toHaveLength(DESK_ROWS);
    expect(new Set(shown.map(({ planId }) => planId)).size).toBe(579);
    expect(new Map(shown.map((plan) => [plan.planId, plan]))).toEqual(new Map(desk.map((plan) => [plan.planId, plan])));
    expect(await quickest(() => loadDeskPage(adviser, asked, '1', 'ar'))).toBeLessThan(300);
    expect((await loadDeskCoverage(adviser))?.plans).toBe(579);
    expect(await quickest(() => loadDeskCoverage(adviser))).toBeLessThan(300);
    expect(await loadChoicesOf(adviser, first.id)).toHaveLength(579);
    expect(await quickest(() => loadChoicesOf(adviser, first.id))).toBeLessThan(300);
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
