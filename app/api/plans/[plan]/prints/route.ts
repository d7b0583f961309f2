import { hasLocale } from 'next-intl';
import { routing } from '#i18n/routing';
import { readPrintOptions } from '#plan/printOptions';
import { listPrints, type StartPrint, startPrint } from '#server/prints';
import { readBody } from '#server/requestBody';
import { currentActor, refuseForeign } from '#server/session';

type Props = { params: Promise<{ plan: string }> };

const statuses: Record<string, number> = {
  signedOut: 401,
  foreign: 403,
  notAllowed: 403,
  notFound: 404,
  tooLarge: 413,
  notJson: 415,
  notOptions: 422,
  running: 429,
  full: 429,
};

const headers = { 'cache-control': 'no-store' };
const refuse = (code: string, retryAfter?: number): Response =>
  Response.json(
    { ok: false, code },
    {
      status: statuses[code] ?? 400,
      headers: { ...headers, ...(retryAfter ? { 'retry-after': `${retryAfter}` } : {}) },
    },
  );

/** What is being printed of a plan, and what was. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return refuse('signedOut');
  const listed = await listPrints(actor, (await params).plan);
  return listed.ok ? Response.json(listed, { headers }) : refuse(listed.code);
}

/**
 * Orders a printing. A program sends JSON and is answered in JSON; a form, as browsers send one without JavaScript, is
 * led back to the page it stands on, where a refusal is said.
 */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  if (refuseForeign(request)) return refuse('foreign');
  const { plan } = await params;
  const read = await readBody(request, 1_000);
  if (!read.ok) return refuse('tooLarge');
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded *(;|$)/i.test(type)) {
    if (!/^application\/json *(;|$)/i.test(type)) return refuse('notJson');
    const started = await start(plan, parsed(read.text));
    if (started.ok) return Response.json(started, { status: 201, headers });
    return refuse(started.code, 'retryAfter' in started ? started.retryAfter : undefined);
  }
  const form = new URLSearchParams(read.text);
  const started = await start(plan, formOptions(form));
  return back(plan, form, started.ok ? '' : started.code);
}

async function start(
  plan: string,
  asked: unknown,
): Promise<StartPrint | { ok: false; code: 'signedOut' | 'notOptions' }> {
  const actor = await currentActor();
  if (!actor) return { ok: false, code: 'signedOut' };
  const { adoption = null, ...chosen } = isObject(asked) ? asked : {};
  const options = isObject(asked) ? readPrintOptions(chosen) : null;
  if (!options || (adoption !== null && typeof adoption !== 'string')) return { ok: false, code: 'notOptions' };
  return startPrint(actor, plan, options, adoption);
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A form sends a box that isn’t ticked as nothing: which annexes it asked for is told by that it asked about them. */
function formOptions(form: URLSearchParams): unknown {
  const told = ['layout', 'format', 'edition', 'extent', 'adoption'].flatMap((name) => {
    const value = form.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(told),
    ...(form.has('choosesAnnexes') ? { annexes: form.getAll('annexes') } : {}),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The page of an adopted edition, or of the draft, as the form was sent from it. */
function back(plan: string, form: URLSearchParams, code: string): Response {
  const asked = form.get('locale');
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  const adoption = form.get('adoption');
  const page = `/${locale}/plans/${encodeURIComponent(plan)}/export`;
  const query = new URLSearchParams({ ...(adoption && { adoption }) });
  const signIn = `/${locale}/sign-in?next=${encodeURIComponent(`${page}${query.size ? `?${query}` : ''}`)}`;
  if (code && code !== 'signedOut') query.set('refused', code);
  const location = code === 'signedOut' ? signIn : `${page}${query.size ? `?${query}` : ''}#printing`;
  return new Response(null, { status: 303, headers: { ...headers, location } });
}
