import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { savePart } from './planParts.ts';
import { loadPlan } from './plans.ts';
import { makeTeam, type Team } from './testTeam.ts';
import { confirmSide, staleTexts, textsBefore } from './translations.ts';

const path = 'about.title';

/** A plan with a title in both languages, of which the Arabic was changed since. */
async function changedPlan(team: Team): Promise<string> {
  const planId = await team.plan(({ about }) => {
    about.title = { ar: 'خطة', en: 'Plan' };
  });
  await edit(team.coordinator, planId, `${path}.ar`, 'خطة', 'خطة وطنية');
  return planId;
}
const edit = (actor: Team['coordinator'], planId: string, at: string, from: string, to: string) =>
  savePart(actor, planId, 'about', { id: uuidv7(), changes: [{ path: at, from, to }] });
const behind = async (actor: Team['coordinator'], planId: string) =>
  [...(await staleTexts(actor, planId)).values()].map((stale) => `${stale.path}.${stale.language}`);

test('a text that was changed after its translation leaves that behind, until it follows', async () => {
  const team = await makeTeam();
  const planId = await changedPlan(team);
  expect(await behind(team.coordinator, planId)).toEqual([`${path}.en`]);
  await edit(team.coordinator, planId, `${path}.en`, 'Plan', 'National plan');
  expect(await behind(team.coordinator, planId)).toEqual([]);
});

test('what the changed text was before is told beside it', async () => {
  const team = await makeTeam();
  const planId = await changedPlan(team);
  await edit(team.coordinator, planId, `${path}.ar`, 'خطة وطنية', 'خطة وطنية جديدة');
  const stale = [...(await staleTexts(team.coordinator, planId)).values()];
  expect(await textsBefore(team.coordinator, stale)).toEqual(new Map([[path, 'خطة']]));
});

test('a translation that still fits is said to be so, changes nothing, and is behind again after the next change', async () => {
  const team = await makeTeam();
  const planId = await changedPlan(team);
  const before = await loadPlan(team.coordinator, planId);
  expect(await confirmSide(team.coordinator, planId, `${path}.en`)).toEqual({ ok: true });
  expect(await behind(team.coordinator, planId)).toEqual([]);
  const after = await loadPlan(team.coordinator, planId);
  expect(after?.plan).toEqual(before?.plan);
  expect(after?.revisions).toEqual(before?.revisions);
  await edit(await team.join('drafter'), planId, `${path}.ar`, 'خطة وطنية', 'خطة أخرى');
  expect(await behind(team.coordinator, planId)).toEqual([`${path}.en`]);
});

test('who may not edit a text can’t say that it fits, and outsiders learn of none', async () => {
  const [team, other] = [await makeTeam(), await makeTeam()];
  const planId = await changedPlan(team);
  const contributor = await team.join('contributor', [{ planId, part: 'money' }]);
  const viewer = await team.join('viewer');
  expect(await confirmSide(viewer, planId, `${path}.en`)).toEqual({ ok: false, code: 'notAllowed' });
  expect(await confirmSide(contributor, planId, `${path}.en`)).toEqual({ ok: false, code: 'notAllowed' });
  expect(await confirmSide(other.coordinator, planId, `${path}.en`)).toEqual({ ok: false, code: 'notFound' });
  expect(await confirmSide(team.coordinator, planId, path)).toEqual({ ok: false, code: 'notFound' });
  expect(await confirmSide(team.coordinator, planId, 'actions.x.title.en')).toEqual({ ok: false, code: 'notFound' });
  expect(await behind(viewer, planId)).toEqual([`${path}.en`]);
  expect(await behind(contributor, planId)).toEqual([]);
  expect(await behind(other.coordinator, planId)).toEqual([]);
});
