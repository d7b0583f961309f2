import type { Language } from '#plan/schema';
import type { Setting } from '../edition/edition.ts';

/** Points. A4 upright and on its side, and the margins that are left white. */
export const paper = { width: 595.28, height: 841.89 };
export const margin = { top: 74, bottom: 68, side: 56, sideOfOneLanguage: 88, sideOfTable: 42 };
const gutter = 24;

export const colours = {
  ink: '#1b1f24',
  muted: '#5b6470',
  line: '#c9d0d8',
  hairline: '#e2e6eb',
  blue: '#0b4f8a',
  tint: '#f1f5f9',
  pale: '#b7cde2',
  warm: '#a3541a',
  paper: '#ffffff',
} as const;

/**
 * Sizes by use: Latin, Arabic one step larger, and one leading for both, so that the lines of facing columns stand on
 * the same height.
 */
export const styles = {
  cover: { latin: 25, arabic: 28, leading: 39, weight: 700, colour: colours.ink },
  chapter: { latin: 19, arabic: 21, leading: 30, weight: 700, colour: colours.blue },
  section: { latin: 12.5, arabic: 13.5, leading: 20, weight: 600, colour: colours.ink },
  item: { latin: 10.5, arabic: 11.5, leading: 17, weight: 600, colour: colours.ink },
  label: { latin: 7.8, arabic: 8.8, leading: 13.2, weight: 600, colour: colours.blue },
  body: { latin: 9.5, arabic: 10.5, leading: 15.8, weight: 400, colour: colours.ink },
  strong: { latin: 9.5, arabic: 10.5, leading: 15.8, weight: 600, colour: colours.ink },
  lead: { latin: 12, arabic: 13, leading: 21, weight: 400, colour: colours.ink },
  small: { latin: 8.3, arabic: 9.2, leading: 13.4, weight: 400, colour: colours.ink },
  smallStrong: { latin: 8.3, arabic: 9.2, leading: 13.4, weight: 600, colour: colours.ink },
  note: { latin: 8.3, arabic: 9.2, leading: 13.4, weight: 400, colour: colours.muted },
  link: { latin: 8.3, arabic: 9.2, leading: 13.4, weight: 400, colour: colours.blue },
  cell: { latin: 7.4, arabic: 8.2, leading: 11.8, weight: 400, colour: colours.ink },
  cellStrong: { latin: 7.4, arabic: 8.2, leading: 11.8, weight: 600, colour: colours.ink },
  head: { latin: 7.2, arabic: 8, leading: 11.6, weight: 600, colour: colours.blue },
  chrome: { latin: 7, arabic: 7.8, leading: 11, weight: 400, colour: colours.muted },
} as const;

export type TextStyle = keyof typeof styles;

/** What react-pdf is told about a text of a language in a style. */
export function textStyle(style: TextStyle, language: Language) {
  const { latin, arabic, leading, weight, colour } = styles[style];
  const fontSize = language === 'ar' ? arabic : latin;
  return {
    fontFamily: 'Plan',
    fontSize,
    lineHeight: leading / fontSize,
    fontWeight: weight,
    color: colour,
    direction: language === 'ar' ? ('rtl' as const) : ('ltr' as const),
    textAlign: language === 'ar' ? ('right' as const) : ('left' as const),
  };
}

/** The width between the margins of an upright page. */
export const measure = (layout: Setting) =>
  paper.width - 2 * (layout === 'facing' ? margin.side : margin.sideOfOneLanguage);
/** The widths of two facing columns: the same text is shorter in Arabic, and gets the narrower one. */
export const columnWidth = { en: (measure('facing') - gutter) * 0.535, ar: (measure('facing') - gutter) * 0.465 };
/** The width of a table on a page on its side. */
export const tableWidth = paper.height - 2 * margin.sideOfTable;
