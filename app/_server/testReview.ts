import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { criteria } from '#catalogue/criteria';
import type { Actor, Scope } from '#people/roles';
import type { Plan } from '#plan/schema';
import { adoptPlan } from './adoptions.ts';
import { addComment, type NewComment } from './comments.ts';
import { keepRemark } from './remarks.ts';
import { decide } from './reviewDecisions.ts';
import { sendSubmission } from './submissions.ts';
import { suggest } from './suggestions.ts';
import { letIn, makeAdviser, makeTeam, type Team } from './testTeam.ts';
import { answerCriterion } from './worksheet.ts';

/** For tests: the value of what went well. */
export function done<T extends { ok: boolean }>(result: T): Extract<T, { ok: true }> {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result as Extract<T, { ok: true }>;
}

/** For tests: a comment on the title of a round, but for what is said otherwise. */
export const commentOn = (
  planId: string,
  submissionId: string | null,
  extra: Partial<NewComment> = {},
): NewComment => ({
  id: uuidv7(),
  planId,
  submissionId,
  path: 'about.title.en',
  quote: '',
  body: 'Say which years',
  weight: 'mustFix',
  isPrivate: false,
  mentions: [],
  assigneeId: null,
  ...extra,
});

/** What stands in the plan that `makeReview` sends. */
export const sentTitle = 'Plan that was sent';
/** What nobody but the team, and who is let into drafts, may ever be shown. */
export const unsent = 'CANARY unsent';

export type Review = {
  team: Team;
  planId: string;
  submissionId: string;
  adviser: Actor;
};

/** For tests: a country whose plan was sent, with an adviser who is let in. */
export async function makeReview(
  scope: Scope = 'sent',
  fill: (plan: Plan) => void = () => {},
  ofTeam?: Team,
): Promise<Review> {
  const team = ofTeam ?? (await makeTeam());
  const planId = await team.plan((plan) => {
    plan.about.title = { ar: 'خطة أُرسلت', en: sentTitle };
    plan.money.notes.en = 'Costs are of 2026 and without salaries.';
    fill(plan);
  });
  const adviser = await letIn(team, await makeAdviser(), planId, scope);
  const { id } = done(await sendSubmission(team.coordinator, planId, {}));
  return { team, planId, submissionId: id, adviser };
}

/** For tests: something in every table of a review, of a country of its own or of one that is there. */
export async function makeFullReview(ofTeam?: Team): Promise<Review & { commentId: string; suggestionId: string }> {
  const review = await makeReview('sent', () => {}, ofTeam);
  const { team, planId, submissionId, adviser } = review;
  const { coordinator } = team;
  const comment = commentOn(planId, submissionId, { mentions: [coordinator.userId] });
  done(await addComment(adviser, comment));
  done(await addComment(adviser, commentOn(planId, submissionId, { isPrivate: true, body: 'Among advisers' })));
  done(await addComment(coordinator, commentOn(planId, submissionId, { isPrivate: true, body: 'Among us' })));
  done(await addComment(coordinator, commentOn(planId, null, { body: unsent })));
  const wording = { id: uuidv7(), planId, submissionId, path: 'about.title.en', to: 'Plan 2027–2031', note: '' };
  done(await suggest(adviser, wording));
  const criterion = criteria[0]?.id ?? '';
  done(await answerCriterion(adviser, { submissionId, criterion, answer: 'met', note: { ar: '', en: 'Good' } }));
  done(await keepRemark(adviser, { id: uuidv7(), text: { ar: '', en: 'Name the lead agency' }, seen: null }));
  done(await decide(adviser, { submissionId, outcome: 'returned', summary: { ar: '', en: 'Please add dates' } }));
  const adopted = { planId, submissionId, decree: '7/2027', adoptedOn: '2026-01-01' };
  done(await adoptPlan(coordinator, { ...adopted, authority: { ar: '', en: 'Cabinet' } }));
  return { ...review, commentId: comment.id, suggestionId: wording.id };
}

/** The tables of a review that hold a country’s data. */
export const reviewTables = [
  'Grant',
  'Submission',
  'ReviewDecision',
  'Comment',
  'CommentMention',
  'Suggestion',
  'CriterionAnswer',
  'Adoption',
  'Notice',
] as const;

/** For tests: statements one after the other in one transaction, as the app’s role and for a person; then all is undone. */
export async function inOneRequest<T>(
  userId: string,
  work: (ask: (sql: string, values?: unknown[]) => Promise<pg.QueryResult>) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.user_id', $1, true)`, [userId]);
    return await work((sql, values = []) => client.query(sql, values));
  } finally {
    await client.query('rollback');
    await client.end();
  }
}

/** For tests: how many rows of each table of a review a person sees, whatever the app would ask for. */
export async function rowsSeen(userId: string): Promise<Record<string, number>> {
  return inOneRequest(userId, async (ask) => {
    const seen: Record<string, number> = {};
    for (const table of [...reviewTables, 'Plan', 'PlanPart', 'Change']) {
      const { rows } = await ask(`select count(*)::int as "count" from "${table}"`);
      seen[table] = rows[0].count;
    }
    return seen;
  });
}
