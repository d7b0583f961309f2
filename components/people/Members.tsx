import { getTranslations } from 'next-intl/server';
import type { ComponentProps } from 'react';
import { formatDate } from '#i18n/format';
import type { Locale } from '#i18n/routing';
import { countryRoles } from '#people/roles';
import { Picker } from '#ui/Select';
import { Table } from '#ui/Table';
import { AccessButton } from './AccessForm.tsx';

type Member = { userId: string; name: string; email: string; role: string; since: Date };
type Action = ComponentProps<typeof AccessButton>['action'];

/** The people of a country, with the ways to give each another role or to take them out. */
export async function Members({
  locale,
  members,
  ownId,
  hidden,
  changeRole,
  remove,
}: {
  locale: Locale;
  members: readonly Member[];
  ownId: string;
  hidden: Record<string, string>;
  changeRole: Action;
  remove: Action;
}) {
  const t = await getTranslations({ locale, namespace: 'access' });
  const options = countryRoles.map((role) => ({ value: role, label: t(`roles.${role}.name`) }));
  return (
    <Table id="members" caption={t('people.members')}>
      <thead>
        <tr>
          <th scope="col">{t('people.columns.name')}</th>
          <th scope="col">{t('people.columns.email')}</th>
          <th scope="col">{t('people.columns.since')}</th>
          <th scope="col">{t('people.columns.role')}</th>
          <th scope="col">{t('people.columns.change')}</th>
        </tr>
      </thead>
      <tbody>
        {members.map(({ userId, name, email, role, since }) => (
          <tr key={userId}>
            <th scope="row">
              <bdi>{name}</bdi>
              {userId === ownId && <span className="text-muted"> ({t('people.you')})</span>}
            </th>
            <td>
              <bdi dir="ltr">{email}</bdi>
            </td>
            <td>{formatDate(since.toISOString(), locale, 'latin')}</td>
            <td>
              <AccessButton
                locale={locale}
                action={changeRole}
                hidden={{ ...hidden, userId }}
                submit={t('people.save')}
                label={`${t('people.save')}: ${name}`}
              >
                <span className="w-40">
                  <Picker
                    key={role}
                    name="role"
                    aria-label={t('people.roleOf', { name })}
                    options={options}
                    defaultValue={role}
                  />
                </span>
              </AccessButton>
            </td>
            <td>
              <details className="max-w-60">
                <summary className="py-1 text-blue underline underline-offset-4">
                  <span aria-hidden="true">{t('people.remove')}</span>
                  <span className="sr-only">{t('people.removeOf', { name })}</span>
                </summary>
                <div className="grid gap-2 py-2">
                  <p className="text-sm text-muted">{t('people.removeText', { name })}</p>
                  <AccessButton
                    locale={locale}
                    action={remove}
                    hidden={{ ...hidden, userId }}
                    submit={t('people.removeSubmit', { name })}
                    look="danger"
                  />
                </div>
              </details>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
