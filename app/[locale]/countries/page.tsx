import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { Locale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { AccessForm } from '#components/people/AccessForm';
import { Countries } from '#components/people/Countries';
import { Done } from '#components/people/Done';
import { Invitations } from '#components/people/Invitations';
import { Roles } from '#components/people/RoleName';
import { nameOrder } from '#i18n/format';
import { countryNames } from '#people/countryNames';
import { duties } from '#people/roles';
import { listCountries } from '#server/countries';
import { listInvitations } from '#server/invitations';
import { requireActor } from '#server/session';
import { PageHeading } from '#ui/PageHeading';
import { accountBar } from '../accountBar.tsx';
import { createCountryAction, inviteCoordinatorAction, inviteForDutyAction, revokeAction } from './actions.ts';

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<{ done?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'access.countries' });
  return { title: t('title') };
}

export default async function CountriesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const actor = await requireActor(locale);
  const found = await listCountries(actor);
  const invitations = await listInvitations(actor, null);
  if (!found || !invitations) notFound();
  const t = await getTranslations({ locale, namespace: 'access.countries' });
  const byName = nameOrder(locale);
  const countries = found
    .map(({ nameAr, nameEn, ...country }) => ({ ...country, name: locale === 'ar' ? nameAr : nameEn }))
    .toSorted((a, b) => byName(a.name, b.name));
  const nameOf = new Map(countries.map(({ id, name }) => [id, name]));
  return (
    <>
      {await accountBar({ locale, actor })}
      <Done locale={locale} done={(await searchParams).done} />
      <PageHeading intro={t('intro')}>{t('title')}</PageHeading>
      <Countries locale={locale} countries={countries} />
      <Invitations
        locale={locale}
        invitations={invitations.map((invitation) => ({
          ...invitation,
          country: nameOf.get(invitation.countryId ?? ''),
        }))}
        revoke={revokeAction}
      />
      {countries.length > 0 && <InviteCoordinator locale={locale} countries={countries} />}
      <AddCountry locale={locale} present={countries.map(({ code }) => code)} />
      <InviteForDuty locale={locale} />
    </>
  );
}

const section = 'grid gap-4 border-t border-line pt-6';

async function InviteCoordinator({ locale, countries }: { locale: Locale; countries: { id: string; name: string }[] }) {
  const t = await getTranslations({ locale, namespace: 'access' });
  return (
    <section className={section}>
      <h2 className="text-xl">{t('countries.invite')}</h2>
      <p className="max-w-prose text-muted">{t('countries.inviteText')}</p>
      <AccessForm
        id="invite"
        locale={locale}
        action={inviteCoordinatorAction}
        hidden={{ role: 'coordinator' }}
        fields={[
          {
            name: 'countryId',
            type: 'select',
            label: t('fields.country'),
            options: [
              { value: '', label: t('fields.choose') },
              ...countries.map(({ id, name }) => ({ value: id, label: name })),
            ],
          },
          { name: 'email', type: 'email', label: t('fields.emailOptional'), hint: t('fields.emailOptionalHint') },
        ]}
        submit={t('countries.inviteSubmit')}
      />
    </section>
  );
}

async function AddCountry({ locale, present }: { locale: Locale; present: readonly string[] }) {
  const t = await getTranslations({ locale, namespace: 'access' });
  const byName = nameOrder(locale);
  const options = (observer: boolean) =>
    countryNames
      .filter((name) => (name.observer ?? false) === observer && !present.includes(name.code))
      .map((name) => ({ value: name.code, label: locale === 'ar' ? name.shortAr : name.shortEn }))
      .toSorted((a, b) => byName(a.label, b.label));
  return (
    <section className={section}>
      <h2 className="text-xl">{t('countries.add')}</h2>
      <p className="max-w-prose text-muted">{t('countries.addText')}</p>
      <AccessForm
        id="country"
        locale={locale}
        action={createCountryAction}
        fields={[
          {
            name: 'code',
            type: 'select',
            label: t('fields.country'),
            options: [
              { value: '', label: t('fields.choose') },
              { label: t('countries.members'), options: options(false) },
              { label: t('countries.observers'), options: options(true) },
            ],
          },
        ]}
        submit={t('countries.addSubmit')}
      />
    </section>
  );
}

async function InviteForDuty({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'access' });
  return (
    <section className={section}>
      <h2 className="text-xl">{t('countries.duty')}</h2>
      <p className="max-w-prose text-muted">{t('countries.dutyText')}</p>
      <Roles locale={locale} roles={duties} />
      <AccessForm
        id="duty"
        locale={locale}
        action={inviteForDutyAction}
        fields={[
          {
            name: 'duty',
            type: 'select',
            label: t('fields.role'),
            options: [
              { value: '', label: t('fields.choose') },
              ...duties.map((duty) => ({ value: duty, label: t(`duties.${duty}.name`) })),
            ],
          },
          { name: 'email', type: 'email', label: t('fields.emailOptional'), hint: t('fields.emailOptionalHint') },
        ]}
        submit={t('people.inviteSubmit')}
        look="quiet"
      />
    </section>
  );
}
