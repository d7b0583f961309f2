import { beforeAll, expect, test } from 'vitest';
import { same } from '#plan/changes';
import { emptyAt, schemaAt } from '#plan/parts';
import { valueAt } from '#plan/places';
import { type Layout, usualPrint } from '#plan/printOptions';
import { inOrder, type Plan, planSchema } from '#plan/schema';
import samplePlan from '../../prisma/seed/samplePlan.json' with { type: 'json' };
import { archive, editable, HandBook, type HandSheet, workbookFiles } from './handmade.ts';
import { openWorkbook } from './openWorkbook.ts';
import { readWorkbook } from './readWorkbook.ts';
import { writeWorkbook } from './workbook.ts';

const plan: Plan = { ...planSchema.parse(samplePlan), languages: ['en', 'ar'] };
const actions = inOrder(plan.actions);
const [first] = actions;
if (!first) throw new Error('The sample plan has no actions');
const count = actions.length;
const uuid = (number: number) => `019f0000-0000-7000-8000-${String(number).padStart(12, '0')}`;

async function written(layout: Layout, of = plan): Promise<HandSheet[]> {
  const request = { plan: of, options: { ...usualPrint, layout }, draft: true, date: '2026-11-25' };
  return editable(await openWorkbook(await writeWorkbook(request)));
}
let facing: HandSheet[];
let arabic: HandSheet[];
beforeAll(async () => {
  facing = await written('facing');
  arabic = await written('ar');
});
/** The first rows of each sheet: those that aren't there say nothing. */
const few = (sheets: readonly HandSheet[], rows = 6) =>
  new HandBook(structuredClone(sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.slice(0, rows) }))));

async function back(from: HandBook) {
  let made = 0;
  const newId = () => {
    made += 1;
    return uuid(made);
  };
  return readWorkbook(from.bytes(), { plan, newId });
}

async function read(from: HandBook) {
  const found = await back(from);
  if (!found.ok) throw new Error(JSON.stringify(found.refusals));
  const isNew = ({ path, value }: { path: string; value: unknown }) =>
    !same(value, valueAt(plan, `plan.${path}`, 'plan') ?? emptyAt(path));
  return { ...found, changes: found.said.filter(isNew) };
}
async function refusals(from: HandBook) {
  const found = await back(from);
  return found.ok ? [] : found.refusals;
}

test('a new row with an action’s number adds an indicator to it, after the last', async () => {
  const from = few(facing);
  const row = from.next('Indicators');
  from
    .put('Indicators', row, 'Action', '٢')
    .put('Indicators', row, 'Indicator (English)', 'Visits made')
    .put('Indicators', row, 'Target', '1,200')
    .put('Indicators', row, 'Frequency', 'Yearly')
    .put('Indicators', row + 1, 'Action', 2)
    .put('Indicators', row + 1, 'Indicator (Arabic)', 'زيارات');
  const { changes } = await read(from);
  const second = actions[1];
  const last = Math.max(...inOrder(second?.indicators ?? {}).map(({ order }) => order));
  expect(changes).toMatchObject([
    {
      path: `actions.${second?.id}.indicators.${uuid(1)}`,
      value: {
        order: last + 1,
        name: { ar: '', en: 'Visits made' },
        target: '1200',
        frequency: 'yearly',
        baseline: '',
      },
      place: `Indicators!A${row}`,
    },
    { path: `actions.${second?.id}.indicators.${uuid(2)}`, value: { order: last + 2, name: { ar: 'زيارات', en: '' } } },
  ]);
  for (const { path, value } of changes) expect(schemaAt(path)?.parse(value)).toEqual(value);
});

test('a new row adds funding, too; one without an action’s number is refused', async () => {
  const from = few(facing);
  const row = from.next('Money');
  from
    .put('Money', row, 'Source (Arabic)', 'مانح')
    .put('Money', row, 'Amount', 5000.5)
    .put('Money', row, 'State', 'مؤمَّن');
  expect(await refusals(from)).toEqual([{ path: '', code: 'noAction', values: { place: `Money!D${row}` } }]);
  const { changes } = await read(from.put('Money', row, 'Action', 1));
  expect(changes).toMatchObject([
    {
      path: `actions.${first.id}.funding.${uuid(1)}`,
      value: { source: { ar: 'مانح', en: '' }, amount: '5000.5', status: 'secured', year: null },
    },
  ]);
  expect(await refusals(from.put('Money', row, 'Action', 99))).toMatchObject([
    { code: 'unknownAction', values: { number: 99 } },
  ]);
});

