import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Locale } from '#i18n/routing';
import type { Bilingual } from '#plan/schema';
import { Written } from '#ui/Written';
import { InBoth } from './InBoth.tsx';

/** What is known of an adopted edition, a line each. */
export const AdoptedList = ({ children }: { children: ReactNode }) => (
  <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[12rem_1fr]">{children}</dl>
);

/** A line of it. */
export const AdoptedLine = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="contents">
    <dt className="text-muted max-sm:-mb-2">{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** The lines that tell who adopted it, and by which decree where one is known. */
export async function AdoptedBy({
  locale,
  adoption: { authority, decree },
}: {
  locale: Locale;
  adoption: { authority: Bilingual; decree: string };
}) {
  const t = await getTranslations({ locale, namespace: 'review.adoption' });
  return (
    <>
      <AdoptedLine name={t('authority')}>
        <InBoth text={authority} locale={locale} />
      </AdoptedLine>
      {decree && (
        <AdoptedLine name={t('decree')}>
          <bdi>
            <Written>{decree}</Written>
          </bdi>
        </AdoptedLine>
      )}
    </>
  );
}
