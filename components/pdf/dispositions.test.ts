import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import ar from '#locales/ar/disposition';
import en from '#locales/en/disposition';
import { bundle } from '../../scripts/bundle.mjs';
import { runDispositionProgram } from '../../scripts/dispositionProcess.mjs';
import { tablePaper } from '../review/testDispositions.ts';
import { bare, type Element, objectsOf, popplerPages, run, structureOf, within } from './readBack.ts';

const folder = mkdtempSync(join(tmpdir(), 'dispositions-'));
const fileOf = (language: string) => join(folder, `${language}.pdf`);
const structure = {} as Record<'ar' | 'en', Element>;

beforeAll(async () => {
  await bundle('components/pdf/dispositionProgram.tsx', '.build/dispositions.mjs');
  for (const language of ['ar', 'en'] as const) {
    const paper = await tablePaper(language);
    const { file } = await runDispositionProgram({ root: process.cwd(), as: 'pdf', paper });
    writeFileSync(fileOf(language), file);
    structure[language] = structureOf(objectsOf(fileOf(language)));
  }
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is read aloud where glyphs aren’t drawn in their order: every Arabic text. */
const spoken = (language: 'ar' | 'en') =>
  bare(
    within(structure[language])
      .map(({ actual }) => actual)
      .join('\n'),
  );
const drawn = (language: 'ar' | 'en') => popplerPages(fileOf(language), 'raw').map(bare).join('');

describe.each(['ar', 'en'] as const)('the table in %s', (language) => {
  test('gives back what everybody said, in both scripts', async () => {
    const { rows } = await tablePaper(language);
    const found = { ar: spoken(language), en: drawn(language) };
    const isArabic = /\p{Script=Arabic}/u;
    const texts = rows
      .flatMap(({ body, why, author, place }) => [body, why, author, place])
      .flatMap((text) => text.split('\n'))
      .filter(Boolean);
    expect(texts.length).toBeGreaterThan(20);
    const missing = texts.filter((text) => !found[isArabic.test(text) ? 'ar' : 'en'].includes(bare(text)));
    expect(missing).toEqual([]);
  });

  test('is one that nothing is wrong with, and says its language', () => {
    expect(run('qpdf', ['--check', fileOf(language)])).toContain('No syntax or stream encoding errors found');
    expect([...objectsOf(fileOf(language)).values()].find((each) => each['/Type'] === '/Catalog')?.['/Lang']).toBe(
      `u:${language}`,
    );
    expect(run('pdfinfo', [fileOf(language)])).toMatch(/Tagged: +yes/);
    expect(run('pdfinfo', [fileOf(language)])).toMatch(/Page size: +841/);
  });

  test('is tagged: a heading, a table for each round with heads of columns and rows, and the language of each passage', () => {
    const all = within(structure[language]);
    expect(all.filter(({ role }) => role === 'H1')).toHaveLength(1);
    expect(all.filter(({ role }) => role === 'H2')).toHaveLength(3);
    const tables = all.filter(({ role }) => role === 'Table');
    expect(tables).toHaveLength(3);
    for (const table of tables) {
      const [heads, ...rows] = table.kids;
      expect(heads?.kids.map(({ role, scope }) => `${role} ${scope}`)).toEqual(Array(6).fill('TH Column'));
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows)
        expect(row.kids.map(({ role, scope }) => `${role} ${scope}`.trim())).toEqual([
          'TH Row',
          ...Array(5).fill('TD'),
        ]);
    }
    const other = language === 'ar' ? 'en' : 'ar';
    expect(all.filter(({ role, language: of }) => role === 'P' && of === other).length).toBeGreaterThan(3);
  });
});

test('heads stand again on each page, with the number of pages in the figures of the plan', async () => {
  const pages = popplerPages(fileOf('en'), 'raw');
  expect(pages.length).toBeGreaterThan(1);
  pages.forEach((page, index) => {
    expect(page).toContain(en.columns.said);
    expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
  });
  expect(spoken('ar')).toContain(bare(ar.columns.said));
});

test('a long wording is printed as far as it was changed, and says so', () => {
  const text = drawn('en');
  expect(text).toContain('CHANGED');
  expect(text).not.toContain('word20word21');
  expect(text).toContain(bare(en.paper.cut));
});
