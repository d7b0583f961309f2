import { dirname } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { Stop } from '../../stop.mjs';
import {
  createLooks,
  headOf,
  isApart,
  isMirrored,
  isPlaced,
  isRow,
  isTable,
  linesOf,
  PAGE,
  PAGES,
  rowsOf,
  sideOf,
  sidesOf,
} from './tree.mjs';

/** Prints with one compiler that stays, its fonts loaded; of the documents before, it remembers nothing. */
export function createTypst(fontFiles) {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: Object.values(fontFiles).map(dirname) }] });
  return {
    forget: () => compiler.evictCache(0),
    print(document) {
      const compiled = compiler.compile({ mainFileContent: sourceOf(document) });
      const { result } = compiled;
      if (!result) throw new Stop(`Typst: ${compiled.takeDiagnostics()?.shortDiagnostics[0]?.message}.`);
      return { pages: result.numOfPages, file: compiler.pdf(result) };
    },
  };
}

const pt = (value) => `${Math.round(value * 1000) / 1000}pt`;
const quoted = (text) => `"${text.replace(/["\\]/g, '\\$&')}"`;
const colour = (value) => `rgb("${value}")`;
const stroke = (line) => `${pt(line.width)} + ${colour(line.colour)}`;
const levels = { H1: 1, H2: 2, H3: 3, H4: 4 };

/** A document in Typst’s own terms: grids, tables with heads that repeat, headings, links and labels. */
function sourceOf({ title, chapters }) {
  const known = new Set(chapters.flatMap(({ children }) => children.flatMap(idsIn)));
  const context = { looks: createLooks(), known };
  const body = chapters.map((chapter) => chapterOf(chapter, context)).join('\n');
  return `#set document(title: ${quoted(title)})
#set text(font: "IBM Plex Sans Arabic", hyphenate: false)
#set par(leading: 0pt, spacing: 0pt)
#set block(spacing: 0pt)
#show heading: it => it.body
#let mirrored(body) = { set text(lang: "ar"); body }
${context.looks.all().map(lookOf).join('\n')}
${body}`;
}

const idsIn = (node) => [...(node.id ? [node.id] : []), ...(node.children ?? []).flatMap(idsIn)];

/** The edges of a line are as far apart as lines are, so that a paragraph is as high as its lines. */
const lookOf = ({ name, size, lineHeight, weight, colour: of, lang }) =>
  `#let ${name} = text.with(size: ${pt(size)}, weight: ${weight}, fill: ${colour(of)}, lang: "${lang}", top-edge: ${
    (lineHeight + 0.6) / 2
  }em, bottom-edge: ${(0.6 - lineHeight) / 2}em)`;

function chapterOf({ size: [width, height], style, children, around }, context) {
  const sides = Object.entries(sidesOf({ style }, 'padding')).map(([side, value]) => `${side}: ${pt(value)}`);
  const background = around.map((node) => placed(node, context)).join('');
  return `#page(width: ${pt(width)}, height: ${pt(height)}, margin: (${sides.join(', ')}), background: [${background}])[
${children.map((child) => nodeOf(child, context)).join('\n')}
]`;
}

const nodeOf = (node, context) => (node.children ? boxOf(node, context) : paragraphOf(node, context));

function boxOf(node, context) {
  if (isPlaced(node)) return placed(node, context);
  if (node.style.flexGrow) return '#v(1fr)';
  const inner = isTable(node) ? tableOf(node, context) : contentOf(node, context);
  const settings = settingsOf(node);
  const begins = node.begins ? '#pagebreak(weak: true)\n' : '';
  const label = node.id ? `<${node.id}>` : '';
  return begins + (settings.length || label ? `#block(${settings.join(', ')})[${inner}]${label}` : inner);
}

const contentOf = (node, context) =>
  isRow(node) ? gridOf(node, context) : node.children.map((child) => nodeOf(child, context)).join('\n');

/** A box at its own place. What is in it is set as text is, not along the side that it is placed at. */
function placed(node, context) {
  const { position: _, top = 0, left, right = 0, ...style } = node.style;
  const [side, aside] = left === undefined ? ['right', -right] : ['left', left];
  const box = boxOf({ ...node, style }, context);
  return `#place(top + ${side}, dx: ${pt(aside)}, dy: ${pt(top)})[#align(start)[${box}]]`;
}

