import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import ar from '#locales/ar/disposition';
import en from '#locales/en/disposition';
import type { DispositionPaper } from '../review/dispositionPaper.ts';
import { tablePaper } from '../review/testDispositions.ts';
import { LONGEST } from './columns.ts';
import { writeDispositionBook } from './dispositionBook.ts';
import { openWorkbook } from './openWorkbook.ts';

async function filesOf(paper: DispositionPaper): Promise<Record<string, string>> {
  const files = unzipSync(await writeDispositionBook(paper));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

test.each([
  ['ar', ar],
  ['en', en],
] as const)(
  'the workbook in %s has a row for each of the table, with numbers, days, and both wordings',
  async (language, words) => {
    const paper = await tablePaper(language);
    const [sheet, about] = await openWorkbook(await writeDispositionBook(paper));
    const rows = [...(sheet?.rows ?? new Map()).values()].map((cells) => [...cells.values()]);
    expect([sheet?.name, about?.name]).toEqual([words.sheet.name, words.sheet.about]);
    expect(rows).toHaveLength(paper.rows.length + 1);
    const heads = rows[0]?.map((cell) => 'text' in cell && cell.text);
    expect(heads).toEqual(expect.arrayContaining([words.sheet.from, words.sheet.to, words.sheet.why]));
    const declined = rows.find((cells) => cells.some((cell) => 'text' in cell && cell.text === words.did.declined));
    expect(declined).toEqual(
      expect.arrayContaining([
        { number: 1 },
        { day: '2027-03-04' },
        { day: '2027-03-12' },
        { text: 'One-stop service points in remote districts' },
        { text: 'Service points in remote districts' },
        { text: '“One-stop” is the name in the law, and stays.' },
      ]),
    );
    const facts = [...(about?.rows ?? new Map()).values()].flatMap((cells) => [...cells.values()]);
    expect(facts).toEqual(expect.arrayContaining([{ text: 'جمهورية المثال' }, { text: 'Republic of Example' }]));
  },
);

test('it runs in the direction of its language, and each text in its own', async () => {
  const [arabic, english] = [await filesOf(await tablePaper('ar')), await filesOf(await tablePaper('en'))];
  for (const number of [1, 2]) {
    expect(arabic[`xl/worksheets/sheet${number}.xml`]).toContain('rightToLeft="1"');
    expect(english[`xl/worksheets/sheet${number}.xml`]).not.toContain('rightToLeft="1"');
  }
  expect(arabic['xl/worksheets/sheet1.xml']).toMatch(/<pane [^>]*ySplit="1"/);
  for (const files of [arabic, english]) {
    expect(files['xl/styles.xml']).toContain('horizontal="right" readingOrder="2"');
    expect(files['xl/styles.xml']).toContain('horizontal="left" readingOrder="1"');
  }
});

test('a text is a text, whatever it begins with, and what is too long for a cell is said, not cut', async () => {
  const paper = await tablePaper('en');
  const [first, second] = paper.rows;
  if (!first || !second) throw new Error('The table has no rows');
  first.body = 'ط'.repeat(LONGEST + 1);
  second.why = '@SUM(A1)\u0000';
  const files = await filesOf(paper);
  const sheet = files['xl/worksheets/sheet1.xml'] ?? '';
  const strings = files['xl/sharedStrings.xml'] ?? sheet;
  expect(sheet).not.toContain('<f>');
  expect(strings).toContain('=HYPERLINK(');
  expect(strings).toContain('@SUM(A1)[U+0000]');
  expect(strings).toContain(en.sheet.tooLong);
  expect(strings).not.toContain('ط'.repeat(200));
});
