import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#people/roles';
import { adoptPlan, listAdoptions } from './adoptions.ts';
import { addComment } from './comments.ts';
import { savePart } from './planParts.ts';
import { listPlans, loadPlan } from './plans.ts';
import { everything, nobody, notFound } from './testAsking.ts';
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
import { letIn, makeAdviser, makeTeam } from './testTeam.ts';

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
