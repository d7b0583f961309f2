import { beforeAll, expect, test } from 'vitest';
import { same } from '#plan/changes';
import { emptyAt } from '#plan/parts';
import { valueAt } from '#plan/places';
import { type Layout, usualPrint } from '#plan/printOptions';
import { inOrder, type Plan, planSchema } from '#plan/schema';
import samplePlan from '../../prisma/seed/samplePlan.json' with { type: 'json' };
import type { ReadSheet } from './cells.ts';
import { LONGEST } from './columns.ts';
import { editable, HandBook, type HandCell } from './handmade.ts';
import { openWorkbook } from './openWorkbook.ts';
import { readWorkbook } from './readWorkbook.ts';
import { writeWorkbook } from './workbook.ts';

const plan: Plan = { ...planSchema.parse(samplePlan), languages: ['en', 'ar'] };
const [first, second] = inOrder(plan.actions);
if (!first || !second) throw new Error('The sample plan has no actions');
const action = `actions.${first.id}`;
const indicator = `${action}.indicators.${inOrder(first.indicators)[0]?.id}`;
const origin = { planId: '019ee574-aac4-7ef8-b3a9-c90019129c7f', readAt: '2026-11-25T09:30:00.000Z' };

const written = async (of: Plan, layout: Layout) =>
  openWorkbook(
    await writeWorkbook({ plan: of, options: { ...usualPrint, layout }, draft: true, date: '2026-11-25' }, origin),
  );
let sheets: ReadSheet[];
beforeAll(async () => {
  sheets = await written(plan, 'facing');
});
/** The first rows of each sheet: those that aren't there say nothing. */
const book = () =>
  new HandBook(
    editable(sheets).map(({ name, rows }) => ({ name, rows: rows.slice(0, name.startsWith('About') ? 99 : 6) })),
  );

const uuid = (number: number) => `019f0000-0000-7000-8000-${String(number).padStart(12, '0')}`;

async function back(from: HandBook, of = plan, bytes = from.bytes()) {
  let made = 0;
  const newId = () => {
    made += 1;
    return uuid(made);
  };
  return readWorkbook(bytes, { plan: of, newId });
}

/** What a workbook says that the plan doesn't: paths with their values, and where. */
async function changes(from: HandBook, of = plan, bytes?: Uint8Array) {
  const read = await back(from, of, bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.refusals));
  return read.said.filter(({ path, value }) => !same(value, valueAt(of, `plan.${path}`, 'plan') ?? emptyAt(path)));
}

async function refusals(from: HandBook, of = plan) {
  const read = await back(from, of);
  return read.ok ? [] : read.refusals;
}

/** What a cell in the second row of a sheet says. */
async function said(sheet: string, head: string, cell: HandCell) {
  const [change, ...others] = await changes(book().put(sheet, 2, head, cell));
  expect(others).toEqual([]);
  return change?.value;
}
const refusedFor = async (sheet: string, head: string, cell: HandCell) => {
  const [refusal, ...others] = await refusals(book().put(sheet, 2, head, cell));
  expect(others).toEqual([]);
  return refusal;
};

test('a cell that is changed says its field, its language and where it stands', async () => {
  const from = book()
    .put('Actions', 2, 'Title (Arabic)', 'عنوان جديد')
    .put('Indicators', 2, 'Target', 75)
    .put('Choices by area', 3, 'Priority', 'high');
  expect(await changes(from)).toEqual([
    { path: `${action}.title.ar`, value: 'عنوان جديد', place: 'Actions!D2' },
    { path: `${indicator}.target`, value: '75', place: 'Indicators!I2' },
    { path: expect.stringMatching(/^decisions\.pve-.*\.priority$/), value: 'high', place: 'Choices by area!F3' },
  ]);
});

test('the plan and the moment that the file tells of are handed on', async () => {
  expect(await back(book())).toMatchObject(origin);
  expect(await back(new HandBook(book().sheets.slice(0, 4)))).toMatchObject({ planId: null, readAt: null });
});

test('a figure counts in whichever digits and kind of cell it is written', async () => {
  for (const cell of [
    1234567.5,
    '1,234,567.50',
    '١٬٢٣٤٬٥٦٧٫٥',
    '۱۲۳۴۵۶۷٫۵',
    { xml: '<c><f>A1*2</f><v>1234567.5</v></c>' },
  ])
    expect(Number(await said('Actions', 'Cost', cell))).toBe(1234567.5);
  expect(await said('Actions', 'Cost', { xml: '<c><v>0.30000000000000004</v></c>' })).toBe('0.3');
  expect(await said('Indicators', 'Baseline', -0.125)).toBe('-0.125');
  expect(await said('Indicators', 'Year of the target', '٢٠٣١')).toBe(2031);
  expect(await changes(book().put('Actions', 2, 'Cost', '٤٢٠٬٠٠٠'))).toEqual([]);
});

