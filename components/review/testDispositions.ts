import { loadMessages } from '#i18n/messages';
import { inOrder, type Language, type Plan, planSchema } from '#plan/schema';
import { disposition, type SuggestionFacts, type ThreadFacts } from '#review/disposition';
import { passagesIn } from '#review/passages';
import samplePlan from '../../prisma/seed/samplePlan.json' with { type: 'json' };
import { type DispositionPaper, dispositionPaper, type KnownRound } from './dispositionPaper.ts';

/** A review of the sample plan for tests: two rounds, in both languages, with all that can become of a comment. */

const plan: Plan = planSchema.parse(samplePlan);
const [first, second] = inOrder(plan.actions);
const actionId = first?.id ?? '';
const otherId = second?.id ?? '';

const adviser = { userId: 'adviser', name: 'Amina Sørensen' };
const drafter = { userId: 'drafter', name: 'يوسف الحداد' };
const at = (day: number) => new Date(Date.UTC(2027, 2, day, 9));

const thread = (id: string, extra: Partial<ThreadFacts>): ThreadFacts => ({
  id,
  round: 1,
  path: 'about.title',
  quote: '',
  weight: 'mustFix',
  isPrivate: false,
  side: 'adviser',
  author: adviser,
  body: 'Say which years',
  at: at(3),
  replies: [],
  response: '',
  resolved: null,
  ...extra,
});

const suggestion = (id: string, extra: Partial<SuggestionFacts>): SuggestionFacts => ({
  id,
  round: 1,
  path: `actions.${actionId}.title.en`,
  from: 'One-stop service points in remote districts',
  to: 'Service points in remote districts',
  note: '',
  author: adviser,
  at: at(4),
  state: 'open',
  reason: '',
  answered: null,
  ...extra,
});

const answered = { at: at(12), by: drafter };

const threads: ThreadFacts[] = [
  thread('t1', {
    path: 'about.summary.ar',
    quote: '58.6% مؤمّنة',
    body: 'لا يتبين من هذه الجملة إن كانت النسبة تشمل ما تعهد به المانحون للعامين 2030 و 2031.\nيُرجى ذكر المصدر والسنوات (A/RES/70/291).',
    replies: [{ side: 'country', author: drafter, body: 'شكرا. سنوضح ذلك في الملخص.', at: at(9) }],
  }),
  thread('t2', {
    path: `actions.${actionId}`,
    weight: 'consider',
    body: 'Could the figures be given by sex and by post?',
  }),
  thread('t3', {
    path: `actions.${otherId}.safeguards`,
    body: 'Who protects those who report a death from reprisals?',
    resolved: answered,
    response: 'أُضيفت الحماية إلى الضمانات، انظر الفقرة 44 (أ).',
  }),
  thread('t4', {
    round: 2,
    path: 'direction.vision.en',
    quote: 'Words that stand nowhere any more',
    weight: null,
    side: 'country',
    author: drafter,
    body: '=HYPERLINK("http://example.test") is what the ministry wrote',
  }),
  thread('t5', { round: null, path: 'actions.0190b3a1-0000-7000-8000-000000000001.title', weight: 'consider' }),
];

const long = Array.from({ length: 160 }, (_, index) => `word${index}`).join(' ');
const suggestions: SuggestionFacts[] = [
  suggestion('s1', { state: 'declined', reason: '“One-stop” is the name in the law, and stays.', answered }),
  suggestion('s2', {
    path: `actions.${actionId}.title.ar`,
    from: 'الوساطة في نزاعات الأرض والماء',
    to: 'الوساطة في نزاعات الأرض والمياه',
    note: '«المياه» هو اللفظ المستعمل في وثائق الأمم المتحدة.',
    state: 'accepted',
    answered,
  }),
  suggestion('s3', { round: 2, path: `actions.${otherId}.start`, from: '', to: '2027-05-01' }),
  suggestion('s4', { round: 2, path: 'about.foreword.en', from: long, to: long.replace('word80', 'CHANGED') }),
];

const rounds: KnownRound[] = [
  { number: 2, sentAt: at(20), withdrawnAt: null, decision: null },
  { number: 1, sentAt: at(1), withdrawnAt: null, decision: { outcome: 'returned', at: at(8) } },
];

/** The rows of the table, or as many copies of them as are wanted. */
function tableRows(copies = 1) {
  const ids = Array.from({ length: copies }, (_, index) => index);
  const passageOf = passagesIn(plan);
  const copy = <T extends { id: string }>(all: readonly T[]) =>
    ids.flatMap((index) => all.map((each) => ({ ...each, id: `${each.id}-${index}` })));
  return disposition(plan, copy(threads), copy(suggestions)).map((row) => ({ ...row, passage: passageOf(row) }));
}

/** The table as a document in a language of the interface. */
export async function tablePaper(language: Language, copies = 1): Promise<DispositionPaper> {
  const messages = await loadMessages(language);
  return dispositionPaper({ plan, rows: tableRows(copies) }, rounds, {
    day: '2027-04-01',
    country: { ar: 'جمهورية المثال', en: 'Republic of Example' },
    wording: { locale: language, messages },
  });
}
