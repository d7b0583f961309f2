import { getTranslations } from 'next-intl/server';
import type { Locale } from '#i18n/routing';
import type { Actor } from '#people/roles';
import { TextLink } from '#ui/Button';
import { SignOut } from './SignOut.tsx';

/** Who is signed in, on top of each page that is theirs: their account, what they keep, the way out. */
export async function SignedIn({ locale, actor }: { locale: Locale; actor: Pick<Actor, 'name' | 'duties'> }) {
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
          <TextLink href={`/${locale}/desk`} className="py-1">
            {t('desk')}
          </TextLink>
        )}
        <TextLink href={`/${locale}/notices`} className="py-1">
          {t('notices')}
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
