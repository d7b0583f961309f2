import { loadMessages } from '#i18n/messages';
import { today } from '#server/database';
import { recordDeskFile } from '#server/desk';
import { loadAllChoices } from '#server/deskCoverage';
import { currentActor } from '#server/session';
import { writeTables } from '#server/tableFiles';
import { coverageBook } from '../../../../components/review/coverageBook.ts';
import { deskFileName } from '../../../../components/review/deskBook.ts';
import { fileAnswer, localeOf, refuse, sayOr } from '../../tableAnswer.ts';

/** What the plans on an adviser’s desk do with each recommendation, and why, as a spreadsheet in the language of `locale`. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return refuse('signedOut');
  const plans = await loadAllChoices(actor);
  if (!plans) return refuse('notFound');
  const locale = localeOf(new URL(request.url).searchParams);
  const [day, messages] = await Promise.all([today(), loadMessages(locale)]);
  const written = await writeTables(coverageBook(plans, { locale, messages, day }), request.signal);
  if (!written.ok) {
    const page = (code: string) => `/${locale}/desk/coverage?refused=${code}#file`;
    return sayOr(request, page, written.code, 'retryAfter' in written ? written.retryAfter : undefined);
  }
  await recordDeskFile(actor, 'coverage', plans.length);
  return fileAnswer(written.file, 'xlsx', deskFileName('coverage', day));
}
