import type { Language } from '#plan/schema';

/** What a cell holds: a text of the interface, one that people wrote, a number, or a day (ISO 8601). */
export type Content =
  | { words: string }
  | { text: string; language?: Language }
  | { number: number }
  | { moment: string };

/** A sheet with a head for each column, and rows as long as the heads. */
export type TableSheet = { name: string; columns: { head: string; width: number }[]; rows: Content[][] };

/** A sheet that says what a file is: its title, then facts by their names. */
export type AboutSheet = {
  name: string;
  title: string;
  facts: { name: string; value: string; language?: Language }[];
};

/** A workbook of tables in the words of one language, with all that it takes to write it. */
export type Book = {
  language: Language;
  tables: TableSheet[];
  about: AboutSheet;
  /** What stands in place of a text that no cell takes. */
  tooLong: string;
};
