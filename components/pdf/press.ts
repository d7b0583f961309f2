import layoutTree, { type SafeDocumentNode, type SafePageNode } from '@react-pdf/layout';
import { begin, type Rendering, renderOnto, renderPages } from '@react-pdf/render';
import { Document, Font, pdf } from '@react-pdf/renderer';
import PDFDocument, { type PdfBookmark } from 'pdfkit';
import { createElement, type ReactElement } from 'react';
import { titled } from './text.ts';

/**
 * The press lays out one piece of the document at a time and writes its pages into the file at once, so that no more of
 * them is kept in memory than one piece. What needs to know all pages comes last: the contents, which are then put into
 * their place, and what stands above and below each page.
 */

type Node = {
  type: string;
  style?: Record<string, unknown> | Record<string, unknown>[];
  box?: { top?: number; height?: number };
  props?: Record<string, unknown> & {
    id?: string;
    bookmark?: { title?: string; ref?: unknown; parent?: unknown } | null;
  };
  children?: Node[];
};
// The package declares only the first of the two arguments that it takes.
const layOutTree = layoutTree as unknown as (root: Node, fonts: typeof Font) => Promise<SafeDocumentNode>;

let lastId = 0;
/**
 * Gives each node an id in the structure tree: a paragraph that goes on overleaf is still one paragraph. Places, and the
 * links to them, become those of the part of the document in which they stand.
 */
function name(node: Node, part: string): void {
  lastId += 1;
  node.props = { ...node.props, structId: lastId };
  const { id, src, bookmark } = node.props;
  if (bookmark?.title) node.props.bookmark = { ...bookmark, title: titled(bookmark.title) };
  if (id !== undefined) node.props.id = `${part}${id}`;
  if (typeof src === 'string' && src.startsWith('#')) node.props.src = `#${part}${src.slice(1)}`;
  for (const child of node.children ?? []) name(child, part);
}

/**
 * Lays out pages (`<Page>` elements) and gives them back, divided into as many as their content fills.
 * @param part what the names of their places begin with, where the document has several parts with the same
 */
export async function layOut(pages: ReactElement, part = '', tightly = false): Promise<SafePageNode[]> {
  const { container } = pdf(createElement(Document, null, pages)) as { container: { document: Node } };
  for (const page of container.document.children ?? []) {
    name(page, part);
    if (tightly) tighten(page);
  }
  const { children } = await layOutTree(container.document, Font);
  return ((children ?? []) as SafePageNode[]).filter((page) => hasText(page as unknown as Node));
}

/** What lies between things, and how much of it is left where a chapter is to take less room. */
const closer: Record<string, number> = { lineHeight: 0.95, marginTop: 0.7, marginBottom: 0.7 };
const closerOnPages: Record<string, number> = { paddingTop: 0.84, paddingBottom: 0.82 };

/** Draws the lines and paragraphs of a page nearer together, by so little that it isn’t seen beside another. */
function tighten(node: Node): void {
  const scales = node.type === 'PAGE' ? closerOnPages : closer;
  const scaled = (style: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(style).map(([key, value]) => [
        key,
        typeof value === 'number' ? value * (scales[key] ?? 1) : value,
      ]),
    );
  if (node.style) node.style = Array.isArray(node.style) ? node.style.map(scaled) : scaled(node.style);
  for (const child of node.children ?? []) tighten(child);
}

/**
 * Lays out a chapter so that its last page holds more than a few lines, where that can be had by drawing its lines a
 * little nearer together.
 */
export async function layOutWell(pages: ReactElement, part: string): Promise<SafePageNode[]> {
  const usual = await layOut(pages, part);
  const last = usual.at(-1);
  if (usual.length < 2 || !last || reach(last as unknown as Node) > STUB) return usual;
  const tight = await layOut(pages, part, true);
  return tight.length < usual.length ? tight : usual;
}

/** A page on which nothing stands lower than this, in points, is nearly empty. */
const STUB = 190;

/** How far down the text of a page goes. */
function reach(node: Node, above = 0): number {
  const top = above + (node.box?.top ?? 0);
  if (node.type === 'TEXT') return top + (node.box?.height ?? 0);
  return Math.max(0, ...(node.children ?? []).map((child) => reach(child, top)));
}

/** Whether anything stands on a page: the space below the last paragraph may begin a page of its own. */
const hasText = (node: Node): boolean => node.type === 'TEXT' || (node.children ?? []).some(hasText);

/** The pages, counted from 1, on which the places with an id stand. */
export function placesIn(pages: readonly SafePageNode[], before = 0): Map<string, number> {
  const places = new Map<string, number>();
  const visit = (node: Node, page: number) => {
    const id = node.props?.id;
    if (id !== undefined && !places.has(id)) places.set(id, page);
    for (const child of node.children ?? []) visit(child, page);
  };
  pages.forEach((page, index) => {
    visit(page as unknown as Node, before + index + 1);
  });
  return places;
}

