import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Column, cellsOf, columnsOf, readCell, readRow } from './pastedTable.ts';

const fields: Column[] = [
  { name: 'name', kind: 'line', labels: ['Indicator', 'المؤشر'] },
  { name: 'baseline', kind: 'number', labels: ['Baseline', 'خط الأساس'] },
  { name: 'targetYear', kind: 'year', labels: ['Year of the target'] },
  {
    name: 'frequency',
    kind: 'choice',
    labels: ['Frequency'],
    options: [
      { value: 'yearly', label: 'Yearly' },
      { value: 'monthly', label: 'شهريا' },
    ],
  },
];

test('a table of any cells comes back as it was, whatever stands in them', () => {
  const cell = fc
    .array(fc.constantFrom('a', 'كلمة', ' ', '"', '\t', '\n', '12,5'), { maxLength: 6 })
    .map((parts) => parts.join('').trim());
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 5 });
  const quoted = (text: string) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  fc.assert(
    fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, line) => {
      const text = rows.map((row) => row.map(quoted).join('\t')).join(line);
      expect(cellsOf(text)).toEqual(rows.filter((row) => row.some((each) => each !== '')));
    }),
  );
});

test('columns are known by their names in the first row, however they are spelt, or by their order', () => {
  expect(
    columnsOf(
      [
        ['خط الاساس', 'المؤشّر'],
        ['5', 'x'],
      ],
      fields,
    ),
  ).toEqual({ hasHead: true, names: ['baseline', 'name'] });
  expect(columnsOf([['People trained', '5']], fields)).toEqual({ hasHead: false, names: ['name', 'baseline'] });
  expect(columnsOf([], fields)).toEqual({ hasHead: false, names: [] });
  const inBoth = [
    ['نسبة المتدربات', 'Share of trainees', '5', '2030'],
    ['عدد المجالس', 'Councils', '7', '2031'],
  ];
  expect(columnsOf(inBoth, fields).names).toEqual(['name', 'name', 'baseline', 'targetYear']);
});

test('each cell is read as its field is, in the figures and words of either language', () => {
  const [name, baseline, year, frequency] = fields as [Column, Column, Column, Column];
  expect(readCell('نسبة الشباب', name)).toEqual({ value: { ar: 'نسبة الشباب', en: '' } });
  expect(readCell('Share of the young', name)).toEqual({ value: { ar: '', en: 'Share of the young' } });
  expect(readCell('٣٧٫٥', baseline)).toEqual({ value: '37.5' });
  expect(readCell('٢٠٣١', year)).toEqual({ value: 2031 });
  expect(readCell('شهريًّا', frequency)).toEqual({ value: 'monthly' });
  expect(readCell('', frequency)).toBeNull();
  expect(readCell('now and then', frequency)).toEqual({ unread: 'now and then' });
  expect(readCell('many', baseline)).toEqual({ unread: 'many' });
  const date: Column = { name: 'date', kind: 'date', labels: [] };
  for (const typed of ['2027-03-01', '1/3/2027', '١.٣.٢٠٢٧'])
    expect(readCell(typed, date)).toEqual({ value: '2027-03-01' });
  expect(readCell('30/2/2027', date)).toEqual({ unread: '30/2/2027' });
});

test('two columns fill the two languages of one text, and what can’t be read is told by its place', () => {
  const names = ['name', 'name', 'baseline'];
  expect(readRow(['نسبة', 'Share', 'many'], names, fields)).toEqual({
    item: { name: { ar: 'نسبة', en: 'Share' } },
    unread: [{ at: 2, typed: 'many' }],
  });
});
