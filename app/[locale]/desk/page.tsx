import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { Locale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { SignedIn } from '#components/people/SignedIn';
import { DeskView } from '#components/review/DeskView';
import { can } from '#people/roles';
import { today } from '#server/database';
import { loadDesk } from '#server/desk';
import { requireActor } from '#server/session';
import { PageHeading } from '#ui/PageHeading';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<{ state?: string | string[]; waits?: string | string[] }>;
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
  const { state, waits } = await searchParams;
  return (
    <>
      <SignedIn locale={locale} actor={actor} />
      <PageHeading intro={t('intro')}>{t('title')}</PageHeading>
      <DeskView locale={locale} plans={await loadDesk(actor)} asked={{ state, waits }} today={await today()} />
    </>
  );
}
