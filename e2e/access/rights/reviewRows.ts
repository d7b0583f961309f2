import { uuidv7 } from 'uuidv7';
import { advisers, type Cast, type Role, team } from './cast.ts';
import { handlerFor, openers, pageFor, type Row, readers, signedIn } from './row.ts';

const ofAdvisers: readonly Role[] = ['adviser', 'draftAdviser', 'lapsedAdviser', 'otherAdviser'];
/** Who has a part in the review, and who reads all that was sent. */
const reviewers: readonly Role[] = [...team, 'contributor', ...advisers];
const sentTo: readonly Role[] = [...team, ...advisers];

const page = (path: string, address: (cast: Cast) => string, among: readonly Role[], about?: string): Row => ({
  route: `GET [locale]/${path}/page.tsx`,
  address: (cast) => `/en/${address(cast)}`,
  answer: pageFor(among),
  ...(about ? { about } : {}),
});
const review = (path: string, among: readonly Role[]): Row =>
  page(`plans/[plan]/review${path}`, ({ own }) => `plans/${own.plan}/review${path}`, among);
const ofRound = (path: string, among: readonly Role[]): Row =>
  page(
    `plans/[plan]/review/rounds/[round]${path}`,
    ({ own }) => `plans/${own.plan}/review/rounds/${own.review.round}${path}`,
    among,
  );

const ofAPlan: Row[] = [
  review('', reviewers),
  review('/send', ['coordinator']),
  review('/advisers', ['coordinator']),
  review('/adopt', ['coordinator']),
  review('/draft', openers),
  review('/comments', reviewers),
  review('/dispositions', reviewers),
  ofRound('', sentTo),
  ofRound('/changes', sentTo),
  page(
    'plans/[plan]/review/rounds/[round]/changes',
    ({ own }) => `plans/${own.plan}/review/rounds/${own.review.round}/changes?of=draft`,
    readers,
    'of the draft',
  ),
  ofRound('/criteria', advisers),
  ofRound('/decision', sentTo),
  page(
    'plans/[plan]/review/comments',
    ({ own }) => `plans/${own.plan}/review/comments?thread=${own.review.thread}&wording=${own.review.wording}`,
    reviewers,
    'opened at a thread',
  ),
  page(
    'plans/[plan]/review/rounds/[round]',
    ({ own }) => `plans/${own.plan}/review/rounds/${own.review.round}?section=money&comment=money.approach`,
    sentTo,
    'at the section of which something is said',
  ),
  page(
    'plans/[plan]/review/rounds/[round]',
    ({ own, other }) => `plans/${own.plan}/review/rounds/${other.review.round}`,
    [],
    'of another plan',
  ),
];

const ofPeople: Row[] = [
  page('desk', () => 'desk', ofAdvisers),
  page('desk/coverage', () => 'desk/coverage', ofAdvisers),
  page('desk/coverage', () => 'desk/coverage?of=pve-54-a', ofAdvisers, 'of a recommendation'),
  page('notices', () => 'notices', signedIn),
  page('remarks', () => 'remarks', ofAdvisers),
  page(
    'remarks',
    ({ own }) => `remarks?plan=${own.plan}&thread=${own.review.thread}`,
    ofAdvisers,
    'begun from what somebody said in a review',
  ),
  {
    route: 'GET api/notices/[notice]/route.ts',
    about: 'that is nobody’s',
    address: () => `/api/notices/${uuidv7()}?locale=en`,
    answer: (role) => (role === 'nobody' ? 'signIn' : 303),
  },
];

const answers: Row = {
  route: 'PUT api/rounds/[round]/answers/route.ts',
  address: ({ own }) => `/api/rounds/${own.review.round}/answers`,
  send: () => ({
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ criterion: 'priorities', answer: 'met', noteAr: '', noteEn: uuidv7(), seen: '' }),
  }),
  answer: handlerFor(advisers, team),
  undo: ({ own }) =>
    `delete from "CriterionAnswer" where "submissionId" = '${own.review.round}' and "criterion" = 'priorities'`,
};

const files: Row[] = (['xlsx', 'pdf'] as const).map((as) => ({
  route: 'GET api/plans/[plan]/dispositions/route.ts',
  about: `as ${as}`,
  address: ({ own }) => `/api/plans/${own.plan}/dispositions?as=${as}&locale=en`,
  answer: handlerFor(reviewers),
}));

const filesOfDesk: Row[] = ['desk', 'desk/coverage'].map((path) => ({
  route: `GET api/${path}/route.ts`,
  address: () => `/api/${path}?locale=en`,
  answer: handlerFor(ofAdvisers),
}));

/** The pages and handlers of the review, with what each role is answered. */
export const reviewRows: readonly Row[] = [...ofAPlan, ...ofPeople, answers, ...files, ...filesOfDesk];
