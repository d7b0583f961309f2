import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#people/roles';
import { partOf } from '#plan/parts';
import { valueAt } from '#plan/places';
import { type Plan, planSchema } from '#plan/schema';
import { listNotices } from './notices.ts';
import { savePart } from './planParts.ts';
import { loadPlan } from './plans.ts';
import { acceptSuggestion, declineSuggestion, listSuggestions, suggest } from './suggestions.ts';
import { done, inOneRequest, makeReview, type Review, sentTitle } from './testReview.ts';
import { asOwner, letIn, makeAdviser, makeTeam } from './testTeam.ts';

const notFound = { ok: false, code: 'notFound' };
const notAllowed = { ok: false, code: 'notAllowed' };
const title = 'about.title.en';
const notes = 'money.notes.en';
const costs = 'Costs are of 2026 and without salaries.';

const proposal = ({ planId, submissionId }: Review, extra: object = {}) => ({
  id: uuidv7(),
  planId,
  submissionId: submissionId as string | null,
  path: title,
  to: 'National plan' as unknown,
  note: 'Shorter',
  ...extra,
});
async function proposed(extra: object = {}): Promise<Review & { id: string }> {
  const review = await makeReview();
  return { ...review, id: done(await suggest(review.adviser, proposal(review, extra))).id };
}
const edit = async (actor: Actor, planId: string, path: string, from: unknown, to: unknown) =>
  done(await savePart(actor, planId, partOf(path) ?? '', { id: uuidv7(), changes: [{ path, from, to }] }));
const stands = async ({ team, planId }: Review) => (await loadPlan(team.coordinator, planId))?.plan;
const historyOf = async (planId: string, part: string) =>
  (
    await asOwner(
      'SELECT "id", "actorId", "changes", "clashes" FROM "Change" WHERE "planId" = $1 AND "part" = $2 ORDER BY "revision"',
      [planId, part],
    )
  ).rows;

describe('proposing a wording', () => {
  test('keeps what stood there with what is proposed; coordinators are told', async () => {
    const { team, planId, submissionId, adviser, id } = await proposed();
    for (const actor of [team.coordinator, await team.join('viewer'), adviser])
      expect(await listSuggestions(actor, planId)).toMatchObject([
        {
          id,
          submissionId,
          round: 1,
          path: title,
          from: sentTitle,
          to: 'National plan',
          state: 'open',
          answered: null,
        },
      ]);
    expect((await listNotices(team.coordinator)).map(({ kind, thing }) => [kind, thing])).toEqual([
      ['suggested', `suggestion ${id}`],
    ]);
  });

  test('is for who was let in, and of a single value that the plan has', async () => {
    const review = await makeReview();
    const { team, adviser, planId } = review;
    const drafts = await letIn(team, await makeAdviser(), planId, 'drafts');
    for (const actor of [team.coordinator, await team.join('drafter'), await team.join('viewer')])
      expect(await suggest(actor, proposal(review))).toEqual(notAllowed);
    expect(await suggest((await makeTeam()).coordinator, proposal(review))).toEqual(notFound);
    const ask = (extra: object) => suggest(adviser, proposal(review, extra));
    for (const path of ['about.title', 'about', 'actions', 'about.nothing.en', `actions.${uuidv7()}.cost`])
      expect(await ask({ path }), path).toEqual({ ok: false, code: 'pathUnknown' });
    expect(await ask({ to: sentTitle })).toEqual({ ok: false, code: 'sameWording' });
    expect(await ask({ to: 7 })).toEqual({ ok: false, code: 'notValue' });
    expect(await ask({ path: 'about.start', to: '2027-13-01' })).toEqual({ ok: false, code: 'notValue' });
    expect(await ask({ note: 'x'.repeat(10_001) })).toEqual({ ok: false, code: 'tooLong' });
    // Of a draft only by who sees it.
    expect(await ask({ submissionId: null })).toEqual(notFound);
    done(await suggest(drafts, proposal(review, { submissionId: null })));
    expect(await listSuggestions(adviser, planId)).toEqual([]);
  });

  test('twice with one id proposes once', async () => {
    const review = await makeReview();
    const same = proposal(review);
    done(await suggest(review.adviser, same));
    done(await suggest(review.adviser, same));
    expect(await listSuggestions(review.adviser, review.planId)).toHaveLength(1);
    const other = await makeReview();
    expect(await suggest(other.adviser, { ...proposal(other), id: same.id })).toEqual({ ok: false, code: 'idTaken' });
  });
});

