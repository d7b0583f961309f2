import type { Metadata } from 'next';
import type { Locale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { AccessButton, AccessForm } from '#components/people/AccessForm';
import { InvitedAs } from '#components/people/RoleName';
import { SignOut } from '#components/people/SignOut';
import { findInvitation, type Invitation } from '#server/invitations';
import { currentActor } from '#server/session';
import { TextLink } from '#ui/Button';
import { Notice } from '#ui/Notice';
import { PageHeading } from '#ui/PageHeading';
import { acceptAction, joinAction } from './actions.ts';

type Props = { params: Promise<{ locale: Locale; token: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'access.invitation' });
  return { title: t('title'), robots: { index: false } };
}

export default async function InvitationPage({ params }: Props) {
  const { locale, token } = await params;
  const t = await getTranslations({ locale, namespace: 'access' });
  const invitation = await findInvitation(token);
  if (invitation?.state !== 'open') {
    const state =
      invitation?.state === 'accepted' || invitation?.state === 'revoked' || invitation?.state === 'expired';
    return (
      <>
        <PageHeading>{t('invitation.closed')}</PageHeading>
        <Notice tone="warm" title={t(`invitation.closedReason.${state ? invitation.state : 'unknown'}`)}>
          {t('invitation.closedNext')}
        </Notice>
        <p>
          <TextLink href={`/${locale}/sign-in`}>{t('signIn.title')}</TextLink>
        </p>
      </>
    );
  }
  const country = (locale === 'ar' ? invitation.nameAr : invitation.nameEn) ?? '';
  return (
    <>
      <PageHeading above={t('invitation.title')} intro={<InvitedAs locale={locale} role={invitation.role} />}>
        {invitation.countryId ? t('invitation.toCountry', { country }) : t('invitation.toDuty')}
      </PageHeading>
      <Accept invitation={invitation} locale={locale} token={token} />
    </>
  );
}

async function Accept({ invitation, locale, token }: { invitation: Invitation; locale: Locale; token: string }) {
  const t = await getTranslations({ locale, namespace: 'access' });
  const actor = await currentActor();
  if (actor) {
    return (
      <section className="grid max-w-prose gap-4" data-signed-in>
        <p>
          <bdi>{t('invitation.signedIn', { name: actor.name, email: actor.email })}</bdi>
        </p>
        <AccessButton
          locale={locale}
          action={acceptAction}
          hidden={{ token }}
          submit={t('invitation.accept')}
          look="main"
        />
        <p className="text-muted">{t('invitation.other')}</p>
        <SignOut locale={locale}>{t('account.signOut')}</SignOut>
      </section>
    );
  }
  const fixed = invitation.email;
  return (
    <>
      <section className="grid gap-4">
        <h2 className="text-xl">{t('invitation.new')}</h2>
        <p className="text-muted">{t('invitation.newText')}</p>
        <AccessForm
          locale={locale}
          id="join"
          action={joinAction}
          hidden={{ token }}
          fields={[
            { name: 'name', label: t('fields.name'), hint: t('fields.nameHint'), autoComplete: 'name' },
            {
              name: 'email',
              type: 'email',
              label: t('fields.email'),
              autoComplete: 'username',
              ...(fixed ? { value: fixed, readOnly: true, hint: t('fields.emailFixed') } : {}),
            },
            {
              name: 'password',
              type: 'password',
              label: t('fields.password'),
              hint: t('fields.passwordHint'),
              autoComplete: 'new-password',
            },
          ]}
          submit={t('invitation.join')}
        />
      </section>
      <section className="grid gap-2 border-t border-line pt-6">
        <h2 className="text-xl">{t('invitation.have')}</h2>
        <p>
          <TextLink href={`/${locale}/sign-in?next=${encodeURIComponent(`/${locale}/invitations/${token}`)}`}>
            {t('invitation.signIn')}
          </TextLink>
        </p>
      </section>
    </>
  );
}
