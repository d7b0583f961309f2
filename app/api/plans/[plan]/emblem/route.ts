import { hasLocale } from 'next-intl';
import { routing } from '#i18n/routing';
import { EMBLEM_LIMIT, loadEmblem, setEmblem } from '#server/emblems';
import { formIn } from '#server/formFile';
import { readBodyBytes } from '#server/requestBody';
import { currentActor, refuseForeign } from '#server/session';

type Props = { params: Promise<{ plan: string }> };

const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
const refuse = (status: number, code: string): Response => Response.json({ ok: false, code }, { status, headers });
/** What a form’s fields and the marks between them take beside the file. */
const FORM_BYTES = 10_000;

/** The picture on the plan’s cover. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return refuse(401, 'signedOut');
  const image = await loadEmblem(actor, (await params).plan);
  if (!image) return refuse(404, 'notFound');
  return new Response(new Uint8Array(image), { headers: { ...headers, 'content-type': 'image/png' } });
}

/** Sets the picture from a form’s file, or takes it away where the form says so; leads back to the page of the form. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  if (refuseForeign(request)) return refuse(403, 'foreign');
  const { plan } = await params;
  const asked = new URL(request.url).searchParams.get('locale');
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  const page = `/${locale}/plans/${encodeURIComponent(plan)}/export`;
  const actor = await currentActor();
  if (!actor) return lead(`/${locale}/sign-in?next=${encodeURIComponent(page)}`);
  const read = await readBodyBytes(request, EMBLEM_LIMIT + FORM_BYTES);
  if (!read.ok) return lead(`${page}?emblem=tooLarge#emblem`);
  const form = await formIn(read.bytes, request.headers.get('content-type') ?? '');
  const file = form?.get('file');
  const isRemoval = form?.get('remove') === '1';
  if (!isRemoval && (!(file instanceof File) || file.size === 0)) return lead(`${page}?emblem=noFile#emblem`);
  const bytes = !isRemoval && file instanceof File ? new Uint8Array(await file.arrayBuffer()) : null;
  const set = await setEmblem(actor, plan, bytes);
  return lead(set.ok ? `${page}#emblem` : `${page}?emblem=${set.code}#emblem`);
}

const lead = (location: string): Response =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