/** What a block is told: its measures, what is kept free around and in it, its lines, and what may part it. */
function settingsOf(node) {
  const { style } = node;
  const { top, bottom } = sidesOf(node, 'margin');
  const lines = linesOf(node);
  const width = style.width ? pt(style.width) : lines.length ? '100%' : '';
  return [
    ...(width ? [`width: ${width}`] : []),
    ...(style.height ? [`height: ${pt(style.height)}`] : []),
    ...(top ? [`above: ${pt(top)}`] : []),
    ...(bottom ? [`below: ${pt(bottom)}`] : []),
    ...insetOf(node),
    ...(lines.length ? [`stroke: (${lines.map((line) => `${line.side}: ${stroke(line)}`).join(', ')})`] : []),
    ...(style.backgroundColor ? [`fill: ${colour(style.backgroundColor)}`] : []),
    ...(node.keep ? ['sticky: true'] : []),
    ...(node.whole ? ['breakable: false'] : []),
  ];
}

function insetOf(node) {
  const sides = Object.entries(sidesOf(node, 'padding')).filter(([, value]) => value);
  return sides.length ? [`inset: (${sides.map(([side, value]) => `${side}: ${pt(value)}`).join(', ')})`] : [];
}

function paragraphOf(node, context) {
  const text = textOf(node, context);
  const side = sideOf(node);
  return `#block(${settingsOf(node).join(', ')})[${side ? `#align(${side})[${text}]` : text}]`;
}

/** A text in its look, as a heading or a link where it is one. */
function textOf(node, context) {
  const look = context.looks.nameOf(node);
  if (node.pageOf) return `#${look}[#context counter(page).at(<${node.pageOf}>).first()]`;
  const styled = `#${look}${argumentOf(node.text)}`;
  const linked = context.known.has(node.to) ? `#link(<${node.to}>)[${styled}]` : styled;
  const level = levels[node.role];
  return level ? `#heading(level: ${level}, outlined: ${node.lang === 'en'})[${linked}]` : linked;
}

function argumentOf(text) {
  if (!/[\n\ue000\ue001]/.test(text)) return `(${quoted(text)})`;
  const parts = text.split(/([\n\ue000\ue001])/).map((part) => {
    if (part === '\n') return '#linebreak()';
    if (part === PAGE) return '#context counter(page).display()';
    if (part === PAGES) return '#context counter(page).final().first()';
    return part ? `#${quoted(part)}` : '';
  });
  return `[${parts.join('')}]`;
}

function gridOf(node, context) {
  const { children } = node;
  const apart = isApart(node);
  const widths = children.map((child) => (child.style.width ? pt(child.style.width) : apart ? 'auto' : '1fr'));
  const cells = children.map((child) => `[${nodeOf(child, context)}]`);
  const grid = `#grid(columns: (${widths.join(', ')},)${apart ? ', column-gutter: 1fr' : ''}, ${cells.join(', ')})`;
  return isMirrored(node) ? `#mirrored[${grid}]` : grid;
}

function tableOf(node, context) {
  const head = headOf(node);
  const columns = head.children.length;
  const cells = (row) => row.children.map((_, index) => cellOf(row, index, { columns, context }));
  const lines = (row) => linesOf(row).map((line) => `table.hline(stroke: ${stroke(line)})`);
  const [above, below] = lines(head);
  const rows = rowsOf(node).flatMap((row) => [...cells(row), ...lines(row)]);
  const widths = head.children.map(({ style }) => pt(style.width));
  const table = `#table(columns: (${widths.join(', ')},), inset: 0pt, stroke: none, align: start + top,
table.header(${[above, ...cells(head), below].join(', ')}),
${rows.join(',\n')})`;
  return node.lang === 'ar' ? `#mirrored[${table}]` : table;
}

function cellOf(row, index, { columns, context }) {
  const cell = row.children[index];
  const side = sideOf(cell);
  const atBottom = row.style.alignItems === 'flex-end';
  const { backgroundColor: fill } = row.style;
  const settings = [
    ...(row.children.length < columns ? [`colspan: ${columns}`] : []),
    ...(fill ? [`fill: ${colour(fill)}`] : []),
    ...(row.whole ? ['breakable: false'] : []),
    ...(side || atBottom ? [`align: ${side ?? 'start'} + ${atBottom ? 'bottom' : 'top'}`] : []),
    ...insetOf(cell),
  ];
  // The place of a row is that of its first cell.
  const label = row.id && index === 0 ? `#[#metadata(none)<${row.id}>]` : '';
  const content = cell.children ? contentOf(cell, context) : textOf(cell, context);
  return `table.cell(${settings.join(', ')})[${label}${content}]`;
}
