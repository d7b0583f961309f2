import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { normalize } from '#catalogue/search';
import arPrint from '#locales/ar/print';
import enPrint from '#locales/en/print';
import { budget } from '#plan/budget';
import { usualPrint } from '#plan/printOptions';
import { emptyPlan, type Plan, planSchema } from '#plan/schema';
import samplePlan from '../../prisma/seed/samplePlan.json' with { type: 'json' };
import { createEdition } from '../edition/edition.ts';
import { LONGEST, tablesOf } from './columns.ts';
import { headOf, pathHead, sheetsOf } from './sheets.ts';
import { writeWorkbook } from './workbook.ts';

const plan = planSchema.parse(samplePlan);
const request = (of: Plan) => ({ plan: of, options: usualPrint, draft: true, date: '2026-11-25' });
const sheetsFor = (of: Plan) => sheetsOf(createEdition(request(of), 'facing'));

/** The files of a workbook, as text. */
async function filesOf(of: Plan): Promise<Record<string, string>> {
  const files = unzipSync(await writeWorkbook(request(of)));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}
let files: Record<string, string>;
beforeAll(async () => {
  files = await filesOf(plan);
});

test('actions, indicators, funding and decisions have a sheet each, with a row for each of them, found by its path', () => {
  const sheets = sheetsFor(plan);
  const rows = sheets.map((sheet) => sheet.rows.length);
  const all = Object.values(plan.actions);
  const count = (list: 'indicators' | 'funding') =>
    all.reduce((sum, action) => sum + Object.keys(action[list]).length, 0);
  expect(rows).toEqual([all.length, count('indicators'), count('funding'), 72]);
  const paths = sheets.flatMap((sheet) => sheet.rows.map(([cell]) => cell && 'text' in cell && cell.text));
  expect(new Set(paths).size).toBe(paths.length);
  for (const { columns, rows: cells } of sheets) for (const row of cells) expect(row).toHaveLength(columns.length);
});

test('sums are numbers that add up to the plan’s, and days are days', () => {
  const [actions] = sheetsFor(plan);
  const amounts = actions?.rows.map(
    (row) => row.flatMap((cell) => (cell && 'amount' in cell ? [cell.amount] : []))[0] ?? 0,
  );
  expect(amounts?.reduce((sum, cost) => sum + cost, 0)).toBe(Number(budget(plan).currencies[0]?.cost));
  expect(actions?.rows[0]?.filter((cell) => cell && 'day' in cell)).toHaveLength(2);
  // A cell without a type is a number, and so is a day.
  expect(files['xl/worksheets/sheet1.xml']).toMatch(/<c r="[A-Z]+2"[^>]*><v>420000<\/v>/);
});

test('sheets of an Arabic workbook run from right to left, and their heads stay where they are', () => {
  for (const number of [1, 2, 3, 4]) {
    const sheet = files[`xl/worksheets/sheet${number}.xml`];
    expect(sheet).toContain('rightToLeft="1"');
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"/);
  }
});

test('a text is a text, whatever it begins with, and what is too long for a cell is said, not cut', async () => {
  const hostile = structuredClone(plan);
  const [first, second] = Object.values(hostile.actions);
  if (!first || !second) throw new Error('The sample plan has no actions');
  first.title = { ar: '=HYPERLINK("http://example.test")', en: '+1\u0000' };
  second.title = { ar: 'ط'.repeat(LONGEST + 1), en: '@SUM(A1)' };
  const written = await filesOf(hostile);
  const sheet = written['xl/worksheets/sheet1.xml'] ?? '';
  expect(sheet).not.toContain('<f>');
  const strings = written['xl/sharedStrings.xml'] ?? sheet;
  expect(strings).toContain('=HYPERLINK(');
  expect(strings).toContain('+1[U+0000]');
  expect(strings).toContain(arPrint.tooLongForCell);
  expect(strings).not.toContain('ط'.repeat(200));
});

