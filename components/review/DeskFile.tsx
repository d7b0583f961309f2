import { getTranslations } from 'next-intl/server';
import type { Locale } from '#i18n/routing';
import { FileLinks } from './FileLinks.tsx';

/** Why a file may have been refused: what stands in the address after it was. */
const refusals = ['full', 'tooCostly'] as const;

/** What a page of a desk shows, as a spreadsheet; and why one was refused. */
export async function DeskFile({
  locale,
  href,
  refused,
  children,
}: {
  locale: Locale;
  href: string;
  refused: unknown;
  /** What the file holds. */
  children: string;
}) {
  const t = await getTranslations({ locale, namespace: 'desk.file' });
  const code = refusals.find((each) => each === refused);
  return (
    <FileLinks
      id="file"
      title={t('title')}
      refused={code && { title: t('refused'), text: t(`errors.${code}`) }}
      files={[{ href, text: t('xlsx') }]}
    >
      {children}
    </FileLinks>
  );
}
