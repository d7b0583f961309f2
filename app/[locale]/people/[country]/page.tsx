import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { Locale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { AccessForm } from '#components/people/AccessForm';
import { Done } from '#components/people/Done';
import { Invitations } from '#components/people/Invitations';
import { Members } from '#components/people/Members';
import { Roles } from '#components/people/RoleName';
import { countryRoles } from '#people/roles';
import { findCountry } from '#server/countries';
import { listInvitations } from '#server/invitations';
import { listMembers } from '#server/people';
import { requireActor } from '#server/session';
import { PageHeading } from '#ui/PageHeading';
import { accountBar } from '../../accountBar.tsx';
import { changeRoleAction, inviteAction, removeMemberAction, revokeAction } from './actions.ts';

type Props = {
  params: Promise<{ locale: Locale; country: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'access.people' });
  return { title: t('members') };
}

export default async function PeoplePage({ params, searchParams }: Props) {
  const { locale, country: code } = await params;
  const actor = await requireActor(locale);
  const country = await findCountry(actor, code);
  const members = country && (await listMembers(actor, country.id));
  const invitations = country && (await listInvitations(actor, country.id));
  if (!country || !members || !invitations) notFound();
  const t = await getTranslations({ locale, namespace: 'access' });
  const hidden = { countryId: country.id, countryCode: country.code };
  return (
    <>
      {await accountBar({ locale, actor })}
      <Done locale={locale} done={(await searchParams).done} />
      <PageHeading intro={t('people.intro')}>
        {t('people.title', { country: locale === 'ar' ? country.nameAr : country.nameEn })}
      </PageHeading>
      <Members
        locale={locale}
        members={members}
        ownId={actor.userId}
        hidden={hidden}
        changeRole={changeRoleAction}
        remove={removeMemberAction}
      />
      <Invitations locale={locale} invitations={invitations} revoke={revokeAction} hidden={hidden} />
      <section className="grid gap-4 border-t border-line pt-6">
        <h2 className="text-xl">{t('people.invite')}</h2>
        <AccessForm
          id="invite"
          locale={locale}
          action={inviteAction}
          hidden={hidden}
          fields={[
            {
              name: 'role',
              type: 'select',
              label: t('fields.role'),
              options: [
                { value: '', label: t('fields.choose') },
                ...countryRoles.map((role) => ({ value: role, label: t(`roles.${role}.name`) })),
              ],
            },
            { name: 'email', type: 'email', label: t('fields.emailOptional'), hint: t('fields.emailOptionalHint') },
          ]}
          submit={t('people.inviteSubmit')}
        />
      </section>
      <section className="grid gap-4 border-t border-line pt-6">
        <h2 className="text-xl">{t('people.roles')}</h2>
        <Roles locale={locale} roles={countryRoles} />
      </section>
    </>
  );
}
