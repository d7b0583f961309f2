import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyPlan } from '#plan/schema';
import { archive, handmade, type Packed, workbookFiles } from './handmade.ts';
import { readWorkbook } from './readWorkbook.ts';

const sheet = { name: 'Actions', rows: [['Place in the plan', 'Title (English)']] };
const files = () => workbookFiles([sheet]);
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const text = (value: string) => new TextEncoder().encode(value);

async function refusal(bytes: Uint8Array) {
  const begun = performance.now();
  const before = process.memoryUsage().arrayBuffers;
  const read = await readWorkbook(bytes, { plan: emptyPlan(), newId: () => '' });
  // What it costs to say no: a moment, and no more memory than the file itself asks for.
  expect(performance.now() - begun).toBeLessThan(10_000);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(80_000_000);
  return read.ok ? null : (read.refusals[0] ?? null);
}
/** The usual files with some changed or added, by their names. */
const withFiles = (...changed: Packed[]) =>
  archive([...files().filter(({ name }) => changed.every((one) => one.name !== name)), ...changed]);
const sheetOf = (content: string): Packed => ({ name: 'xl/worksheets/sheet1.xml', content });
const rowsOf = (rows: string) => sheetOf(`<worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`);

test('a plain workbook made by hand is read', async () => {
  expect(await refusal(archive(files()))).toBeNull();
});

test.each([
  ['an old workbook (.xls)', 'xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
  ['a list of values (.csv)', 'text', text('path,title\nactions.1,"x"\n')],
  ['a picture', 'other', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0])],
  ['nothing', 'other', new Uint8Array()],
  [
    'an OpenDocument sheet (.ods)',
    'ods',
    archive([
      { name: 'mimetype', content: 'x' },
      { name: 'content.xml', content: '<x/>' },
    ]),
  ],
  ['a workbook with macros (.xlsm)', 'macros', withFiles({ name: 'xl/vbaProject.bin', content: 'x' })],
  ['a binary workbook (.xlsb)', 'binary', withFiles({ name: 'xl/workbook.bin', content: 'x' })],
  ['any other archive', 'other', archive([{ name: 'a.txt', content: 'x' }])],
])('%s is refused, with what it is', async (_, kind, bytes) => {
  expect(await refusal(bytes)).toEqual({ path: '', code: 'wrongKind', values: { kind } });
});

test('a text document, and a workbook that says it has macros, aren’t taken for workbooks', async () => {
  const types = (type: string) => ({
    name: '[Content_Types].xml',
    content: `<Types xmlns="x"><Override PartName="/xl/workbook.xml" ContentType="application/${type}.main+xml"/></Types>`,
  });
  const document = withFiles(types('vnd.openxmlformats-officedocument.wordprocessingml.document'));
  expect(await refusal(document)).toMatchObject({ values: { kind: 'other' } });
  const macros = withFiles(types('vnd.ms-excel.sheet.macroEnabled'));
  expect(await refusal(macros)).toMatchObject({ values: { kind: 'macros' } });
});

