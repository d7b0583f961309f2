import { samplePassword } from '../../fixtures/people.ts';
import type { ActionRow } from './actions.ts';
import type { Cast } from './cast.ts';

/** A word by which what a test made is found, and taken away again. */
const mark = `said${Date.now()}`;
const folder = '[locale]/plans/[plan]/review';
const at =
  (path: string) =>
  ({ own }: Cast) =>
    `/en/plans/${own.plan}/review${path}`;

const ofTheCountry: ActionRow[] = [
  {
    action: `${folder}/send/actions.ts sendAction`,
    may: ['coordinator'],
    page: at('/send'),
    fields: () => ({ note: mark, dueOn: '', password: samplePassword }),
    undo: () => `delete from "Submission" where "note" = '${mark}'`,
  },
  {
    action: `${folder}/actions.ts withdrawAction`,
    may: ['coordinator'],
    page: at(''),
    form: ({ own }) => ({ submissionId: own.review.round }),
    undo: ({ own }) =>
      `update "Submission" set "withdrawnAt" = null, "withdrawnBy" = null where "id" = '${own.review.round}'`,
  },
  {
    action: `${folder}/advisers/actions.ts grantAction`,
    may: ['coordinator'],
    page: at('/advisers'),
    fields: ({ people }) => ({
      adviserId: people.lapsedAdviser.userId,
      scope: 'sent',
      until: new Date(Date.now() + 86_400_000 * 30).toISOString().slice(0, 10),
    }),
    undo: ({ people }) =>
      `delete from "Grant" where "adviserId" = '${people.lapsedAdviser.userId}' and "revokedAt" is null`,
  },
  {
    action: `${folder}/advisers/actions.ts revokeAction`,
    may: ['coordinator'],
    page: at('/advisers'),
    form: ({ own }) => ({ grantId: own.review.grant }),
    undo: ({ own }) => `update "Grant" set "revokedAt" = null, "revokedBy" = null where "id" = '${own.review.grant}'`,
  },
  {
    action: `${folder}/adopt/actions.ts adoptAction`,
    may: ['coordinator'],
    page: at('/adopt'),
    fields: () => ({
      version: 'draft',
      authorityAr: '',
      authorityEn: mark,
      decree: '',
      adoptedOn: '2026-02-02',
      password: samplePassword,
    }),
    undo: () => `delete from "Adoption" where "authorityEn" = '${mark}'`,
  },
];

const ofThread = (name: string, may: ActionRow['may'], more: Partial<ActionRow> = {}): ActionRow => ({
  action: `${folder}/comments/actions.ts ${name}`,
  may,
  page: ({ own }) => `/en/plans/${own.plan}/review/comments?thread=${own.review.thread}`,
  form: ({ own }) => ({ threadId: own.review.thread }),
  ...more,
});
const ofWording = (name: string, more: Partial<ActionRow> = {}): ActionRow => ({
  action: `${folder}/comments/actions.ts ${name}`,
  may: ['drafter', 'coordinator'],
  page: ({ own }) => `/en/plans/${own.plan}/review/comments?wording=${own.review.wording}`,
  form: ({ own }) => ({ wordingId: own.review.wording }),
  undo: ({ own }) =>
    `update "Suggestion" set "state" = 'open', "reason" = '', "answeredBy" = null, "answeredAt" = null where "id" = '${own.review.wording}'`,
  ...more,
});
const inRound =
  (path: string) =>
  (cast: Cast): string =>
    at(`/rounds/${cast.own.review.round}${path}`)(cast);
const openAgain = ({ own }: Cast) =>
  `update "Comment" set "resolvedAt" = null, "resolvedBy" = null, "assigneeId" = null where "id" = '${own.review.thread}'`;

const ofBothSides: ActionRow[] = [
  {
    action: `${folder}/comments/actions.ts commentAction`,
    may: ['coordinator', 'drafter', 'adviser', 'draftAdviser'],
    page: inRound('?section=money&comment=money.approach'),
    fields: () => ({ body: mark }),
    undo: () => `delete from "Comment" where "body" = '${mark}'`,
  },
  ofThread('replyAction', ['coordinator', 'drafter', 'adviser', 'draftAdviser'], {
    fields: () => ({ body: mark }),
    undo: () => `delete from "Comment" where "body" = '${mark}'`,
  }),
  ofThread('assignAction', ['coordinator', 'drafter'], {
    fields: ({ people }) => ({ person: people.drafter.userId }),
    undo: openAgain,
  }),
  ofThread('resolveAction', ['coordinator', 'drafter', 'adviser', 'draftAdviser'], {
    fields: () => ({ response: mark }),
  }),
  ofThread('reopenAction', ['coordinator', 'drafter', 'adviser', 'draftAdviser'], { undo: openAgain }),
  {
    action: `${folder}/comments/actions.ts proposeAction`,
    may: ['adviser', 'draftAdviser'],
    page: inRound('?section=money&propose=money.approach.en'),
    fields: () => ({ to: mark, note: mark }),
    undo: () => `delete from "Suggestion" where "note" = '${mark}'`,
  },
  ofWording('declineAction', { fields: () => ({ reason: mark }) }),
  ofWording('acceptAction'),
];

const ofAdvisers: ActionRow[] = [
  {
    action: `${folder}/rounds/[round]/criteria/actions.ts answerAction`,
    may: ['adviser', 'draftAdviser'],
    page: inRound('/criteria'),
    form: () => ({ criterion: 'priorities' }),
    fields: () => ({ answer: 'met', noteAr: '', noteEn: mark }),
    undo: () => `delete from "CriterionAnswer" where "noteEn" = '${mark}'`,
  },
  {
    action: `${folder}/rounds/[round]/decision/actions.ts decideAction`,
    may: ['adviser', 'draftAdviser'],
    page: inRound('/decision'),
    fields: () => ({ outcome: 'returned', summaryAr: '', summaryEn: mark }),
    undo: () => `delete from "ReviewDecision" where "summaryEn" = '${mark}'`,
  },
];

const ofRemarks: ActionRow[] = [
  {
    action: '[locale]/remarks/actions.ts keepRemarkAction',
    may: ['adviser', 'draftAdviser', 'lapsedAdviser', 'otherAdviser'],
    page: () => '/en/remarks?edit=new',
    fields: () => ({ ar: '', en: mark }),
    undo: () => `delete from "Remark" where "en" = '${mark}'`,
  },
  {
    action: '[locale]/remarks/actions.ts removeRemarkAction',
    may: ['adviser'],
    page: () => '/en/remarks',
    form: ({ own }) => ({ id: own.review.remark }),
  },
];

/** The Server Actions of the review, with who may do each. */
export const reviewActions: readonly ActionRow[] = [...ofTheCountry, ...ofBothSides, ...ofAdvisers, ...ofRemarks];
