import { planSchema } from '#plan/schema';
import { createEdition } from '../../../components/edition/edition.ts';
import { chrome } from '../../../components/pdf/chrome.tsx';
import { chaptersOf } from '../../../components/pdf/document.tsx';
import { fontFile, hasGlyph } from '../../../components/pdf/fonts.ts';
import { contents, cover, imprint } from '../../../components/pdf/front.tsx';
import { drawn, PAGE, PAGES, textsOf } from './tree.mjs';

/** Numbers that no document has, with which the words of a footer are asked for. */
const counted = [
  [7777, PAGE],
  [8888, PAGES],
];

/** A plan with every field, as the product stores it. */
export const completed = (plan) => planSchema.parse(plan);

/** @typedef {{ plan: object, options: import('../../../app/_plan/printOptions.ts').PrintOptions, date: string }} Request */

/**
 * The document that the product prints, as plain boxes and texts for other programs to set: every chapter with its
 * sheet’s measures, what stands on it, and what stands above and below on each page.
 * @param {Request} request
 */
export function documentOf({ plan, options, date }) {
  const edition = createEdition({ plan: planSchema.parse(plan), options, draft: true, date, emblem: null }, 'facing');
  const body = chaptersOf(edition);
  const [notes, ...rest] = body;
  const list = contents(
    edition,
    body.filter(({ listed }) => listed),
    () => null,
  );
  const chapters = [cover(edition), notes, list, ...rest, imprint(edition)].flatMap((chapter) =>
    [chapter.element, ...(chapter.more ?? [])].map((element) => {
      const [{ size, style, children }] = drawn(element);
      return { size, style, children: children.map(withPages), around: chapter.bare ? [] : around(edition, chapter) };
    }),
  );
  return { title: edition.plan.about.title.en, chapters };
}

/** What stands above and below each page of a chapter. */
function around(edition, chapter) {
  const [[page], [pages]] = counted;
  const [sheet] = drawn(chrome(edition, chapter, page, pages));
  for (const text of textsOf(sheet))
    for (const [number, mark] of counted) text.text = text.text.replace(String(number), mark);
  return sheet.children;
}

/** In the contents, the last text of a line is the page of the place that the first leads to. */
function withPages(node) {
  if (node.role === 'TOCI') {
    const [name, number] = node.children;
    return { ...node, children: [name, { ...number, pageOf: name.to }] };
  }
  return node.children ? { ...node, children: node.children.map(withPages) } : node;
}

/** The files of the printed family, by weight. */
export const fontFiles = Object.fromEntries([400, 600, 700].map((weight) => [weight, fontFile(weight)]));
// Read now, as the other programs have read theirs before they are asked for anything.
hasGlyph(0x20);
