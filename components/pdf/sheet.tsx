import type { ReactNode } from 'react';
import type { Language } from '#plan/schema';
import { Block, Passage } from './tagged.tsx';
import { colours, type TextStyle } from './theme.ts';

/** A column: its head, its share of the width in hundredths, and its text for a row. */
export type Column<R> = {
  key: string;
  /** A column whose cells are lists of several texts has a head over each of them. */
  head: string | readonly { text: string; width: number }[];
  width: number;
  cell: (row: R) => string | ReactNode;
  strong?: boolean;
  /** Whether its cells are figures: their last digits stand under each other, in both languages. */
  figure?: boolean;
  /** Whether its cells are the heads of their rows. */
  heads?: boolean;
  /** Where the cell leads. */
  to?: (row: R) => string;
};

type SheetProps<R> = {
  language: Language;
  width: number;
  columns: readonly Column<R>[];
  rows: readonly R[];
  keyOf: (row: R) => string;
  /** The place of a row, for links to it. */
  idOf?: (row: R) => string;
  /** A line over the first row of a group. */
  groupOf?: (row: R) => string;
  /** Whether a row adds up the others. */
  isTotal?: (row: R) => boolean;
  /** How many lines a cell takes that is no text, at least about; none by default. */
  linesOf?: (row: R) => number;
};

const space = { paddingTop: 3, paddingBottom: 3, paddingLeft: 3.5, paddingRight: 3.5 };

/** A row of no more lines than this stays on one page. */
const WHOLE_LINES = 14;
/** The width of a character of a cell, on average, in points. */
const CHARACTER = 3.9;

/** About how many lines the text of a cell takes. */
function linesIn<R>(column: Column<R>, row: R, width: number): number {
  const content = column.cell(row);
  if (typeof content !== 'string') return 0;
  const inLine = Math.max(1, ((width * column.width) / 100 - 7) / CHARACTER);
  return content.split('\n').reduce((lines, part) => lines + Math.max(1, Math.ceil(part.length / inLine)), 0);
}

/** Cells beside each other, each with its own height: stretched to that of the longest, none could be divided. */
const rowOf = (language: Language) =>
  ({ flexDirection: language === 'ar' ? 'row-reverse' : 'row', alignItems: 'flex-start' }) as const;

/**
 * A table in one language; the Arabic one is the mirror of the English one. Its heads stand again on each page, and a
 * row goes on overleaf where it has to.
 */
export function Sheet<R>({ language, width, columns, rows, keyOf, idOf, groupOf, isTotal, linesOf }: SheetProps<R>) {
  let group = '';
  return (
    <Block role="Table" lang={language}>
      <Heads language={language} width={width} columns={columns} />
      {rows.map((row) => {
        const name = groupOf?.(row) ?? '';
        const begins = name !== group;
        group = name;
        const total = isTotal?.(row) ?? false;
        return [
          begins && name ? (
            <Band key={`${keyOf(row)}-group`} language={language} width={width}>
              {name}
            </Band>
          ) : null,
          <Block
            key={keyOf(row)}
            role="TR"
            wrap={Math.max(linesOf?.(row) ?? 0, ...columns.map((column) => linesIn(column, row, width))) > WHOLE_LINES}
            {...(idOf ? { id: idOf(row) } : {})}
            style={{
              ...rowOf(language),
              borderBottomWidth: total ? 0.8 : 0.5,
              borderBottomColor: total ? colours.blue : colours.line,
            }}
          >
            {columns.map((column) => (
              <ColumnCell
                key={column.key}
                column={column}
                row={row}
                language={language}
                width={(width * column.width) / 100}
                strong={total || column.strong === true}
              />
            ))}
          </Block>,
        ];
      })}
    </Block>
  );
}

function Heads<R>({ language, width, columns }: Pick<SheetProps<R>, 'language' | 'width' | 'columns'>) {
  return (
    <Block
      fixed
      role="TR"
      style={{
        ...rowOf(language),
        alignItems: 'flex-end',
        borderTopWidth: 1.2,
        borderTopColor: colours.blue,
        borderBottomWidth: 0.8,
        borderBottomColor: colours.blue,
      }}
    >
      {columns.map(({ key, head, width: share, figure = false }) => {
        const wide = (width * share) / 100;
        if (typeof head === 'string')
          return (
            <Cell key={key} language={language} as="head" role="TH" width={wide} figure={figure}>
              {head}
            </Cell>
          );
        return (
          <Block key={key} role="TH" scope="Column" style={{ ...rowOf(language), width: wide }}>
            {head.map(({ text, width: part }) => (
              <Passage key={text} language={language} as="head" style={{ width: (wide * part) / 100, ...space }}>
                {text}
              </Passage>
            ))}
          </Block>
        );
      })}
    </Block>
  );
}

type ColumnCellProps<R> = { column: Column<R>; row: R; language: Language; width: number; strong: boolean };

function ColumnCell<R>({ column, row, language, width, strong }: ColumnCellProps<R>) {
  const content = column.cell(row);
  if (typeof content !== 'string')
    return (
      <Block role="TD" style={{ width }}>
        {content}
      </Block>
    );
  const to = column.to?.(row);
  return (
    <Cell
      language={language}
      as={strong ? 'cellStrong' : 'cell'}
      role={column.heads ? 'TH' : 'TD'}
      scope={column.heads ? 'Row' : 'Column'}
      width={width}
      figure={column.figure ?? false}
      {...(to ? { to } : {})}
    >
      {content}
    </Cell>
  );
}

function Band({ children, language, width }: { children: string; language: Language; width: number }) {
  return (
    <Block
      role="TR"
      minPresenceAhead={40}
      style={{
        ...rowOf(language),
        backgroundColor: colours.tint,
        borderBottomWidth: 0.5,
        borderBottomColor: colours.line,
      }}
    >
      <Cell language={language} as="cellStrong" role="TH" scope="Row" width={width}>
        {children}
      </Cell>
    </Block>
  );
}

type CellProps = {
  children: string;
  language: Language;
  as: TextStyle;
  role: 'TH' | 'TD';
  width: number;
  scope?: 'Row' | 'Column';
  figure?: boolean;
  to?: string;
};

function Cell({ children, language, as, role, width, scope = 'Column', figure = false, to }: CellProps) {
  const heads = role === 'TH' ? { scope } : {};
  const side = figure ? ({ textAlign: 'right' } as const) : {};
  if (to)
    return (
      <Block role={role} {...heads} style={{ width, ...space }}>
        <Passage language={language} as={as} to={to}>
          {children}
        </Passage>
      </Block>
    );
  return (
    <Passage language={language} as={as} role={role} {...heads} style={{ width, ...space, ...side }}>
      {children}
    </Passage>
  );
}

type InnerRowProps = {
  language: Language;
  width: number;
  cells: readonly { text: string; width: number }[];
  first: boolean;
};

/** One line of a cell that holds a list of several texts each. */
export function InnerRow({ language, width, cells, first }: InnerRowProps) {
  const line = first ? {} : { borderTopWidth: 0.5, borderTopColor: colours.hairline };
  return (
    <Block role="LI" style={{ ...rowOf(language), ...line }}>
      {cells.map((cell, index) => (
        <Passage
          // biome-ignore lint/suspicious/noArrayIndexKey: the columns are fixed
          key={index}
          language={language}
          as="cell"
          role="LBody"
          style={{ width: (width * cell.width) / 100, ...space }}
        >
          {cell.text}
        </Passage>
      ))}
    </Block>
  );
}
