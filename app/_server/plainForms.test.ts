import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import type { SentForm } from '#plan/sentForm';
import { sentForm } from '#plan/sentForm';
import { ownSaves, savePlainForm } from './plainForms.ts';
import { savePart } from './planParts.ts';
import { loadPlan } from './plans.ts';
import { makeTeam, type Team } from './testTeam.ts';

/** A form as a page of the plan sends it. */
function form(parts: Record<string, number>, fields: Record<string, string | string[]>): SentForm {
  const sent = sentForm([
    ['~id', uuidv7()],
    ...Object.entries(parts).map(([part, revision]) => [`~revision.${part}`, String(revision)] as const),
    ...Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => [name, each] as const)),
  ]);
  if (!sent) throw new Error('This is no page’s form');
  return sent;
}
const planOf = async ({ coordinator }: Team, planId: string) => (await loadPlan(coordinator, planId))?.plan;

test('a form saves the fields that were changed in it, of all its parts', async () => {
  const team = await makeTeam();
  const planId = await team.plan((plan) => {
    plan.about.title.en = 'Plan';
    plan.about.summary.en = 'One\nTwo';
  });
  const answer = await savePlainForm(
    team.coordinator,
    planId,
    form(
      { about: 1, money: 1 },
      {
        'about.title.en': 'Plan',
        'about.title.ar': 'خطة',
        'about.summary.en': 'One\r\nTwo',
        'money.notes.en': 'A\r\nB',
      },
    ),
  );
  expect(answer).toMatchObject({ ok: true, at: 'money.notes.en', saves: [expect.any(String), expect.any(String)] });
  const plan = await planOf(team, planId);
  expect(plan?.about).toMatchObject({ title: { ar: 'خطة', en: 'Plan' }, summary: { ar: '', en: 'One\nTwo' } });
  expect(plan?.money.notes.en).toBe('A\nB');
  const [about] = await ownSaves(team.coordinator, planId, answer.ok ? answer.saves : []);
  expect(about?.changes).toEqual([{ path: 'about.title.ar', from: '', to: 'خطة' }]);
});

test('a form of an older page leaves what a colleague wrote since, and keeps both where they met', async () => {
  const team = await makeTeam();
  const planId = await team.plan((plan) => {
    plan.about.summary.en = 'First words and last words';
  });
  const drafter = await team.join('drafter');
  const change = (path: string, from: unknown, to: unknown) =>
    savePart(drafter, planId, 'about', { id: uuidv7(), changes: [{ path, from, to }] });
  await change('about.title.en', '', 'Theirs');
  await change('about.foreword.en', '', 'A foreword');
  await change('about.summary.en', 'First words and last words', 'Very first words and last words');
  const sent = form(
    { about: 1 },
    { 'about.title.en': 'Mine', 'about.foreword.en': '', 'about.summary.en': 'First words and very last words' },
  );
  const answer = await savePlainForm(team.coordinator, planId, sent);
  const about = (await planOf(team, planId))?.about;
  expect(about).toMatchObject({
    title: { en: 'Theirs' },
    foreword: { en: 'A foreword' },
    summary: { en: 'Very first words and very last words' },
  });
  const saves = answer.ok ? answer.saves : [];
  expect(await ownSaves(team.coordinator, planId, saves)).toMatchObject([
    { clashes: [{ path: 'about.title.en', mine: 'Mine', theirs: 'Theirs' }] },
  ]);
  expect(await ownSaves(drafter, planId, saves)).toEqual([]);

  const choice = form(
    { about: 4 },
    { '~mine': 'about.title.en', '~saves': saves.join(' '), 'about.title.en': 'Theirs' },
  );
  expect(await savePlainForm(team.coordinator, planId, choice)).toMatchObject({ ok: true, at: 'about.title.en' });
  expect((await planOf(team, planId))?.about.title.en).toBe('Mine');
});

