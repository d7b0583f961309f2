import { hasLocale } from 'next-intl';

import { loadMessages } from '#i18n/messages';
import { type Locale, routing } from '#i18n/routing';
import {
  type DispositionFormat,
  dispositionSource,
  PDF_ROW_LIMIT,
  recordDispositions,
  writeDispositions,
} from '#server/dispositionFiles';
import { disposition, fileName, type NamedFile } from '#server/download';
import { currentActor } from '#server/session';
import { dispositionPaper } from '../../../../../components/review/dispositionPaper.ts';

type Props = { params: Promise<{ plan: string }> };

const headers = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};
const types: Record<DispositionFormat, string> = {
  pdf: 'application/pdf',
  // ECMA-376.
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const statuses = { signedOut: 401, notFound: 404, tooMany: 422, tooCostly: 422, full: 429, cancelled: 499 } as const;

const refuse = (code: keyof typeof statuses, retryAfter?: number): Response =>
  Response.json(
    { ok: false, code },
    {
      status: statuses[code],
      headers: { ...headers, ...(retryAfter ? { 'retry-after': `${retryAfter}` } : {}) },
    },
  );

/** The table of dispositions as a spreadsheet, or as a PDF with `as=pdf`, in the language that `locale` names. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return refuse('signedOut');
  const { plan: id } = await params;
  const source = await dispositionSource(actor, id);
  if (!source) return refuse('notFound');
  const { table, rounds, country, day } = source;
  const search = new URL(request.url).searchParams;
  const as = search.get('as') === 'pdf' ? 'pdf' : 'xlsx';
  const asked = search.get('locale');
  const locale: Locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  const rows = table.rows.length;
  if (as === 'pdf' && rows > PDF_ROW_LIMIT) return sayOr(request, id, locale, 'tooMany');
  const wording = { locale, messages: await loadMessages(locale) };
  const paper = dispositionPaper(table, rounds, { day, country: country.name, wording });
  const written = await writeDispositions(as, paper, request.signal);
  if (!written.ok)
    return sayOr(request, id, locale, written.code, 'retryAfter' in written ? written.retryAfter : undefined);
  await recordDispositions(actor, id, { countryId: table.countryId, as, rows });
  const file: NamedFile = {
    title: table.plan.about.title,
    country: country.code,
    kinds: ['dispositions'],
    day,
    ending: as,
  };
  return new Response(new Uint8Array(written.file), {
    headers: {
      ...headers,
      'content-type': types[as],
      'content-length': `${written.file.length}`,
      'content-disposition': disposition(fileName(file), file),
    },
  });
}

/** Refuses with a code; who followed a link in a browser is led back to the page, where it is said in a sentence. */
function sayOr(
  request: Request,
  plan: string,
  locale: Locale,
  code: keyof typeof statuses,
  retryAfter?: number,
): Response {
  if (request.headers.get('sec-fetch-mode') !== 'navigate') return refuse(code, retryAfter);
  const location = `/${locale}/plans/${encodeURIComponent(plan)}/review/dispositions?refused=${code}#files`;
  return new Response(null, { status: 303, headers: { ...headers, location } });
}
