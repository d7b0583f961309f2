import type { Metadata } from 'next';
import type { Locale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { RowAction } from '#components/people/RowAction';
import { NoticeList } from '#components/review/NoticeList';
import { countUnread, listNotices, NOTICE_PAGE } from '#server/notices';
import { requireActor } from '#server/session';
import { TextLink } from '#ui/Button';
import { Notice } from '#ui/Notice';
import { PageHeading } from '#ui/PageHeading';
import { accountBar } from '../accountBar.tsx';
import { readAction, readAllAction } from './actions.ts';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<{ before?: string | string[]; done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return { title: (await getTranslations({ locale, namespace: 'notices' }))('title') };
}

/** What a person is told of the reviews that they take part in. */
export default async function NoticesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const actor = await requireActor(locale);
  const t = await getTranslations({ locale, namespace: 'notices' });
  const { before, done } = await searchParams;
  const from = typeof before === 'string' ? before : undefined;
  const [notices, unread] = await Promise.all([listNotices(actor, from), countUnread(actor)]);
  const last = notices.at(-1);
  return (
    <>
      {await accountBar({ locale, actor })}
      {(done === 'read' || done === 'one') && (
        <Notice tone="good" title={t(done === 'read' ? 'done' : 'doneOne')} live />
      )}
      <PageHeading intro={t('count', { count: unread })}>{t('title')}</PageHeading>
      {unread > 0 && (
        <RowAction
          action={readAllAction}
          hidden={{ locale }}
          submit={t('readAll')}
          codes={{ invalid: t('codes.invalid') }}
          look="quiet"
        />
      )}
      {notices.length === 0 && <p className="text-muted">{t('none')}</p>}
      <NoticeList
        locale={locale}
        notices={notices}
        read={{ action: readAction, hidden: { locale, before: from ?? '' } }}
      />
      {last && notices.length === NOTICE_PAGE && (
        <p>
          <TextLink href={`/${locale}/notices?before=${last.id}`}>{t('older')}</TextLink>
        </p>
      )}
    </>
  );
}
