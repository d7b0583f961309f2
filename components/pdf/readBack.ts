import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Reads printed files back, for tests: with poppler and pdf.js as readers do, with qpdf as the file has it. */

// The Debian package that brings each program.
const packages = { pdftotext: 'poppler-utils', pdfinfo: 'poppler-utils', qpdf: 'qpdf', 'hb-shape': 'libharfbuzz-bin' };

/**
 * Runs a program that only tests need, and gives back what it says.
 * @throws with a sentence that says what to install, where it is missing
 */
export function run(program: keyof typeof packages, args: readonly string[], input?: string): string {
  try {
    return execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1e9, ...(input === undefined ? {} : { input }) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error(`This test needs ${program}: on Debian, apt-get install ${packages[program]}`);
  }
}

/** What poppler reads on each page: `raw` in the order in which the file draws, else in that in which it takes it to be read. */
export const popplerPages = (file: string, order: 'raw' | 'read'): string[] =>
  run('pdftotext', [...(order === 'raw' ? ['-raw'] : []), '-enc', 'UTF-8', file, '-'])
    .split('\f')
    .slice(0, -1);

/** Opens a file in pdf.js. */
export const openPdf = (file: string | Uint8Array): Promise<PDFDocumentProxy> =>
  getDocument({ data: new Uint8Array(typeof file === 'string' ? readFileSync(file) : file), verbosity: 0 }).promise;

/** A piece of text where it stands, in points from the lower left corner of its page. */
export type Piece = { text: string; x: number; y: number; width: number; height: number; mark: string };

/** The pieces of text of each page, in the order in which they are drawn; `mark` names the passage that each belongs to. */
export async function piecesOf(pdf: PDFDocumentProxy): Promise<Piece[][]> {
  const pages: Piece[][] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent({ includeMarkedContent: true });
    const marks: string[] = [];
    const pieces: Piece[] = [];
    for (const item of items) {
      if ('type' in item) {
        if (item.type === 'endMarkedContent') marks.pop();
        else marks.push(('id' in item && item.id) || 'artifact');
      } else if (item.str !== '') {
        const [, , , , x = 0, y = 0] = item.transform as number[];
        pieces.push({ text: item.str, x, y, width: item.width, height: item.height, mark: marks.at(-1) ?? '' });
      }
    }
    pages.push(pieces);
  }
  return pages;
}

type Branch = { role?: string; id?: string; type?: string; children?: Branch[] };

/** The last passage of each page in the order of reading: its role in the structure, and its text. */
export async function lastOfPages(pdf: PDFDocumentProxy): Promise<{ role: string; text: string }[]> {
  const pages = await piecesOf(pdf);
  return Promise.all(
    pages.map(async (pieces, index) => {
      const tree: Branch | null = await (await pdf.getPage(index + 1)).getStructTree();
      const { role = '', id } = lastPassage(tree ?? {}) ?? {};
      const own = pieces.filter(({ mark }) => mark === id).map(({ text }) => text);
      return { role, text: own.join('') };
    }),
  );
}

function lastPassage(branch: Branch): Branch | undefined {
  for (const child of [...(branch.children ?? [])].reverse()) {
    const found = child.type === 'content' ? { ...child, role: branch.role ?? '' } : lastPassage(child);
    if (found) return found;
  }
  return undefined;
}

const isRightToLeft = /[\u0590-\u08ff]/;

/**
 * The lines of pieces, as one reads them. pdf.js gives each piece in its own order but the pieces of a line from left to
 * right; a line of Arabic, or of a passage that says it is Arabic, is read from the right.
 */
export function linesOf(pieces: readonly Piece[], language?: 'ar' | 'en'): string[] {
  const lines: Piece[][] = [];
  for (const piece of pieces) {
    const [first] = lines.at(-1) ?? [];
    if (first && Math.abs(first.y - piece.y) < 1 && first.mark === piece.mark) lines.at(-1)?.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => {
    const fromLeft = [...line].sort((a, b) => a.x - b.x).map(({ text }) => text);
    const fromRight = language ? language === 'ar' : line.some(({ text }) => isRightToLeft.test(text));
    return (fromRight ? fromLeft.reverse() : fromLeft).join('');
  });
}

/** An element of the structure tree. `marks` name its own passages on the pages, as those of {@link Piece} do. */
export type Element = {
  role: string;
  language: string;
  /** What is read aloud in place of the glyphs, where those aren’t drawn in the order of the text. */
  actual: string;
  scope: string;
  kids: Element[];
  marks: string[];
  /** What can be pressed: the object of the annotation, and the page that it is said to lie on. */
  annotations: { object: string; page: string }[];
};

