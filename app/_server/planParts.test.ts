import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import type { Change } from '#plan/changes';
import { savePart } from './planParts.ts';
import { loadPlan } from './plans.ts';
import { asOwner, makeTeam, type Team } from './testTeam.ts';

const change = (path: string, from: unknown, to: unknown): Change => ({ path, from, to });
const save = (...changes: Change[]) => ({ id: uuidv7(), changes });
const contentOf = async ({ coordinator }: Team, planId: string) => (await loadPlan(coordinator, planId))?.plan;
const historyOf = async (planId: string, part: string) =>
  (
    await asOwner(
      'SELECT "revision", "changes", "clashes" FROM "Change" WHERE "planId" = $1 AND "part" = $2 ORDER BY "at", "id"',
      [planId, part],
    )
  ).rows;

test('what two people write in different fields is both there, without a word', async () => {
  const team = await makeTeam();
  const planId = await team.plan();
  const drafter = await team.join('drafter');
  const first = await savePart(team.coordinator, planId, 'about', save(change('about.title.ar', '', 'خطة')));
  const second = await savePart(drafter, planId, 'about', save(change('about.title.en', '', 'Plan')));
  expect(first).toEqual({ ok: true, revision: 2, merged: [], clashes: [] });
  expect(second).toEqual({ ok: true, revision: 3, merged: [], clashes: [] });
  expect((await contentOf(team, planId))?.about.title).toEqual({ ar: 'خطة', en: 'Plan' });
});

test('of two texts for one field, one is in the plan and the other is kept beside it', async () => {
  const team = await makeTeam();
  const planId = await team.plan();
  const drafter = await team.join('drafter');
  await savePart(team.coordinator, planId, 'about', save(change('about.title.en', '', 'First')));
  const result = await savePart(drafter, planId, 'about', save(change('about.title.en', '', 'Second')));
  const clashes = [{ path: 'about.title.en', mine: 'Second', theirs: 'First' }];
  expect(result).toEqual({ ok: true, revision: 2, merged: [], clashes });
  expect((await contentOf(team, planId))?.about.title.en).toBe('First');
  expect((await historyOf(planId, 'about')).at(-1)).toEqual({ revision: 2, changes: [], clashes });
});

test('edits of different words of a paragraph become one paragraph, and who sent the later is told', async () => {
  const team = await makeTeam();
  const planId = await team.plan((plan) => {
    plan.money.notes.en = 'Costs are of 2026 and without salaries.';
  });
  const path = 'money.notes.en';
  const from = 'Costs are of 2026 and without salaries.';
  await savePart(team.coordinator, planId, 'money', save(change(path, from, from.replace('2026', '2027'))));
  const later = save(change(path, from, from.replace('salaries', 'taxes')));
  const result = await savePart(team.coordinator, planId, 'money', later);
  const value = 'Costs are of 2027 and without taxes.';
  expect(result).toEqual({ ok: true, revision: 3, merged: [{ path, value }], clashes: [] });
  expect(await savePart(team.coordinator, planId, 'money', later)).toEqual(result);
  expect((await contentOf(team, planId))?.money.notes.en).toBe(value);
});

