import { hasLocale } from 'next-intl';
import { loadMessages } from '#i18n/messages';
import { type Locale, routing } from '#i18n/routing';
import { nextPath } from '#people/nextPath';
import { formNames, LEFT_ID } from '#plan/afterForm';
import { PLAN_DOCUMENT_LIMIT } from '#plan/exchange';
import { type SentForm, sentForm } from '#plan/sentForm';
import { type PlainAnswer, savePlainForm } from '#server/plainForms';
import { readBodyBytes } from '#server/requestBody';
import { currentActor, refuseForeign } from '#server/session';
import { type NotSavedCode, notSavedPage } from '../../../../../components/plan/notSaved.ts';

type Entries = (readonly [string, string])[];

const statuses: Record<NotSavedCode, number> = {
  signedOut: 401,
  notAllowed: 403,
  notFound: 404,
  tooLarge: 413,
  unknownField: 422,
  failed: 500,
  busy: 503,
};
const isNamed = (code: string): code is NotSavedCode => Object.hasOwn(statuses, code);

/**
 * The form of a page of a plan, as browsers send it while the page’s program isn’t there. Leads back to the page, where
 * it is said what was saved; what could not be saved is shown to its sender at once, since it is stored nowhere.
 */
export async function POST(request: Request, { params }: { params: Promise<{ plan: string }> }): Promise<Response> {
  if (refuseForeign(request)) return Response.json({ ok: false, code: 'foreign' }, { status: 403 });
  const { plan } = await params;
  // A page holds no more than its plan’s document.
  const read = await readBodyBytes(request, PLAN_DOCUMENT_LIMIT);
  if (!read.ok) return notSaved(request, plan, 'tooLarge', []);
  const entries = await entriesIn(read.bytes, request.headers.get('content-type') ?? '');
  const form = entries && sentForm(entries);
  if (!entries || !form) return Response.json({ ok: false, code: 'notForm' }, { status: 415 });
  try {
    const actor = await currentActor();
    // At a shared computer someone else may have signed in meanwhile: theirs isn’t what this page’s person typed.
    if (!actor || (form.userId && actor.userId !== form.userId)) return notSaved(request, plan, 'signedOut', entries);
    const answer = await savePlainForm(actor, plan, form);
    if (answer.ok) return back(plan, form, answer);
    return notSaved(request, plan, isNamed(answer.code) ? answer.code : 'unknownField', entries);
  } catch (error) {
    // Its message may quote the plan: the place is what is told.
    const [name, ...places] =
      error instanceof Error ? [error.name, ...((error.stack ?? '').match(/^ +at .*$/gm) ?? [])] : ['?'];
    process.stderr.write(`Saving a form: ${name}\n${places.slice(0, 8).join('\n')}\n`);
    return notSaved(request, plan, 'failed', entries);
  }
}

/** The fields of a form, but for files, or null where the body is none. */
async function entriesIn(bytes: Uint8Array, type: string): Promise<Entries | null> {
  if (!/^multipart\/form-data *;/i.test(type)) return null;
  try {
    const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
    return [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
  } catch {
    return null;
  }
}

/** The page that a form stood on, if it is one of its plan. */
function pageOf(plan: string, locale: Locale, page: string): URL {
  const home = `/${locale}/plans/${encodeURIComponent(plan)}`;
  const path = nextPath(page);
  return new URL(path?.startsWith(`${home}/`) ? path : home, 'http://here.invalid');
}

const localeOf = (asked: string | null | undefined): Locale =>
  hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;

function back(plan: string, form: SentForm, { saves, at, isAll }: PlainAnswer & { ok: true }): Response {
  const url = pageOf(plan, localeOf(form.locale), form.page);
  const isChoice = form.deed?.deed === '~mine' || form.deed?.deed === '~theirs';
  const told = {
    [formNames.saved]: saves.join(' '),
    [formNames.open]: form.saves.join(' '),
    [formNames.settled]: [...form.settled, ...(isChoice && form.deed ? [form.deed.path] : [])].join(' '),
    [formNames.at]: at,
  };
  for (const [name, value] of Object.entries(told)) {
    if (value || name === formNames.saved) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  const place = isAll ? at : LEFT_ID;
  const location = `${url.pathname}${url.search}${place ? `#${encodeURIComponent(place)}` : ''}`;
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}

/** A page that shows what was typed; it is the sender’s own, and kept nowhere. */
async function notSaved(request: Request, plan: string, code: NotSavedCode, entries: Entries): Promise<Response> {
  const given = (name: string) => entries.find(([each]) => each === name)?.[1] ?? '';
  const locale = localeOf(given('~locale') || localeInReferer(request));
  const { pathname, search } = pageOf(plan, locale, given('~page'));
  const html = notSavedPage({
    code,
    locale,
    messages: await loadMessages(locale),
    address: `/api/plans/${encodeURIComponent(plan)}/form`,
    page: pathname + search,
    entries,
  });
  return new Response(html, {
    status: statuses[code],
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
  });
}

/** Of a form that wasn’t read, the page’s address alone tells the language. */
function localeInReferer(request: Request): string | undefined {
  const referer = request.headers.get('referer');
  return referer && URL.canParse(referer) ? new URL(referer).pathname.split('/')[1] : undefined;
}
