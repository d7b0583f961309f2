import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { savePart } from './planParts.ts';
import { deletePlan } from './plans.ts';
import { loadReviewHome } from './reviewHome.ts';
import { withdrawSubmission } from './submissions.ts';
import { done, makeReview, sentTitle, unsent } from './testReview.ts';
import { letIn, makeAdviser, makeTeam } from './testTeam.ts';

const titled = (en: string) => ({ ar: 'خطة أُرسلت', en });

test('the title is the draft’s for who opens the plan, and that of the latest round for who sees only those', async () => {
  const { team, planId, submissionId, adviser } = await makeReview();
  const { coordinator } = team;
  const changes = [{ path: 'about.title.en', from: sentTitle, to: unsent }];
  done(await savePart(coordinator, planId, 'about', { id: uuidv7(), changes }));
  const drafts = await letIn(team, await makeAdviser(), planId, 'drafts');
  const contributor = await team.join('contributor', [{ planId, part: 'money' }]);

  const ours = { planId, countryId: team.countryId, side: 'country', country: { nameEn: 'Country', nameAr: 'بلد' } };
  expect(await loadReviewHome(coordinator, planId)).toMatchObject({ ...ours, title: titled(unsent) });
  expect(await loadReviewHome(contributor, planId)).toMatchObject({ ...ours, title: titled(unsent) });
  expect(await loadReviewHome(drafts, planId)).toMatchObject({ side: 'adviser', title: titled(unsent) });
  const theirs = await loadReviewHome(adviser, planId);
  expect(theirs).toMatchObject({ ...ours, side: 'adviser', title: titled(sentTitle) });
  expect(JSON.stringify(theirs)).not.toContain(unsent);

  done(await withdrawSubmission(coordinator, submissionId));
  expect(await loadReviewHome(adviser, planId)).toMatchObject({ side: 'adviser', title: null });
});

test('it isn’t there for who has no part in it, or once the plan is taken away', async () => {
  const { team, planId, adviser } = await makeReview();
  const other = await makeTeam();
  const strangers = [other.coordinator, await makeAdviser(), await team.join('contributor')];
  for (const actor of strangers) expect(await loadReviewHome(actor, planId)).toBeNull();
  expect(await loadReviewHome(team.coordinator, 'no-id')).toBeNull();
  expect(await loadReviewHome(team.coordinator, uuidv7())).toBeNull();
  done(await deletePlan(team.coordinator, planId));
  expect(await loadReviewHome(team.coordinator, planId)).toBeNull();
  expect(await loadReviewHome(adviser, planId)).toBeNull();
});
