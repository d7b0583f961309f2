import type { ReactElement } from 'react';
import type { Language } from '#plan/schema';
import { changedParts } from '#review/changedParts';
import { countsOf, dispositions, roundKey, roundsIn } from '#review/dispositionFilter';
import { type DispositionWords, roundFacts, roundName } from '../edition/dispositionWords.ts';
import type { DispositionPaper, PaperRow } from '../review/dispositionPaper.ts';
import { SidewaysPage } from './chapter.tsx';
import { columnsOf } from './dispositionColumns.tsx';
import { Sheet } from './sheet.tsx';
import { Block, Passage } from './tagged.tsx';
import { colours, tableWidth } from './theme.ts';

type Props = { paper: DispositionPaper; words: DispositionWords };

/** The place of a round’s table, for links to it. */
const placeOf = (round: number | null) => `round-${roundKey({ round })}`;

/** How many rows are laid out at a time: more would have to be kept in memory at once. Those after them begin on a new page. */
const AT_ONCE = 150;

/** Rows of one round that are laid out together; its heading stands over the first of them. */
type Stretch = { round: number | null; rows: PaperRow[]; isFirst: boolean };

/**
 * The table of dispositions, in pieces: what it is of, the rounds, and a table for each of them. Pages on their side.
 * @returns at least one piece
 */
export function dispositionPages({ paper, words }: Props): ReactElement[] {
  const pieces: Stretch[][] = [[]];
  let room = AT_ONCE;
  for (const round of roundsIn(paper.rows)) {
    let rest = paper.rows.filter((row) => row.round === round);
    for (let isFirst = true; rest.length > 0; isFirst = false) {
      if (room === 0) {
        pieces.push([]);
        room = AT_ONCE;
      }
      const rows = rest.slice(0, room);
      pieces.at(-1)?.push({ round, rows, isFirst });
      room -= rows.length;
      rest = rest.slice(rows.length);
    }
  }
  return pieces.map((stretches, index) => (
    <SidewaysPage key={stretches[0]?.rows[0]?.id ?? 'front'}>
      {index === 0 && <Front paper={paper} words={words} />}
      {stretches.map((stretch) => (
        <RoundTable key={roundKey(stretch)} paper={paper} words={words} stretch={stretch} />
      ))}
    </SidewaysPage>
  ));
}

function Front({ paper, words }: Props) {
  const { language, title, country, day, rows } = paper;
  const { say, date } = words;
  const counts = countsOf(rows);
  const counted = dispositions.map((did) =>
    say('counts.did', { name: say(`did.${did}`), count: words.label(counts[did]) }),
  );
  const own = { language, style: { width: tableWidth } };
  return (
    <Block bookmark={{ title: say('title') }} style={{ marginBottom: 6 }}>
      <Passage {...own} as="chapter" role="H1">
        {say('title')}
      </Passage>
      {titles(title, language).map((each) => (
        <Passage key={each} language={each} as="section" role="P" style={{ width: tableWidth, ...sideOf(language) }}>
          {title[each]}
        </Passage>
      ))}
      <Passage {...own} as="small" role="P">
        {[country[language] || country[other(language)], say('paper.asOf', { date: date(day) })]
          .filter(Boolean)
          .join(DOT)}
      </Passage>
      <Passage {...own} as="small" role="P" style={{ width: tableWidth, marginTop: 4 }}>
        {rows.length > 0 ? [say('counts.all', { count: rows.length }), ...counted].join(DOT) : say('paper.empty')}
      </Passage>
      <Rounds paper={paper} words={words} />
      <Passage {...own} as="note" role="P" style={{ width: tableWidth, marginTop: 4 }}>
        {notes(paper, words)}
      </Passage>
    </Block>
  );
}

const DOT = ' · ';

/** How the table is to be read. */
function notes({ rows }: DispositionPaper, { say }: DispositionWords): string {
  const wordings = rows.flatMap(({ wording }) => (wording?.language ? [wording] : []));
  const isCut = wordings.some(({ from, to }) => changedParts(from, to).isCut);
  return [say('paper.language'), wordings.length > 0 && say('paper.bold'), isCut && say('paper.cut')]
    .filter(Boolean)
    .join(' ');
}

const other = (language: Language): Language => (language === 'ar' ? 'en' : 'ar');
/** The languages in which a title is written, the table’s own first. */
const titles = (title: DispositionPaper['title'], language: Language) =>
  [language, other(language)].filter((each) => title[each].trim() !== '');
/** A title in the other language stands on the side of the table’s own. */
const sideOf = (language: Language) => ({ textAlign: language === 'ar' ? ('right' as const) : ('left' as const) });

/** The rounds covered, each leading to its table. */
function Rounds({ paper, words }: Props) {
  const { language, rounds, rows } = paper;
  const { say } = words;
  const known = new Map(rounds.map((round) => [round.number, round]));
  const all = [...new Set([...known.keys(), ...roundsIn(rows)])];
  return (
    <Block role="L" lang={language} style={{ marginTop: 4 }}>
      {all.map((number) => {
        const own = rows.filter((row) => row.round === number).length;
        const round = number === null ? undefined : known.get(number);
        const told = round ? roundFacts(round, words) : number === null ? say('outsideText') : '';
        const text = [roundName(number, words), told, say('paper.rows', { count: own })].filter(Boolean).join(DOT);
        return (
          <Block key={number ?? 0} role="LI">
            <Passage
              language={language}
              as="small"
              role="LBody"
              style={{ width: tableWidth }}
              {...(own > 0 ? { to: `#${placeOf(number)}` } : {})}
            >
              {text}
            </Passage>
          </Block>
        );
      })}
    </Block>
  );
}

function RoundTable({ paper, words, stretch: { round, rows, isFirst } }: Props & { stretch: Stretch }) {
  const { language, rounds } = paper;
  const known = rounds.find(({ number }) => number === round);
  const name = roundName(round, words);
  return (
    <Block>
      {isFirst && (
        <Block
          id={placeOf(round)}
          bookmark={{ title: name }}
          minPresenceAhead={90}
          style={{ marginTop: 10, marginBottom: 4 }}
        >
          <Passage language={language} as="item" role="H2" style={{ width: tableWidth, color: colours.blue }}>
            {known ? [name, roundFacts(known, words)].join(DOT) : name}
          </Passage>
        </Block>
      )}
      <Sheet<PaperRow>
        language={language}
        width={tableWidth}
        rows={rows}
        keyOf={({ id }) => id}
        {...columnsOf(language, words)}
      />
    </Block>
  );
}