test('a figure that the plan can’t have is refused with its cell: no decimal is rounded away', async () => {
  expect(await refusedFor('Actions', 'Cost', 12.345)).toEqual({
    path: `${action}.cost`,
    code: 'notAmount',
    values: { text: '12.345', place: 'Actions!K2' },
  });
  for (const cell of [-5, 'about 400', 1e15, { day: '2027-01-01' }])
    expect(await refusedFor('Actions', 'Cost', cell)).toMatchObject({ code: 'notAmount' });
  expect(await refusedFor('Indicators', 'Target', 0.0000001)).toMatchObject({ code: 'notNumber' });
  expect(await refusedFor('Indicators', 'Year of the target', 2300)).toMatchObject({ code: 'notYear' });
  expect(await refusedFor('Indicators', 'Target', { number: 0.5, percent: true })).toMatchObject({
    code: 'percent',
    values: { text: '50%' },
  });
});

test('a day counts as a real day of either calendar of spreadsheets, and as it is typed', async () => {
  for (const cell of [
    { day: '2027-03-01' },
    '2027-03-01',
    '1/3/2027',
    '١.٣.٢٠٢٧',
    { xml: '<c s="1"><v>46447.75</v></c>' },
  ])
    expect(await said('Actions', 'Start', cell)).toBe('2027-03-01');
  const from1904 = book().put('Actions', 2, 'Start', { xml: '<c s="1"><v>44985</v></c>' });
  const { rows } = from1904.sheet('Actions');
  from1904.sheets.splice(0, 4, { name: 'Actions', rows: [rows[0] ?? [], rows[1] ?? []] });
  from1904.put('Actions', 2, 'End', null);
  const bytes = from1904.bytes('<workbookPr date1904="1"/><ext><x:workbookPr xmlns:x="x" a="1"/></ext>');
  expect((await changes(from1904, plan, bytes)).map(({ value }) => value)).toEqual(['2027-03-01', '']);
});

test('what only looks like a day is refused: a bare number, a day that no month has', async () => {
  for (const cell of [2027, 46447, '31/2/2027', 'spring'])
    expect(await refusedFor('Actions', 'Start', cell)).toMatchObject({ code: 'notDate', path: `${action}.start` });
});

test('a body is found by its name in either language, its acronym, or as it is printed', async () => {
  const id = inOrder(plan.agencies).find(({ acronym }) => acronym === 'MoI')?.id;
  for (const name of ['Ministry of the Interior (MoI)', ' moi ', 'Ministry of the Interior', 'وزارة الداخليه'])
    expect(await said('Actions', 'Lead agency', name)).toBe(id);
  expect(await said('Actions', 'Lead agency', null)).toBe(null);
  const two = await said('Actions', 'Partners', 'MoI؛ MoJ');
  expect(two).toEqual([id, inOrder(plan.agencies).find(({ acronym }) => acronym === 'MoJ')?.id]);
});

test('a comma within a body’s name doesn’t part it, one between names does', async () => {
  const id = (acronym: string) => inOrder(plan.agencies).find((agency) => agency.acronym === acronym)?.id;
  for (const names of [
    'National Prevention Secretariat, Office of the Prime Minister, MoI',
    'الأمانة الوطنية لمنع التطرف العنيف، رئاسة مجلس الوزراء؛ وزارة الداخلية',
  ])
    expect(await said('Actions', 'Partners', names)).toEqual([id('NPS'), id('MoI')]);
});

test('a body that the plan doesn’t have, or has twice, is refused by its name', async () => {
  expect(await refusedFor('Actions', 'Partners', 'MoI; Ministry of Magic')).toMatchObject({
    code: 'unknownAgency',
    path: `${action}.partners`,
    values: { name: 'Ministry of Magic' },
  });
  const twice = structuredClone(plan);
  const twin = { ...inOrder(plan.agencies)[2], order: 99 };
  Object.assign(twice.agencies, {
    [uuid(7)]: planSchema.shape.agencies.parse({ [uuid(7)]: withoutId(twin) })[uuid(7)],
  });
  const from = new HandBook(editable(await written(twice, 'facing')));
  expect(await changes(from, twice)).toEqual([]);
  expect(await refusals(from.put('Actions', 2, 'Lead agency', 'MoI'), twice)).toMatchObject([
    { code: 'ambiguousAgency' },
  ]);
});
const withoutId = ({ id: _, ...rest }: Record<string, unknown>) => rest;

test('recommendations are found by the numbers of their paragraphs, as either language prints them', async () => {
  for (const numbers of ['44 (a), 50 (b)', '44(A); 50 b', '٤٤ (أ)، ٥٠ (ب)'])
    expect(await said('Actions', 'Recommendations it carries out', numbers)).toEqual(['pve-44-a', 'pve-50-b']);
  expect(await said('Actions', 'Recommendations it carries out', 48)).toEqual(['pve-48']);
  expect(await refusedFor('Actions', 'Recommendations it carries out', '44 (z)')).toMatchObject({
    code: 'unknownRecommendation',
    values: { name: '44 (z)' },
  });
});

