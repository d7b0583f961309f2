import layoutTree, { type SafeDocumentNode, type SafePageNode } from '@react-pdf/layout';
import render from '@react-pdf/render';
import { Document, Font, pdf } from '@react-pdf/renderer';
import PDFDocument from 'pdfkit';
import { createElement, type ReactElement } from 'react';

/**
 * The press lays out one chapter at a time, so that its progress is a count of real things and the contents can name
 * real pages without laying out the whole twice; then it writes all pages into one file.
 */

type Node = {
  type: string;
  props?: Record<string, unknown> & { id?: string; bookmark?: { ref?: unknown; parent?: unknown } | null };
  children?: Node[];
};
// The package declares only the first of the two arguments that it takes.
const layOutTree = layoutTree as unknown as (root: Node, fonts: typeof Font) => Promise<SafeDocumentNode>;

let lastId = 0;
/** Gives each node an id in the structure tree: a paragraph that goes on overleaf is still one paragraph. */
function name(node: Node): void {
  lastId += 1;
  node.props = { ...node.props, structId: lastId };
  for (const child of node.children ?? []) name(child);
}

/** Lays out pages (`<Page>` elements) and gives them back, divided into as many as their content fills. */
export async function layOut(pages: ReactElement): Promise<SafePageNode[]> {
  const { container } = pdf(createElement(Document, null, pages)) as { container: { document: Node } };
  for (const page of container.document.children ?? []) name(page);
  const { children } = await layOutTree(container.document, Font);
  return ((children ?? []) as SafePageNode[]).filter((page) => hasText(page as unknown as Node));
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

/** Puts what stands on every page (header, footer) onto pages that are laid out. */
export const overlaid = (page: SafePageNode, chrome: SafePageNode): SafePageNode =>
  ({ ...page, children: [...(chrome.children ?? []), ...(page.children ?? [])] }) as SafePageNode;

/** A bookmark’s number is its chapter’s own: made the document’s own, so that chapters don’t take each other’s. */
function renumber(node: Node, chapter: number): void {
  const bookmark = node.props?.bookmark;
  if (bookmark) {
    const own = (ref: unknown) => (ref === null || ref === undefined ? ref : `${chapter}.${String(ref)}`);
    node.props = { ...node.props, bookmark: { ...bookmark, ref: own(bookmark.ref), parent: own(bookmark.parent) } };
  }
  for (const child of node.children ?? []) renumber(child, chapter);
}

/** What a reader’s program shows about the file, and the language it reads aloud in where nothing else is said. */
export type Imprint = {
  title: string;
  subject: string;
  author: string;
  keywords: string;
  language: string;
  date: Date;
};

/** Writes laid-out chapters as one tagged PDF. */
export async function write(chapters: readonly (readonly SafePageNode[])[], imprint: Imprint): Promise<Uint8Array> {
  chapters.forEach((pages, chapter) => {
    for (const page of pages) renumber(page as unknown as Node, chapter);
  });
  const file = new PDFDocument({
    autoFirstPage: false,
    compress: true,
    tagged: true,
    lang: imprint.language,
    displayTitle: true,
    pdfVersion: '1.7',
    info: {
      Title: imprint.title,
      Subject: imprint.subject,
      Author: imprint.author,
      Keywords: imprint.keywords,
      CreationDate: imprint.date,
    },
  });
  const parts: Uint8Array[] = [];
  file.on('data', (part: Uint8Array) => parts.push(part));
  const ended = new Promise<void>((resolve, reject) => {
    file.on('end', resolve);
    file.on('error', reject);
  });
  render(file as never, { type: 'DOCUMENT', props: {}, children: chapters.flat() } as never);
  await ended;
  return Buffer.concat(parts);
}
