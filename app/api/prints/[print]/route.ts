import { cancelPrint, loadPrint } from '#server/prints';
import { currentActor, refuseForeign } from '#server/session';

type Props = { params: Promise<{ print: string }> };

const statuses: Record<string, number> = { signedOut: 401, foreign: 403, notAllowed: 403, notFound: 404, ended: 409 };

const headers = { 'cache-control': 'no-store' };
const refuse = (code: string): Response => Response.json({ ok: false, code }, { status: statuses[code], headers });

/** How far a printing has come. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return refuse('signedOut');
  const print = await loadPrint(actor, (await params).print);
  return print ? Response.json({ ok: true, print }, { headers }) : refuse('notFound');
}

/** Stops a printing. */
export async function DELETE(request: Request, { params }: Props): Promise<Response> {
  if (refuseForeign(request)) return refuse('foreign');
  const actor = await currentActor();
  if (!actor) return refuse('signedOut');
  const cancelled = await cancelPrint(actor, (await params).print);
  return cancelled.ok ? Response.json(cancelled, { headers }) : refuse(cancelled.code);
}
