import { Page, type PageProps } from '@react-pdf/renderer';
import type { ReactElement, ReactNode } from 'react';
import type { Bilingual, Language } from '#plan/schema';
import type { Edition } from '../edition/edition.ts';
import { bothTitles, ChapterTitle } from './facing.tsx';
import { margin, paper } from './theme.ts';

/** A part of the document that begins on a page of its own. */
export type Chapter = {
  key: string;
  title: Bilingual;
  /** The languages of its pages: a table has one, running text those of the layout. */
  languages: readonly Language[];
  sideways: boolean;
  /** Whether its pages have a header and a footer. */
  bare?: boolean;
  /** Its place in the contents: a chapter, an annex, or none. */
  listed?: 'chapter' | 'annex';
  /** What the contents name within it: the place and the title. */
  parts?: readonly { id: string; title: Bilingual }[];
  element: ReactElement;
  /** What goes on from it on new pages: laid out by itself, so that no more has to be kept in memory at a time. */
  more?: readonly ReactElement[];
};

/** A chapter of running text, in the languages of the layout. `more` goes on from its content on new pages. */
export function textChapter(
  edition: Edition,
  chapter: { key: string; title: Bilingual; number?: Bilingual; parts?: Chapter['parts']; listed?: Chapter['listed'] },
  content: ReactNode,
  more: readonly { key: string; content: ReactNode }[] = [],
): Chapter {
  const { key, title, number, parts, listed = 'chapter' } = chapter;
  return {
    key,
    title,
    listed,
    languages: edition.languages,
    sideways: false,
    ...(parts ? { parts } : {}),
    element: (
      <UprightPage key={key} edition={edition} title={title}>
        <ChapterTitle edition={edition} text={title} id={key} {...(number ? { number } : {})} />
        {content}
      </UprightPage>
    ),
    more: more.map((each) => (
      <UprightPage key={each.key} edition={edition}>
        {each.content}
      </UprightPage>
    )),
  };
}

type UprightProps = { edition: Edition; title?: Bilingual; children: ReactNode };

/**
 * A page that stands upright, with the margins of its layout. Its bookmark holds those of what stands on it; one that goes
 * on from another has none of its own.
 */
export function UprightPage({ edition, title, children }: UprightProps) {
  const side = edition.layout === 'facing' ? margin.side : margin.sideOfOneLanguage;
  return (
    <Page
      {...sheetProps(false, side)}
      size={[paper.width, paper.height]}
      {...(title ? { bookmark: { title: bothTitles(edition, title), fit: true } } : {})}
    >
      {children}
    </Page>
  );
}

/** A page on its side, for one table in one language. */
export function SidewaysPage({ children }: { children: ReactNode }) {
  return (
    <Page {...sheetProps(true, margin.sideOfTable)} size={[paper.height, paper.width]}>
      {children}
    </Page>
  );
}

const sheetProps = (sideways: boolean, side: number): PageProps => ({
  experimentalPagination: true,
  style: {
    paddingTop: sideways ? 60 : margin.top,
    paddingBottom: sideways ? 52 : margin.bottom,
    paddingLeft: side,
    paddingRight: side,
  },
});
