import { Image, Page } from '@react-pdf/renderer';
import type { Bilingual, Language } from '#plan/schema';
import { groupedCode } from '#review/editionCode';
import { adoptedFacts } from '../edition/adopted.ts';
import { contentHash } from '../edition/contentHash.ts';
import { alike, changed, type Edition, figures, isBlank, mainLanguage, placeOf, say } from '../edition/edition.ts';
import { classification, isRestricted, period, standing } from '../edition/standing.ts';
import { AdoptedCover, AdoptedImprint } from './adopted.tsx';
import { type Chapter, textChapter, UprightPage } from './chapter.tsx';
import { bothTitles, Hairline, isVeryLong, Pair, Prose, Row, Section } from './facing.tsx';
import { Facts } from './fields.tsx';
import { Block, Passage } from './tagged.tsx';
import { signFor } from './text.ts';
import { colours, paper } from './theme.ts';

/** The title page: which country, what, for when, how far it has come, and who may read it. */
export function cover(edition: Edition): Chapter {
  const { about } = edition.plan;
  const title = isBlank(about.title) ? say(edition, 'cover.untitled') : about.title;
  const side = 64;
  const width = paper.width - 2 * side;
  const bottom = [period(edition), standing(edition), ...adopters(edition), classification(edition)];
  // Each language has the whole width, one above the other; the leading one first.
  const order = edition.layout === 'facing' ? edition.plan.languages : edition.languages;
  return {
    key: 'cover',
    title: say(edition, 'chapters.cover'),
    languages: edition.languages,
    sideways: false,
    bare: true,
    element: (
      <Page key="cover" size={[paper.width, paper.height]} experimentalPagination style={{ padding: side }}>
        {edition.emblem ? (
          <Block style={{ marginBottom: 40, alignItems: edition.layout === 'en' ? 'flex-start' : 'flex-end' }}>
            <Image
              src={{ data: edition.emblem, format: 'png' }}
              style={{ height: 92, maxWidth: 220, objectFit: 'contain' }}
              {...({ alt: emblemName(edition), lang: mainLanguage(edition) } as object)}
            />
          </Block>
        ) : (
          <Block role="Artifact" style={{ height: 6, width: 72, backgroundColor: colours.blue, marginBottom: 74 }} />
        )}
        {order.map((language, index) => (
          <Block
            key={language}
            style={{ marginTop: index === 0 ? 0 : 38, alignItems: language === 'ar' ? 'flex-end' : 'flex-start' }}
            {...(index === 0 ? { bookmark: { title: bothTitles(edition, title) } } : {})}
          >
            <Passage language={language} as="lead" style={{ width, color: colours.blue, fontWeight: 600 }}>
              {about.countryName[language]}
            </Passage>
            <Passage language={language} as="cover" role="H1" style={{ width, marginTop: 8 }}>
              {title[language] || say(edition, 'notTranslated')[language]}
            </Passage>
          </Block>
        ))}
        <Block style={{ flexGrow: 1 }} />
        <Hairline strong below={12} />
        {bottom
          .filter((text) => !isBlank(text))
          .map((text, index) => (
            <Row key={text.en} edition={edition}>
              {(language) => (
                <Passage
                  key={language}
                  language={language}
                  as={index === 0 ? 'strong' : 'body'}
                  style={{
                    // The Arabic names of months are long: a date keeps to one line in the wider half.
                    width: edition.layout === 'facing' ? width * (language === 'ar' ? 0.58 : 0.4) : width,
                    ...(index === 1 ? standingLook(edition) : {}),
                  }}
                >
                  {text[language]}
                </Passage>
              )}
            </Row>
          ))}
        <AdoptedCover edition={edition} width={width} />
      </Page>
    ),
  };
}

function standingLook({ draft, adopted }: Edition) {
  if (adopted) return { color: colours.blue, fontWeight: 600 };
  return draft ? { color: colours.warm, fontWeight: 600 } : {};
}

/** By whom it was adopted, and by which decree: nothing of a draft. */
const adopters = (edition: Edition): Bilingual[] =>
  adoptedFacts(edition)
    .filter(({ key }) => key === 'authority' || key === 'decree')
    .map(({ label, text }) => changed(text, (words, language) => `${label[language]}: ${words}`));

/** What the picture is, for who has the page read aloud. */
function emblemName(edition: Edition): string {
  const main = mainLanguage(edition);
  const country = edition.plan.about.countryName[main];
  return say(edition, 'cover.emblem', { ar: { country }, en: { country } })[main];
}

/** How many fields are listed whose characters could not be printed. */
const LISTED = 60;

const codeOf = (character: string) => signFor(character.codePointAt(0) ?? 0);

/** Where characters could not be printed: each field once, with the codes of those that stand in it. */
function replacedPlaces(edition: Edition): { path: string; text: Bilingual }[] {
  const found = new Map<string, string[]>();
  for (const { path, character } of edition.replaced) found.set(path, [...(found.get(path) ?? []), codeOf(character)]);
  return [...found].map(([path, signs]) => ({
    path,
    text: changed(placeOf(edition, path), (place) => `${place}: \u2066${signs.join(' ')}\u2069`),
  }));
}

