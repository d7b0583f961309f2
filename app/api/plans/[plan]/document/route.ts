import { writePlanDocument } from '#plan/exchange';
import { templateOf } from '#plan/template';
import { today } from '#server/database';
import { disposition, fileName, type NamedFile } from '#server/download';
import { takePlan } from '#server/plans';
import { currentActor } from '#server/session';

const headers = { 'cache-control': 'no-store' };
const refuse = (status: number, code: string): Response => Response.json({ ok: false, code }, { status, headers });

/** The whole plan as a JSON document, to keep or to bring elsewhere; `as=template` without what is of the country. */
export async function GET(request: Request, { params }: { params: Promise<{ plan: string }> }) {
  const actor = await currentActor();
  if (!actor) return refuse(401, 'signedOut');
  const { plan: id } = await params;
  const taken = await takePlan(actor, id);
  if (!taken.ok) return refuse(taken.code === 'notFound' ? 404 : 403, taken.code);
  const { loaded } = taken;
  const isTemplate = new URL(request.url).searchParams.get('as') === 'template';
  const file: NamedFile = {
    title: loaded.plan.about.title,
    country: loaded.country.code,
    kinds: [isTemplate ? 'template' : 'document'],
    day: await today(),
    ending: 'json',
  };
  return new Response(writePlanDocument(isTemplate ? templateOf(loaded.plan) : loaded.plan), {
    headers: {
      ...headers,
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': disposition(fileName(file), file),
    },
  });
}