/**
 * A bookmark’s number is its piece’s own: made the document’s own, so that pieces don’t take each other’s.
 * @param within what those of them stand under that stand under nothing
 */
function renumber(node: Node, piece: number, within?: string): void {
  const bookmark = node.props?.bookmark;
  if (bookmark) {
    const own = (ref: unknown) => (ref === null || ref === undefined ? undefined : `${piece}.${String(ref)}`);
    const parent = own(bookmark.parent) ?? within;
    node.props = { ...node.props, bookmark: { ...bookmark, ref: own(bookmark.ref), parent } };
  }
  for (const child of node.children ?? []) renumber(child, piece, within);
}

/** What a reader’s program shows about the file, and the language it reads aloud in where nothing else is said. */
export type Imprint = {
  title: string;
  subject: string;
  author: string;
  keywords: string;
  maker: string;
  language: string;
  date: Date;
};

/** A piece of the document that is written: its number, and the places of its pages in the file. */
export type Written = { piece: number; first: number; count: number; bookmark: string | undefined };

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A file that also says in sound XML what it is: as published, it takes a title as if it were XML. */
class TitledFile extends PDFDocument {
  override endMetadata(): void {
    const { info } = this;
    const escaped = (value: unknown) =>
      typeof value === 'string' ? value.replace(/[&<>]/g, (sign) => entities[sign] ?? sign) : value;
    this.info = Object.fromEntries(Object.entries(info).map(([key, value]) => [key, escaped(value)]));
    super.endMetadata();
    this.info = info;
  }
}

/** One tagged PDF, written piece by piece. */
export class Press {
  private readonly file: PDFDocument;
  private readonly ended: Promise<void>;
  private readonly parts: Uint8Array[] = [];
  private readonly rendering: Rendering;
  private readonly pieces: Written[] = [];

  constructor(imprint: Imprint) {
    this.file = new TitledFile({
      autoFirstPage: false,
      // Pages stay open for what is drawn onto them at the end.
      bufferPages: true,
      compress: true,
      tagged: true,
      lang: imprint.language,
      displayTitle: true,
      pdfVersion: '1.7',
      info: {
        Title: titled(imprint.title),
        Subject: titled(imprint.subject),
        Author: titled(imprint.author),
        Keywords: titled(imprint.keywords),
        Creator: imprint.maker,
        Producer: imprint.maker,
        CreationDate: imprint.date,
      },
    });
    this.file.on('data', (part: Uint8Array) => this.parts.push(part));
    this.ended = new Promise<void>((resolve, reject) => {
      this.file.on('end', resolve);
      this.file.on('error', reject);
    });
    this.rendering = begin(this.file);
  }

  /**
   * Writes the pages of a piece.
   * @param within the bookmark under which its own stand: that of the piece from which it goes on
   */
  add(pages: readonly SafePageNode[], within?: string): Written {
    const piece = this.pieces.length;
    const first = this.file._root.data.Pages.data.Kids.length;
    for (const page of pages) renumber(page as unknown as Node, piece, within);
    const own = (pages[0] as unknown as Node | undefined)?.props?.bookmark?.ref;
    renderPages(this.file, this.rendering, pages);
    for (let at = first; at < first + pages.length; at += 1) {
      // A page is written as thousands of small buffers, and stays until the end.
      const { content } = this.file.switchToPage(at);
      content.buffer = [Buffer.concat(content.buffer)];
    }
    const written = { piece, first, count: pages.length, bookmark: own === undefined ? within : String(own) };
    this.pieces.push(written);
    return written;
  }

  /** Draws what stands above and below a page onto one that is written. */
  drawOnto(page: number, chrome: SafePageNode): void {
    this.file.switchToPage(page);
    renderOnto(this.file, this.rendering, chrome);
  }

  /** Ends the file, with its pieces in this order. @param order all pieces, each once */
  async finish(order: readonly Written[]): Promise<Uint8Array> {
    const kids = this.file._root.data.Pages.data.Kids;
    const pages = order.flatMap(({ first, count }) => kids.slice(first, first + count));
    kids.splice(0, kids.length, ...pages);
    const elements = this.rendering.document._children;
    elements.splice(0, elements.length, ...order.map(({ piece }) => elements[piece]));
    const placeOf = new Map(pages.map((page, at) => [page, at]));
    const pageOf = (bookmark: PdfBookmark) => placeOf.get(bookmark.outlineData.Dest[0]) ?? 0;
    this.file.outline.children.sort((a, b) => pageOf(a) - pageOf(b));
    this.file.end();
    await this.ended;
    return Buffer.concat(this.parts);
  }
}