describe('accepting a wording', () => {
  test('changes the plan as any save does: in its history, by who accepted, once', async () => {
    const review = await proposed();
    const { team, planId, adviser, id } = review;
    const drafter = await team.join('drafter');
    const answers = await Promise.all(Array.from({ length: 4 }, () => acceptSuggestion(drafter, id)));
    expect(answers.filter(({ ok }) => ok)).toEqual([{ ok: true }]);
    for (const answer of answers) if (!answer.ok) expect(answer).toEqual({ ok: false, code: 'alreadyAnswered' });
    expect((await stands(review))?.about.title.en).toBe('National plan');
    expect((await historyOf(planId, 'about')).slice(1)).toEqual([
      {
        id,
        actorId: drafter.userId,
        changes: [{ path: title, from: sentTitle, to: 'National plan' }],
        clashes: [],
      },
    ]);
    const { rows } = await asOwner('SELECT "titleEn" FROM "Plan" WHERE "id" = $1', [planId]);
    expect(rows).toEqual([{ titleEn: 'National plan' }]);
    expect(await listSuggestions(adviser, planId)).toMatchObject([
      { state: 'accepted', answered: { by: { userId: drafter.userId } } },
    ]);
    expect((await listNotices(adviser)).map(({ kind }) => kind)).toEqual(['suggestionAccepted', 'sent']);
    expect(await declineSuggestion(drafter, id, 'Too late')).toEqual({ ok: false, code: 'alreadyAnswered' });
    await inOneRequest(drafter.userId, async (ask) => {
      const again = `update "Suggestion" set "state" = 'declined', "reason" = 'Too late', "answeredBy" = $1`;
      expect((await ask(again, [drafter.userId])).rowCount).toBe(0);
    });
  });

  test('puts it together with what was changed elsewhere in the text since', async () => {
    const review = await proposed({ path: notes, to: costs.replace('salaries', 'taxes') });
    const { team, planId, id } = review;
    await edit(team.coordinator, planId, notes, costs, costs.replace('2026', '2027'));
    const merged = 'Costs are of 2027 and without taxes.';
    expect(await acceptSuggestion(team.coordinator, id)).toEqual({ ok: true, merged });
    expect((await stands(review))?.money.notes.en).toBe(merged);
  });

  test('where the text moved on: nothing happens but being told, and it can be accepted over what stands there', async () => {
    const review = await proposed();
    const { team, planId, id } = review;
    await edit(team.coordinator, planId, title, sentTitle, 'Another title');
    const before = await historyOf(planId, 'about');
    expect(await acceptSuggestion(team.coordinator, id)).toEqual({
      ok: false,
      code: 'textMoved',
      now: 'Another title',
    });
    expect(await historyOf(planId, 'about')).toEqual(before);
    expect(await listSuggestions(team.coordinator, planId)).toMatchObject([{ state: 'open' }]);
    // Over something that no longer stands there: told again.
    expect(await acceptSuggestion(team.coordinator, id, 'A title before that')).toMatchObject({ code: 'textMoved' });
    expect(await acceptSuggestion(team.coordinator, id, 'Another title')).toEqual({ ok: true });
    expect((await stands(review))?.about.title.en).toBe('National plan');
  });

  test('of an entry that was taken out: told that nothing stands there', async () => {
    const action = uuidv7();
    const review = await makeReview('sent', (plan) => {
      Object.assign(plan.actions, { [action]: { title: { ar: '', en: 'Aid' } } });
    });
    const path = `actions.${action}.title.en`;
    const { id } = done(await suggest(review.adviser, proposal(review, { path, to: 'Legal aid' })));
    const item = (await stands(review))?.actions[action];
    const part = `actions.${action}`;
    const removal = { id: uuidv7(), changes: [{ path: part, from: item, to: null }] };
    done(await savePart(review.team.coordinator, review.planId, part, removal));
    const told = await acceptSuggestion(review.team.coordinator, id);
    expect(told).toEqual({ ok: false, code: 'textMoved', now: null });
  });

  test('of what says the same already changes nothing, and is answered', async () => {
    const review = await proposed();
    await edit(review.team.coordinator, review.planId, title, sentTitle, 'National plan');
    expect(await acceptSuggestion(review.team.coordinator, review.id)).toEqual({ ok: true });
    expect(await historyOf(review.planId, 'about')).toHaveLength(2);
  });

  test('also where nobody has begun that part of the plan yet', async () => {
    const review = await makeReview();
    const path = 'decisions.pve-44-a.reason.en';
    const { id } = done(await suggest(review.adviser, proposal(review, { path, to: 'Fits the context' })));
    done(await acceptSuggestion(review.team.coordinator, id));
    expect((await stands(review))?.decisions['pve-44-a']?.reason.en).toBe('Fits the context');
  });

  test('is for writers, and for a contributor on what is theirs', async () => {
    const review = await proposed({ path: notes, to: 'Costs of 2026.' });
    const { team, planId, adviser, id } = review;
    const [theirs, others] = [
      await team.join('contributor', [{ planId, part: 'money' }]),
      await team.join('contributor', [{ planId, part: 'about' }]),
    ];
    expect(await acceptSuggestion(await team.join('viewer'), id)).toEqual(notAllowed);
    expect(await acceptSuggestion(adviser, id)).toEqual(notAllowed);
    expect(await acceptSuggestion(others, id)).toEqual(notFound);
    expect(await acceptSuggestion((await makeTeam()).coordinator, id)).toEqual(notFound);
    // A part that was taken back a moment ago.
    const liar = { ...others, assignments: [{ planId, part: 'money' }] };
    expect(await acceptSuggestion(liar, id)).toEqual(notFound);
    await inOneRequest(adviser.userId, async (ask) => {
      const forged = `update "Suggestion" set "state" = 'accepted', "answeredBy" = $1, "answeredAt" = now()`;
      expect((await ask(forged, [adviser.userId])).rowCount).toBe(0);
    });
    expect((await listSuggestions(theirs, planId))?.map((each) => each.id)).toEqual([id]);
    expect(await acceptSuggestion(theirs, id)).toEqual({ ok: true });
    expect((await stands(review))?.money.notes.en).toBe('Costs of 2026.');
  });
});

