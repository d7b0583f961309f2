import { getMessages, getTranslations } from 'next-intl/server';
import type { ComponentProps } from 'react';
import type { Locale } from '#i18n/routing';
import type { Bilingual, Language } from '#plan/schema';
import { ReviewForm } from './ReviewForm.tsx';

/** A remark to be written or changed, in both languages side by side; the interface’s own comes first. */
export async function RemarkForm({
  locale,
  id,
  text,
  seen,
  close,
  action,
  hidden,
}: {
  locale: Locale;
  /** That of the remark, also of one that is not there yet. */
  id: string;
  text: Bilingual;
  /** When it was written; null of one that is not there yet. */
  seen: Date | null;
  /** The address of the page without the form. */
  close: string;
  action: ComponentProps<typeof ReviewForm>['action'];
  hidden: Record<string, string>;
}) {
  const t = await getTranslations({ locale, namespace: 'remarks' });
  const { access, remarks } = await getMessages({ locale });
  const { foreign, signedOut, notAllowed, notFound, invalid } = access.codes;
  const order: readonly Language[] = locale === 'ar' ? ['ar', 'en'] : ['en', 'ar'];
  return (
    <ReviewForm
      id={`write-${id}`}
      action={action}
      hidden={{ ...hidden, locale, id, seen: seen?.toISOString() ?? '' }}
      // What a reload finds typed was made from something older than the page.
      autoComplete="off"
      fields={[
        {
          kind: 'pair',
          name: 'text',
          label: t('text'),
          hint: t('textHint'),
          fields: order.map((lang) => ({ kind: 'area', name: lang, label: t(lang), lang, value: text[lang], rows: 5 })),
        },
      ]}
      words={{
        submit: t('keep'),
        summary: access.form.summary,
        codes: { foreign, signedOut, notAllowed, notFound, invalid, ...remarks.codes },
        now: { ...remarks.now, takeTheirs: { text: remarks.now.takeTheirs, href: close } },
      }}
    />
  );
}
