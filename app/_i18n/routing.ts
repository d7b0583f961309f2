import { defineRouting } from 'next-intl/routing';

/** The interface's languages, Arabic first. The languages of a plan are a separate choice. */
export const routing = defineRouting({
  locales: ['ar', 'en'],
  defaultLocale: 'ar',
  localePrefix: 'always',
});

export type Locale = (typeof routing.locales)[number];

/** The writing direction of a language's script. */
export const directionOf = (locale: Locale): 'rtl' | 'ltr' => (locale === 'ar' ? 'rtl' : 'ltr');