test('a file that a password locks is refused as such', async () => {
  const locked = Buffer.concat([
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);
  expect(await refusal(new Uint8Array(locked))).toMatchObject({ code: 'encrypted' });
  expect(await refusal(withFiles({ name: 'x', content: 'x', says: { flags: 1 } }))).toMatchObject({
    code: 'encrypted',
  });
});

test('a file over ten megabytes is refused before it is looked into', async () => {
  expect(await refusal(new Uint8Array(10_000_001))).toEqual({ path: '', code: 'tooLarge', values: { limit: 10 } });
});

test('what unpacks to too much is refused by its directory, before anything is unpacked', async () => {
  const zeros = new Uint8Array(3_000_000);
  expect(await refusal(withFiles({ name: 'a', content: zeros }))).toMatchObject({ code: 'unpacksTooLarge' });
  const noise = (name: string) => ({ name, content: 'x', says: { size: 21_000_000, method: 0 } });
  expect(await refusal(withFiles(noise('a'), noise('b')))).toMatchObject({
    code: 'unpacksTooLarge',
    values: { limit: 40 },
  });
});

test('a file that unpacks to more than its directory says is stopped there', async () => {
  const bomb = { ...rowsOf(' '.repeat(50_000_000)), says: { size: 20_000 } };
  expect(await refusal(withFiles(bomb))).toMatchObject({ code: 'damaged' });
  expect(await refusal(withFiles({ ...rowsOf(''), says: { size: 1_000_000 } }))).toMatchObject({ code: 'damaged' });
});

test('too many files, and names that lead out of the archive, are refused', async () => {
  const many = Array.from({ length: 200 }, (_, index) => ({ name: `f${index}`, content: 'x' }));
  expect(await refusal(withFiles(...many))).toMatchObject({ code: 'tooManyEntries', values: { limit: 200 } });
  for (const name of ['/etc/passwd', '../x', 'xl/../../x', '\\x', 'C:\\x', 'xl\\..\\x', 'a\u0000b'])
    expect(await refusal(withFiles({ name, content: 'x' }))).toMatchObject({ code: 'unsafeName' });
});

test('an archive that is cut, has a file twice, or was changed on its way is refused as damaged', async () => {
  const whole = archive(files());
  expect(await refusal(whole.subarray(0, whole.length - 10))).toMatchObject({ code: 'damaged' });
  expect(await refusal(whole.subarray(0, 100))).toMatchObject({ code: 'damaged' });
  const twice = archive([...files(), { name: 'XL/workbook.xml', content: 'x' }]);
  expect(await refusal(twice)).toMatchObject({ code: 'damaged' });
  for (let at = 30; at < whole.length; at += 37) {
    const changed = whole.slice();
    changed[at] = (changed[at] ?? 0) ^ 0x55;
    // Some bytes, such as the time of a file, mean nothing to a reader.
    const found = await refusal(changed);
    if (found)
      expect(found.code).toMatch(/^(?:damaged|wrongKind|encrypted|unpacksTooLarge|unsafeName|tooManyEntries)$/);
  }
});

test('a document type is refused, so no entity is ever expanded or fetched', async () => {
  const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
  for (const name of ['xl/workbook.xml', 'xl/worksheets/sheet1.xml', '_rels/.rels', 'xl/styles.xml']) {
    const content = files().find((one) => one.name === name)?.content;
    expect(await refusal(withFiles({ name, content: `${laughs}${content}` }))).toMatchObject({ code: 'doctype' });
  }
});

test('XML that is broken, too deep, in one endless piece, or of no known encoding is refused', async () => {
  for (const content of [
    '<worksheet>',
    'text',
    `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`,
    `<worksheet ${MAIN}><!--${Array.from({ length: 400_000 }, (_, index) => index).join(' ')}--></worksheet>`,
    `<worksheet ${MAIN}>&a;</worksheet>`,
  ])
    expect(await refusal(withFiles(sheetOf(content)))).toMatchObject({ code: 'damaged' });
  const latin = {
    name: 'xl/worksheets/sheet1.xml',
    content: Uint8Array.from([0x3c, 0x61, 0x3e, 0xe9, 0x3c, 0x2f, 0x61, 0x3e]),
  };
  expect(await refusal(withFiles(latin))).toMatchObject({ code: 'damaged' });
});

test('cells that point nowhere or stand nowhere are refused', async () => {
  for (const cell of [
    '<c r="A2" t="s"><v>5</v></c>',
    '<c r="A2" t="s"><v>x</v></c>',
    '<c r="2A"><v>5</v></c>',
    '<c r="A2"><v>1e999</v></c>',
    '<c r="A2" t="zz"><v>1</v></c>',
  ])
    expect(await refusal(withFiles(rowsOf(`<row r="2">${cell}</row>`)))).toMatchObject({ code: 'damaged' });
});

test('a cell far out costs nothing, and is refused with its place', async () => {
  const far = (address: string) =>
    withFiles(rowsOf(`<row r="${address.replace(/\D/g, '')}"><c r="${address}"><v>1</v></c></row>`));
  expect(await refusal(far('A1048576'))).toEqual({
    path: '',
    code: 'tooManyRows',
    values: { limit: 5_000, place: 'Actions!A1048576' },
  });
  expect(await refusal(far('XFD1'))).toMatchObject({ code: 'tooManyColumns', values: { place: 'Actions!XFD1' } });
  const empty = withFiles(rowsOf('<row r="1048576"><c r="XFD1048576"/></row>'));
  expect(await refusal(empty)).toMatchObject({ code: 'noPlanSheet' });
});

test('too many sheets and too many elements are refused', async () => {
  const sheets = Array.from({ length: 21 }, (_, index) => ({ name: `S${index}`, rows: [] }));
  expect(await refusal(handmade(sheets))).toMatchObject({ code: 'tooManySheets', values: { limit: 20 } });
  let cells = '';
  for (let index = 0; index < 150_000; index += 1)
    cells += `<c r="A${(index % 4000) + 1}"/><c/><c s="${index}"/><x/><y/><z/><w/>`;
  expect(await refusal(withFiles(rowsOf(`<row r="1">${cells}</row>`)))).toMatchObject({ code: 'tooMuch' });
});

test('sheets whose parts are missing or outside the file are refused', async () => {
  const without = (name: string) => archive(files().filter((one) => one.name !== name));
  for (const name of ['_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/worksheets/sheet1.xml'])
    expect(await refusal(without(name))).toMatchObject({ code: 'damaged' });
  const relations = files().find(({ name }) => name === 'xl/_rels/workbook.xml.rels')?.content as string;
  const outside = relations.replace('Target="worksheets', 'TargetMode="External" Target="http://example.test');
  expect(await refusal(withFiles({ name: 'xl/_rels/workbook.xml.rels', content: outside }))).toMatchObject({
    code: 'damaged',
  });
});

test('whatever stands in its parts, a workbook is read or refused, and nothing else happens', async () => {
  const pieces = fc.oneof(
    fc.constantFrom(
      '<',
      '>',
      '"',
      '&',
      '&amp;',
      '</c>',
      '<c r="A1">',
      '<v>',
      '-1',
      '1e9',
      '__proto__',
      '\u0000',
      'rId9',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  const rows = [
    ['Place in the plan', 'Title (English)', 'Cost', 'Start'],
    ['actions.x', 'a', 5, { day: '2027-01-01' }],
    [null, 'b', { number: 0.5, percent: true as const }, { error: '#N/A' }],
  ];
  const usual = workbookFiles([{ name: 'Actions', rows }]);
  await fc.assert(
    fc.asyncProperty(fc.nat(usual.length - 1), fc.nat(600), fc.nat(8), pieces, async (which, at, cut, piece) => {
      const files = usual.map((file, index) => {
        const content = String(file.content);
        return index === which
          ? { ...file, content: `${content.slice(0, at)}${piece}${content.slice(at + cut)}` }
          : file;
      });
      const read = await readWorkbook(archive(files), { plan: emptyPlan(), newId: () => '' });
      expect(read.ok || read.refusals.length > 0).toBe(true);
    }),
    { numRuns: 300 },
  );
});
