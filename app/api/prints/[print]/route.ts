import { hasLocale } from 'next-intl';
import { routing } from '#i18n/routing';
import { cancelPrint, loadPrint } from '#server/prints';
import { readBody } from '#server/requestBody';
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

/** Stops it too: for a form, as browsers send one without JavaScript; leads back to the plan’s page. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  if (refuseForeign(request)) return refuse('foreign');
  const actor = await currentActor();
  const read = await readBody(request, 1_000);
  const asked = read.ok ? new URLSearchParams(read.text).get('locale') : null;
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  const { print: id } = await params;
  const print = actor && (await loadPrint(actor, id));
  const cancelled = print && (await cancelPrint(actor, id));
  const page = print ? `/${locale}/plans/${print.planId}/export` : `/${locale}/plans`;
  const location = `${page}${cancelled && !cancelled.ok ? `?refused=${cancelled.code}` : ''}#printing`;
  return new Response(null, { status: 303, headers: { ...headers, location } });
}