test('the first column is locked, without a password; every other cell can be written in, in new rows and columns too', async () => {
  for (const written of [files, await filesOf(emptyPlan())]) {
    const formats = (written['xl/styles.xml'] ?? '').match(/<xf .*?<\/xf>/g) ?? [];
    const isLocked = (format: string | undefined) =>
      !formats[Number(format ?? 0)]?.includes('<protection locked="0"/>');
    for (const number of [1, 2, 3, 4]) {
      const sheet = written[`xl/worksheets/sheet${number}.xml`] ?? '';
      expect(sheet).toMatch(/<\/sheetData><sheetProtection sheet="1" [^>]*insertRows="0"[^>]*\/><pageMargins/);
      expect(sheet).not.toContain('password');
      const cells = [...sheet.matchAll(/<c r="([A-Z]+)\d+"(?: s="(\d+)")?/g)];
      for (const [, column, format] of cells) expect(isLocked(format)).toBe(column === 'A');
      const columns = [...sheet.matchAll(/<col [^>]*\/>/g)].map(([column]) => /style="(\d+)"/.exec(column)?.[1]);
      expect(columns.map(isLocked)).toEqual(columns.map((_, at) => at === 0));
      expect(sheet).toContain('max="16384"');
    }
  }
});

test('Arabic cells run from right to left and English ones from left to right', () => {
  expect(files['xl/styles.xml']).toContain('horizontal="right" readingOrder="2"');
  expect(files['xl/styles.xml']).toContain('horizontal="left" readingOrder="1"');
  expect(files['xl/styles.xml']).not.toMatch(/horizontal="(?:left|right)" (?!readingOrder)/);
});

test('the last sheet tells what to do in both languages, the main one first, and where the file comes from', async () => {
  const origin = { planId: '019ee574-aac4-7ef8-b3a9-c90019129c7f', readAt: '2026-11-25T09:30:00.000Z' };
  const entries = unzipSync(await writeWorkbook(request(plan), origin));
  const text = (name: string) => strFromU8(entries[name] ?? new Uint8Array());
  expect(text('xl/workbook.xml')).toMatch(new RegExp(`name="${arPrint.sheets.about}"/></sheets>`));
  expect(text('xl/worksheets/sheet5.xml')).toContain('rightToLeft="1"');
  const strings = text('xl/sharedStrings.xml');
  const told = [arPrint.sheets.howTo, arPrint.sheets.send, enPrint.sheets.howTo, origin.planId, origin.readAt];
  const places = told.map((line) => strings.indexOf(`>${line}<`));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places[0]).toBeGreaterThan(0);
});

test('no two columns of a sheet have heads that are taken for each other, in whichever language', () => {
  const edition = createEdition(request(plan), 'facing');
  for (const { columns } of tablesOf(edition))
    for (const main of ['ar', 'en'] as const) {
      const heads = columns.flatMap((column) =>
        (column.isText ? (['ar', 'en', null] as const) : [null]).map((language) =>
          normalize(headOf(edition, column, main, language)),
        ),
      );
      expect(new Set([...heads, normalize(pathHead(edition, main))]).size).toBe(heads.length + 1);
    }
});

test('texts that are names of the language’s own, or look like codes of signs, stay what they are', async () => {
  const odd = structuredClone(plan);
  const [first, second] = Object.values(odd.actions);
  if (!first || !second) throw new Error('The sample plan has no actions');
  first.title = { ar: '__proto__', en: 'constructor' };
  second.title = { ar: '_x0041_', en: 'a\ufffdb' };
  const strings = (await filesOf(odd))['xl/sharedStrings.xml'];
  for (const text of ['__proto__\u200e', 'constructor\u200e', '_x005F_x0041_', 'a[U+FFFD]b'])
    expect(strings).toContain(`>${text}<`);
});

test('an empty plan makes a workbook too', async () => {
  expect(Object.keys(await filesOf(emptyPlan()))).toContain('xl/workbook.xml');
});
