import { getTranslations } from 'next-intl/server';
import { formatDate } from '#i18n/format';
import type { Locale } from '#i18n/routing';
import type { Scope } from '#people/roles';
import { lastDay } from '#review/days';
import { Table } from '#ui/Table';
import { Tag } from '#ui/Tag';
import { AskFirst } from './CountryForm.tsx';

export type GrantLine = {
  id: string;
  adviser: { userId: string; name: string; email: string };
  scope: Scope;
  until: Date;
  createdAt: Date;
  grantedBy: string;
  state: 'active' | 'ended' | 'revoked';
};

type Revoke = { action: Parameters<typeof AskFirst>[0]['action']; hidden: Record<string, string> };

/** Whom a country let in: those who are in, and folded those who were; for who may, with the way to end it. */
export async function GrantTables({
  locale,
  grants,
  headed = false,
  revoke,
}: {
  locale: Locale;
  grants: readonly GrantLine[];
  /** Whether a heading stands above that says the same as the table’s caption. */
  headed?: boolean;
  revoke?: Revoke;
}) {
  const t = await getTranslations({ locale, namespace: 'review.grants' });
  const caption = headed ? <span className="sr-only">{t('caption')}</span> : t('caption');
  const active = grants.filter(({ state }) => state === 'active');
  const past = grants.filter(({ state }) => state !== 'active');
  return (
    <>
      {active.length > 0 ? (
        <GrantTable id="grants" locale={locale} caption={caption} grants={active} revoke={revoke} />
      ) : (
        <p className="text-muted">{t('none')}</p>
      )}
      {past.length > 0 && (
        <details>
          <summary className="w-fit rounded py-1 text-blue underline underline-offset-4">{t('past')}</summary>
          <GrantTable
            id="past-grants"
            locale={locale}
            caption={<span className="sr-only">{t('past')}</span>}
            grants={past}
          />
        </details>
      )}
    </>
  );
}

async function GrantTable({
  id,
  locale,
  caption,
  grants,
  revoke,
}: {
  id: string;
  locale: Locale;
  caption: Parameters<typeof Table>[0]['caption'];
  grants: readonly GrantLine[];
  revoke?: Revoke;
}) {
  const t = await getTranslations({ locale, namespace: 'review.grants' });
  const isPast = grants.some(({ state }) => state !== 'active');
  const day = (date: string) => formatDate(date, locale, 'latin');
  return (
    <Table id={id} caption={caption}>
      <thead>
        <tr>
          <th scope="col">{t('columns.adviser')}</th>
          <th scope="col">{t('columns.scope')}</th>
          <th scope="col">{t(isPast ? 'columns.granted' : 'columns.until')}</th>
          <th scope="col">{t('columns.by')}</th>
          {isPast && <th scope="col">{t('columns.state')}</th>}
          {revoke && <th scope="col">{t('columns.change')}</th>}
        </tr>
      </thead>
      <tbody>
        {grants.map(({ id: grantId, adviser: { name, email }, scope, until, createdAt, grantedBy, state }) => (
          <tr key={grantId}>
            <th scope="row">
              <bdi>{name}</bdi>
              <bdi dir="ltr" className="block w-fit text-sm font-normal text-muted">
                {email}
              </bdi>
            </th>
            <td>{t(`scopes.${scope}`)}</td>
            <td className="min-w-24">{day(lastDay(until))}</td>
            <td className="min-w-24">
              <bdi>{grantedBy}</bdi>
              <span className="block text-sm text-muted">{day(createdAt.toISOString())}</span>
            </td>
            {isPast && (
              <td>
                <Tag>{t(`states.${state === 'revoked' ? 'revoked' : 'ended'}`)}</Tag>
              </td>
            )}
            {revoke && (
              <td className="min-w-60 [&_summary]:-mt-1">
                <AskFirst
                  locale={locale}
                  summary={t('revoke')}
                  label={t('revokeOf', { name })}
                  text={t('revokeText', { name })}
                  action={revoke.action}
                  hidden={{ ...revoke.hidden, grantId }}
                  submit={t('revokeSubmit', { name })}
                />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