test('an option is found by its name in either language; a currency in any case', async () => {
  expect(await said('Actions', 'Level', 'محلي')).toBe('local');
  expect(await said('Actions', 'Level', 'LOCAL')).toBe('local');
  expect(await said('Actions', 'Level', null)).toBe('unstated');
  expect(await said('Actions', 'Currency', 'eur')).toBe('EUR');
  expect(await said('Actions', 'Currency', null)).toBe('');
  expect(await refusedFor('Actions', 'Level', 'galactic')).toMatchObject({ code: 'notOption' });
  expect(await refusedFor('Actions', 'Currency', 'dollars')).toMatchObject({ code: 'notCurrency' });
});

test('an empty cell empties its field, and nothing else', async () => {
  for (const [head, value] of [
    ['Title (English)', ''],
    ['Start', ''],
    ['Cost', ''],
    ['Partners', []],
  ] as const)
    expect(await said('Actions', head, null)).toEqual(value);
  expect(await said('Indicators', 'Year of the target', '  ')).toBe(null);
});

test('a text counts as people see it: rich text, links, figures, formulas by their result', async () => {
  const rich = '<c t="inlineStr"><is><r><t>One </t></r><r><rPr><b/></rPr><t>two</t></r><rPh><t>x</t></rPh></is></c>';
  expect(await said('Actions', 'Title (English)', { xml: rich })).toBe('One two');
  const broken = '<c t="inlineStr"><is><t>two_x000D_&#10;lines</t></is></c>';
  const formula = '<c t="str"><f>HYPERLINK("http://example.test","Text")</f><v>Text</v></c>';
  expect(await said('Actions', 'Title (English)', { xml: formula })).toBe('Text');
  expect(await said('Actions', 'Title (English)', 2027)).toBe('2027');
  expect(await said('Actions', 'Title (English)', "'quoted")).toBe("'quoted");
  expect(await said('Actions', 'Title (English)', { xml: broken })).toBe('two lines');
  expect(await said('Actions', 'Expected result (English)', 'two\r\nlines')).toBe('two\nlines');
});

test('an error and a formula that nobody computed are refused, never read as empty', async () => {
  expect(await refusedFor('Actions', 'Cost', { error: '#REF!' })).toEqual({
    path: `${action}.cost`,
    code: 'errorValue',
    values: { error: '#REF!', place: 'Actions!K2' },
  });
  expect(await refusedFor('Actions', 'Cost', { notComputed: true })).toMatchObject({ code: 'notComputed' });
});

test('what a cell couldn’t hold or show isn’t overwritten by what stands there instead', async () => {
  const odd = structuredClone(plan);
  const [one, two] = inOrder(odd.actions).map(({ id }) => odd.actions[id]);
  if (!one || !two) throw new Error('The plan has no actions');
  one.expectedResult.en = 'x'.repeat(LONGEST + 1);
  one.title.en = 'a\u0001b';
  two.title.en = 'constructor';
  two.title.ar = '_x0041_';
  two.cost = '007.50';
  two.start = '2027-02-30';
  const from = () => written(odd, 'facing').then((all) => new HandBook(editable(all)));
  expect(await changes(await from(), odd)).toEqual([]);
  const edited = (await from()).put('Actions', 2, 'Title (English)', 'a[U+0001]b and c');
  expect(await changes(edited, odd)).toMatchObject([{ value: 'a\u0001b and c' }]);
  const [cell] = editable(await written(odd, 'facing'))[0]?.rows[1]?.slice(-2) ?? [];
  const stand = (cell as { text: string }).text;
  const continued = (await from()).put('Actions', 2, 'Expected result (English)', `${stand} and more`);
  expect(await refusals(continued, odd)).toMatchObject([{ code: 'placeholder', path: `${action}.expectedResult.en` }]);
});

test('a decision that the plan doesn’t have yet is said as a whole, and only where something was filled in', async () => {
  const bare: Plan = { ...plan, decisions: {} };
  const from = new HandBook(editable(await written(bare, 'facing')));
  expect(await changes(from, bare)).toEqual([]);
  from.put('Choices by area', 2, 'Decision', 'Adopt as it is').put('Choices by area', 2, 'Reason (Arabic)', 'سبب');
  expect(await changes(from, bare)).toEqual([
    {
      path: expect.stringMatching(/^decisions\.pve-[0-9a-z-]+$/),
      value: expect.objectContaining({ decision: 'adopt', reason: { ar: 'سبب', en: '' }, priority: 'none' }),
      place: 'Choices by area!A2',
    },
  ]);
});
