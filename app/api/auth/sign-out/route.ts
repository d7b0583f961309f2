import { hasLocale } from 'next-intl';
import { routing } from '#i18n/routing';
import { refuseForeign, signOut } from '#server/session';

/** Signs out: a plain form's address, so that it works in every page and without JavaScript. */
export async function POST(request: Request): Promise<Response> {
  if (refuseForeign(request)) return Response.json({ ok: false, code: 'foreign' }, { status: 403 });
  const asked = new URLSearchParams((await request.text()).slice(0, 100)).get('locale');
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  await signOut();
  return new Response(null, {
    status: 303,
    headers: {
      location: `/${locale}/sign-in?signedOut=1`,
      'cache-control': 'no-store',
      // Not `storage`: what was typed and not sent yet waits there for the same person.
      'clear-site-data': '"cache"',
    },
  });
}