describe('proposing another choice from a list', () => {
  const [action, mine, other] = [uuidv7(), uuidv7(), uuidv7()];
  const fill = (plan: Plan) => {
    const { agencies, actions } = planSchema.parse({
      agencies: { [mine]: { order: 1, name: { en: 'Interior' } }, [other]: { order: 2, name: { en: 'Youth' } } },
      actions: { [action]: { order: 1, leadAgency: mine, partners: [mine] } },
    });
    Object.assign(plan, { agencies, actions });
  };
  const lead = `actions.${action}.leadAgency`;
  const propose = async (path: string, to: unknown) => {
    const review = await makeReview('sent', fill);
    return { ...review, id: done(await suggest(review.adviser, proposal(review, { path, to }))).id };
  };

  test.each([
    [lead, mine, other],
    [lead, mine, null],
    [`actions.${action}.partners`, [mine], [mine, other]],
    [`actions.${action}.level`, 'unstated', 'national'],
    [`actions.${action}.youth`, false, true],
    ['decisions.pve-54-a.decision', 'undecided', 'adopt'],
  ])('%s from %j to %j: accepted, it stands in the plan and in its history', async (path, from, to) => {
    const { team, planId, adviser, id } = await propose(path, to);
    expect(await listSuggestions(team.coordinator, planId)).toMatchObject([{ path, from, to, state: 'open' }]);
    expect(await acceptSuggestion(team.coordinator, id)).toEqual({ ok: true });
    expect(valueAt((await loadPlan(team.coordinator, planId))?.plan, `plan.${path}`, 'plan')).toEqual(to);
    const history = await historyOf(planId, partOf(path) ?? '');
    expect(history.at(-1)).toMatchObject({ id, actorId: team.coordinator.userId });
    expect((await listNotices(adviser))[0]?.kind).toBe('suggestionAccepted');
  });

  test('what is not in the list is none, and what was taken out of it since can’t be accepted', async () => {
    const review = await propose(lead, other);
    const { team, planId, adviser, id } = review;
    const ask = (path: string, to: unknown) => suggest(adviser, proposal(review, { path, to }));
    for (const [path, to] of [
      [lead, uuidv7()],
      [lead, 'x'],
      [`actions.${action}.partners`, [mine, uuidv7()]],
      [`actions.${action}.recommendations`, ['pve-0']],
      ['decisions.pve-54-a.decision', 'perhaps'],
    ] as const)
      expect(await ask(path, to), path).toEqual({ ok: false, code: 'notValue' });
    expect(await ask(lead, mine)).toEqual({ ok: false, code: 'sameWording' });
    const agency = (await loadPlan(team.coordinator, planId))?.plan.agencies[other];
    await edit(team.coordinator, planId, `agencies.${other}`, agency, null);
    expect(await acceptSuggestion(team.coordinator, id)).toEqual({ ok: false, code: 'valueGone' });
    expect((await loadPlan(team.coordinator, planId))?.plan.actions[action]?.leadAgency).toBe(mine);
    done(await declineSuggestion(team.coordinator, id, 'It was dissolved'));
  });

  test('where something else was chosen since, it is accepted only over that', async () => {
    const { team, planId, id } = await propose(lead, other);
    await edit(team.coordinator, planId, lead, mine, null);
    expect(await acceptSuggestion(team.coordinator, id)).toEqual({ ok: false, code: 'textMoved', now: null });
    expect(await acceptSuggestion(team.coordinator, id, null)).toEqual({ ok: true });
    expect((await loadPlan(team.coordinator, planId))?.plan.actions[action]?.leadAgency).toBe(other);
  });
});

describe('declining a wording', () => {
  test('needs a reason, which the adviser is told', async () => {
    const review = await proposed();
    const { team, planId, adviser, id } = review;
    expect(await declineSuggestion(team.coordinator, id, ' ')).toEqual({ ok: false, code: 'reasonMissing' });
    expect(await declineSuggestion(team.coordinator, id, 'x'.repeat(10_001))).toEqual({ ok: false, code: 'tooLong' });
    done(await declineSuggestion(team.coordinator, id, 'The cabinet named it'));
    expect(await listSuggestions(adviser, planId)).toMatchObject([
      { state: 'declined', reason: 'The cabinet named it' },
    ]);
    expect((await listNotices(adviser)).map(({ kind }) => kind)).toEqual(['suggestionDeclined', 'sent']);
    expect(await acceptSuggestion(team.coordinator, id)).toEqual({ ok: false, code: 'alreadyAnswered' });
    expect((await stands(review))?.about.title.en).toBe(sentTitle);
    await expect(asOwner(`UPDATE "Suggestion" SET "reason" = '' WHERE "id" = $1`, [id])).rejects.toThrow(
      'suggestion_state',
    );
  });
});