test('a new action needs a title, and can have indicators in the same file by the number it is given', async () => {
  const from = few(facing);
  const [row, child] = [from.next('Actions'), from.next('Indicators')];
  from.put('Actions', row, 'Cost', 100).put('Actions', row, 'No.', count + 1);
  expect(await refusals(from)).toMatchObject([{ code: 'noTitle', values: { place: `Actions!K${row}` } }]);
  from
    .put('Actions', row, 'Title (Arabic)', 'إجراء جديد')
    .put('Indicators', child, 'Action', count + 1)
    .put('Indicators', child, 'Indicator (English)', 'Its indicator');
  const { changes } = await read(from);
  expect(changes).toHaveLength(1);
  expect(changes[0]).toMatchObject({
    path: `actions.${uuid(1)}`,
    value: {
      order: Math.max(...actions.map(({ order }) => order)) + 1,
      title: { ar: 'إجراء جديد', en: '' },
      cost: '100',
      indicators: { [uuid(2)]: { order: 1, name: { ar: '', en: 'Its indicator' } } },
    },
  });
  expect(schemaAt(changes[0]?.path ?? '')?.parse(changes[0]?.value)).toEqual(changes[0]?.value);
});

test('a row in which nothing was typed is no row, and what is wrong in a new one is refused with its cell', async () => {
  const from = few(facing);
  const row = from.next('Indicators');
  from.put('Indicators', row, 'Action', 1).put('Indicators', row + 1, 'Unit (English)', '   ');
  expect((await read(from)).changes).toEqual([]);
  from.put('Indicators', row, 'Target', 'many');
  expect(await refusals(from)).toEqual([
    { path: '', code: 'notNumber', values: { text: 'many', place: `Indicators!I${row}` } },
  ]);
  const decision = few(facing);
  decision.put('Choices by area', 7, 'Reason (English)', 'Because');
  expect(await refusals(decision)).toMatchObject([{ code: 'noNewRow', values: { place: 'Choices by area!G7' } }]);
});

test('a row that lost its path doesn’t become a new entry beside the old one', async () => {
  const head = 'Place in the plan';
  const paths = few(facing).sheet('Indicators').rows[1]?.[0] as { text: string };
  expect(await refusals(few(facing).put('Indicators', 2, head, null))).toEqual([
    { path: '', code: 'lostPath', values: { place: 'Indicators!A2', path: paths.text } },
  ]);
  expect(await refusals(few(facing).put('Actions', 2, head, null))).toMatchObject([{ code: 'lostPath' }]);
});

test('a path that the plan doesn’t have, and one that stands twice, are refused with their cells', async () => {
  const head = 'Place in the plan';
  const [wrong, other] = [`actions.${uuid(9)}`, few(facing).sheet('Indicators').rows[1]?.[0] ?? null];
  expect(await refusals(few(facing).put('Actions', 3, head, wrong))).toEqual([
    { path: '', code: 'unknownPath', values: { text: `${wrong.slice(0, 40)}…`, place: 'Actions!A3' } },
  ]);
  expect(await refusals(few(facing).put('Actions', 3, head, other))).toMatchObject([{ code: 'unknownPath' }]);
  const twice = few(facing);
  twice.sheet('Money').rows[4] = structuredClone(twice.sheet('Money').rows[1] ?? []);
  expect(await refusals(twice)).toMatchObject([
    { code: 'duplicateRow', values: { place: 'Money!A5', other: 'Money!A2' } },
  ]);
});

test('rows that were sorted without their first column are found out', async () => {
  const from = few(facing);
  const { rows } = from.sheet('Actions');
  const [a, b] = [rows[1] ?? [], rows[2] ?? []];
  [a[0], b[0]] = [b[0] ?? null, a[0] ?? null];
  expect(await refusals(from)).toMatchObject([
    { code: 'mismatchedRow', values: { place: 'Actions!B2', found: '1', expected: '2' } },
    { code: 'mismatchedRow', values: { place: 'Actions!B3', found: '2', expected: '1' } },
  ]);
  const whole = few(facing);
  whole.sheet('Choices by area').rows.splice(1, 4, ...whole.sheet('Choices by area').rows.slice(1, 5).reverse());
  expect((await read(whole)).changes).toEqual([]);
});

test('rows that are taken out, or emptied but for their first column, change nothing', async () => {
  const from = few(facing);
  from.sheet('Actions').rows.splice(2, 1);
  const row = from.sheet('Actions').rows[1] ?? [];
  from.sheet('Actions').rows[1] = row.slice(0, 1);
  expect((await read(from)).changes).toEqual([]);
});

