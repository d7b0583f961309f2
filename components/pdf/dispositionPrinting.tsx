import { Page } from '@react-pdf/renderer';
import { createElement, Fragment, type ReactElement } from 'react';
import type { Language } from '#plan/schema';
import { type DispositionWords, dispositionWords } from '../edition/dispositionWords.ts';
import type { DispositionPaper } from '../review/dispositionPaper.ts';
import { Line } from './chrome.tsx';
import { dispositionPages } from './dispositions.tsx';
import { registerFonts } from './fonts.ts';
import { layOut, Press, type Written } from './press.ts';
import { Block } from './tagged.tsx';
import { colours, margin, paper as sheet, tableWidth } from './theme.ts';

/** How many headers and footers are set at a time. */
const BATCH = 20;

/** Prints the table of dispositions: a tagged PDF on pages on their side, in the language that it was asked for in. */
export async function printDispositions(paper: DispositionPaper): Promise<{ file: Uint8Array; pages: number }> {
  registerFonts();
  const { language, title, country, day } = paper;
  const words = dispositionWords(language, paper.digits);
  const named = [words.say('title'), nameOf(title, language)].filter(Boolean).join(' · ');
  const press = new Press({
    title: named,
    subject: words.say('paper.subject'),
    author: nameOf(country, language),
    keywords: words.say('paper.keywords'),
    maker: words.print('maker'),
    language,
    date: new Date(`${day}T00:00:00Z`),
  });
  const written: Written[] = [];
  for (const piece of dispositionPages({ paper, words })) written.push(press.add(await layOut(piece)));
  const places = written.flatMap(({ first, count }) => Array.from({ length: count }, (_, at) => first + at));
  for (let start = 0; start < places.length; start += BATCH) {
    const batch = places.slice(start, start + BATCH);
    const elements = batch.map((_, index) => chrome(paper, words, start + index + 1, places.length));
    const chromes = await layOut(createElement(Fragment, null, elements));
    batch.forEach((page, index) => {
      const own = chromes[index];
      if (own) press.drawOnto(page, own);
    });
  }
  return { file: await press.finish(written), pages: places.length };
}

const nameOf = (text: DispositionPaper['title'], language: Language) => text[language] || text.ar || text.en;

/** What stands above and below a page: the country and the plan, the day, who may read it, page x of y. */
function chrome(paper: DispositionPaper, words: DispositionWords, page: number, pages: number): ReactElement {
  const { language, country, title, day, isRestricted } = paper;
  const above = [nameOf(country, language), words.say('title'), nameOf(title, language)].filter(Boolean).join(' · ');
  const below = [
    words.say('paper.asOf', { date: words.date(day) }),
    words.print(`classification.${isRestricted ? 'restricted' : 'unrestricted'}`),
  ].join(' · ');
  const counted = words.print('page', { page: words.label(page), pages: words.label(pages) });
  const bar = { position: 'absolute', left: margin.sideOfTable, width: tableWidth } as const;
  return (
    <Page key={page} size={[sheet.height, sheet.width]} style={{ padding: 0 }}>
      <Block
        role="Artifact"
        style={{ ...bar, top: 30, borderBottomWidth: 0.5, borderBottomColor: colours.line, paddingBottom: 4 }}
      >
        <Line language={language} width={tableWidth} text={above} />
      </Block>
      <Block
        role="Artifact"
        style={{
          ...bar,
          top: sheet.width - 40,
          flexDirection: language === 'ar' ? 'row-reverse' : 'row',
          justifyContent: 'space-between',
          borderTopWidth: 0.5,
          borderTopColor: colours.line,
          paddingTop: 5,
        }}
      >
        <Line language={language} width={tableWidth - COUNT} text={below} />
        <Line language={language} width={COUNT} text={counted} atEnd />
      </Block>
    </Page>
  );
}

/** The room for “Page 100 of 200”. */
const COUNT = 90;
