import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import type { Actor, Scope } from '#people/roles';
import type { OwnCountry, Someone } from '../../fixtures/country.ts';
import type { Canary, Role } from './cast.ts';

/** What a plan’s review is made of, by its ids. */
export type ReviewIds = {
  /** The first round, which was decided on and adopted, and the second, which waits. */
  decided: string;
  round: string;
  /** Of the second round: a thread of an adviser’s on what is the contributor’s, and one on what is not. */
  givenThread: string;
  thread: string;
  /** A wording that was proposed for the second round, and not answered. */
  wording: string;
  /** The grant of an adviser of sent versions. */
  grant: string;
  adoption: string;
  /** A remark that an adviser keeps. */
  remark: string;
};

/** The advisers of a country’s plan: of sent versions, of drafts, and one whom it lets in no longer. */
export type Advising = { adviser: Someone; draftAdviser: Someone | null; lapsed: Someone | null };

type Told = Record<'readers' | 'contributors' | 'advisers' | 'draftAdvisers', readonly Role[]>;

function done<T extends { ok: boolean }>(result: T): Extract<T, { ok: true }> {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result as Extract<T, { ok: true }>;
}

/** Makes a review of a plan, by the code of the app: in all that is said there a word of its own. */
export async function fillReview(
  { database, canary }: { database: pg.Client; canary: Canary },
  { country, plan: planId, given }: { country: OwnCountry; plan: string; given: string },
  { coordinator: lead, adviser: invited, draftAdviser, lapsed }: Advising & { coordinator: Someone },
  told: Told,
): Promise<ReviewIds> {
  const { addComment } = await import('#server/comments');
  const { suggest } = await import('#server/suggestions');
  const coordinator = memberOf(lead, country);
  const until = new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10);
  const grant = await letIn(coordinator, planId, invited, 'sent', until);
  if (draftAdviser) await letIn(coordinator, planId, draftAdviser, 'drafts', until);
  const adviser = adviserOf(invited, { planId, countryId: country.id, scope: 'sent' });

  const { decided, adoption } = await firstRound(coordinator, adviser, planId, canary, told);
  const round = await send(coordinator, planId, canary([...told.readers, ...told.advisers]));
  const both = [...told.readers, ...told.advisers];
  const say = async (who: Actor, path: string, body: string, extra: { isPrivate?: boolean; draft?: boolean } = {}) => {
    const { isPrivate = false, draft = false } = extra;
    const id = uuidv7();
    const usual = { quote: '', weight: 'mustFix' as const, mentions: [], assigneeId: null };
    const submissionId = draft ? null : round;
    done(await addComment(who, { id, planId, submissionId, path, body, isPrivate, ...usual }));
    return id;
  };
  const thread = await say(adviser, 'money.approach', canary(both));
  const givenThread = await say(adviser, `actions.${given}.title`, canary([...both, ...told.contributors]));
  await say(adviser, 'money.approach', canary(told.advisers), { isPrivate: true });
  await say(coordinator, 'money.approach', canary(told.readers), { isPrivate: true });
  await say(coordinator, 'money.approach', canary([...told.readers, ...told.draftAdvisers]), { draft: true });
  const wording = uuidv7();
  const proposed = { path: 'direction.vision.en', to: `Wording ${canary(both)}`, note: canary(both) };
  done(await suggest(adviser, { id: wording, planId, submissionId: round, ...proposed }));
  const remark = await ownWork(adviser, round, canary, told);
  if (lapsed) await letInAndOut(coordinator, planId, lapsed, until);
  // What is written after it was sent is for who reads drafts alone.
  const unsent = canary([...told.readers, ...told.draftAdvisers]);
  await database.query(
    `update "PlanPart" set "content" = jsonb_set("content", '{notes}', $2) where "planId" = $1 and "key" = 'money'`,
    [planId, JSON.stringify({ ar: '', en: `Unsent ${unsent}` })],
  );
  return { decided, round, givenThread, thread, wording, grant, adoption, remark };
}

const memberOf = ({ userId, name, email }: Someone, { id: countryId }: OwnCountry): Actor => ({
  ...{ userId, name, email, duties: [], assignments: [], grants: [] },
  memberships: [{ countryId, role: 'coordinator' }],
});

const adviserOf = ({ userId, name, email }: Someone, grant: Actor['grants'][number]): Actor => ({
  ...{ userId, name, email, memberships: [], assignments: [] },
  duties: ['adviser'],
  grants: [grant],
});

async function letIn(who: Actor, planId: string, adviser: Someone, scope: Scope, until: string): Promise<string> {
  const { grantAccess } = await import('#server/grants');
  return done(await grantAccess(who, { planId, adviserId: adviser.userId, scope, until })).id;
}

async function letInAndOut(who: Actor, planId: string, adviser: Someone, until: string): Promise<void> {
  const { revokeAccess } = await import('#server/grants');
  done(await revokeAccess(who, await letIn(who, planId, adviser, 'drafts', until)));
}

async function send(who: Actor, planId: string, note: string): Promise<string> {
  const { sendSubmission } = await import('#server/submissions');
  return done(await sendSubmission(who, planId, { note })).id;
}

async function firstRound(
  coordinator: Actor,
  adviser: Actor,
  planId: string,
  canary: Canary,
  { readers, advisers }: Told,
): Promise<{ decided: string; adoption: string }> {
  const { decide } = await import('#server/reviewDecisions');
  const { adoptPlan } = await import('#server/adoptions');
  const word = () => canary([...readers, ...advisers]);
  const decided = await send(coordinator, planId, word());
  const summary = { ar: word(), en: word() };
  done(await decide(adviser, { submissionId: decided, outcome: 'cleared', summary }));
  const authority = { ar: word(), en: word() };
  const record = { planId, submissionId: decided, authority, decree: word(), adoptedOn: '2026-01-01' };
  return { decided, adoption: done(await adoptPlan(coordinator, record)).id };
}

/** What an adviser works out: for advisers alone, and a remark for themselves alone. */
async function ownWork(adviser: Actor, round: string, canary: Canary, { advisers }: Told): Promise<string> {
  const { answerCriterion } = await import('#server/worksheet');
  const { keepRemark } = await import('#server/remarks');
  const note = { ar: canary(advisers), en: canary(advisers) };
  done(await answerCriterion(adviser, { submissionId: round, criterion: 'ownership', answer: 'partly', note }));
  const own = () => canary(advisers.slice(0, 1));
  return done(await keepRemark(adviser, { id: uuidv7(), text: { ar: own(), en: own() }, seen: null })).id;
}