type Value = string | number | boolean | null | Value[] | { [key: string]: Value };
type Dictionary = { [key: string]: Value };

/** The objects of a file, as qpdf lists them. */
export function objectsOf(file: string): Map<string, Dictionary> {
  const { qpdf } = JSON.parse(run('qpdf', ['--json=2', '--json-key=qpdf', '--json-stream-data=none', file])) as {
    qpdf: [unknown, Record<string, { value?: Value; stream?: { dict: Dictionary } }>];
  };
  return new Map(
    Object.entries(qpdf[1]).map(([key, { value, stream }]) => [
      key.replace(/^obj:/, ''),
      (stream?.dict ?? value ?? {}) as Dictionary,
    ]),
  );
}

/** The structure tree of a file: what a screen reader goes by. */
export function structureOf(objects: ReadonlyMap<string, Dictionary>): Element {
  const root = [...objects.values()].find((each) => each['/Type'] === '/StructTreeRoot');
  const resolve = (value: Value | undefined) => (typeof value === 'string' ? objects.get(value) : value) as Dictionary;
  const text = (value: Value | undefined) => (typeof value === 'string' ? value.replace(/^u:/, '') : '');
  const elementOf = (dictionary: Dictionary): Element => {
    const own = dictionary['/Pg'];
    const mark = (page: Value | undefined, number: Value | undefined) => `${pageMark(text(page))}_mc${number}`;
    const element: Element = {
      role: text(dictionary['/S']).slice(1),
      language: text(dictionary['/Lang']),
      actual: text(dictionary['/ActualText']),
      scope: text((dictionary['/A'] as Dictionary | undefined)?.['/Scope']).slice(1),
      kids: [],
      marks: [],
      annotations: [],
    };
    for (const kid of [dictionary['/K'] ?? []].flat() as Value[]) {
      if (typeof kid === 'number') element.marks.push(mark(own, kid));
      else {
        const inner = resolve(kid);
        if (inner['/Type'] === '/MCR') element.marks.push(mark(inner['/Pg'], inner['/MCID']));
        else if (inner['/Type'] === '/OBJR')
          element.annotations.push({ object: text(inner['/Obj']), page: pageMark(text(inner['/Pg'])) });
        else element.kids.push(elementOf(inner));
      }
    }
    return element;
  };
  const [document] = [root?.['/K'] ?? []].flat() as Value[];
  return elementOf(resolve(document));
}

/** How pdf.js names a page in its marks: “44 0 R” is p44R. */
const pageMark = (reference: string) => `p${reference.split(' ')[0]}R`;

/** An element and all below it, in the order of reading. */
export const within = (element: Element): Element[] => [element, ...element.kids.flatMap(within)];

/** Signs of direction, which no reader writes alike, and all blanks, which none keeps where lines end. */
const unseen = /[\s\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** A text reduced to what is compared: its signs in their order, without blanks. */
export const bare = (text: string): string => text.normalize('NFC').replace(unseen, '');

/** The words of a text, and its figures; a figure beside a word counts by itself, since poppler drops that space. */
export const wordsIn = (text: string): string[] =>
  text
    .normalize('NFKC')
    .replace(/[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\u0640]/g, '')
    .match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];

/** A text without the marks over and under its letters. */
export const unmarked = (text: string): string => text.replace(/[\u064b-\u0652\u0670]/g, '');

/** Signs that readers give back as they are drawn and not as they are read, in Arabic: brackets, quotation marks, per cent. */
export const unpaired = (text: string): string => text.replace(/[()[\]{}«»<>%٪]/g, '');

/** Whether a text stands on a page whole, or goes on from its end to the next ones. Both are to be bare. */
export const standsIn = (pages: readonly string[], text: string): boolean =>
  pages.some((page) => page.includes(text)) || pages.some((_, index) => standsFrom(pages, index, text));

function standsFrom(pages: readonly string[], index: number, text: string): boolean {
  const page = pages[index];
  if (page === undefined) return false;
  if (page.includes(text)) return true;
  // The longest beginning that stands on the page: whatever begins it does too.
  let [length, tooLong] = [0, text.length];
  while (tooLong - length > 1) {
    const middle = Math.floor((length + tooLong) / 2);
    if (page.includes(text.slice(0, middle))) length = middle;
    else tooLong = middle;
  }
  return length > 0 && standsFrom(pages, index + 1, text.slice(length));
}
