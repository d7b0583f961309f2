import { uuidv7 } from 'uuidv7';
import type { CriterionId } from '#catalogue/criteria';
import type { Actor } from '#people/roles';
import { inOrder, type Plan } from '#plan/schema';
import { addComment, type NewComment, replyTo, resolveThread } from '#server/comments';
import { grantAccess } from '#server/grants';
import { keepRemark } from '#server/remarks';
import { sendSubmission } from '#server/submissions';
import { declineSuggestion, suggest } from '#server/suggestions';
import { answerCriterion } from '#server/worksheet';

/** Who takes part in the sample’s review. */
export type Reviewers = { coordinator: Actor; drafter: Actor; adviser: Actor };

function done<T extends { ok: boolean }>(result: T): Extract<T, { ok: true }> {
  if (!result.ok) throw new Error(`The sample’s review was not made: ${JSON.stringify(result)}`);
  return result as Extract<T, { ok: true }>;
}

/** The places of the sample plan of which something is said. */
function placesOf(plan: Plan) {
  const [laws, training, inquiry, , servicePoints, mediation] = inOrder(plan.actions);
  if (!laws || !training || !inquiry || !servicePoints || !mediation) throw new Error('The sample has no six actions');
  return { laws, training, inquiry, servicePoints, mediation };
}

/**
 * A review of the sample plan that is under way: its first round was sent, an adviser has read it, and some of what they
 * say is answered.
 * @param until the last day of the adviser’s grant, as “2027-03-31”
 * @returns the round
 */
export async function addSampleReview(
  planId: string,
  plan: Plan,
  { coordinator, drafter, adviser: invited }: Reviewers,
  until: string,
): Promise<string> {
  done(await grantAccess(coordinator, { planId, adviserId: invited.userId, scope: 'sent', until }));
  const countryId = coordinator.memberships[0]?.countryId ?? '';
  const adviser: Actor = { ...invited, duties: ['adviser'], grants: [{ planId, countryId, scope: 'sent' }] };
  const note =
    'هذه المسودة كما أقرتها اللجنة الوطنية في اجتماعها الثالث. نرجو أن تبدأ القراءة بالمؤشرات والمال.\nThe draft as the National Committee endorsed it at its third meeting. Please begin with indicators and money.';
  const submissionId = done(await sendSubmission(coordinator, planId, { note })).id;
  const at = placesOf(plan);
  const say = async (who: Actor, path: string, body: string, extra: Partial<NewComment> = {}): Promise<string> => {
    const usual = { quote: '', weight: null, isPrivate: false, mentions: [], assigneeId: null };
    const comment = { ...usual, id: uuidv7(), planId, submissionId, path, body, ...extra };
    return done(await addComment(who, comment)).id;
  };

  const secured = await say(
    adviser,
    'about.summary.ar',
    'لا يتبين من هذه الجملة إن كانت النسبة تشمل ما تعهد به المانحون للعامين 2030 و 2031. يُرجى ذكر المصدر والسنوات، كي يقرأ مجلس النواب الرقم كما تقصدونه.',
    { weight: 'mustFix', quote: '58.6% مؤمّنة' },
  );
  const reply = 'شكرا. المؤمّن هو الاعتماد الموقّع للأعوام 2027-2029 وحدها، وسنوضح ذلك في الملخص.';
  done(await replyTo(coordinator, secured, { id: uuidv7(), body: reply, mentions: [] }));
  await say(
    adviser,
    `actions.${at.training.id}`,
    'It is good that conduct is judged after six months. Could the figures be given by sex and by post, so that border crossings can be seen apart?',
    { weight: 'consider' },
  );
  await say(
    adviser,
    `actions.${at.inquiry.id}.safeguards`,
    'Who protects those who report a death from reprisals, until the unit has its law?',
    { weight: 'mustFix' },
  );
  const named = await say(adviser, `actions.${at.laws.id}.title`, 'هل يشمل الاستعراض اللوائح التنفيذية أيضا؟', {
    weight: 'consider',
  });
  done(await resolveThread(coordinator, named, 'نعم. أُضيفت عبارة «جميع النصوص النافذة» إلى وصف الإجراء.'));
  await say(coordinator, 'money.approach', 'يوسف: راجع الأرقام مع وزارة المالية قبل الجولة الثانية.', {
    isPrivate: true,
    mentions: [drafter.userId],
    assigneeId: drafter.userId,
  });

  const propose = async (path: string, to: string, why: string): Promise<string> => {
    const proposed = { id: uuidv7(), planId, submissionId, path, to, note: why };
    return done(await suggest(adviser, proposed)).id;
  };
  await propose(
    'direction.vision.en',
    plan.direction.vision.en.replace('work and a say', 'work and a say in public life'),
    '“A say” alone can be read as speech; the Arabic means taking part.',
  );
  await propose(
    `actions.${at.mediation.id}.title.ar`,
    at.mediation.title.ar.replace('والماء', 'والمياه'),
    '«المياه» هو اللفظ المستعمل في وثائق الأمم المتحدة.',
  );
  const declined = await propose(`actions.${at.servicePoints.id}.title.en`, 'Service points in remote districts', '');
  const reason = '“One-stop” is the name of the programme in the law, and stays.';
  done(await declineSuggestion(coordinator, declined, reason));

  const answer = async (criterion: CriterionId, given: 'met' | 'partly', ar: string, en: string) =>
    done(await answerCriterion(adviser, { submissionId, criterion, answer: given, note: { ar, en } }));
  await answer('drivers-analysis', 'met', '', 'The assessment is recent, and names its limits.');
  await answer('priorities', 'partly', 'يُستحسن أن تُذكر المحافظات الثلاث في كل هدف.', '');
  await answer('ownership', 'met', '', '');
  const keep = (ar: string, en: string) => keepRemark(adviser, { id: uuidv7(), text: { ar, en }, seen: null });
  done(await keep('يُرجى تسمية جهة رائدة واحدة لكل إجراء.', 'Please name one lead agency for each action.'));
  done(
    await keep(
      'يُرجى بيان خط الأساس وسنته لكل مؤشر، أو القول إنه لم يُقَس بعد.',
      'Please give each indicator its baseline with the year, or say that it was not measured yet.',
    ),
  );
  return submissionId;
}
