import { savedAnswer } from '#review/worksheetForm';
import { readBody } from '#server/requestBody';
import { currentActor, refuseForeign } from '#server/session';
import { type AnswerCriterion, answerCriterion } from '#server/worksheet';

/** The largest answer, in bytes: two notes of the greatest length, and room to say that they are too long. */
const BODY_LIMIT = 200_000;

const statuses: Record<string, number> = {
  signedOut: 401,
  foreign: 403,
  notAllowed: 403,
  notFound: 404,
  answerMoved: 409,
  tooLarge: 413,
  notJson: 415,
};

type Saved = AnswerCriterion | { ok: false; code: string };
const answer = (saved: Saved): Response =>
  Response.json(saved, {
    status: saved.ok ? 200 : (statuses[saved.code] ?? 422),
    headers: { 'cache-control': 'no-store' },
  });
const refuse = (code: string): Response => answer({ ok: false, code });

/** Saves one’s own answer to a criterion of a round; may be sent again where no answer came. */
export async function PUT(request: Request, { params }: { params: Promise<{ round: string }> }): Promise<Response> {
  if (refuseForeign(request)) return refuse('foreign');
  if (!/^application\/json *(;|$)/i.test(request.headers.get('content-type') ?? '')) return refuse('notJson');
  const actor = await currentActor();
  if (!actor) return refuse('signedOut');
  // At a shared computer someone else may have signed in meanwhile: their session doesn’t answer for this page’s person.
  const typedBy = request.headers.get('x-plan-user');
  if (typedBy !== null && typedBy !== actor.userId) return refuse('signedOut');
  const read = await readBody(request, BODY_LIMIT);
  if (!read.ok) return refuse(read.code);
  const given = savedAnswer.safeParse(jsonOf(read.text));
  if (!given.success) return refuse(given.error.issues[0]?.message ?? 'invalid');
  const { noteAr, noteEn, ...rest } = given.data;
  const { round } = await params;
  return answer(await answerCriterion(actor, { ...rest, submissionId: round, note: { ar: noteAr, en: noteEn } }));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