/** How to read the document: which language prevails, what is computed, what could not be printed. */
export function notes(edition: Edition): Chapter {
  const [leading] = edition.plan.languages;
  const prevailing = say(edition, `languages.${leading}`);
  const title = say(edition, 'chapters.notes');
  const places = replacedPlaces(edition);
  const count = figures(edition).number(edition.replaced.length);
  const rest = Math.max(0, places.length - LISTED);
  const more = { ar: { count: rest }, en: { count: rest } };
  return textChapter(
    edition,
    { key: 'notes', title },
    <>
      <Prose
        edition={edition}
        text={say(edition, 'notes.prevailing', { ar: { language: prevailing.ar }, en: { language: prevailing.en } })}
      />
      {edition.draft ? <Prose edition={edition} text={say(edition, 'notes.draft')} /> : null}
      <Prose edition={edition} text={say(edition, 'notes.computed')} />
      <Prose edition={edition} text={say(edition, 'notes.catalogue')} />
      {isRestricted(edition) ? <Prose edition={edition} text={say(edition, 'notes.restricted')} /> : null}
      {edition.options.edition === 'public' ? (
        <Prose
          edition={edition}
          text={say(edition, 'notes.public', { ar: { count: edition.left }, en: { count: edition.left } })}
        />
      ) : null}
      {edition.options.extent === 'first' ? <Prose edition={edition} text={say(edition, 'notes.first')} /> : null}
      {places.length > 0 ? (
        <>
          <Section edition={edition} text={say(edition, 'notes.replacedTitle')} />
          <Prose
            edition={edition}
            text={say(edition, 'notes.replaced', { ar: { count: count.ar }, en: { count: count.en } })}
          />
          {places.slice(0, LISTED).map(({ path, text }) => (
            <Pair key={path} edition={edition} as="small" text={text} />
          ))}
          {places.length > LISTED ? (
            <Pair edition={edition} as="small" text={say(edition, 'notes.replacedMore', more)} />
          ) : null}
        </>
      ) : null}
    </>,
  );
}

/** The last page: which edition this is, and the sum by which it is known again. */
export function imprint(edition: Edition): Chapter {
  const title = say(edition, 'chapters.imprint');
  if (edition.adopted) return textChapter(edition, { key: 'imprint', title }, <AdoptedImprint edition={edition} />);
  const hash = alike(groupedCode(contentHash(edition.plan)));
  return textChapter(
    edition,
    { key: 'imprint', title },
    <>
      <Facts
        edition={edition}
        facts={[
          { label: say(edition, 'imprint.standing'), text: standing(edition) },
          { label: say(edition, 'imprint.classification'), text: classification(edition) },
          { label: say(edition, 'imprint.maker'), text: say(edition, 'maker') },
        ]}
      />
      <Section edition={edition} text={say(edition, 'imprint.hash')} />
      <Pair edition={edition} text={changed(hash, (text) => `\u2066${text}\u2069`)} as="strong" below={6} />
      <Prose
        edition={edition}
        text={say(edition, edition.options.edition === 'public' ? 'imprint.publicText' : 'imprint.text')}
      />
    </>,
  );
}

/** The contents, with the page on which each chapter begins; where it isn’t known, a dash. */
export function contents(
  edition: Edition,
  chapters: readonly Chapter[],
  pageOf: (id: string) => number | null,
): Chapter {
  const title = say(edition, 'chapters.contents');
  const { label } = figures(edition);
  const entries = entriesOf(chapters);
  return {
    key: 'contents',
    title,
    languages: edition.languages,
    sideways: false,
    element: (
      <UprightPage key="contents" edition={edition} title={title}>
        <Block
          id="contents"
          style={{ marginBottom: 14, borderTopWidth: 2, borderTopColor: colours.blue, paddingTop: 12 }}
        >
          <Pair edition={edition} text={title} as="chapter" role="H1" />
        </Block>
        <Block role="TOC">
          {entries.map((entry) => {
            const as = entry.part ? 'small' : 'strong';
            return (
              <Row
                key={entry.ids.en}
                edition={edition}
                wrap={isVeryLong(entry.title)}
                style={{ marginTop: entry.part ? 0 : 4.5, borderBottomWidth: 0.5, borderBottomColor: colours.hairline }}
              >
                {(language, width) => (
                  <Block
                    key={language}
                    role="TOCI"
                    style={{ width, flexDirection: language === 'ar' ? 'row-reverse' : 'row' }}
                  >
                    <Passage
                      language={language}
                      as={as}
                      to={`#${entry.ids[language]}`}
                      style={{ width: width - 26, ...(entry.part ? indented(language) : {}) }}
                    >
                      {entry.title[language]}
                    </Passage>
                    <Passage
                      language={language}
                      as={as}
                      style={{ width: 26, textAlign: language === 'ar' ? 'left' : 'right' }}
                    >
                      {label(pageOf(entry.ids[language]) ?? '–')[language]}
                    </Passage>
                  </Block>
                )}
              </Row>
            );
          })}
        </Block>
      </UprightPage>
    ),
  };
}

type Entry = { title: Bilingual; part: boolean; ids: Record<Language, string> };

/** The lines of the contents. A table that stands there once in each language has one line, with the page of each. */
function entriesOf(chapters: readonly Chapter[]): Entry[] {
  const entries: Entry[] = [];
  for (const { key, title, listed, languages, parts = [] } of chapters) {
    if (!listed) continue;
    const [only, other] = languages;
    const twin = other
      ? undefined
      : entries.find((entry) => entry.title.en === title.en && entry.title.ar === title.ar);
    if (twin && only) twin.ids[only] = key;
    else entries.push({ title, part: false, ids: { ar: key, en: key } });
    entries.push(...parts.map((part) => ({ title: part.title, part: true, ids: { ar: part.id, en: part.id } })));
  }
  return entries;
}

const indented = (language: 'ar' | 'en') => (language === 'ar' ? { paddingRight: 12 } : { paddingLeft: 12 });
