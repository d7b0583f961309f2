import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import arPrint from '#locales/ar/print';
import { budget } from '#plan/budget';
import { usualPrint } from '#plan/printOptions';
import { emptyPlan, type Plan, planSchema } from '#plan/schema';
import samplePlan from '../../prisma/seed/samplePlan.json' with { type: 'json' };
import { createEdition } from '../edition/edition.ts';
import { LONGEST, sheetsOf } from './sheets.ts';
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

test('an empty plan makes a workbook too', async () => {
  expect(Object.keys(await filesOf(emptyPlan()))).toContain('xl/workbook.xml');
});
