import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { Locale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { DeskNav } from '#components/review/DeskNav';
import { DeskView } from '#components/review/DeskView';
import { can } from '#people/roles';
import { readDesk } from '#review/deskList';
import type { Search } from '#review/threadFilter';
import { today } from '#server/database';
import { loadDeskPage } from '#server/desk';
import { requireActor } from '#server/session';
import { PageHeading } from '#ui/PageHeading';
import { accountBar } from '../accountBar.tsx';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Search>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return { title: (await getTranslations({ locale, namespace: 'desk' }))('title') };
}

/** An adviser’s desk: every plan that a country let them into, and what waits for whom. */
export default async function DeskPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const actor = await requireActor(locale);
  if (!can(actor, 'desk.open')) notFound();
  const t = await getTranslations({ locale, namespace: 'desk' });
  const search = await searchParams;
  const asked = readDesk(search);
  const [shown, day] = await Promise.all([loadDeskPage(actor, asked, search.page, locale), today()]);
  return (
    <>
      {await accountBar({ locale, actor })}
      <PageHeading intro={t('intro')}>{t('title')}</PageHeading>
      <DeskNav locale={locale} here="plans" />
      <DeskView locale={locale} asked={asked} shown={shown} refused={search.refused} today={day} />
    </>
  );
}
