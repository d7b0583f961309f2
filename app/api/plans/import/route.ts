import { hasLocale } from 'next-intl';
import { routing } from '#i18n/routing';
import { PLAN_DOCUMENT_LIMIT } from '#plan/exchange';
import { formIn } from '#server/formFile';
import { receiveImport } from '#server/imports';
import { readBodyBytes } from '#server/requestBody';
import { currentActor, refuseForeign } from '#server/session';

/** What a form’s fields and the marks between them take beside the file. */
const FORM_BYTES = 10_000;

/**
 * A file with a plan, as a form of this site sends it, with and without JavaScript; leads to the page that shows what it
 * holds. Its size is looked at before anything is read from it.
 */
export async function POST(request: Request): Promise<Response> {
  if (refuseForeign(request)) return Response.json({ ok: false, code: 'foreign' }, { status: 403 });
  const asked = new URL(request.url).searchParams.get('locale');
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  const page = `/${locale}/plans/import`;
  const actor = await currentActor();
  if (!actor) return lead(`/${locale}/sign-in?next=${encodeURIComponent(page)}`);
  const read = await readBodyBytes(request, PLAN_DOCUMENT_LIMIT + FORM_BYTES);
  if (!read.ok) return lead(`${page}?refused=${read.code}`);
  const form = await formIn(read.bytes, request.headers.get('content-type') ?? '');
  const countryId = form?.get('countryId');
  const file = form?.get('file');
  if (!(file instanceof File) || (file.size === 0 && !file.name)) return lead(`${page}?refused=noFile`);
  const received = await receiveImport(
    actor,
    typeof countryId === 'string' ? countryId : '',
    new Uint8Array(await file.arrayBuffer()),
  );
  return lead(received.ok ? `${page}?file=${received.id}` : `${page}?refused=noCountry`);
}

const lead = (location: string): Response =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
