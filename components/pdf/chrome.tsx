import { Page } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import type { Language } from '#plan/schema';
import { dot, type Edition, figures, joined, say } from '../edition/edition.ts';
import { classification, standing } from '../edition/standing.ts';
import type { Chapter } from './chapter.tsx';
import { Block, Passage } from './tagged.tsx';
import { colours, margin, paper } from './theme.ts';

/** What stands above and below a page: the country and chapter, the draft’s day, the classification, page x of y where that is known. */
export function chrome(edition: Edition, chapter: Chapter, page: number, pages: number | null): ReactElement {
  const { about } = edition.plan;
  const side = chapter.sideways
    ? margin.sideOfTable
    : edition.layout === 'facing'
      ? margin.side
      : margin.sideOfOneLanguage;
  const [width, height] = chapter.sideways ? [paper.height, paper.width] : [paper.width, paper.height];
  const inner = width - 2 * side;
  const { label } = figures(edition);
  const counted = { page: label(page), pages: label(pages ?? '') };
  const numbered = say(edition, pages === null ? 'pageOnly' : 'page', {
    ar: { page: counted.page.ar, pages: counted.pages.ar },
    en: { page: counted.page.en, pages: counted.pages.en },
  });
  const above = joined([about.countryName, chapter.title], dot);
  const below = joined([standing(edition), classification(edition)], dot);
  // A table’s page has the language of the table alone, but who may read it is said in both.
  const languages: readonly Language[] = edition.languages;
  return (
    <Page key={page} size={[width, height]} style={{ padding: 0 }}>
      <Block
        role="Artifact"
        style={{
          position: 'absolute',
          top: chapter.sideways ? 30 : 36,
          left: side,
          width: inner,
          flexDirection: 'row',
          justifyContent: 'space-between',
          borderBottomWidth: 0.5,
          borderBottomColor: colours.line,
          paddingBottom: 4,
        }}
      >
        {languages.map((language) => (
          <Line key={language} language={language} width={inner / languages.length - 6} text={above[language]} />
        ))}
      </Block>
      <Block
        role="Artifact"
        style={{
          position: 'absolute',
          top: height - (chapter.sideways ? 40 : 50),
          left: side,
          width: inner,
          flexDirection: 'row',
          justifyContent: 'space-between',
          borderTopWidth: 0.5,
          borderTopColor: colours.line,
          paddingTop: 5,
        }}
      >
        {languages.map((language) => (
          <Block
            key={language}
            style={{
              width: inner / languages.length - 6,
              flexDirection: language === 'ar' ? 'row-reverse' : 'row',
              justifyContent: 'space-between',
            }}
          >
            <Line language={language} width={inner / languages.length - 6 - COUNT} text={below[language]} />
            <Line language={language} width={COUNT} text={numbered[language]} atEnd />
          </Block>
        ))}
      </Block>
    </Page>
  );
}

/** The room for “Page 100 of 200”. */
const COUNT = 74;

type LineProps = { language: Language; text: string; width: number; atEnd?: boolean };

/** A line of what stands on every page: cut where it is too long, and said once to who can’t see it. */
export function Line({ language, text, width, atEnd = false }: LineProps) {
  const end = language === 'ar' ? 'left' : 'right';
  return (
    <Passage
      language={language}
      as="chrome"
      maxLines={1}
      style={{ width, maxLines: 1, textOverflow: 'ellipsis', ...(atEnd ? { textAlign: end } : {}) }}
    >
      {text}
    </Passage>
  );
}
