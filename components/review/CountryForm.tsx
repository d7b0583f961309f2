import { getMessages } from 'next-intl/server';
import type { ComponentProps } from 'react';
import { RowAction } from '#components/people/RowAction';
import type { Locale } from '#i18n/routing';
import { ReviewForm } from './ReviewForm.tsx';

/** The sentences for all that may be refused on these pages: their own, and those that any form may meet. */
async function wordsOf(locale: Locale) {
  const { access, review } = await getMessages({ locale });
  const { foreign, signedOut, notAllowed, notFound, invalid, tooMany, passwordMissing } = access.codes;
  const common = { foreign, signedOut, notAllowed, notFound, invalid, tooMany, passwordMissing };
  return { summary: access.form.summary, codes: { ...common, ...review.codes } };
}

/** A form of the pages where the country acts. Its action is told the page’s language. */
export async function CountryForm({
  locale,
  submit,
  hidden,
  ...rest
}: Omit<ComponentProps<typeof ReviewForm>, 'words'> & { locale: Locale; submit: string }) {
  const words = { submit, ...(await wordsOf(locale)) };
  return <ReviewForm {...rest} hidden={{ locale, ...hidden }} words={words} />;
}

/** A deed that asks first: a fold that says what happens, and the button in it. */
export async function AskFirst({
  locale,
  summary,
  label,
  text,
  hidden,
  ...rest
}: Omit<ComponentProps<typeof RowAction>, 'codes' | 'label'> & {
  locale: Locale;
  summary: string;
  /** The fold’s name said in full, for who hears it away from its row. */
  label?: string;
  text: string;
}) {
  const { codes } = await wordsOf(locale);
  return (
    <details data-screen className="max-w-prose">
      <summary className="w-fit rounded py-1 text-blue underline underline-offset-4">
        {label ? (
          <>
            <span aria-hidden="true">{summary}</span>
            <span className="sr-only">{label}</span>
          </>
        ) : (
          summary
        )}
      </summary>
      <div className="grid gap-3 border-s-2 border-line py-2 ps-4">
        <p className="text-muted">{text}</p>
        <RowAction look="danger" {...rest} hidden={{ locale, ...hidden }} codes={codes} />
      </div>
    </details>
  );
}
