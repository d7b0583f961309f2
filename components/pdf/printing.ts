import type { SafePageNode } from '@react-pdf/layout';
import { createElement, Fragment } from 'react';
import type { Plan } from '#plan/schema';
import { createEdition, type Edition, mainLanguage, type PrintRequest, type Replacement } from '../edition/edition.ts';
import type { Chapter } from './chapter.tsx';
import { chrome } from './chrome.tsx';
import { chaptersOf } from './document.tsx';
import { hasGlyph, registerFonts } from './fonts.ts';
import { contents, cover } from './front.tsx';
import { layOut, layOutWell, overlaid, placesIn, write } from './press.ts';
import { textsIn, unprintable } from './text.ts';

/** How far a printing has come: chapters laid out, then pages set. */
export type Progress = { step: 'reading' | 'layout' | 'writing'; done: number; total: number };
export type PrintResult =
  | { ok: true; file: Uint8Array; pages: number; replaced: Replacement[] }
  | ({ ok: false } & Replacement);

/**
 * Prints a plan. A character that the font lacks is shown by its code in a draft and listed in the notes; in an edition
 * that is no draft it is refused, with its field.
 */
export async function printPlan(request: PrintRequest, report: (progress: Progress) => void): Promise<PrintResult> {
  report({ step: 'reading', done: 0, total: 1 });
  registerFonts();
  const replaced = replacements(request.plan);
  const [first] = replaced;
  if (first && !request.draft) return { ok: false, ...first };
  const edition = createEdition(request, replaced);
  const body = chaptersOf(edition);
  report({ step: 'reading', done: 1, total: 1 });
  const laidOut = await layOutChapters(edition, body, report);
  const total = laidOut.reduce((sum, { pages }) => sum + pages.length, 0);
  report({ step: 'writing', done: 0, total });
  const complete = await withChrome(edition, laidOut, total, report);
  const { about } = request.plan;
  const both = (text: { ar: string; en: string }) =>
    edition.languages
      .map((each) => text[each])
      .filter(Boolean)
      .join(' · ');
  const file = await write(complete, {
    title: both(about.title),
    subject: both(edition.words.both('print.subject')),
    author: both(about.countryName),
    keywords: both(edition.words.both('print.keywords')),
    maker: both(edition.words.both('print.maker')),
    language: mainLanguage(edition),
    date: new Date(`${request.date}T00:00:00Z`),
  });
  report({ step: 'writing', done: total, total });
  return { ok: true, file, pages: total, replaced };
}

/** Every character of a plan’s texts that has no glyph, with the field in which it stands. */
const replacements = (plan: Plan): Replacement[] =>
  [...textsIn(plan)].flatMap(({ path, text }) =>
    unprintable(text, hasGlyph).map((character) => ({ path, character, code: 'noGlyph' as const })),
  );

type LaidOut = { chapter: Chapter; pages: SafePageNode[] };

/**
 * Lays out each chapter once. The contents come last, when the pages of all others are known; how many pages they take
 * themselves doesn’t depend on the numbers in them, so they are laid out once to be counted and once to be printed.
 */
async function layOutChapters(
  edition: Edition,
  body: readonly Chapter[],
  report: (progress: Progress) => void,
): Promise<LaidOut[]> {
  const total = body.length + 2;
  const pagesOf = new Map<string, SafePageNode[]>();
  for (const [index, chapter] of [cover(edition), ...body].entries()) {
    pagesOf.set(chapter.key, await layOutWell(chapter.element));
    report({ step: 'layout', done: index + 1, total });
  }
  const length = (await layOut(contents(edition, body, () => undefined).element)).length;
  const pages = (key: string) => pagesOf.get(key) ?? [];
  const [notes, ...rest] = body;
  const before = 1 + (notes ? pages(notes.key).length : 0);
  const places = new Map<string, number>();
  const note = (from: ReadonlyMap<string, number>) => {
    for (const [id, page] of from) if (!places.has(id)) places.set(id, page);
  };
  if (notes) note(placesIn(pages(notes.key), 1));
  let at = before + length;
  for (const chapter of rest) {
    note(placesIn(pages(chapter.key), at));
    at += pages(chapter.key).length;
  }
  const list = contents(edition, body, (id) => places.get(id));
  const listed = { chapter: list, pages: await layOut(list.element) };
  report({ step: 'layout', done: total, total });
  const laid = (chapter: Chapter) => ({ chapter, pages: pages(chapter.key) });
  return [laid(cover(edition)), ...(notes ? [laid(notes)] : []), listed, ...rest.map(laid)];
}

/** How many headers and footers are set at a time, between two reports. */
const BATCH = 20;

async function withChrome(
  edition: Edition,
  laidOut: readonly LaidOut[],
  total: number,
  report: (progress: Progress) => void,
): Promise<SafePageNode[][]> {
  const places = laidOut.flatMap(({ chapter, pages }) => pages.map((page) => ({ chapter, page })));
  const finished: SafePageNode[] = [];
  for (let start = 0; start < places.length; start += BATCH) {
    const batch = places.slice(start, start + BATCH);
    const elements = batch.map(({ chapter }, index) => chrome(edition, chapter, start + index + 1, total));
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
