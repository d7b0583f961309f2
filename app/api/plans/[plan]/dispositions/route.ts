import { loadMessages } from '#i18n/messages';
import type { Locale } from '#i18n/routing';
import { dispositionSource, PDF_ROW_LIMIT, recordDispositions, writeDispositions } from '#server/dispositionFiles';
import { disposition, fileName, type NamedFile } from '#server/download';
import { currentActor } from '#server/session';
import { dispositionPaper } from '../../../../../components/review/dispositionPaper.ts';
import { fileAnswer, localeOf, type Refusal, refuse, sayOr } from '../../../tableAnswer.ts';

type Props = { params: Promise<{ plan: string }> };

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
  const locale = localeOf(search);
  const rows = table.rows.length;
  const page = pageOf(id, locale);
  if (as === 'pdf' && rows > PDF_ROW_LIMIT) return sayOr(request, page, 'tooMany');
  const wording = { locale, messages: await loadMessages(locale) };
  const paper = dispositionPaper(table, rounds, { day, country: country.name, wording });
  const written = await writeDispositions(as, paper, request.signal);
  if (!written.ok) return sayOr(request, page, written.code, 'retryAfter' in written ? written.retryAfter : undefined);
  await recordDispositions(actor, id, { countryId: table.countryId, as, rows });
  const file: NamedFile = {
    title: table.plan.about.title,
    country: country.code,
    kinds: ['dispositions'],
    day,
    ending: as,
  };
  return fileAnswer(written.file, as, disposition(fileName(file), file));
}

/** The page that says why a file was refused. */
const pageOf = (plan: string, locale: Locale) => (code: Refusal) =>
  `/${locale}/plans/${encodeURIComponent(plan)}/review/dispositions?refused=${code}#files`;
