import { getTranslations } from 'next-intl/server';
import type { ComponentProps } from 'react';
import { formatDate } from '#i18n/format';
import type { Locale } from '#i18n/routing';
import { Table } from '#ui/Table';
import { AccessButton } from './AccessForm.tsx';
import { roleName } from './RoleName.tsx';

type OpenInvitation = {
  id: string;
  email: string | null;
  role: string;
  /** The country's name, where the page is not one country's own. */
  country?: string;
  expiresAt: Date;
};

/** Invitations that can still be accepted, each with the way to take it back. */
export async function Invitations({
  locale,
  invitations,
  revoke,
  hidden,
}: {
  locale: Locale;
  invitations: readonly OpenInvitation[];
  revoke: ComponentProps<typeof AccessButton>['action'];
  hidden?: Record<string, string>;
}) {
  const t = await getTranslations({ locale, namespace: 'access.people' });
  if (invitations.length === 0) {
    return (
      <section className="grid gap-2">
        <h2 className="text-xl">{t('open')}</h2>
        <p className="text-muted">{t('openNone')}</p>
      </section>
    );
  }
  const lines = await Promise.all(
    invitations.map(async ({ id, email, role, country, expiresAt }) => {
      const name = await roleName(locale, role);
      const until = formatDate(expiresAt.toISOString(), locale, 'latin');
      return { id, who: email ?? t('anyone'), to: country ? `${name} – ${country}` : name, until };
    }),
  );
  return (
    <Table id="invitations" caption={t('open')}>
      <thead>
        <tr>
          <th scope="col">{t('columns.for')}</th>
          <th scope="col">{t('columns.role')}</th>
          <th scope="col">{t('columns.until')}</th>
          <th scope="col">{t('columns.change')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, who, to, until }) => (
          <tr key={id}>
            <th scope="row">
              <bdi>{who}</bdi>
            </th>
            <td>{to}</td>
            <td>{until}</td>
            <td>
              <AccessButton
                locale={locale}
                action={revoke}
                hidden={{ ...hidden, invitationId: id }}
                submit={t('revoke')}
                label={t('revokeOf', { who, role: to })}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
