import { getTranslations } from 'next-intl/server';
import type { ComponentProps } from 'react';
import { RowAction } from '#components/people/RowAction';
import { formatMoment } from '#i18n/format';
import type { Locale } from '#i18n/routing';
import type { NoticeKind } from '#review/noticeKinds';
import { Tag } from '#ui/Tag';

type Line = {
  id: string;
  kind: NoticeKind;
  country: { nameAr: string; nameEn: string };
  by: string;
  at: Date;
  readAt: Date | null;
};

/** Notices, the newest first: who did what, in which country’s plan, the way to it, and that it is read. */
export async function NoticeList({
  locale,
  notices,
  read,
}: {
  locale: Locale;
  notices: readonly Line[];
  read: Pick<ComponentProps<typeof RowAction>, 'action' | 'hidden'>;
}) {
  const t = await getTranslations({ locale, namespace: 'notices' });
  return (
    <ol className="grid border-b border-line empty:hidden">
      {notices.map(({ id, kind, country, by, at, readAt }) => (
        <li
          key={id}
          id={`notice-${id}`}
          className="flex scroll-mt-4 flex-wrap items-center justify-between gap-x-6 gap-y-1 border-t border-line py-3"
        >
          <div className="grid gap-1">
            <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              {!readAt && <Tag tone="blue">{t('unread')}</Tag>}
              {/* No link of the app’s own program: that would ask for it beforehand, and it would be read. */}
              <a
                href={`/api/notices/${id}?locale=${locale}`}
                className={`rounded text-blue underline decoration-1 underline-offset-4 hover:text-blue-strong hover:decoration-2 ${readAt ? '' : 'font-medium'}`}
              >
                {t.rich(`kinds.${kind}`, { by: () => <bdi>{by}</bdi> })}
              </a>
            </p>
            <p className="text-sm text-muted">
              <bdi>{locale === 'ar' ? country.nameAr : country.nameEn}</bdi> · {formatMoment(at, locale, 'latin')}
            </p>
          </div>
          {!readAt && (
            <RowAction
              action={read.action}
              hidden={{ ...read.hidden, noticeId: id }}
              submit={t('read')}
              label={t('readOf', { notice: t.markup(`kinds.${kind}`, { by: () => `\u2068${by}\u2069` }) })}
              codes={{ invalid: t('codes.invalid') }}
            />
          )}
        </li>
      ))}
    </ol>
  );
}
