import type { SafePageNode } from '@react-pdf/layout';
import type PDFDocument from 'pdfkit';

// What the patch adds to the package (see patches/README.md): a file is written piece by piece.
declare module '@react-pdf/render' {
  /** What is kept between the pieces; `document` is the root of the structure, whose children are the pieces. */
  export type Rendering = { document: { _children: unknown[] } };
  export function begin(file: PDFDocument): Rendering;
  export function renderPages(file: PDFDocument, rendering: Rendering, pages: readonly SafePageNode[]): void;
  export function renderOnto(file: PDFDocument, rendering: Rendering, page: SafePageNode): void;
}
