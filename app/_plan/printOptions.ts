import type { Language } from './schema.ts';

/** How the two languages stand: facing each other, one after the other, or one of them alone. */
export const layouts = ['facing', 'after', 'ar', 'en'] as const;
export type Layout = (typeof layouts)[number];

/** As what: to read and hand on, to write on in a word processor, to count with. The name is the file’s ending. */
export const formats = ['pdf', 'docx', 'xlsx'] as const;
export type Format = (typeof formats)[number];

/** For whom: everything, or without what is marked as restricted. */
export const editions = ['full', 'public'] as const;
export type EditionKind = (typeof editions)[number];

/** What stands at the end of a PDF, where it is asked for. */
export const annexes = ['matrix', 'timeline', 'indicators', 'correspondence', 'criteria', 'agencies'] as const;
export type Annex = (typeof annexes)[number];

/** How much of a PDF: all of it, or its first pages, to look at. */
const extents = ['whole', 'first'] as const;
export type Extent = (typeof extents)[number];

/** What a person chooses for a printing. */
export type PrintOptions = {
  layout: Layout;
  format: Format;
  edition: EditionKind;
  annexes: readonly Annex[];
  extent: Extent;
};

/** What is printed where nothing was chosen yet. */
export const usualPrint: PrintOptions = {
  layout: 'facing',
  format: 'pdf',
  edition: 'full',
  annexes,
  extent: 'whole',
};

/** The languages that a layout prints. */
export const languagesOf = (layout: Layout): readonly Language[] =>
  layout === 'ar' || layout === 'en' ? [layout] : ['en', 'ar'];

const oneOf = <T>(known: readonly T[], value: unknown): T | undefined => known.find((each) => each === value);

/** Options as they were sent or kept; what is left out is the usual. @returns null where one of them isn’t known */
export function readPrintOptions(raw: unknown): PrintOptions | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const asked: Record<string, unknown> = { ...usualPrint, ...raw };
  if (Object.keys(asked).some((key) => !Object.hasOwn(usualPrint, key))) return null;
  const layout = oneOf(layouts, asked.layout);
  const format = oneOf(formats, asked.format);
  const edition = oneOf(editions, asked.edition);
  const extent = oneOf(extents, asked.extent);
  if (!layout || !format || !edition || !extent || !Array.isArray(asked.annexes)) return null;
  const list: unknown[] = asked.annexes;
  if (list.length > annexes.length || list.some((each) => !oneOf(annexes, each))) return null;
  return { layout, format, edition, extent, annexes: annexes.filter((annex) => list.includes(annex)) };
}

/** Options as they are stored: by an older edition of the app, perhaps, which knew others. */
export const storedPrintOptions = (stored: unknown): PrintOptions => readPrintOptions(stored) ?? usualPrint;
