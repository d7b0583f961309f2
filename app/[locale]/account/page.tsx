import type { Metadata } from 'next';
import type { Locale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { AccessButton, AccessForm } from '#components/people/AccessForm';
import { DeviceSetting } from '#components/people/DeviceSetting';
import { Done } from '#components/people/Done';
import { Roles } from '#components/people/RoleName';
import { Sessions } from '#components/people/Sessions';
import { nameOrder } from '#i18n/format';
import { loadMessages } from '#i18n/messages';
import { type Actor, roleIn } from '#people/roles';
import { listSessions } from '#server/account';
import { ownCountries } from '#server/countries';
import { currentSessionId, requireActor } from '#server/session';
import { TextLink } from '#ui/Button';
import { PageHeading } from '#ui/PageHeading';
import { Tag } from '#ui/Tag';
import { accountBar } from '../accountBar.tsx';
import { changeNameAction, changePasswordAction, endAllSessionsAction, endSessionAction } from './actions.ts';

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<{ done?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'access.account' });
  return { title: t('title') };
}

const section = 'grid gap-4 border-t border-line pt-6';

export default async function AccountPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const actor = await requireActor(locale);
  const t = await getTranslations({ locale, namespace: 'access' });
  return (
    <>
      {await accountBar({ locale, actor })}
      <Done locale={locale} done={(await searchParams).done} />
      <PageHeading intro={<bdi>{actor.email}</bdi>}>{t('account.title')}</PageHeading>
      <Belongs locale={locale} actor={actor} />
      <section className={section}>
        <h2 className="text-xl">{t('account.name')}</h2>
        <AccessForm
          id="name"
          locale={locale}
          action={changeNameAction}
          fields={[
            {
              name: 'name',
              label: t('fields.name'),
              hint: t('fields.nameHint'),
              value: actor.name,
              autoComplete: 'name',
            },
          ]}
          submit={t('account.nameSubmit')}
          look="quiet"
        />
      </section>
      <section className={section}>
        <h2 className="text-xl">{t('account.password')}</h2>
        <AccessForm
          id="password"
          locale={locale}
          action={changePasswordAction}
          fields={[
            {
              name: 'current',
              type: 'password',
              label: t('fields.currentPassword'),
              autoComplete: 'current-password',
            },
            {
              name: 'password',
              type: 'password',
              label: t('fields.newPassword'),
              hint: t('fields.passwordHint'),
              autoComplete: 'new-password',
            },
          ]}
          submit={t('account.passwordSubmit')}
          look="quiet"
        />
      </section>
      <DeviceSetting words={(await loadMessages(locale)).access.account.thisDevice} />
      <section className={section}>
        <Sessions
          locale={locale}
          sessions={await listSessions(actor)}
          currentId={await currentSessionId()}
          end={endSessionAction}
        />
        <h2 className="text-xl">{t('account.everywhere')}</h2>
        <p className="text-muted">{t('account.everywhereText')}</p>
        <AccessButton
          locale={locale}
          action={endAllSessionsAction}
          hidden={{}}
          submit={t('account.everywhere')}
          look="danger"
        />
      </section>
    </>
  );
}

async function Belongs({ locale, actor }: { locale: Locale; actor: Actor }) {
  const t = await getTranslations({ locale, namespace: 'access' });
  const byName = nameOrder(locale);
  const countries = (await ownCountries(actor))
    .map((country) => ({ ...country, name: locale === 'ar' ? country.nameAr : country.nameEn }))
    .toSorted((a, b) => byName(a.name, b.name));
  return (
    <>
      {actor.duties.length > 0 && (
        <section className="grid gap-3">
          <h2 className="text-xl">{t('account.duties')}</h2>
          <Roles locale={locale} roles={actor.duties} />
        </section>
      )}
      {(countries.length > 0 || actor.duties.length === 0) && (
        <section className="grid gap-3">
          <h2 className="text-xl">{t('account.belongs')}</h2>
          {countries.length === 0 && <p className="text-muted">{t('account.belongsNone')}</p>}
          <ul className="grid gap-2">
            {countries.map(({ id, code, name }) => {
              const role = roleIn(actor, id);
              return (
                <li key={id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
                  <span className="font-medium">{name}</span>
                  {role && <Tag tone="blue">{t(`roles.${role}.name`)}</Tag>}
                  {role === 'coordinator' && (
                    <TextLink href={`/${locale}/people/${code}`}>
                      {t('account.managePeople', { country: name })}
                    </TextLink>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </>
  );
}
