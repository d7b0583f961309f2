import { getTranslations } from 'next-intl/server';
import type { Locale } from '#i18n/routing';
import { Notice } from '#ui/Notice';

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
    <section data-screen id="file" aria-labelledby="file-title" className="grid gap-2 border-t border-line pt-4">
      <h2 id="file-title" className="text-xl">
        {t('title')}
      </h2>
      {code && (
        <Notice tone="warm" title={t('refused')} live>
          {t(`errors.${code}`)}
        </Notice>
      )}
      <p>
        <a href={href} className="inline-block py-0.5 text-blue underline underline-offset-4">
          {t('xlsx')}
        </a>
      </p>
      <p className="max-w-prose text-sm text-muted">{children}</p>
    </section>
  );
}
