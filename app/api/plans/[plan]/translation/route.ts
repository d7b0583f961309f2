import { loadMessages } from '#i18n/messages';
import { textAt } from '#i18n/textAt';
import { today } from '#server/database';
import { disposition, fileName, type NamedFile } from '#server/download';
import { takePlan } from '#server/plans';
import { currentActor } from '#server/session';
import { staleTexts } from '#server/translations';
import { writeXliff } from '#xliff/writeXliff';

const headers = { 'cache-control': 'no-store' };
const refuse = (status: number, code: string): Response => Response.json({ ok: false, code }, { status, headers });

/** The plan’s texts as an XLIFF file for a translation service: `from` is the language that is translated from. */
export async function GET(request: Request, { params }: { params: Promise<{ plan: string }> }): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return refuse(401, 'signedOut');
  const { plan: id } = await params;
  const taken = await takePlan(actor, id);
  if (!taken.ok) return refuse(taken.code === 'notFound' ? 404 : 403, taken.code);
  const { loaded } = taken;
  const source = new URL(request.url).searchParams.get('from') === 'en' ? 'en' : 'ar';
  const target = source === 'ar' ? 'en' : 'ar';
  // The notes are for the translator, who reads the language that is translated into.
  const messages = await loadMessages(target);
  const stale = [...(await staleTexts(actor, id)).values()].filter(({ language }) => language === target);
  const file: NamedFile = {
    title: loaded.plan.about.title,
    country: loaded.country.code,
    kinds: ['translation'],
    day: await today(),
    ending: 'xlf',
  };
  const text = writeXliff({
    plan: loaded.plan,
    planId: id,
    source,
    target,
    stale: new Set(stale.map(({ path }) => path)),
    readAt: loaded.readAt.toISOString(),
    labelOf: (labelPath) => textAt(messages.plan, `${labelPath}.label`) ?? '',
    staleNote: messages.returned.staleNote,
  });
  return new Response(text, {
    headers: {
      ...headers,
      'content-type': 'application/xliff+xml; charset=utf-8',
      'content-disposition': disposition(fileName(file), file),
    },
  });
}
