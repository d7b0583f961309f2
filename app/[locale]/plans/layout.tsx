import type { Locale } from 'next-intl';
import type { ReactNode } from 'react';
import { SignedIn } from '#components/people/SignedIn';
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
  return (
    <>
      <SignedIn locale={locale} actor={await requireActor(locale)} />
      {children}
    </>
  );
}
