import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { recommendations } from '#catalogue/recommendations';
import type { Actor } from '#people/roles';
import type { Decision, Plan } from '#plan/schema';
import { loadDesk } from './desk.ts';
import { loadAllChoices, loadChoicesOf, loadDeskCoverage } from './deskCoverage.ts';
import { savePart } from './planParts.ts';
import { sendSubmission, withdrawSubmission } from './submissions.ts';
import { done, makeReview, unsent } from './testReview.ts';
import { asOwner, letIn, makeAdviser, makeTeam } from './testTeam.ts';

const [first = { id: '' }, second = { id: '' }] = recommendations;
const decides = (decision: Decision['decision'], why = ''): Decision => ({
  ...{ decision, reason: { ar: '', en: why }, priority: 'none', drivers: [], mergedInto: null },
});
const deciding =
  (...decisions: [string, Decision][]) =>
  (plan: Plan) => {
    Object.assign(plan.decisions, Object.fromEntries(decisions));
  };
/** All that an adviser could learn of countries’ choices, as one text. */
const everything = async (actor: Actor) =>
  JSON.stringify([
    await loadDesk(actor),
    await loadDeskCoverage(actor),
    await loadChoicesOf(actor, first.id),
    await loadChoicesOf(actor, second.id),
    await loadAllChoices(actor),
  ]);
/** Changes what the draft of a plan decides of the first recommendation. */
const redraft = async (coordinator: Actor, planId: string, why: string) => {
  const path = `decisions.${first.id}`;
  const changes = [
    { path: `${path}.decision`, from: 'defer', to: 'adopt' },
    { path: `${path}.reason.en`, from: why, to: unsent },
  ];
  done(await savePart(coordinator, planId, path, { id: uuidv7(), changes }));
};

test('tells which recommendations countries choose and which they leave, and why, by what they sent last', async () => {
  const { team, planId, submissionId, adviser } = await makeReview(
    'sent',
    deciding([first.id, decides('adopt')], [second.id, decides('defer', 'There is no money for it')]),
  );
  const other = await makeReview('sent', deciding([first.id, decides('adapt', 'In our own words')]));
  const actor = await letIn(other.team, adviser, other.planId);
  // Of what was never sent nothing is known.
  await letIn(other.team, adviser, await other.team.plan());
  const covered = await loadDeskCoverage(actor);
  expect(covered).toMatchObject({ plans: 2, countries: 2 });
  expect(covered?.recommendations.slice(0, 2)).toMatchObject([
    { id: first.id, chosen: 1, adapted: 1, left: 0, open: 0 },
    { id: second.id, chosen: 0, adapted: 0, left: 1, open: 1 },
  ]);
  const left = (await loadChoicesOf(actor, second.id))?.find((choice) => choice.planId === planId);
  expect(left).toMatchObject({
    decision: 'defer',
    reason: { en: 'There is no money for it' },
    submissionId,
    number: 1,
  });
  expect(await loadChoicesOf(actor, 'constructor')).toHaveLength(2);
  const all = await loadAllChoices(actor);
  expect(all?.find((plan) => plan.planId === other.planId)).toMatchObject({
    choices: { [first.id]: 'adapt' },
    reasons: { [first.id]: { en: 'In our own words' } },
  });
  for (const load of [loadDeskCoverage, loadAllChoices, (who: Actor) => loadChoicesOf(who, first.id)]) {
    expect(await load(team.coordinator)).toBeNull();
  }
});

test('a draft is counted nowhere, also not for who may read it', async () => {
  for (const scope of ['sent', 'drafts'] as const) {
    const { team, planId, adviser } = await makeReview(scope, deciding([first.id, decides('defer', 'As sent')]));
    await redraft(team.coordinator, planId, 'As sent');
    expect(await loadChoicesOf(adviser, first.id)).toMatchObject([{ decision: 'defer', reason: { en: 'As sent' } }]);
    expect((await loadDeskCoverage(adviser))?.recommendations[0]).toMatchObject({ chosen: 0, left: 1 });
    expect(await everything(adviser)).not.toContain(unsent);
    done(await sendSubmission(team.coordinator, planId, {}));
    expect(await loadChoicesOf(adviser, first.id)).toMatchObject([{ decision: 'adopt', reason: { en: unsent } }]);
  }
});

test('a round that was withdrawn is gone, and the one before it counts', async () => {
  const { team, planId, adviser } = await makeReview('sent', deciding([first.id, decides('defer', 'As sent')]));
  await redraft(team.coordinator, planId, 'As sent');
  const { id } = done(await sendSubmission(team.coordinator, planId, {}));
  expect(await everything(adviser)).toContain(unsent);
  done(await withdrawSubmission(team.coordinator, id));
  expect(await loadChoicesOf(adviser, first.id)).toMatchObject([{ decision: 'defer', number: 1 }]);
  expect(await everything(adviser)).not.toContain(unsent);
});

test('whom no country lets in, or no longer, learns of nothing, whatever the actor says', async () => {
  const { team, planId, adviser } = await makeReview('drafts', deciding([first.id, decides('defer', unsent)]));
  const stranger = await makeAdviser();
  const liar = { ...stranger, grants: adviser.grants };
  const memberOf = { ...adviser, memberships: [{ countryId: team.countryId, role: 'viewer' as const }] };
  expect(await everything(adviser)).toContain(unsent);
  for (const actor of [stranger, liar, (await makeTeam()).coordinator])
    expect(await everything(actor)).not.toContain(unsent);
  expect(await loadChoicesOf(stranger, first.id)).toEqual([]);
  expect(await loadDeskCoverage(liar)).toMatchObject({ plans: 0, countries: 0 });
  const ended: [string, string][] = [
    [`UPDATE "Grant" SET "until" = now() - interval '1 second' WHERE "planId" = $1`, planId],
    [
      `UPDATE "Grant" SET "until" = now() + interval '1 day', "revokedAt" = now(), "revokedBy" = "grantedBy" WHERE "planId" = $1`,
      planId,
    ],
  ];
  for (const [sql, value] of ended) {
    await asOwner(sql, [value]);
    expect(await everything(adviser)).not.toContain(unsent);
  }
  await asOwner(`UPDATE "Grant" SET "revokedAt" = null, "revokedBy" = null WHERE "planId" = $1`, [planId]);
  expect(await everything(adviser)).toContain(unsent);
  // Who belongs to the country advises it no more.
  await asOwner(`INSERT INTO "Membership" ("userId", "countryId", "role") VALUES ($1, $2, 'viewer')`, [
    adviser.userId,
    team.countryId,
  ]);
  expect(await everything(memberOf)).not.toContain(unsent);
});
