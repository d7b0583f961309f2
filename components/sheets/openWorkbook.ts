import { CellsReader, type ReadSheet, RunsReader, type Shared } from './cells.ts';
import { type Shown, shownAs } from './formats.ts';
import { Refused } from './refusals.ts';
import { type Budget, fullBudget, walkXml, type XmlVisitor } from './walkXml.ts';
import { directoryOf, type Entry, unpack, WORKBOOK_LIMIT } from './zip.ts';

/** How many sheets a workbook may have. */
const SHEET_LIMIT = 20;

/**
 * The sheets of a workbook (.xlsx, ECMA-376-1), in its order, hidden ones and hidden rows too.
 * @throws Refused where the file is of another kind, damaged, or goes over a limit
 */
export async function openWorkbook(bytes: Uint8Array): Promise<ReadSheet[]> {
  if (bytes.length > WORKBOOK_LIMIT) throw new Refused('tooLarge', { limit: WORKBOOK_LIMIT / 1_000_000 });
  refuseOtherKinds(bytes);
  const parts = directoryOf(bytes);
  refuseOtherPackages(parts);
  return new Workbook(bytes, parts).sheets();
}

const begins = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte);

function refuseOtherKinds(bytes: Uint8Array): void {
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04)) return;
  // Old workbooks and those that a password locks are both compound files; the latter hold a package, named in UTF-16.
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    if (Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw new Refused('encrypted');
    throw new Refused('wrongKind', { kind: 'xls' });
  }
  const isText = !bytes.subarray(0, 4096).includes(0);
  throw new Refused('wrongKind', { kind: isText && bytes.length > 0 ? 'text' : 'other' });
}

function refuseOtherPackages(parts: ReadonlyMap<string, Entry>): void {
  const names = [...parts.keys()];
  if (names.some((name) => name.endsWith('vbaproject.bin'))) throw new Refused('wrongKind', { kind: 'macros' });
  if (parts.has('xl/workbook.bin')) throw new Refused('wrongKind', { kind: 'binary' });
  if (parts.has('[content_types].xml')) return;
  throw new Refused('wrongKind', { kind: parts.has('content.xml') ? 'ods' : 'other' });
}

type Relationship = { id: string; type: string; target: string };

class Workbook {
  readonly #bytes: Uint8Array;
  readonly #parts: ReadonlyMap<string, Entry>;
  readonly #budget: Budget = fullBudget();

  constructor(bytes: Uint8Array, parts: ReadonlyMap<string, Entry>) {
    this.#bytes = bytes;
    this.#parts = parts;
  }

  async sheets(): Promise<ReadSheet[]> {
    const root = await this.#relationships('');
    const book = root.find(({ type }) => type === 'officeDocument')?.target;
    if (book === undefined || !(await this.#isWorkbook(book))) throw new Refused('wrongKind', { kind: 'other' });
    const { listed, from1904 } = await this.#listed(book);
    if (listed.length > SHEET_LIMIT) throw new Refused('tooManySheets', { limit: SHEET_LIMIT });
    const related = await this.#relationships(book);
    const target = (type: string) => related.find((one) => one.type === type)?.target;
    const shared = {
      strings: await this.#strings(target('sharedStrings')),
      formats: await this.#formats(target('styles')),
      from1904,
    };
    const sheets: ReadSheet[] = [];
    for (const { name, id } of listed) {
      const relationship = related.find((one) => one.id === id);
      if (!relationship) throw new Refused('damaged');
      // A sheet may also be a chart alone.
      if (relationship.type === 'worksheet') sheets.push(await this.#sheet(name, relationship.target, shared));
    }
    return sheets;
  }

  /** Tells a workbook from a text document or a template with macros, by what the package says of its first part. */
  async #isWorkbook(book: string): Promise<boolean> {
    let type = '';
    await this.#walk('[content_types].xml', {
      opened: (name, { PartName = '', ContentType = '' }) => {
        if (name === 'Override' && PartName.toLowerCase() === `/${book}`) type = ContentType;
      },
    });
    if (/macroEnabled/i.test(type)) throw new Refused('wrongKind', { kind: 'macros' });
    return /spreadsheetml\.(?:sheet|template)\.main\+xml$/.test(type);
  }

  async #listed(book: string): Promise<{ listed: { name: string; id: string }[]; from1904: boolean }> {
    const listed: { name: string; id: string }[] = [];
    let from1904 = false;
    await this.#walk(book, {
      opened: (name, attributes) => {
        // An extension has an element of this name, too.
        if (name === 'workbookPr' && attributes.date1904) from1904 = ['1', 'true'].includes(attributes.date1904);
        if (name === 'sheet' && attributes.name) listed.push({ name: attributes.name, id: attributes.id ?? '' });
      },
    });
    return { listed, from1904 };
  }

  /** What a part leads to inside the package, each with the last word of its type. */
  async #relationships(part: string): Promise<Relationship[]> {
    const cut = part.lastIndexOf('/') + 1;
    const found: Relationship[] = [];
    await this.#walk(`${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`, {
      opened: (name, { Id: id = '', Type: type = '', Target = '', TargetMode }) => {
        if (name !== 'Relationship' || TargetMode === 'External') return;
        found.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: resolved(Target, part) });
      },
    });
    return found;
  }

  async #strings(part: string | undefined): Promise<string[]> {
    const strings: string[] = [];
    if (part === undefined) return strings;
    const runs = new RunsReader();
    await this.#walk(part, {
      opened: (name) => runs.opened(name),
      text: (text) => runs.text(text),
      closed: (name) => {
        if (name === 'si') strings.push(runs.taken());
        else runs.closed(name);
      },
    });
    return strings;
  }

  /** How the numbers of each format of cells are shown, by its place in the list. */
  async #formats(part: string | undefined): Promise<Shown[]> {
    const codes = new Map<number, string>();
    const formats: number[] = [];
    let list = '';
    if (part === undefined) return [];
    await this.#walk(part, {
      opened: (name, { numFmtId = '0', formatCode = '' }) => {
        if (name === 'numFmts' || name === 'cellXfs') list = name;
        else if (name === 'numFmt' && list === 'numFmts') codes.set(Number(numFmtId), formatCode);
        else if (name === 'xf' && list === 'cellXfs') formats.push(Number(numFmtId));
      },
      closed: (name) => {
        if (name === list) list = '';
      },
    });
    return formats.map((id) => shownAs(id, codes.get(id)));
  }

  async #sheet(name: string, part: string, shared: Shared): Promise<ReadSheet> {
    const reader = new CellsReader(name, shared);
    await this.#walk(part, reader);
    return { name, rows: reader.rows, merged: reader.merged };
  }

  async #walk(part: string, visitor: XmlVisitor): Promise<void> {
    const entry = this.#parts.get(part);
    if (!entry) throw new Refused('damaged');
    walkXml(await unpack(this.#bytes, entry), visitor, this.#budget);
  }
}

/** The part that a target names, seen from another part. */
function resolved(target: string, from: string): string {
  try {
    return decodeURIComponent(new URL(target, `part:///${from}`).pathname.slice(1)).toLowerCase();
  } catch {
    throw new Refused('damaged');
  }
}
