import type { EditionKind, Extent, Format, Layout } from '#plan/printOptions';
import type { Bilingual } from '#plan/schema';

/** An adopted edition, as anyone may know of it who has its code or one of its files. */
export type VerifiedEdition = {
  country: Bilingual;
  title: Bilingual;
  authority: Bilingual;
  decree: string;
  /** “2027-03-31” */
  adoptedOn: string;
  /** What was recorded of the plan after it: a correction to the record of the same text, or another text. */
  since: 'correction' | 'newer' | null;
  /** How it was printed, where the hash is that of a file that was printed. */
  file: { format: Format; layout: Layout; edition: EditionKind; extent: Extent } | null;
};