test('a save that is sent again, even at the same time, is answered alike and applied once', async () => {
  const team = await makeTeam();
  const planId = await team.plan();
  const once = save(change('about.title.en', '', 'Once'));
  const answers = await Promise.all(Array.from({ length: 5 }, () => savePart(team.coordinator, planId, 'about', once)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  await savePart(team.coordinator, planId, 'about', save(change('about.title.en', 'Once', 'Later')));
  expect(await savePart(team.coordinator, planId, 'about', once)).toEqual(answers[0]);
  expect((await contentOf(team, planId))?.about.title.en).toBe('Later');
  expect(await historyOf(planId, 'about')).toHaveLength(3);
});

test('a clash that is sent again at the same time is kept once', async () => {
  const team = await makeTeam();
  const planId = await team.plan((plan) => {
    plan.about.title.en = 'Theirs';
  });
  const mine = save(change('about.title.en', '', 'Mine'));
  const answers = await Promise.all(Array.from({ length: 4 }, () => savePart(team.coordinator, planId, 'about', mine)));
  for (const answer of answers) expect(answer).toMatchObject({ ok: true, clashes: [{ mine: 'Mine' }] });
  expect(await historyOf(planId, 'about')).toHaveLength(2);
});

test('an id that stands for another save is refused', async () => {
  const [team, other] = [await makeTeam(), await makeTeam()];
  const [planId, otherPlan] = [await team.plan(), await other.plan()];
  const used = save(change('about.title.en', '', 'A'));
  await savePart(team.coordinator, planId, 'about', used);
  const taken = { ok: false, code: 'idTaken' };
  const elsewhere = { id: used.id, changes: [change('money.notes.en', '', 'B')] };
  expect(await savePart(team.coordinator, planId, 'money', elsewhere)).toEqual(taken);
  expect(await savePart(other.coordinator, otherPlan, 'about', used)).toEqual(taken);
  expect(await savePart(await team.join('drafter'), planId, 'about', used)).toEqual(taken);
  expect((await contentOf(other, otherPlan))?.about.title.en).toBe('');
});

test('twenty saves of one part at once are all in it', async () => {
  const team = await makeTeam();
  const planId = await team.plan();
  const ids = Array.from({ length: 20 }, () => uuidv7());
  const results = await Promise.all(
    ids.map((id) =>
      savePart(team.coordinator, planId, 'agencies', save(change(`agencies.${id}`, null, { name: { en: id } }))),
    ),
  );
  expect(results.filter((result) => !result.ok)).toEqual([]);
  const plan = await contentOf(team, planId);
  expect(Object.keys(plan?.agencies ?? {}).sort()).toEqual([...ids].sort());
  expect((await historyOf(planId, 'agencies')).map(({ revision }) => revision)).toHaveLength(21);
});

test('twenty people who begin one part at once all find their field in it', async () => {
  const team = await makeTeam();
  const planId = await team.plan();
  const fields = ['reason.ar', 'reason.en', 'decision', 'priority'];
  const values: Record<string, string> = { decision: 'adopt', priority: 'high' };
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, n) => {
      const field = fields[n % fields.length] as string;
      return savePart(
        team.coordinator,
        planId,
        'decisions.rec-1',
        save(change(`decisions.rec-1.${field}`, null, values[field] ?? 'Text')),
      );
    }),
  );
  expect(results.filter((result) => !result.ok)).toEqual([]);
  expect((await contentOf(team, planId))?.decisions['rec-1']).toEqual({
    decision: 'adopt',
    priority: 'high',
    reason: { ar: 'Text', en: 'Text' },
    drivers: [],
    mergedInto: null,
  });
});

test('an action is added, removed with its text kept in the history, and added again', async () => {
  const team = await makeTeam();
  const planId = await team.plan();
  const id = uuidv7();
  const part = `actions.${id}`;
  const item = { title: { ar: '', en: 'Mobile legal aid' } };
  expect(await savePart(team.coordinator, planId, part, save(change(part, null, item)))).toMatchObject({ revision: 1 });
  const stored = (await contentOf(team, planId))?.actions[id];
  expect(stored).toMatchObject({ ...item, currency: 'USD' });
  const removed = await savePart(team.coordinator, planId, part, save(change(part, stored, null)));
  expect(removed).toEqual({ ok: true, revision: 2, merged: [], clashes: [] });
  expect((await contentOf(team, planId))?.actions).toEqual({});
  expect((await historyOf(planId, part)).at(-1)?.changes).toEqual([{ path: part, from: stored, to: null }]);
  const late = change(`${part}.cost`, '', '100');
  expect(await savePart(team.coordinator, planId, part, save(late))).toMatchObject({
    clashes: [{ path: late.path, mine: '100', theirs: null }],
  });
  expect(await savePart(team.coordinator, planId, part, save(change(part, null, stored)))).toMatchObject({
    revision: 3,
  });
  expect((await contentOf(team, planId))?.actions[id]).toEqual(stored);
});

test('the title of a plan in lists follows the plan', async () => {
  const team = await makeTeam();
  const planId = await team.plan();
  await savePart(team.coordinator, planId, 'about', save(change('about.title.en', '', 'New title')));
  const { rows } = await asOwner('SELECT "titleEn" FROM "Plan" WHERE "id" = $1', [planId]);
  expect(rows).toEqual([{ titleEn: 'New title' }]);
});

test('a contributor saves what is assigned to them and nothing else, a viewer nothing', async () => {
  const team = await makeTeam();
  const planId = await team.plan();
  const contributor = await team.join('contributor', [{ planId, part: 'money' }]);
  const notes = (to: string) => save(change('money.notes.en', '', to));
  expect(await savePart(contributor, planId, 'money', notes('Mine'))).toMatchObject({ ok: true });
  const title = () => save(change('about.title.en', '', 'No'));
  const notAllowed = { ok: false, code: 'notAllowed' };
  expect(await savePart(contributor, planId, 'about', title())).toEqual(notAllowed);
  // An assignment that was taken back a moment ago, and one that someone only says to have.
  const liar = { ...contributor, assignments: [...contributor.assignments, { planId, part: 'about' }] };
  expect(await savePart(liar, planId, 'about', title())).toEqual(notAllowed);
  expect(await savePart(await team.join('viewer'), planId, 'about', title())).toEqual(notAllowed);
  expect((await contentOf(team, planId))?.about.title.en).toBe('');
});

