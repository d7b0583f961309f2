import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { Locale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { AccessForm } from '#components/people/AccessForm';
import { landing } from '#people/landing';
import { nextPath } from '#people/nextPath';
import { currentActor } from '#server/session';
import { Notice } from '#ui/Notice';
import { PageHeading } from '#ui/PageHeading';
import { signInAction } from './actions.ts';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<{ next?: string | string[]; signedOut?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'access.signIn' });
  return { title: t('title'), robots: { index: false } };
}

export default async function SignInPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { next: asked, signedOut } = await searchParams;
  const next = nextPath(asked);
  const actor = await currentActor();
  if (actor) redirect(next ?? landing(actor, locale));
  const t = await getTranslations({ locale, namespace: 'access' });
  return (
    <>
      {signedOut && (
        <Notice tone="good" title={t('signIn.signedOut')} live>
          {t('signIn.signedOutText')}
        </Notice>
      )}
      <PageHeading intro={t('signIn.intro')}>{t('signIn.title')}</PageHeading>
      <AccessForm
        locale={locale}
        id="sign-in"
        action={signInAction}
        hidden={next ? { next } : {}}
        fields={[
          { name: 'email', type: 'email', label: t('fields.email'), autoComplete: 'username' },
          { name: 'password', type: 'password', label: t('fields.password'), autoComplete: 'current-password' },
        ]}
        submit={t('signIn.submit')}
      />
      <section className="grid max-w-prose gap-2 border-t border-line pt-6">
        <h2 className="text-xl">{t('signIn.accounts')}</h2>
        <p className="text-muted">{t('signIn.accountsText')}</p>
      </section>
    </>
  );
}
