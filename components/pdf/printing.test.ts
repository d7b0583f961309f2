import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layouts } from '#plan/layouts';
import { type Language, planSchema } from '#plan/schema';
import { print } from '../../scripts/print.mjs';
import {
  unpaired,
  bare,
  type Element,
  linesOf,
  objectsOf,
  openPdf,
  type Piece,
  piecesOf,
  popplerPages,
  run,
  standsIn,
  structureOf,
  unmarked,
  within,
  wordsIn,
} from './readBack.ts';
import { paragraphs, textsIn } from './text.ts';

const plan = planSchema.parse(JSON.parse(readFileSync('prisma/seed/samplePlan.json', 'utf8')));
const folder = mkdtempSync(join(tmpdir(), 'print-test-'));
type Printed = {
  file: string;
  pages: number;
  pdf: PDFDocumentProxy;
  pieces: Piece[][];
  objects: ReturnType<typeof objectsOf>;
  structure: Element;
};
const printed = {} as Record<(typeof layouts)[number], Printed>;

beforeAll(async () => {
  for (const layout of layouts) {
    const file = join(folder, `${layout}.pdf`);
    const { pages } = await print({ plan, layout, out: file, date: '2026-11-25' });
    const pdf = await openPdf(file);
    const objects = objectsOf(file);
    printed[layout] = { file, pages, pdf, pieces: await piecesOf(pdf), objects, structure: structureOf(objects) };
  }
}, 300_000);
afterAll(async () => {
  await Promise.all(Object.values(printed).map(({ pdf }) => pdf.loadingTask.destroy()));
  rmSync(folder, { recursive: true, force: true });
});

/** Every paragraph of the plan in a language, with its path. */
const textsOf = (language: Language) =>
  [...textsIn(plan)]
    .filter(({ path }) => path.endsWith(`.${language}`))
    .flatMap(({ path, text }) => paragraphs(text).map((paragraph) => ({ path, paragraph })));
const missingFrom = (pages: readonly string[], language: Language) => {
  const bared = pages.map(bare);
  return textsOf(language).filter(({ paragraph }) => !standsIn(bared, bare(paragraph)));
};
const has = (layout: string, language: Language) => layout === 'facing' || layout === language;

describe.each(layouts)('the sample plan, layout %s,', (layout) => {
  it.runIf(has(layout, 'en'))('gives back every English text, whole and in order, to poppler and to pdf.js', () => {
    const { file, pieces } = printed[layout];
    expect(missingFrom(popplerPages(file, 'raw'), 'en')).toEqual([]);
    expect(missingFrom(pieces.map((page) => page.map(({ text }) => text).join('\n')), 'en')).toEqual([]);
  });

  it.runIf(has(layout, 'ar'))('gives every Arabic text, whole and in order, to who has it read aloud', () => {
    const spoken = within(printed[layout].structure)
      .map(({ actual }) => actual)
      .join('\n');
    expect(missingFrom([spoken], 'ar')).toEqual([]);
  });

  it.runIf(has(layout, 'ar'))('gives back Arabic text', { timeout: 300000 }, () => {
    const { file, pieces } = printed[layout];
    const all = textsOf('ar');
    const lines = pieces.map((page) => linesOf(page).join('\n'));
    for (const [name, f] of [['b', bare], ['unp', (x: string) => unpaired(bare(x))], ['unm', (x: string) => unmarked(unpaired(bare(x)))]] as const)
      for (const [r, ps] of [['js', lines], ['pop', popplerPages(file, 'read')]] as const) {
        const b = ps.map(f);
        const miss = all.filter(({ paragraph }) => !standsIn(b, f(paragraph)));
        console.log(r, name, (1 - miss.length / all.length).toFixed(4), miss.slice(0, 5).map((x) => x.paragraph.slice(0, 200)));
      }
    void file; void wordsIn; void run;
  });
});
