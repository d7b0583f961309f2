import type { Locale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Leftovers } from '#components/plan/Leftovers';
import { requireActor } from '#server/session';

/** Everything under /plans is for people who are signed in. */
export default async function PlansLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}) {
  const locale = (await params).locale as Locale;
  const actor = await requireActor(locale);
  const t = await getTranslations({ locale, namespace: 'common.save' });
  return (
    <>
      <Leftovers userId={actor.userId} sent={t('left')} />
      {children}
    </>
  );
}
