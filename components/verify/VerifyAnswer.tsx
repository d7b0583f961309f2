import { formatDate } from '#i18n/format';
import type { Locale } from '#i18n/routing';
import type print from '#locales/en/print';
import type verify from '#locales/en/verify';
import type { VerifiedEdition } from '#review/verified';
import { Written } from '#ui/Written';
import { InBoth } from '../plan/InBoth.tsx';

type Sentences = typeof verify.answer;
export type AnswerWords = Sentences & Pick<typeof print, 'layouts' | 'formats' | 'editions'>;

/** What is known of a file or a code: which answer it is, of which file, and which editions it is about. */
export type Answer = {
  kind: { [Key in keyof Sentences]: Sentences[Key] extends string ? never : Key }[keyof Sentences];
  name?: string;
  editions?: readonly VerifiedEdition[];
};

/** What turns the order of a text, or isn’t seen, shown by its code: nobody is to take one name for another here. */
export const legible = (text: string): string =>
  text.replace(
    /[\p{Cc}\u202a-\u202e]/gu,
    (sign) => `[U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );

const looks = {
  good: { box: 'border-good bg-good-soft', sign: 'text-good', path: 'M4 12.5 9.5 18 20 6.5' },
  plain: { box: 'border-blue bg-blue-soft', sign: 'text-blue', path: 'M12 10.5V18M12 6v.5' },
  warm: { box: 'border-warm bg-warm-soft', sign: 'text-warm', path: 'M12 5v9M12 17.5v.5' },
};
const lookOf: Partial<Record<Answer['kind'], keyof typeof looks>> = {
  file: 'good',
  document: 'good',
  code: 'plain',
  sum: 'plain',
};

/** An answer in words, with the editions that it is about; `as`: the level of its heading. */
export function VerifyAnswer({
  answer,
  words,
  locale,
  as: Heading,
}: {
  answer: Answer;
  words: AnswerWords;
  locale: Locale;
  as: 'h2' | 'h3';
}) {
  const { kind, name = '', editions = [] } = answer;
  const { box, sign, path } = looks[lookOf[kind] ?? 'warm'];
  const [before, after] = words[kind].text.split('{name}');
  return (
    <div className={`grid gap-4 border-s-4 px-4 py-4 ${box}`}>
      <div className="grid max-w-prose gap-1">
        <Heading className="flex items-start gap-2 text-lg">
          <svg
            viewBox="0 0 24 24"
            aria-hidden="true"
            className={`mt-1 size-5 flex-none ${sign}`}
            fill="none"
            stroke="currentColor"
            strokeWidth="3"
            strokeLinecap="round"
          >
            <path d={path} />
          </svg>
          {words[kind].title}
        </Heading>
        <p className="[overflow-wrap:anywhere]">
          {before}
          {after !== undefined && <bdi>{legible(name)}</bdi>}
          {after}
        </p>
        {editions.length > 1 && <p>{words.several}</p>}
      </div>
      {editions.map((edition) => (
        <Facts key={JSON.stringify(edition)} edition={edition} words={words} locale={locale} />
      ))}
    </div>
  );
}

function Facts({ edition, words, locale }: { edition: VerifiedEdition; words: AnswerWords; locale: Locale }) {
  const { country, title, authority, decree, adoptedOn, since, file } = edition;
  const facts = [
    { name: words.country, value: country[locale] },
    { name: words.plan, value: <InBoth text={title} locale={locale} shown={legible} /> },
    { name: words.authority, value: <InBoth text={authority} locale={locale} shown={legible} /> },
    ...(decree ? [{ name: words.decree, value: <Typed text={decree} /> }] : []),
    { name: words.adoptedOn, value: formatDate(adoptedOn, locale, 'latin') },
    ...(file ? [{ name: words.printed, value: printedAs(file, words) }] : []),
  ];
  return (
    <>
      <dl className="grid max-w-3xl gap-x-6 gap-y-2 border-t border-line pt-3 sm:grid-cols-[11rem_1fr]">
        {facts.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="text-muted max-sm:-mb-1">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {since && <p className="max-w-prose font-medium text-warm">{words[since]}</p>}
    </>
  );
}

const printedAs = ({ format, layout, edition, extent }: NonNullable<VerifiedEdition['file']>, words: AnswerWords) =>
  [
    ...(extent === 'first' ? [words.first] : []),
    words.formats[format],
    words.layouts[layout],
    words.editions[edition],
  ].join(' · ');

const Typed = ({ text }: { text: string }) => (
  <bdi>
    <Written>{legible(text)}</Written>
  </bdi>
);
