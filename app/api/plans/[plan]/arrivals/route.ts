import * as z from 'zod';
import { arrivalsSince } from '#server/colleagues';
import { currentActor } from '#server/session';

const moment = z.union([z.literal(''), z.iso.datetime()]);
const answer = (body: unknown, status = 200): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } });

/** Which parts of a plan were saved since `after`, and the moment to ask from next. */
export async function GET(request: Request, { params }: { params: Promise<{ plan: string }> }) {
  const actor = await currentActor();
  if (!actor) return answer({ ok: false, code: 'signedOut' }, 401);
  const after = moment.safeParse(new URL(request.url).searchParams.get('after') ?? '');
  if (!after.success) return answer({ ok: false, code: 'notMoment' }, 400);
  const found = await arrivalsSince(actor, (await params).plan, after.data);
  return answer(found, found.ok ? 200 : 404);
}
