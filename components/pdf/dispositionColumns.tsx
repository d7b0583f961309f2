import { Text } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { Language } from '#plan/schema';
import { changedParts, type Mark } from '#review/changedParts';
import { weightOf } from '#review/dispositionFilter';
import { languageOf } from '#review/textLanguage';
import type { DispositionWords } from '../edition/dispositionWords.ts';
import { paragraphs } from '../edition/paragraphs.ts';
import type { PaperRow } from '../review/dispositionPaper.ts';
import { hasGlyph } from './fonts.ts';
import type { Column } from './sheet.tsx';
import { Block, Passage } from './tagged.tsx';
import { prepare } from './text.ts';
import { colours, type TextStyle, tableWidth, textStyle } from './theme.ts';

/** A line or paragraph of a cell, in its own language. */
type Piece = {
  text: string;
  language: Language;
  as?: TextStyle;
  colour?: string;
  /** Names stand where the table’s own words begin, whatever they are written in. */
  atStart?: boolean;
  marks?: readonly Mark[];
};

/** Shares of the width, in hundredths. */
const widths = { number: 4, place: 17, who: 12, said: 33, did: 12, why: 22 } as const;
type Name = keyof typeof widths;
const widthOf = (name: Name) => (tableWidth * widths[name]) / 100;

/** What the cells of a row hold, piece by piece. */
type Pieces = Record<Exclude<Name, 'number'>, (row: PaperRow) => Piece[]>;

/** The columns of the table, and about how many lines a row takes. */
export function columnsOf(
  language: Language,
  words: DispositionWords,
): { columns: Column<PaperRow>[]; linesOf: (row: PaperRow) => number } {
  const pieces = piecesOf(language, words);
  const names = Object.keys(pieces) as (keyof Pieces)[];
  const kept = new Map<PaperRow, Map<keyof Pieces, Piece[]>>();
  const of = (name: keyof Pieces, row: PaperRow): Piece[] => {
    const known = kept.get(row) ?? new Map<keyof Pieces, Piece[]>();
    const made = known.get(name) ?? pieces[name](row);
    kept.set(row, known.set(name, made));
    return made;
  };
  return {
    columns: [
      {
        key: 'number',
        head: words.say('columns.number'),
        width: widths.number,
        heads: true,
        cell: ({ number }) => words.label(number),
      },
      ...names.map((name) => ({
        key: name,
        head: words.say(`columns.${name}`),
        width: widths[name],
        cell: (row: PaperRow): ReactNode => <Cell pieces={of(name, row)} width={widthOf(name)} table={language} />,
      })),
    ],
    linesOf: (row) => Math.max(...names.map((name) => linesIn(of(name, row), widthOf(name)))),
  };
}

function piecesOf(language: Language, words: DispositionWords): Pieces {
  const { say, date } = words;
  const own = (text: string, more: Omit<Piece, 'text' | 'language'> = {}): Piece[] =>
    text ? [{ text, language, ...more }] : [];
  const typed = (text: string, more: Omit<Piece, 'text' | 'language'> = {}): Piece[] =>
    paragraphs(text).map((paragraph) => ({ text: paragraph, language: languageOf(paragraph, language), ...more }));
  const muted = { colour: colours.muted };
  const wording = ({ wording: shown }: PaperRow): Piece[] => {
    if (!shown) return [];
    const { from, to } = changedParts(shown.from, shown.to);
    const side = (name: string, text: string, marks: readonly Mark[]): Piece[] => [
      ...own(say(name), { as: 'head' }),
      ...(text.trim() === ''
        ? own(say('nothing'), muted)
        : shown.language
          ? marked(marks, shown.language)
          : typed(text)),
    ];
    return [...side('stood', shown.from, from), ...side('proposed', shown.to, to)];
  };
  return {
    place: (row) => [
      ...own(row.place),
      ...(row.standing === 'here' ? [] : own(standing(row, words), { colour: colours.warm })),
    ],
    who: ({ author, side, at }) => [
      ...typed(author, { as: 'cellStrong', atStart: true }),
      ...own(say(`sides.${side}`), muted),
      ...own(date(at), muted),
    ],
    said: (row) => [
      ...(row.weight || row.kind === 'suggestion'
        ? own(say(`weights.${weightOf(row)}`), {
            as: 'cellStrong',
            ...(row.weight === 'mustFix' ? { colour: colours.warm } : {}),
          })
        : []),
      ...typed(row.quote && quoted(row.quote, languageOf(row.quote, language)), muted),
      ...wording(row),
      ...(row.wording && row.body ? own(say('reason'), { as: 'head' }) : []),
      ...typed(row.body),
    ],
    did: ({ did, by, when }) => [
      ...own(say(`did.${did}`), { as: 'cellStrong', ...(did === 'open' ? { colour: colours.warm } : {}) }),
      ...typed(by, { ...muted, atStart: true }),
      ...own(date(when), muted),
    ],
    why: ({ why }) => typed(why),
  };
}

