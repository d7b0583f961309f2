import { getMessages } from 'next-intl/server';
import type { ComponentProps } from 'react';
import type { Locale } from '#i18n/routing';
import { ActionForm } from './ActionForm.tsx';
import { RowAction } from './RowAction.tsx';

/** A form of these pages, with the sentences for all that may be refused. Its action is told the page's language. */
export async function AccessForm({
  locale,
  submit,
  hidden,
  ...rest
}: Omit<ComponentProps<typeof ActionForm>, 'words'> & { locale: Locale; submit: string }) {
  const { form, codes } = (await getMessages({ locale })).access;
  const words = { submit, codes, summary: form.summary, link: form.linkWords };
  return <ActionForm {...rest} hidden={{ locale, ...hidden }} words={words} />;
}

/** A button of these pages that does one thing, with the sentences for all that may be refused. */
export async function AccessButton({
  locale,
  hidden,
  ...rest
}: Omit<ComponentProps<typeof RowAction>, 'codes'> & { locale: Locale }) {
  const { codes } = (await getMessages({ locale })).access;
  return <RowAction {...rest} hidden={{ locale, ...hidden }} codes={codes} />;
}
