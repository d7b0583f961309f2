import type { Locale } from '#i18n/routing';
import type { Bilingual } from '#plan/schema';
import { Written } from '#ui/Written';

/** A text in each of its languages, the reader’s first. @param shown what is shown of it, where not all of it as it stands */
export const InBoth = ({
  text,
  locale,
  shown = (words) => words,
}: {
  text: Bilingual;
  locale: Locale;
  shown?: (words: string) => string;
}) =>
  ([locale, locale === 'ar' ? 'en' : 'ar'] as const)
    .filter((language) => text[language].trim())
    .map((language) => (
      <bdi key={language} lang={language} className="block w-fit">
        <Written>{shown(text[language])}</Written>
      </bdi>
    ));
