// The writer under react-pdf publishes no types. Only what the press uses is declared.
declare module 'pdfkit' {
  import type { Readable } from 'node:stream';
  export default class PDFDocument extends Readable {
    constructor(options: Record<string, unknown>);
  }
}
declare module 'fontkit' {
  export type Font = { characterSet: number[]; layout(text: string): unknown };
  export function openSync(path: string): Font;
}
