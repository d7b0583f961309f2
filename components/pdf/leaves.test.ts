import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Link, View } from '@react-pdf/renderer';
import { createElement, type ReactElement } from 'react';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerFonts } from './fonts.ts';
import { linesOf, objectsOf, openPdf, piecesOf, structureOf, within } from './readBack.ts';
import { type LaidOut, laidOut, nodesIn, printed, text, textsOf } from './testSheet.ts';

const folder = mkdtempSync(join(tmpdir(), 'print-leaves-'));
beforeAll(registerFonts);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const box = (props: object, ...children: ReactElement[]) => createElement(View, props, ...children);
const filler = (height: number) => box({ style: { height } }, text('.', 'en'));
const stringsOn = (page: LaidOut | undefined) =>
  textsOf(page ? [page] : []).map(({ lines = [] }) =>
    lines
      .map(({ string }) => string)
      .join('')
      .trim(),
  );
/** Of the 500 points of a page, 420 lie between its margins; a line takes 16. */
const ROOM = 420;

describe('where a page ends', () => {
  it('a heading doesn’t stay behind without what it is the heading of, also inside a box', async () => {
    const heading = text('Heading', 'en', {}, { minPresenceAhead: 40 });
    const pages = await laidOut(filler(ROOM - 40), box({}, box({}, heading, text('First line', 'en'), filler(60))));
    expect(stringsOn(pages[0])).toEqual(['.']);
    expect(stringsOn(pages[1]).slice(0, 2)).toEqual(['Heading', 'First line']);
  });

  it('the white below the last paragraph doesn’t begin another page', async () => {
    const full = box({ style: { marginBottom: 30 } }, box({ style: { marginBottom: 30 } }, filler(ROOM)));
    expect(nodesIn({ type: '', children: await laidOut(full) }).filter(({ type }) => type === 'PAGE')).toHaveLength(1);
    const followed = await laidOut(box({}, full, text('Next', 'en')));
    expect(followed.map((page) => stringsOn(page))).toEqual([['.'], ['Next']]);
  });
});

describe('a printed file', () => {
  const long = Array.from({ length: 160 }, (_, index) => `الجملة رقم ${index + 1} من فقرة طويلة.`).join(' ');
  const place = { id: 'place', lang: 'ar' };
  let structure: ReturnType<typeof structureOf>;
  let objects: ReturnType<typeof objectsOf>;
  let file: Uint8Array;

  beforeAll(async () => {
    const link = createElement(
      Link,
      { src: '#place', alt: 'To the place' } as never,
      text('To the place', 'en', {}, { lang: 'en' }),
    );
    file = await printed(
      link,
      filler(ROOM - 60),
      box({ ...place, role: 'Sect', style: { backgroundColor: '#eeeeee' } }, text(long, 'ar', {}, { lang: 'ar' })),
    );
    const path = join(folder, 'file.pdf');
    writeFileSync(path, file);
    objects = objectsOf(path);
    structure = structureOf(objects);
  });

  it('has a paragraph that goes on overleaf once in its structure, whole and in the order of reading', async () => {
    const pdf = await openPdf(file);
    expect(pdf.numPages).toBeGreaterThan(2);
    const paragraphs = within(structure).filter(({ role, language }) => role === 'P' && language === 'ar');
    expect(paragraphs).toHaveLength(1);
    const [{ actual, marks } = { actual: '', marks: [] }] = paragraphs;
    expect(actual.replace(/\s+/g, ' ').trim()).toBe(long);
    expect(new Set(marks.map((mark) => mark.split('_')[0])).size).toBe(pdf.numPages);
    await pdf.loadingTask.destroy();
  });

  it('leads a link to where a place begins, not to where it goes on', async () => {
    const pdf = await openPdf(file);
    const [page] = (await pdf.getDestination('place')) ?? [];
    const [pieces = []] = (await piecesOf(pdf)).slice(await pdf.getPageIndex(page));
    expect(linesOf(pieces).join(' ')).toContain('الجملة رقم 1 من');
    await pdf.loadingTask.destroy();
  });

  it('has each link in its structure, with its text, its annotation and what it says', () => {
    const links = within(structure).filter(({ role }) => role === 'Link');
    expect(links).toHaveLength(1);
    const [link] = links;
    expect(link?.kids.map(({ role }) => role)).toEqual(['Span']);
    expect(link?.annotations).toHaveLength(1);
    const annotation = objects.get(link?.annotations[0]?.object ?? '') as Record<string, unknown>;
    expect(annotation['/Contents']).toBe('u:To the place');
    expect(annotation['/StructParent']).toEqual(expect.any(Number));
  });

  it('is walked through by keyboard in the order of its structure', () => {
    const pages = [...objects.values()].filter((each) => each['/Type'] === '/Page');
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.filter((page) => page['/Tabs'] !== '/S')).toEqual([]);
  });

  it('has nothing on its pages that is neither in the structure nor said to be decoration', async () => {
    const pdf = await openPdf(file);
    for (const page of await piecesOf(pdf))
      for (const { mark, text: written } of page) expect(mark, written).toMatch(/^p\d+R_mc\d+$/);
    await pdf.loadingTask.destroy();
  });

  it('gives back لا as the letters that were typed, in their order', async () => {
    const pdf = await openPdf(await printed(text('لا')));
    const [pieces = []] = await piecesOf(pdf);
    expect(pieces.map(({ text: each }) => each).join('')).toBe('لا');
    await pdf.loadingTask.destroy();
  });
});