test('to everyone else there is no such plan', async () => {
  const [team, other] = [await makeTeam(), await makeTeam()];
  const planId = await team.plan();
  const title = () => save(change('about.title.en', '', 'No'));
  const notFound = { ok: false, code: 'notFound' };
  expect(await savePart(other.coordinator, planId, 'about', title())).toEqual(notFound);
  const liar = { ...other.coordinator, memberships: team.coordinator.memberships };
  expect(await savePart(liar, planId, 'about', title())).toEqual(notFound);
  expect(await savePart(await team.join('contributor'), planId, 'about', title())).toEqual(notFound);
  expect(await savePart(team.coordinator, uuidv7(), 'about', title())).toEqual(notFound);
  expect(await savePart(team.coordinator, 'x', 'about', title())).toEqual(notFound);
  expect(await savePart(team.coordinator, planId, 'version', title())).toEqual(notFound);
  expect(await savePart(team.coordinator, planId, 'actions.x', title())).toEqual(notFound);
});

test('what no plan can hold is refused with its path, and nothing of the save is stored', async () => {
  const team = await makeTeam();
  const planId = await team.plan((plan) => {
    plan.about.title.en = 'Theirs';
  });
  const id = uuidv7();
  const fine = change('about.foreword.en', '', 'Fine');
  const refusals: [Change, string, string][] = [
    [change('about.title.ar', '', 'a\u0000b'), 'notText', 'about.title.ar'],
    [change('about.title.ar', '', 'a\ud800'), 'notText', 'about.title.ar'],
    // Also where it would only be kept beside.
    [change('about.title.en', '', 'a\u0000b'), 'notText', 'about.title.en'],
    [change('about.title.ar', '', 'ا'.repeat(100_001)), 'tooLong', 'about.title.ar'],
    [change('about.start', '', '2027-13-01'), 'notDate', 'about.start'],
    [change('about.title.ar', '', 7), 'wrongType', 'about.title.ar'],
    [change('about.nothing', '', 'x'), 'unknownField', 'about.nothing'],
    [change('about.title.ar.x', '', 'x'), 'unknownField', 'about.title.ar.x'],
    [change('about.__proto__.x', '', 'x'), 'notInPart', 'about.__proto__.x'],
    [change('money.notes.en', '', 'x'), 'notInPart', 'money.notes.en'],
    [change(`about.definitions.${id}`, null, { term: { en: 1 } }), 'wrongType', `about.definitions.${id}.term.en`],
    [change(`about.definitions.${id}`, null, { extra: 1 }), 'unknownField', `about.definitions.${id}.extra`],
    [change('about.definitions.constructor', null, {}), 'notInPart', 'about.definitions.constructor'],
    [change('about.definitions.x', null, {}), 'unknownField', 'about.definitions.x'],
    [change('about.digits', 'latin', 'roman'), 'notOption', 'about.digits'],
  ];
  for (const [bad, code, path] of refusals)
    expect(await savePart(team.coordinator, planId, 'about', save(fine, bad))).toEqual({ ok: false, code, path });
  const many = Array.from({ length: 501 }, () => fine);
  expect(await savePart(team.coordinator, planId, 'about', save(...many))).toEqual({ ok: false, code: 'tooMany' });
  expect((await contentOf(team, planId))?.about.foreword.en).toBe('');
  expect(await historyOf(planId, 'about')).toHaveLength(1);
});

test('strange but storable text comes back as it was typed', async () => {
  const team = await makeTeam();
  const planId = await team.plan();
  const texts = [
    '\u202eabc',
    'ا'.repeat(20_000),
    `e${'\u0301'.repeat(5000)}`,
    '👩‍👩‍👧',
    'a\r\nb',
    '{{7*7}}',
    '<img onerror>',
  ];
  let from = '';
  for (const to of texts) {
    expect(await savePart(team.coordinator, planId, 'money', save(change('money.notes.en', from, to)))).toMatchObject({
      ok: true,
      clashes: [],
    });
    expect((await contentOf(team, planId))?.money.notes.en).toBe(to);
    from = to;
  }
});

test('an agency that actions name can be removed', async () => {
  const team = await makeTeam();
  const [agency, action] = [uuidv7(), uuidv7()];
  const planId = await team.plan();
  await savePart(team.coordinator, planId, 'agencies', save(change(`agencies.${agency}`, null, {})));
  await savePart(
    team.coordinator,
    planId,
    `actions.${action}`,
    save(change(`actions.${action}`, null, { leadAgency: agency })),
  );
  const item = (await contentOf(team, planId))?.agencies[agency];
  const removal = save(change(`agencies.${agency}`, item, null));
  expect(await savePart(team.coordinator, planId, 'agencies', removal)).toMatchObject({ ok: true, clashes: [] });
  expect((await contentOf(team, planId))?.actions[action]?.leadAgency).toBe(agency);
});
