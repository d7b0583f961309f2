// The writer under react-pdf publishes no types. Only what the press uses is declared.
declare module 'pdfkit' {
  import type { Readable } from 'node:stream';
  /** The page that a bookmark leads to is the first of its destination. */
  export type PdfBookmark = { outlineData: { Dest: [object, ...unknown[]] } };
  export default class PDFDocument extends Readable {
    constructor(options: Record<string, unknown>);
    switchToPage(page: number): { content: { buffer: Uint8Array[] } };
    outline: { children: PdfBookmark[] };
    _root: { data: { Pages: { data: { Kids: object[] } } } };
    end(): void;
    info: Record<string, unknown>;
    endMetadata(): void;
  }
}
declare module 'fontkit' {
  export type Font = { characterSet: number[]; layout(text: string): unknown };
  export function openSync(path: string): Font;
}
