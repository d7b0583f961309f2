import type { ReactNode } from 'react';
import type { Bilingual, Language } from '#plan/schema';
import { type Edition, isBlank, say } from '../edition/edition.ts';
import { paragraphs } from '../edition/paragraphs.ts';
import { Block, Passage, type Role } from './tagged.tsx';
import { colours, columnWidth, measure, type TextStyle } from './theme.ts';

type Spacing = { above?: number; below?: number };
type PairProps = Spacing & {
  edition: Edition;
  text: Bilingual;
  as?: TextStyle;
  role?: Role;
  /** Room kept free at the start of the line, in points. */
  indent?: number;
  to?: string;
  /** Shown where a language has no text; by default a remark that it isn’t there yet. */
  missing?: Bilingual;
  id?: string;
  bookmark?: { title: string; parent?: string };
  /** Height that has to follow on the same page. */
  keep?: number;
  /** Under a hairline, which goes where the text goes. */
  ruled?: boolean;
};

/** One row of running text: English left and Arabic right, or one language over the whole width. */
export function Pair({
  edition,
  text,
  as = 'body',
  role = 'P',
  indent = 0,
  above = 0,
  below = 0,
  ruled,
  ...rest
}: PairProps) {
  const missing = rest.missing ?? say(edition, 'notTranslated');
  const rule = { borderTopWidth: 0.5, borderTopColor: colours.line, paddingTop: 4 };
  const geometry = { marginTop: above, marginBottom: below, ...(ruled && rule) };
  return (
    // In pieces it would leave its line behind.
    <Row edition={edition} style={geometry} wrap={!ruled || isVeryLong(text)} {...placed(rest)}>
      {(language, width) => (
        <Passage
          key={language}
          language={language}
          as={text[language] || !missing[language] ? as : 'note'}
          role={role}
          {...(rest.to ? { to: rest.to } : {})}
          style={{ width, ...(language === 'ar' ? { paddingRight: indent } : { paddingLeft: indent }) }}
        >
          {text[language] || missing[language]}
        </Passage>
      )}
    </Row>
  );
}

const placed = ({ id, bookmark, keep }: Pick<PairProps, 'id' | 'bookmark' | 'keep'>) => ({
  ...(id === undefined ? {} : { id }),
  ...(bookmark === undefined ? {} : { bookmark }),
  ...(keep === undefined ? {} : { minPresenceAhead: keep }),
});

type RowProps = {
  edition: Edition;
  style?: object;
  id?: string;
  bookmark?: { title: string };
  minPresenceAhead?: number;
  role?: Role;
  fixed?: boolean;
  wrap?: boolean;
  children: (language: Language, width: number) => ReactNode;
};

/**
 * A row with one place for each language that is printed. Its texts keep their own heights: stretched to the height of
 * the longest, a short one could not be divided, and the row would never go on overleaf.
 */
export function Row({ edition, children, style, ...rest }: RowProps) {
  const widthOf = (language: Language) =>
    edition.layout === 'facing' ? columnWidth[language] : measure(edition.layout);
  return (
    <Block
      style={{ flexDirection: 'row', alignItems: 'flex-start', justifyContent: 'space-between', ...style }}
      {...rest}
    >
      {edition.languages.map((language) => children(language, widthOf(language)))}
    </Block>
  );
}

/** A text of one or several paragraphs, one row a paragraph, so that both languages stay side by side. */
export function Prose({ edition, text, as = 'body', below = 7, indent = 0 }: Omit<PairProps, 'role'>) {
  if (isBlank(text)) return null;
  const ar = paragraphs(text.ar);
  const en = paragraphs(text.en);
  const rows = Array.from({ length: Math.max(ar.length, en.length, 1) }, (_, index) => ({
    ar: ar[index] ?? '',
    en: en[index] ?? '',
  }));
  // Only a language without any text is missing; one with fewer paragraphs merely divides them otherwise.
  const none = say(edition, 'notTranslated');
  return rows.map((row, index) => (
    <Pair
      // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other identity
      key={index}
      edition={edition}
      text={row}
      as={as}
      below={below}
      indent={indent}
      missing={{ ar: ar.length || index ? '' : none.ar, en: en.length || index ? '' : none.en }}
    />
  ));
}

type HeadingProps = {
  edition: Edition;
  text: Bilingual;
  id?: string;
  bookmark?: boolean;
  above?: number;
  keep?: number;
};

/** A heading within a chapter. */
export function Section({ edition, text, id, bookmark, above = 16, keep = 56 }: HeadingProps) {
  return (
    <Pair
      edition={edition}
      text={text}
      as="section"
      role="H2"
      above={above}
      below={5}
      keep={keep}
      {...(id ? { id } : {})}
      {...(bookmark ? { bookmark: { title: bothTitles(edition, text) } } : {})}
    />
  );
}

/** A small heading over a field. */
export function Label({ edition, text, above = 7, role = 'H4' }: HeadingProps & { role?: Role }) {
  return <Pair edition={edition} text={text} as="label" role={role} above={above} below={1} keep={34} />;
}

/** A hairline over the whole measure. */
export function Hairline({ above = 0, below = 0, strong = false }: Spacing & { strong?: boolean }) {
  return (
    <Block
      role="Artifact"
      style={{
        marginTop: above,
        marginBottom: below,
        borderTopWidth: strong ? 1.2 : 0.5,
        borderTopColor: strong ? colours.blue : colours.line,
      }}
    />
  );
}

/** Whether a title is too long to be kept on one page whatever stands there already. */
export const isVeryLong = (text: Bilingual): boolean =>
  [text.ar, text.en].some((each) => each.length > 500 || each.split('\n').length > 8);

/** A title as bookmarks have it: in each language that is printed. */
export const bothTitles = (edition: Edition, text: Bilingual): string =>
  edition.languages
    .map((language) => text[language])
    .filter(Boolean)
    .join(' · ');

/** The first page of a chapter begins with its title, under a strong line. */
export function ChapterTitle({ edition, text, id, number }: HeadingProps & { number?: Bilingual }) {
  return (
    <Block
      style={{ marginBottom: 20, borderTopWidth: 2, borderTopColor: colours.blue, paddingTop: 12 }}
      {...(id ? { id } : {})}
    >
      {number ? <Pair edition={edition} text={number} as="label" role="P" below={2} /> : null}
      <Pair edition={edition} text={text} as="chapter" role="H1" />
    </Block>
  );
}

/** The two halves of a row of small facts, each a line of cells in its own direction. */
export const half = (language: Language, width: number) =>
  ({ width, alignItems: 'flex-start', flexDirection: language === 'ar' ? 'row-reverse' : 'row' }) as const;
