import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';
import { lettersOf, type ReadCell, type ReadSheet } from './cells.ts';

/** A file of an archive for tests; what its directory says of it can be made to lie. */
export type Packed = {
  name: string;
  content: string | Uint8Array;
  says?: { size?: number; flags?: number; method?: number };
};

const u16 = (value: number) => [value & 0xff, (value >> 8) & 0xff];
const u32 = (value: number) => [...u16(value & 0xffff), ...u16(value >>> 16)];

/** A ZIP archive, made by hand. */
export function archive(files: readonly Packed[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  const put = (list: Uint8Array[], ...pieces: Uint8Array[]) => list.push(...pieces);
  for (const { name, content, says = {} } of files) {
    const bytes = Buffer.from(content as string);
    const packed = deflateRawSync(bytes, { level: 1 });
    const title = Buffer.from(name);
    const facts = [
      ...u16(says.flags ?? 0),
      ...u16(says.method ?? 8),
      ...u32(0),
      ...u32(crc32(bytes)),
      ...u32(packed.length),
      ...u32(says.size ?? bytes.length),
      ...u16(title.length),
      ...u16(0),
    ];
    put(parts, Uint8Array.from([...u32(0x04034b50), ...u16(20), ...facts]), title, packed);
    const central = [...u32(0x02014b50), ...u16(20), ...u16(20), ...facts, ...u16(0), ...u16(0), ...u16(0), ...u32(0)];
    put(directory, Uint8Array.from([...central, ...u32(at)]), title);
    at += 30 + title.length + packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count = u16(files.length);
  const end = [...u32(0x06054b50), ...u32(0), ...count, ...count, ...u32(size), ...u32(at), ...u16(0)];
  return new Uint8Array(Buffer.concat([...parts, ...directory, Uint8Array.from(end)]));
}

/** A cell as a test writes it: as it is read, or in the file's own words. */
export type HandCell = ReadCell | string | number | { xml: string } | null;
export type HandSheet = { name: string; rows: HandCell[][]; after?: string };

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function cellXml(cell: HandCell, address: string): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cellXml({ text: cell }, address);
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
  if ('xml' in cell) return cell.xml.replace('<c', `<c r="${address}"`);
  if ('text' in cell)
    return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell.text).replace(/_(?=x[0-9A-F]{4}_)/g, '_x005F_')}</t></is></c>`;
  if ('day' in cell) return `<c r="${address}" s="1"><v>${Date.parse(cell.day) / 86_400_000 + 25_569}</v></c>`;
  if ('number' in cell) return `<c r="${address}"${cell.percent ? ' s="2"' : ''}><v>${cell.number}</v></c>`;
  return 'error' in cell ? `<c r="${address}" t="e"><v>${cell.error}</v></c>` : `<c r="${address}"><f>A1</f></c>`;
}

/** The files of a workbook, made by hand. Formats of cells: 0 usual, 1 a day, 2 a percentage. */
export function workbookFiles(sheets: readonly HandSheet[], book = ''): Packed[] {
  const numbered = sheets.map((sheet, index) => ({ ...sheet, id: index + 1 }));
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = (inner: string) => `<Relationships xmlns="x">${inner}</Relationships>`;
  return [
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="x"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    },
    { name: '_rels/.rels', content: relations(relation('a', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(
        `${numbered.map(({ id }) => relation(`r${id}`, 'worksheet', `worksheets/sheet${id}.xml`)).join('')}${relation('s', 'styles', 'styles.xml')}`,
      ),
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${book}<sheets>${numbered
        .map(({ name, id }) => `<sheet name="${escaped(name)}" sheetId="${id}" r:id="r${id}"/>`)
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/styles.xml',
      content: `<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs></styleSheet>`,
    },
    ...numbered.map(({ id, rows, after = '' }) => ({
      name: `xl/worksheets/sheet${id}.xml`,
      content: `<worksheet xmlns="${MAIN}"><sheetData>${rows
        .map((cells, row) => {
          const inner = cells.map((cell, at) => cellXml(cell, `${lettersOf(at + 1)}${row + 1}`)).join('');
          return `<row r="${row + 1}">${inner}</row>`;
        })
        .join('')}</sheetData>${after}</worksheet>`,
    })),
  ];
}

export const handmade = (sheets: readonly HandSheet[], book?: string): Uint8Array =>
  archive(workbookFiles(sheets, book));

/** Sheets that were read, as rows and columns that can be changed by hand. */
export const editable = (sheets: readonly ReadSheet[]): HandSheet[] =>
  sheets.map(({ name, rows }) => {
    const [height, width] = [
      Math.max(0, ...rows.keys()),
      Math.max(0, ...[...rows.values()].flatMap((row) => [...row.keys()])),
    ];
    const cell = (row: number, column: number): HandCell => rows.get(row)?.get(column) ?? null;
    return {
      name,
      rows: Array.from({ length: height }, (_, row) =>
        Array.from({ length: width }, (__, at) => cell(row + 1, at + 1)),
      ),
    };
  });

/** A workbook that a person changes: cells by their sheet, row and head. */
export class HandBook {
  readonly sheets: HandSheet[];

  constructor(sheets: HandSheet[]) {
    this.sheets = sheets;
  }

  sheet(name: string): HandSheet {
    const sheet = this.sheets.find((one) => one.name === name);
    if (!sheet) throw new Error(`No sheet “${name}”`);
    return sheet;
  }

  column(name: string, head: string): number {
    const at = this.sheet(name).rows[0]?.findIndex(
      (cell) => cell !== null && typeof cell === 'object' && 'text' in cell && cell.text === head,
    );
    if (at === undefined || at < 0) throw new Error(`No head “${head}” in “${name}”`);
    return at;
  }

  /** Row 1 is that of the heads. */
  put(name: string, row: number, head: string, cell: HandCell): this {
    const { rows } = this.sheet(name);
    while (rows.length < row) rows.push([]);
    const cells = rows[row - 1] ?? [];
    const at = this.column(name, head);
    while (cells.length <= at) cells.push(null);
    cells[at] = cell;
    return this;
  }

  /** The number of the first row after the last. */
  next(name: string): number {
    return this.sheet(name).rows.length + 1;
  }

  bytes(book?: string): Uint8Array {
    return handmade(this.sheets, book);
  }
}
