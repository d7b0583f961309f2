import { getTranslations } from 'next-intl/server';
import { formatMoment } from '#i18n/format';
import type { Locale } from '#i18n/routing';
import type { NoticeKind } from '#review/noticeKinds';
import { TextLink } from '#ui/Button';
import { Tag } from '#ui/Tag';

type Line = {
  id: string;
  kind: NoticeKind;
  planId: string | null;
  country: { nameAr: string; nameEn: string };
  thing: string;
  by: string;
  at: Date;
  readAt: Date | null;
};

/** Where what a notice tells of can be read. */
function addressOf({ planId, thing }: Line, locale: Locale): string {
  if (!planId) return `/${locale}/desk`;
  const home = `/${locale}/plans/${planId}/review`;
  const [kind, id] = thing.split(' ');
  if (kind === 'thread') return `${home}/comments?thread=${id}`;
  if (kind === 'suggestion') return `${home}/comments?wording=${id}`;
  return kind === 'submission' ? `${home}/rounds/${id}` : home;
}

/** Notices, the newest first: who did what, in which country’s plan, and the way to it. */
export async function NoticeList({ locale, notices }: { locale: Locale; notices: readonly Line[] }) {
  const t = await getTranslations({ locale, namespace: 'notices' });
  return (
    <ol className="grid border-b border-line empty:hidden">
      {notices.map((notice) => {
        const { id, kind, country, by, at, readAt } = notice;
        return (
          <li key={id} className="grid gap-1 border-t border-line py-3">
            <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              {!readAt && <Tag tone="blue">{t('unread')}</Tag>}
              <TextLink href={addressOf(notice, locale)} className={readAt ? '' : 'font-medium'}>
                {t.rich(`kinds.${kind}`, { by: () => <bdi>{by}</bdi> })}
              </TextLink>
            </p>
            <p className="text-sm text-muted">
              <bdi>{locale === 'ar' ? country.nameAr : country.nameEn}</bdi> · {formatMoment(at, locale, 'latin')}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
