import type { SafePageNode } from '@react-pdf/layout';
import { createElement, Fragment } from 'react';
import type { Plan } from '#plan/schema';
import { codeMark } from '#review/editionCode';
import {
  createEdition,
  type Edition,
  mainLanguage,
  type PrintRequest,
  type Replacement,
  settingsOf,
} from '../edition/edition.ts';
import type { Chapter } from './chapter.tsx';
import { chrome } from './chrome.tsx';
import { chaptersOf } from './document.tsx';
import { hasGlyph, registerFonts } from './fonts.ts';
import { contents, cover, imprint } from './front.tsx';
import { layOut, layOutWell, Press, placesIn, type Written } from './press.ts';
import { textsIn, unprintable } from './text.ts';

/** How far a printing has come: chapters laid out, then pages set. */
type Progress = { step: 'reading' | 'layout' | 'writing'; done: number; total: number };
type Report = (progress: Progress) => void;
export type PrintResult =
  | { ok: true; file: Uint8Array; pages: number; replaced: Replacement[] }
  | ({ ok: false } & Replacement);

/**
 * Prints a plan. A character that the font lacks is shown by its code in a draft and listed in the notes; in an edition
 * that is no draft it is refused, with its field. One that is adopted can’t be mended any more: it is printed as a draft is.
 */
export async function printPlan(request: PrintRequest, report: Report): Promise<PrintResult> {
  report({ step: 'reading', done: 0, total: 1 });
  registerFonts();
  const { layout, extent } = request.options;
  // The cover and the last page are one for the whole document.
  const whole = createEdition(request, layout === 'after' ? 'facing' : layout);
  const replaced = replacements(whole.plan);
  const [first] = replaced;
  if (first && !request.draft && !request.adopted) return { ok: false, ...first };
  const parts = settingsOf(request).map((setting): Part => {
    const edition = createEdition(request, setting, replaced);
    return { edition, prefix: layout === 'after' ? `${setting}-` : '', body: chaptersOf(edition) };
  });
  report({ step: 'reading', done: 1, total: 1 });
  const { about } = request.plan;
  const both = (text: { ar: string; en: string }) =>
    whole.languages
      .map((each) => text[each])
      .filter(Boolean)
      .join(' · ');
  const press = new Press({
    title: both(about.title),
    subject: both(whole.words.both('print.subject')),
    author: both(about.countryName),
    keywords: keywordsOf(whole, both(whole.words.both('print.keywords'))),
    maker: both(whole.words.both('print.maker')),
    language: mainLanguage(whole),
    date: new Date(`${request.date}T00:00:00Z`),
  });
  const most = extent === 'first' ? FIRST : Number.POSITIVE_INFINITY;
  const pieces = await new Composition(press, whole, parts, most, report).writeAll();
  const total = pieces.reduce((sum, { written }) => sum + written.count, 0);
  report({ step: 'writing', done: 0, total });
  await drawChrome(press, pieces, extent === 'first' ? null : total, (done) =>
    report({ step: 'writing', done, total }),
  );
  const file = await press.finish(pieces.map(({ written }) => written));
  return { ok: true, file, pages: total, replaced };
}

/** An adopted edition says there which it is, for a program that looks for it. */
const keywordsOf = ({ adopted }: Edition, words: string): string =>
  adopted ? `${words}, ${codeMark(adopted.code)}` : words;

/** How many pages there are at most where only the first are asked for. */
const FIRST = 10;

/** Every character of a plan’s texts that has no glyph, with the field in which it stands. */
const replacements = (plan: Plan): Replacement[] =>
  [...textsIn(plan)].flatMap(({ path, text }) =>
    unprintable(text, hasGlyph).map((character) => ({ path, character, code: 'noGlyph' as const })),
  );

/** A part of the document that has contents of its own; one language after the other has two. */
type Part = {
  edition: Edition;
  /** What the names of its places begin with. */
  prefix: string;
  /** Its chapters, the notes on the document first. */
  body: readonly Chapter[];
};
/** A piece that is written. A chapter has one or several. */
type Piece = { edition: Edition; chapter: Chapter; written: Written };

