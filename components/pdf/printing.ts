import type { SafePageNode } from '@react-pdf/layout';
import { createElement, Fragment } from 'react';
import type { Plan } from '#plan/schema';
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
import { layOut, layOutWell, overlaid, placesIn, write } from './press.ts';
import { textsIn, unprintable } from './text.ts';

/** How far a printing has come: chapters laid out, then pages set. */
export type Progress = { step: 'reading' | 'layout' | 'writing'; done: number; total: number };
type Report = (progress: Progress) => void;
export type PrintResult =
  | { ok: true; file: Uint8Array; pages: number; replaced: Replacement[] }
  | ({ ok: false } & Replacement);

/**
 * Prints a plan. A character that the font lacks is shown by its code in a draft and listed in the notes; in an edition
 * that is no draft it is refused, with its field.
 */
export async function printPlan(request: PrintRequest, report: Report): Promise<PrintResult> {
  report({ step: 'reading', done: 0, total: 1 });
  registerFonts();
  const { layout, extent } = request.options;
  // The cover and the last page are one for the whole document.
  const whole = createEdition(request, layout === 'after' ? 'facing' : layout);
  const replaced = replacements(whole.plan);
  const [first] = replaced;
  if (first && !request.draft) return { ok: false, ...first };
  const parts = settingsOf(request).map((setting): Part => {
    const edition = createEdition(request, setting, replaced);
    return { edition, prefix: layout === 'after' ? `${setting}-` : '', body: chaptersOf(edition) };
  });
  report({ step: 'reading', done: 1, total: 1 });
  const composition = new Composition(whole, parts, extent === 'first' ? FIRST : Number.POSITIVE_INFINITY, report);
  const laidOut = await composition.layOutAll();
  const total = laidOut.reduce((sum, { pages }) => sum + pages.length, 0);
  report({ step: 'writing', done: 0, total });
  const complete = await withChrome(laidOut, total, extent === 'first' ? null : total, report);
  const { about } = request.plan;
  const both = (text: { ar: string; en: string }) =>
    whole.languages
      .map((each) => text[each])
      .filter(Boolean)
      .join(' · ');
  const file = await write(complete, {
    title: both(about.title),
    subject: both(whole.words.both('print.subject')),
    author: both(about.countryName),
    keywords: both(whole.words.both('print.keywords')),
    maker: both(whole.words.both('print.maker')),
    language: mainLanguage(whole),
    date: new Date(`${request.date}T00:00:00Z`),
  });
  report({ step: 'writing', done: total, total });
  return { ok: true, file, pages: total, replaced };
}

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
type LaidOut = { edition: Edition; chapter: Chapter; pages: SafePageNode[] };

/** The document as it is laid out, chapter by chapter, until it has as many pages as are asked for. */
class Composition {
  private readonly total: number;
  private done = 0;
  private count = 0;

  constructor(
    private readonly whole: Edition,
    private readonly parts: readonly Part[],
    private readonly most: number,
    private readonly report: Report,
  ) {
    this.total = parts.reduce((sum, { body }) => sum + body.length + 1, 2);
  }

  async layOutAll(): Promise<LaidOut[]> {
    const all = [await this.chapter(this.whole, cover(this.whole), '')];
    for (const part of this.parts) if (this.count < this.most) all.push(...(await this.part(part)));
    if (this.count < this.most) all.push(await this.chapter(this.whole, imprint(this.whole), ''));
    let left = this.most;
    return all.flatMap(({ pages, ...rest }) => {
      const kept = pages.slice(0, Math.max(0, left));
      left -= kept.length;
      return kept.length > 0 ? [{ ...rest, pages: kept }] : [];
    });
  }

  private async chapter(edition: Edition, chapter: Chapter, prefix: string): Promise<LaidOut> {
    const pages = await layOutWell(chapter.element, prefix);
    this.step(pages.length);
    return { edition, chapter, pages };
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
  private async part({ edition, prefix, body }: Part): Promise<LaidOut[]> {
    const before = this.count;
    const listed = body.filter(({ listed: place }) => place);
    const list = (pageOf: (id: string) => number | null) => contents(edition, listed, pageOf);
    const length = (await layOut(list(() => null).element, prefix)).length;
    const [notes, ...rest] = body;
    const front = notes ? [await this.chapter(edition, notes, prefix)] : [];
    let at = before + length + front.reduce((sum, { pages }) => sum + pages.length, 0);
    const places = new Map<string, number>();
    const note = (pages: readonly SafePageNode[], from: number) => {
      for (const [id, page] of placesIn(pages, from)) if (!places.has(id)) places.set(id, page);
    };
    for (const { pages } of front) note(pages, before);
    const chapters: LaidOut[] = [];
    for (const chapter of rest) {
      if (this.count + length >= this.most) break;
      const laid = await this.chapter(edition, chapter, prefix);
      note(laid.pages, at);
      at += laid.pages.length;
      chapters.push(laid);
    }
    const own = list((id) => places.get(`${prefix}${id}`) ?? null);
    const pages = await layOut(own.element, prefix);
    this.step(pages.length);
    return [...front, { edition, chapter: own, pages }, ...chapters];
  }
}

/** How many headers and footers are set at a time, between two reports. */
const BATCH = 20;

/** @param of how many pages each page says there are; null where that isn’t known */
async function withChrome(
  laidOut: readonly LaidOut[],
  total: number,
  of: number | null,
  report: Report,
): Promise<SafePageNode[][]> {
  const places = laidOut.flatMap(({ pages, ...rest }) => pages.map((page) => ({ ...rest, page })));
  const finished: SafePageNode[] = [];
  for (let start = 0; start < places.length; start += BATCH) {
    const batch = places.slice(start, start + BATCH);
    const elements = batch.map(({ edition, chapter }, index) => chrome(edition, chapter, start + index + 1, of));
    const chromes = await layOut(createElement(Fragment, null, elements));
    batch.forEach(({ chapter, page }, index) => {
      const own = chromes[index];
      finished.push(chapter.bare || !own ? page : overlaid(page, own));
    });
    report({ step: 'writing', done: finished.length, total });
  }
  // Given back chapter by chapter, since each numbers its bookmarks by itself.
  let at = 0;
  return laidOut.map(({ pages }) => {
    const from = at;
    at += pages.length;
    return finished.slice(from, at);
  });
}