test.each(['facing', 'ar', 'en', 'after'] as const)(
  'columns are found wherever they were moved (%s)',
  async (layout) => {
    for (const languages of [
      ['ar', 'en'],
      ['en', 'ar'],
    ] as const) {
      const sheets = await written(layout, { ...plan, languages: [...languages] as Plan['languages'] });
      const from = new HandBook(
        sheets.slice(0, 4).map(({ name, rows }) => ({ name, rows: rows.map((row) => row.toReversed()) })),
      );
      const { changes, ignoredColumns, said } = await read(from);
      expect([changes, ignoredColumns]).toEqual([[], []]);
      expect(said.length).toBeGreaterThan(2000);
    }
  },
);

test('a column that was taken out says nothing; one that was added is told of and left out', async () => {
  const from = few(facing);
  const at = from.column('Actions', 'Cost');
  for (const row of from.sheet('Actions').rows) row.splice(at, 1);
  for (const [index, row] of from.sheet('Indicators').rows.entries()) row.push(index === 0 ? 'Our remarks' : 'x', 'y');
  for (const row of from.sheet('Indicators').rows.slice(0, 1)) row[row.length - 1] = null;
  from.sheets.push({ name: 'Budget', rows: [[null, 'a', 'b']] });
  const { said, changes, ignoredColumns } = await read(from);
  expect(said.some(({ path }) => path.endsWith('.cost'))).toBe(false);
  expect(changes).toEqual([]);
  expect(ignoredColumns).toEqual(['Our remarks (Indicators!N)', 'Indicators!O', 'Budget!B:C']);
});

test('a head that stands twice is refused, since nobody can know which column counts', async () => {
  const from = few(facing);
  for (const row of from.sheet('Actions').rows) row.push(structuredClone(row[2] ?? null));
  expect(await refusals(from)).toEqual([
    {
      path: '',
      code: 'duplicateColumn',
      values: { place: 'Actions!P1', other: 'Actions!C1', head: 'Title (English)' },
    },
  ]);
});

test('a sheet is found under another name, and below a title; an Arabic one says Arabic texts', async () => {
  const from = few(arabic);
  from.sheet('المؤشرات').name = 'Our indicators';
  from.sheet('الإجراءات').rows.unshift(['وزارة الداخلية'], []);
  from.sheet('الإجراءات').rows[3]?.splice(2, 1, 'عنوان');
  expect((await read(from)).changes).toEqual([
    { path: `actions.${first.id}.title.ar`, value: 'عنوان', place: 'الإجراءات!C4' },
  ]);
});

test('without the column of paths, or any sheet of the plan, nothing is read', async () => {
  const from = few(facing);
  for (const row of from.sheet('Money').rows) row.shift();
  expect(await refusals(from)).toMatchObject([{ code: 'noPathColumn', values: { place: 'Money!A1' } }]);
  expect(await refusals(new HandBook([{ name: 'Sheet1', rows: [['a']] }]))).toMatchObject([{ code: 'noPlanSheet' }]);
});

test('cells that were merged are refused: all but the first would be empty', async () => {
  const from = few(facing);
  from.sheet('Actions').after = '<mergeCells><mergeCell ref="G2:G4"/></mergeCells>';
  expect(await refusals(from)).toEqual([{ path: '', code: 'merged', values: { place: 'Actions!G2' } }]);
  from.sheet('Actions').after = '<mergeCells><mergeCell ref="A50:G50"/></mergeCells>';
  expect((await read(from)).changes).toEqual([]);
});

test('rows, columns and sheets that were hidden count like any others', async () => {
  const from = few(facing).put('Actions', 3, 'Cost', 7);
  const hidden = workbookFiles(from.sheets).map(({ name, content }) => ({
    name,
    content: String(content)
      .replace('<sheetData>', '<cols><col min="1" max="15" hidden="1"/></cols><sheetData>')
      .replaceAll('<row r="3"', '<row r="3" hidden="1"')
      .replaceAll('<sheet name', '<sheet state="veryHidden" name'),
  }));
  const found = await readWorkbook(archive(hidden), { plan, newId: () => '' });
  expect(found.ok && found.said.find(({ place }) => place === 'Actions!K3')?.value).toBe('7');
});

test('at most twenty refusals are told at once', async () => {
  const from = few(facing, 33);
  for (let row = 2; row <= 33; row += 1) from.put('Actions', row, 'Start', 'soon');
  expect(await refusals(from)).toHaveLength(20);
});