/** The document as it is laid out and written, piece by piece, until it has as many pages as are asked for. */
class Composition {
  private readonly total: number;
  private done = 0;
  private count = 0;

  constructor(
    private readonly press: Press,
    private readonly whole: Edition,
    private readonly parts: readonly Part[],
    private readonly most: number,
    private readonly report: Report,
  ) {
    this.total = parts.reduce((sum, { body }) => sum + body.flatMap(elementsOf).length + 1, 2);
  }

  /** @returns the pieces in the order in which they are to stand */
  async writeAll(): Promise<Piece[]> {
    const all = await this.chapter(this.whole, cover(this.whole), '');
    for (const part of this.parts) if (this.count < this.most) all.push(...(await this.part(part)));
    if (this.count < this.most) all.push(...(await this.chapter(this.whole, imprint(this.whole), '')));
    return all;
  }

  /**
   * @param most how many pages the document may have with it
   * @param note is told of each piece’s pages, before they are written
   */
  private async chapter(
    edition: Edition,
    chapter: Chapter,
    prefix: string,
    most = this.most,
    note: (pages: readonly SafePageNode[]) => void = () => {},
  ): Promise<Piece[]> {
    const pieces: Piece[] = [];
    for (const element of elementsOf(chapter)) {
      const laid = await layOutWell(element, prefix);
      const pages = laid.slice(0, Math.max(0, most - this.count));
      if (pages.length === 0) break;
      note(pages);
      pieces.push({ edition, chapter, written: this.press.add(pages, pieces[0]?.written.bookmark) });
      this.step(pages.length);
    }
    return pieces;
  }

  private step(pages: number): void {
    this.done += 1;
    this.count += pages;
    this.report({ step: 'layout', done: this.done, total: this.total });
  }

  /**
   * Lays out each chapter once. The contents come last, when the pages of all others are known; how many pages they take
   * themselves doesn’t depend on the numbers in them, so they are laid out once to be counted and once to be printed.
   */
  private async part({ edition, prefix, body }: Part): Promise<Piece[]> {
    const listed = body.filter(({ listed: place }) => place);
    const list = (pageOf: (id: string) => number | null) => contents(edition, listed, pageOf);
    const length = (await layOut(list(() => null).element, prefix)).length;
    const [notes, ...rest] = body;
    const places = new Map<string, number>();
    const note = (before: number) => (pages: readonly SafePageNode[]) => {
      for (const [id, page] of placesIn(pages, this.count + before)) if (!places.has(id)) places.set(id, page);
    };
    const front = notes ? await this.chapter(edition, notes, prefix, this.most, note(0)) : [];
    const chapters: Piece[] = [];
    const most = this.most - length;
    for (const chapter of rest) {
      if (this.count >= most) break;
      chapters.push(...(await this.chapter(edition, chapter, prefix, most, note(length))));
    }
    const own = list((id) => places.get(`${prefix}${id}`) ?? null);
    const pages = await layOut(own.element, prefix);
    const written = this.press.add(pages);
    this.step(pages.length);
    return [...front, { edition, chapter: own, written }, ...chapters];
  }
}

const elementsOf = ({ element, more = [] }: Chapter) => [element, ...more];

/** How many headers and footers are set at a time, between two reports. */
const BATCH = 20;

/** Draws headers and footers. @param of how many pages each page says there are; null where that isn’t known */
async function drawChrome(
  press: Press,
  pieces: readonly Piece[],
  of: number | null,
  report: (done: number) => void,
): Promise<void> {
  const places = pieces.flatMap(({ written, ...rest }) =>
    Array.from({ length: written.count }, (_, at) => ({ ...rest, page: written.first + at })),
  );
  for (let start = 0; start < places.length; start += BATCH) {
    const batch = places.slice(start, start + BATCH);
    const elements = batch.map(({ edition, chapter }, index) => chrome(edition, chapter, start + index + 1, of));
    const chromes = await layOut(createElement(Fragment, null, elements));
    batch.forEach(({ chapter, page }, index) => {
      const own = chromes[index];
      if (own && !chapter.bare) press.drawOnto(page, own);
    });
    report(start + batch.length);
  }
}
