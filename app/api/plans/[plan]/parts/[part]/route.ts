import * as z from 'zod';
import { ID } from '#plan/fields';
import { loadPart } from '#server/colleagues';
import { CHANGE_LIMIT, type SaveResult, savePart } from '#server/planParts';
import { readBody } from '#server/requestBody';
import { currentActor, refuseForeign } from '#server/session';

/** The largest save, in bytes. A field’s text in one language is at most a third of that. */
const BODY_LIMIT = 1_000_000;

const body = z.strictObject({
  id: z.string().regex(ID),
  changes: z
    .array(z.strictObject({ path: z.string().max(400), from: z.unknown(), to: z.unknown() }))
    .max(CHANGE_LIMIT, 'tooMany'),
});

const statuses: Record<string, number> = {
  signedOut: 401,
  foreign: 403,
  notAllowed: 403,
  notFound: 404,
  idTaken: 409,
  tooLarge: 413,
  notJson: 415,
  busy: 503,
};
// What isn’t named is something that no part of a plan can take.
const statusOf = (result: SaveResult): number => (result.ok ? 200 : (statuses[result.code] ?? 422));

const answer = (result: SaveResult): Response =>
  Response.json(result, { status: statusOf(result), headers: { 'cache-control': 'no-store' } });
const refuse = (code: string): Response => answer({ ok: false, code });

/** One part as it stands: what a page asks for when a colleague saved it. */
export async function GET(_request: Request, { params }: { params: Promise<{ plan: string; part: string }> }) {
  const actor = await currentActor();
  if (!actor) return refuse('signedOut');
  const { plan, part } = await params;
  const found = await loadPart(actor, plan, part);
  return Response.json(found, { status: found.ok ? 200 : 404, headers: { 'cache-control': 'no-store' } });
}

/** Saves edits of one part of a plan; may be sent again with the same id where no answer came. */
export async function PATCH(request: Request, { params }: { params: Promise<{ plan: string; part: string }> }) {
  if (refuseForeign(request)) return refuse('foreign');
  if (!/^application\/json *(;|$)/i.test(request.headers.get('content-type') ?? '')) return refuse('notJson');
  const actor = await currentActor();
  if (!actor) return refuse('signedOut');
  // At a shared computer someone else may have signed in meanwhile: their session doesn’t send what this page’s person typed.
  const typedBy = request.headers.get('x-plan-user');
  if (typedBy !== null && typedBy !== actor.userId) return refuse('signedOut');
  const read = await readBody(request, BODY_LIMIT);
  if (!read.ok) return refuse(read.code);
  const save = body.safeParse(jsonOf(read.text));
  if (!save.success)
    return refuse(save.error.issues.some(({ message }) => message === 'tooMany') ? 'tooMany' : 'notSave');
  const { plan, part } = await params;
  return answer(await savePart(actor, plan, part, save.data));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