const standing = ({ standing: is, movedTo }: PaperRow, { say }: DispositionWords) =>
  is === 'moved' ? say('standing.moved', { place: movedTo }) : say(`standing.${is}`);

const quoted = (text: string, language: Language) => (language === 'ar' ? `«${text}»` : `“${text}”`);

/** A text with its changes, a piece for each of its paragraphs. */
function marked(marks: readonly Mark[], language: Language): Piece[] {
  const lines: Mark[][] = [[]];
  for (const { text, isChanged } of marks) {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (part) lines.at(-1)?.push({ text: part, isChanged });
    }
  }
  return lines
    .map((line) => ({ text: line.map(({ text }) => text).join(''), language, marks: line }))
    .filter(({ text }) => text.trim() !== '');
}

/** Room around a cell’s text; more of it at the end, where a text in the other language begins. */
const room = { paddingTop: 3, paddingBottom: 3 };
const [START, END] = [3.5, 11];

type CellProps = { pieces: readonly Piece[]; width: number; table: Language };

function Cell({ pieces, width, table }: CellProps) {
  const inner = width - START - END;
  const sides = table === 'ar' ? { paddingRight: START, paddingLeft: END } : { paddingLeft: START, paddingRight: END };
  const start = table === 'ar' ? ('right' as const) : ('left' as const);
  return (
    <Block style={{ width, ...room, ...sides }}>
      {pieces.map(({ text, language, as = 'cell', colour, atStart, marks }, index) => {
        const style = { width: inner, ...(colour && { color: colour }), ...(atStart && { textAlign: start }) };
        const key = `${index} ${text.length}`;
        return marks?.some(({ isChanged }) => isChanged) ? (
          <Marked key={key} marks={marks} language={language} width={inner} />
        ) : (
          <Passage key={key} language={language} as={as} role="P" style={style}>
            {text}
          </Passage>
        );
      })}
    </Block>
  );
}

/** A paragraph in which what the other wording doesn’t have is set in a heavier letter. */
function Marked({ marks, language, width }: { marks: readonly Mark[]; language: Language; width: number }) {
  const told = { role: 'P', lang: language, style: [textStyle('cell', language), { width }] } as object;
  return (
    <Text {...told}>
      {marks.map(({ text, isChanged }, index) => {
        const key = `${index} ${text.length}`;
        const made = prepare(text, hasGlyph);
        return isChanged ? (
          <Text key={key} style={{ fontWeight: 700 }}>
            {made}
          </Text>
        ) : (
          made
        );
      })}
    </Text>
  );
}

/** The width of a character of a cell, on average, in points. */
const CHARACTER = 3.9;

/** About how many lines pieces take under each other. */
function linesIn(pieces: readonly Piece[], width: number): number {
  const inLine = Math.max(1, (width - START - END) / CHARACTER);
  return pieces.reduce((sum, { text }) => sum + Math.max(1, Math.ceil(text.length / inLine)), 0);
}
