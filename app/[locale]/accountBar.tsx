import type { Locale } from 'next-intl';
import { SignedIn } from '#components/people/SignedIn';
import type { Actor } from '#people/roles';
import { countUnread } from '#server/notices';

/**
 * Who is signed in, on top of each page that is theirs. It stands in the page and in no layout, which a way from page to page
 * keeps as it was. A page waits for it, and then draws: the count is taken after what the page itself marked as read, and
 * its transaction doesn’t wait for a long page to be drawn.
 */
export async function accountBar({ locale, actor }: { locale: Locale; actor: Actor }) {
  return <SignedIn locale={locale} actor={actor} unread={await countUnread(actor)} />;
}
