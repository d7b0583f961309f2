import type access from '#locales/en/access';
import type authoring from '#locales/en/authoring';
import type catalogue from '#locales/en/catalogue';
import type check from '#locales/en/check';
import type common from '#locales/en/common';
import type desk from '#locales/en/desk';
import type disposition from '#locales/en/disposition';
import type editor from '#locales/en/editor';
import type examples from '#locales/en/examples';
import type glossary from '#locales/en/glossary';
import type indicatorBank from '#locales/en/indicatorBank';
import type notices from '#locales/en/notices';
import type pictures from '#locales/en/pictures';
import type plain from '#locales/en/plain';
import type plan from '#locales/en/plan';
import type print from '#locales/en/print';
import type remarks from '#locales/en/remarks';
import type returned from '#locales/en/returned';
import type review from '#locales/en/review';
import type round from '#locales/en/round';
import type site from '#locales/en/site';
import type translation from '#locales/en/translation';
import type verify from '#locales/en/verify';
import type worksheet from '#locales/en/worksheet';
import type { Locale } from './routing.ts';

/** Every namespace of messages: one file each in `locales/<language>/`. English gives the type. */
export type Messages = {
  access: typeof access;
  authoring: typeof authoring;
  catalogue: typeof catalogue;
  check: typeof check;
  common: typeof common;
  desk: typeof desk;
  disposition: typeof disposition;
  editor: typeof editor;
  examples: typeof examples;
  glossary: typeof glossary;
  indicatorBank: typeof indicatorBank;
  notices: typeof notices;
  pictures: typeof pictures;
  plain: typeof plain;
  plan: typeof plan;
  print: typeof print;
  remarks: typeof remarks;
  returned: typeof returned;
  review: typeof review;
  round: typeof round;
  site: typeof site;
  translation: typeof translation;
  verify: typeof verify;
  worksheet: typeof worksheet;
};

const namespaces = [
  'access',
  'authoring',
  'catalogue',
  'check',
  'common',
  'desk',
  'disposition',
  'editor',
  'examples',
  'glossary',
  'indicatorBank',
  'notices',
  'pictures',
  'plain',
  'plan',
  'print',
  'remarks',
  'returned',
  'review',
  'round',
  'site',
  'translation',
  'verify',
  'worksheet',
] as const satisfies (keyof Messages)[];

/** All messages of a language, as one object keyed by namespace. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  const loaded = await Promise.all(
    namespaces.map(async (name) => [name, (await import(`../../locales/${locale}/${name}.json`)).default]),
  );
  return Object.fromEntries(loaded) as Messages;
}

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