test('what can’t be read is kept with the save, and the rest is saved', async () => {
  const team = await makeTeam();
  const action = uuidv7();
  const part = `actions.${action}`;
  const planId = await team.plan();
  await savePart(team.coordinator, planId, part, {
    id: uuidv7(),
    changes: [{ path: part, from: null, to: { order: 1 } }],
  });
  const sent = form({ [part]: 1 }, { [`${part}.cost`]: '12,5\u0000', [`${part}.title.en`]: 'Action' });
  const answer = await savePlainForm(team.coordinator, planId, sent);
  expect((await planOf(team, planId))?.actions[action]).toMatchObject({ cost: '', title: { en: 'Action' } });
  expect(await ownSaves(team.coordinator, planId, answer.ok ? answer.saves : [])).toMatchObject([
    { clashes: [{ path: `${part}.cost`, mine: '12,5\ufffd', theirs: '', code: 'notAmount' }] },
  ]);
});

test('an item is added once however often the button is pressed, taken out, and put back', async () => {
  const team = await makeTeam();
  const planId = await team.plan();
  const add = form({ agencies: 1 }, { '~add': 'agencies' });
  for (let press = 0; press < 3; press += 1)
    expect(await savePlainForm(team.coordinator, planId, add)).toMatchObject({ ok: true, at: `agencies.${add.id}` });
  expect(Object.keys((await planOf(team, planId))?.agencies ?? {})).toEqual([add.id]);

  const path = `agencies.${add.id}`;
  const name = form({ agencies: 2 }, { [`${path}.name.en`]: 'Ministry', [`${path}.acronym`]: '' });
  await savePlainForm(team.coordinator, planId, name);
  const remove = form({ agencies: 3 }, { '~remove': path, [`${path}.name.en`]: 'Ministry of' });
  const removed = await savePlainForm(team.coordinator, planId, remove);
  expect(removed).toMatchObject({ ok: true, at: 'agencies' });
  expect((await planOf(team, planId))?.agencies).toEqual({});

  const saves = removed.ok ? removed.saves.join(' ') : '';
  await savePlainForm(team.coordinator, planId, form({ agencies: 4 }, { '~putBack': path, '~saves': saves }));
  expect((await planOf(team, planId))?.agencies[add.id]).toMatchObject({ name: { en: 'Ministry' } });
});

test('a form is saved by nobody who may not, and one with a field that there is not is not saved at all', async () => {
  const team = await makeTeam();
  const planId = await team.plan();
  const sent = form({ about: 1 }, { 'about.title.en': 'Plan' });
  expect(await savePlainForm(await team.join('viewer'), planId, sent)).toEqual({ ok: false, code: 'notAllowed' });
  expect(await savePlainForm(await team.join('contributor'), planId, sent)).toEqual({ ok: false, code: 'notFound' });
  expect(await savePlainForm((await makeTeam()).coordinator, planId, sent)).toEqual({ ok: false, code: 'notFound' });
  for (const name of ['about.__proto__.x', '__proto__', 'about.website', 'money.notes.en']) {
    const odd = form({ about: 1 }, { 'about.title.en': 'Plan', [name]: 'x' });
    expect(await savePlainForm(team.coordinator, planId, odd), name).toEqual({ ok: false, code: 'unknownField' });
  }
  expect((await planOf(team, planId))?.about.title.en).toBe('');
});

test('a form that is none, or of no part of a plan, is read as none', () => {
  expect(sentForm([])).toBeNull();
  expect(sentForm([['~id', uuidv7()]])).toBeNull();
  expect(
    sentForm([
      ['~id', 'x'],
      ['~revision.about', '1'],
    ]),
  ).toBeNull();
  expect(
    sentForm([
      ['~id', uuidv7()],
      ['~revision.__proto__', '1'],
    ]),
  ).toBeNull();
  expect(
    sentForm([
      ['~id', uuidv7()],
      ['~revision.about', 'many'],
    ]),
  ).toBeNull();
});
