import { Link, Text, type TextProps, View, type ViewProps } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { Language } from '#plan/schema';
import { hasGlyph } from './fonts.ts';
import { prepare } from './text.ts';
import { type TextStyle, textStyle } from './theme.ts';

/** The structure types of tagged PDF that the printed plan uses. */
export type Role =
  | 'Sect'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'P'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'L'
  | 'LI'
  | 'LBody'
  | 'TOC'
  | 'TOCI'
  | 'Artifact';

type Structure = { role?: Role; lang?: Language; scope?: 'Row' | 'Column' };
type Style = NonNullable<ViewProps['style']>;

type BlockProps = Structure & {
  children?: ReactNode;
  style?: Style;
  id?: string;
  bookmark?: { title: string };
  minPresenceAhead?: number;
  fixed?: boolean;
  wrap?: boolean;
  break?: boolean;
};

/** A box. Its role becomes an element of the structure tree; without one it is only geometry. */
export function Block(props: BlockProps) {
  return <View {...(props as ViewProps)} />;
}

type PassageProps = Structure & {
  children: string;
  language: Language;
  as?: TextStyle;
  style?: Style;
  /** A place in the document (`#id`) that the whole passage leads to. */
  to?: string;
  minPresenceAhead?: number;
  maxLines?: number;
};

/** A text of one language: the only way in which text reaches the page. */
export function Passage({ children, language, as = 'body', style, to, ...structure }: PassageProps) {
  const text = prepare(children, hasGlyph);
  const look = [textStyle(as, language), style ?? {}].flat();
  const told = { ...structure, lang: language, style: to ? textStyle(as, language) : look } as TextProps;
  // A link needs an element of its own in the structure tree, with the text inside.
  if (!to) return <Text {...told}>{text}</Text>;
  return (
    <Link
      src={to}
      {...({ alt: text, style: [...(style ? [style].flat() : []), { textDecoration: 'none' }] } as object)}
    >
      <Text {...told}>{text}</Text>
    </Link>
  );
}
