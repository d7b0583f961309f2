import type { ReactNode } from 'react';
import type { Language } from '#plan/schema';
import { Block, Passage } from './tagged.tsx';
import { colours, type TextStyle } from './theme.ts';

/** A column: its head, its share of the width in hundredths, and its text for a row. */
export type Column<R> = {
  key: string;
  /** A column whose cells hold a table of their own has a head for each of its columns. */
  head: string | readonly { text: string; width: number }[];
  width: number;
  cell: (row: R) => string | ReactNode;
  strong?: boolean;
  /** Whether its cells are figures: their last digits stand under each other in both languages. */
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
  /** A row that adds up the others. */
  isTotal?: (row: R) => boolean;
};

const space = { paddingTop: 3, paddingBottom: 3, paddingLeft: 3.5, paddingRight: 3.5 };
const direction = (language: Language) => (language === 'ar' ? 'row-reverse' : 'row');

/**
 * A table in one language; the Arabic one is the mirror of the English one. Its heads stand again on each page, and a
 * row goes on overleaf where it has to.
 */
export function Sheet<R>({ language, width, columns, rows, keyOf, idOf, groupOf, isTotal }: SheetProps<R>) {
  const widthOf = (column: Column<R>) => (width * column.width) / 100;
  let group = '';
  return (
    <Block role="Table" lang={language}>
      <Block
        fixed
        role="TR"
        style={{
          flexDirection: direction(language),
          alignItems: 'flex-start',
          borderTopWidth: 1.2,
          borderTopColor: colours.blue,
          borderBottomWidth: 0.8,
          borderBottomColor: colours.blue,
        }}
      >
        {columns.flatMap((column) => {
          const heads = typeof column.head === 'string' ? [{ text: column.head, width: 100 }] : column.head;
          return heads.map((head) => (
            <Cell
              key={`${column.key} ${head.text}`}
              language={language}
              as="head"
              role="TH"
              width={(widthOf(column) * head.width) / 100}
            >
              {head.text}
            </Cell>
          ));
        })}
      </Block>
      {rows.map((row) => {
        const name = groupOf?.(row) ?? '';
        const begins = name !== group;
        group = name;
        return [
          begins && name ? (
            <Band key={`${keyOf(row)}-group`} language={language} width={width}>
              {name}
            </Band>
          ) : null,
          <Block
            key={keyOf(row)}
            role="TR"
            {...(idOf ? { id: idOf(row) } : {})}
            style={{
              flexDirection: direction(language),
          alignItems: 'flex-start',
              borderBottomWidth: 0.5,
              borderBottomColor: colours.line,
            }}
          >
            {columns.map((column) => {
              const content = column.cell(row);
              if (typeof content !== 'string')
                return (
                  <Block key={column.key} role="TD" style={{ width: widthOf(column) }}>
                    {content}
                  </Block>
                );
              const to = column.to?.(row);
              return (
                <Cell
                  key={column.key}
                  language={language}
                  as={column.strong ? 'cellStrong' : 'cell'}
                  role="TD"
                  width={widthOf(column)}
                  {...(to ? { to } : {})}
                >
                  {content}
                </Cell>
              );
            })}
          </Block>,
        ];
      })}
    </Block>
  );
}

function Band({ children, language, width }: { children: string; language: Language; width: number }) {
  return (
    <Block
      role="TR"
      minPresenceAhead={40}
      style={{
        flexDirection: direction(language),
          alignItems: 'flex-start',
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
  to?: string;
};

function Cell({ children, language, as, role, width, scope = 'Column', to }: CellProps) {
  if (to)
    return (
      <Block role={role} style={{ width, ...space }}>
        <Passage language={language} as={as} to={to}>
          {children}
        </Passage>
      </Block>
    );
  return (
    <Passage language={language} as={as} role={role} {...(role === 'TH' ? { scope } : {})} style={{ width, ...space }}>
      {children}
    </Passage>
  );
}

/** Lines of a cell that holds a table of its own. */
export function InnerRow({
  language,
  width,
  cells,
  first,
}: {
  language: Language;
  width: number;
  cells: readonly { text: string; width: number; strong?: boolean }[];
  first: boolean;
}) {
  return (
    <Block
      style={{
        flexDirection: direction(language),
          alignItems: 'flex-start',
        ...(first ? {} : { borderTopWidth: 0.5, borderTopColor: colours.hairline }),
      }}
    >
      {cells.map((cell, index) => (
        <Passage
          // biome-ignore lint/suspicious/noArrayIndexKey: the columns are fixed
          key={index}
          language={language}
          as={cell.strong ? 'cellStrong' : 'cell'}
          style={{ width: (width * cell.width) / 100, ...space }}
        >
          {cell.text}
        </Passage>
      ))}
    </Block>
  );
}
