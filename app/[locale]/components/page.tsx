import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { hasLocale } from 'next-intl';
import { Components } from '#components/site/Components';
import { loadMessages } from '#i18n/messages';
import { routing } from '#i18n/routing';
import { showsComponents } from '#server/env';

type Props = { params: Promise<{ locale: string }> };

export const metadata: Metadata = { robots: { index: false } };

/** The elements of the interface, where it is being built; in a running installation there is no such page. */
export default async function ComponentsPage({ params }: Props) {
  const { locale } = await params;
  await connection();
  if (!hasLocale(routing.locales, locale) || !showsComponents()) notFound();
  const { examples } = await loadMessages(locale);
  return <Components words={examples} />;
}
