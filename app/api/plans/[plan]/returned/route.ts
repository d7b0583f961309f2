import { hasLocale } from 'next-intl';
import { routing } from '#i18n/routing';
import { formIn } from '#server/formFile';
import { readBodyBytes } from '#server/requestBody';
import { RETURNED_LIMIT, receiveReturned } from '#server/returnedFiles';
import { currentActor, refuseForeign } from '#server/session';

/** What a form’s fields and the marks between them take beside the file. */
const FORM_BYTES = 10_000;

/**
 * A workbook or a translation that came back, as a form of this site sends it, with and without JavaScript; leads to the
 * page that shows what it would change. Its size is looked at before anything is read from it.
 */
export async function POST(request: Request, { params }: { params: Promise<{ plan: string }> }): Promise<Response> {
  if (refuseForeign(request)) return Response.json({ ok: false, code: 'foreign' }, { status: 403 });
  const { plan } = await params;
  const asked = new URL(request.url).searchParams.get('locale');
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  const page = `/${locale}/plans/${encodeURIComponent(plan)}/returned`;
  const actor = await currentActor();
  if (!actor) return lead(`/${locale}/sign-in?next=${encodeURIComponent(page)}`);
  const read = await readBodyBytes(request, RETURNED_LIMIT + FORM_BYTES);
  if (!read.ok) return lead(`${page}?refused=${read.code}`);
  const form = await formIn(read.bytes, request.headers.get('content-type') ?? '');
  const file = form?.get('file');
  if (!(file instanceof File) || file.size === 0) return lead(`${page}?refused=noFile`);
  const received = await receiveReturned(actor, plan, new Uint8Array(await file.arrayBuffer()));
  return lead(received.ok ? `${page}?file=${received.id}` : `${page}?refused=${received.code}`);
}

const lead = (location: string): Response =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
