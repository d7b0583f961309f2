import { hasLocale } from 'next-intl';
import { routing } from '#i18n/routing';
import { noticeAddress } from '#review/noticeAddress';
import { openNotice } from '#server/notices';
import { currentActor } from '#server/session';

/** Leads to what a notice of one’s own tells of, in the language that `locale` names; it is read by that. */
export async function GET(request: Request, { params }: { params: Promise<{ notice: string }> }): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('locale');
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  const list = `/${locale}/notices`;
  const actor = await currentActor();
  if (!actor) return leadTo(`/${locale}/sign-in?next=${encodeURIComponent(list)}`);
  const found = await openNotice(actor, (await params).notice);
  return leadTo(found ? noticeAddress(found, locale) : list);
}

const leadTo = (location: string): Response =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
