import { createTranslator } from 'use-intl/core';
import type { Digits } from '#i18n/format';
import type { Bilingual, Language } from '#plan/schema';

/** The namespaces of messages that print uses. */
const namespaces = ['plan', 'print', 'catalogue', 'check'] as const;
type Namespace = (typeof namespaces)[number];
/** Messages of both languages, as they stand in `locales`. */
export type Messages = Record<Language, Record<Namespace, unknown>>;
export type Values = Record<string, string | number>;

/** Looks up labels and sentences in both languages. A message that is missing is an error: nothing prints without its label. */
export type Words = {
  both(key: string, values?: Partial<Record<Language, Values>> | Values): Bilingual;
  has(key: string): boolean;
  /** All messages under a key, as they stand. */
  entries<T>(language: Language, key: string): Record<string, T>;
};

/**
 * `digits` are those of numbers inside Arabic sentences.
 * @throws at the first lookup of a key that one of the languages lacks.
 */
export function createWords(messages: Messages, digits: Digits): Words {
  const arabic = digits === 'arabicIndic' ? 'ar-u-nu-arab' : 'ar-u-nu-latn';
  const translators = { ar: translator(arabic, messages.ar), en: translator('en', messages.en) };
  const cache = new Map<string, Bilingual>();
  return {
    both(key, values) {
      if (values) {
        const each = values as Record<Language, Values>;
        const apart = typeof values.ar === 'object';
        return {
          ar: translators.ar(key, apart ? each.ar : (values as Values)),
          en: translators.en(key, apart ? each.en : (values as Values)),
        };
      }
      const known = cache.get(key) ?? { ar: translators.ar(key), en: translators.en(key) };
      cache.set(key, known);
      return known;
    },
    entries: <T>(language: Language, key: string) => (lookUp(messages[language], key) ?? {}) as Record<string, T>,
    has: (key) => typeof lookUp(messages.en, key) === 'string' && typeof lookUp(messages.ar, key) === 'string',
  };
}

function translator(locale: string, messages: Record<Namespace, unknown>) {
  const translate = createTranslator({
    // A tag that also names the digits is a locale like any other, though the app has routes for two only.
    locale: locale as Language,
    messages: messages as Record<string, string>,
    timeZone: 'UTC',
    onError(error) {
      throw error;
    },
  });
  return (key: string, values?: Values): string => {
    const message = lookUp(messages, key);
    if (typeof message !== 'string') throw new Error(`No message “${key}” in ${locale}`);
    return translate(key, values);
  };
}

function lookUp(messages: unknown, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>((level, part) => (level as Record<string, unknown> | undefined)?.[part], messages);
}
