import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale, type Locale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Alternates } from '#components/site/Alternates';
import { type AskedCode, VerifyPage } from '#components/verify/VerifyPage';
import { loadMessages } from '#i18n/messages';
import { routing } from '#i18n/routing';
import { readCode } from '#review/editionCode';
import { currentNetwork } from '#server/session';
import { verify } from '#server/verification';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ code?: string | string[] }>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: 'verify' });
  const isAsked = (await searchParams).code !== undefined;
  return { title: t('title'), description: t('description'), ...(isAsked && { robots: { index: false } }) };
}

/** For everybody, signed in or not: whether a file or a code is that of an adopted edition. */
export default async function VerifyingPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  const { code } = await searchParams;
  const typed = Array.isArray(code) ? code[0] : code;
  return (
    <>
      <Alternates path="/verify" />
      <VerifyPage
        locale={locale}
        messages={await loadMessages(locale)}
        asked={typed === undefined ? undefined : await answerTo(typed, locale)}
      />
    </>
  );
}

async function answerTo(typed: string, locale: Locale): Promise<AskedCode> {
  const t = await getTranslations({ locale, namespace: 'verify.code.errors' });
  const read = readCode(typed);
  if (!read.ok) {
    const count = read.reason === 'length' ? String(read.count) : '';
    const character = read.reason === 'character' ? read.character : '';
    return { typed, error: t(read.reason, { count, character }) };
  }
  const found = await verify(read.code, await currentNetwork());
  if (!found.ok) return { typed, error: t(found.code) };
  const [first] = found.editions;
  const kind = first ? (first.file ? 'sum' : 'code') : 'unknown';
  return { typed, answer: { kind, editions: found.editions } };
}
