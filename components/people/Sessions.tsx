import { getTranslations } from 'next-intl/server';
import type { ComponentProps } from 'react';
import { formatMoment } from '#i18n/format';
import type { Locale } from '#i18n/routing';
import { deviceOf } from '#people/device';
import { Table } from '#ui/Table';
import { Tag } from '#ui/Tag';
import { AccessButton } from './AccessForm.tsx';

type Session = { id: string; createdAt: Date; usedAt: Date; network: string; agent: string };

/** Where a person is signed in, each place with the way to end it from here. */
export async function Sessions({
  locale,
  sessions,
  currentId,
  end,
}: {
  locale: Locale;
  sessions: readonly Session[];
  currentId: string | null;
  end: ComponentProps<typeof AccessButton>['action'];
}) {
  const t = await getTranslations({ locale, namespace: 'access.account' });
  return (
    <div className="grid gap-2">
      <Table id="sessions" caption={t('sessions')}>
        <thead>
          <tr>
            <th scope="col">{t('columns.device')}</th>
            <th scope="col">{t('columns.network')}</th>
            <th scope="col">{t('columns.since')}</th>
            <th scope="col">{t('columns.used')}</th>
            <th scope="col">{t('columns.end')}</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ id, agent, network, createdAt, usedAt }) => {
            const known = deviceOf(agent);
            const device = known ? t('device', known) : t('unknownDevice');
            const since = formatMoment(createdAt, locale, 'latin');
            return (
              <tr key={id}>
                <th scope="row">{device}</th>
                <td>
                  <bdi dir="ltr">{network}</bdi>
                </td>
                <td>{since}</td>
                <td>{formatMoment(usedAt, locale, 'latin')}</td>
                <td>
                  {id === currentId ? (
                    <Tag tone="good">{t('this')}</Tag>
                  ) : (
                    <AccessButton
                      locale={locale}
                      action={end}
                      hidden={{ sessionId: id }}
                      submit={t('end')}
                      label={t('endOf', { device, since })}
                    />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </Table>
      <p className="text-sm text-muted">
        {t('sessionsText')} {t('times')}
      </p>
    </div>
  );
}
