import { nameOrder } from '#i18n/format';
import { loadMessages } from '#i18n/messages';
import { can } from '#people/roles';
import { arrangeDesk, deskQuery, readDesk } from '#review/deskList';
import { withQuery } from '#review/threadFilter';
import { today } from '#server/database';
import { loadDesk, recordDeskFile } from '#server/desk';
import { currentActor } from '#server/session';
import { writeTables } from '#server/tableFiles';
import { deskBook, deskFileName } from '../../../components/review/deskBook.ts';
import { fileAnswer, localeOf, refuse, sayOr } from '../tableAnswer.ts';

/** The plans that an adviser’s desk shows for this very query, on all its pages, as a spreadsheet in the language of `locale`. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return refuse('signedOut');
  if (!can(actor, 'desk.open')) return refuse('notFound');
  const search = new URL(request.url).searchParams;
  const locale = localeOf(search);
  const asked = readDesk(Object.fromEntries(search));
  const [all, day, messages] = await Promise.all([loadDesk(actor), today(), loadMessages(locale)]);
  const plans = arrangeDesk(all, asked, { locale, names: nameOrder(locale) });
  const written = await writeTables(deskBook(plans, asked, { locale, messages, day }), request.signal);
  if (!written.ok) {
    const page = (code: string) => `${withQuery(`/${locale}/desk`, { ...deskQuery(asked), refused: code })}#file`;
    return sayOr(request, page, written.code, 'retryAfter' in written ? written.retryAfter : undefined);
  }
  await recordDeskFile(actor, 'plans', plans.length);
  return fileAnswer(written.file, 'xlsx', deskFileName('desk', day));
}
