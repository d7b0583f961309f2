import { getTranslations } from 'next-intl/server';
import { formatNumber } from '#i18n/format';
import type { Locale } from '#i18n/routing';
import type { Actor } from '#people/roles';
import { TextLink } from '#ui/Button';
import { SignOut } from './SignOut.tsx';

/** Who is signed in, on top of each page that is theirs: their account, what they keep, the way out. */
export async function SignedIn({
  locale,
  actor,
  unread,
}: {
  locale: Locale;
  actor: Pick<Actor, 'name' | 'duties'>;
  /** How many of their notices they haven’t read. */
  unread: number;
}) {
  const t = await getTranslations({ locale, namespace: 'common.account' });
  return (
    <nav
      aria-label={t('label')}
      data-signed-in
      data-screen
      className="flex flex-wrap items-center gap-x-5 gap-y-1 border-b border-line pb-3 text-sm"
    >
      <span className="text-muted">{t('signedInAs', { name: actor.name })}</span>
      <span className="ms-auto flex flex-wrap items-center gap-x-5">
        {actor.duties.includes('administrator') && (
          <TextLink href={`/${locale}/countries`} className="py-1">
            {t('countries')}
          </TextLink>
        )}
        {actor.duties.includes('adviser') && (
          <>
            <TextLink href={`/${locale}/desk`} className="py-1">
              {t('desk')}
            </TextLink>
            <TextLink href={`/${locale}/remarks`} className="py-1">
              {t('remarks')}
            </TextLink>
          </>
        )}
        <TextLink href={`/${locale}/notices`} className="py-1">
          {t('notices')}
          {unread > 0 && <Unread locale={locale} count={unread} />}
        </TextLink>
        <TextLink href={`/${locale}/account`} className="py-1">
          {t('account')}
        </TextLink>
        <SignOut locale={locale} look="plain">
          {t('signOut')}
        </SignOut>
      </span>
    </nav>
  );
}

/** A figure for who looks, and the words for who listens: the link is called “Inbox, 3 unread”. */
async function Unread({ locale, count }: { locale: Locale; count: number }) {
  const t = await getTranslations({ locale, namespace: 'common' });
  return (
    <>
      <span
        aria-hidden="true"
        className="ms-1.5 inline-block min-w-6 rounded-full bg-blue px-1.5 text-center font-medium text-on-blue tabular-nums"
      >
        {formatNumber(count, locale, 'latin')}
      </span>
      <span className="sr-only">
        {t('between')}
        {t('account.unread', { count })}
      </span>
    </>
  );
}
