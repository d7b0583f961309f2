import type { Bilingual } from '#plan/schema';

/** What an adopted edition says of itself in print: who adopted it and when, and how it is known again. */
export type AdoptedEdition = {
  authority: Bilingual;
  /** Its number and date as the country writes them, or ''. */
  decree: string;
  /** ISO 8601 */
  adoptedOn: string;
  /** The SHA-256 of the document that was adopted: with a public edition too, that of the whole. */
  code: string;
  /** Where anyone can check it, without a language: “https://plans.example/verify”. */
  address: string;
};
