import { can } from '#people/roles';
import { writePlanDocument } from '#plan/exchange';
import { loadPlan } from '#server/plans';
import { currentActor } from '#server/session';

const headers = { 'cache-control': 'no-store' };
const refuse = (status: number, code: string): Response => Response.json({ ok: false, code }, { status, headers });

/** The whole plan as a JSON document, to keep or to bring elsewhere. */
export async function GET(_request: Request, { params }: { params: Promise<{ plan: string }> }) {
  const actor = await currentActor();
  if (!actor) return refuse(401, 'signedOut');
  const { plan: id } = await params;
  const loaded = await loadPlan(actor, id);
  if (!loaded) return refuse(404, 'notFound');
  if (!can(actor, 'plan.export', { countryId: loaded.countryId, planId: id })) return refuse(403, 'notAllowed');
  return new Response(writePlanDocument(loaded.plan), {
    headers: {
      ...headers,
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': disposition(loaded.plan.about.title, loaded.country.code),
    },
  });
}

/** A name in both languages for who saves the file, and a plain one for programs that know no other. */
function disposition(title: { ar: string; en: string }, country: string): string {
  const plain = `national-action-plan-${country.toLowerCase()}.json`;
  const titles = [title.ar, title.en].map(asFileName).filter(Boolean);
  const full = titles.length ? `${titles.join(' - ')}.json` : plain;
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(full).replace(/['()*]/g, escaped)}`;
}

/** Only letters, marks, figures, spaces and a few signs: no path, no line break, no character that turns the order. */
const asFileName = (text: string): string =>
  text
    .replace(/[^\p{L}\p{M}\p{N} .,–-]/gu, ' ')
    .replace(/ +/g, ' ')
    .slice(0, 80)
    .trim()
    .toWellFormed();
const escaped = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
