import { readFileSync } from 'node:fs';
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
  rowsOf,
  sideOf,
  sidesOf,
  textsOf,
} from './tree.mjs';

/** Prints in a browser that is up already, each document in a window of its own. */
export function createChromium(browser, fontFiles) {
  const faces = facesOf(fontFiles);
  return {
    async print(document) {
      const window = await browser.newPage();
      try {
        await window.setContent(htmlOf(document, faces), { waitUntil: 'load' });
        return await window.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
      } finally {
        await window.close();
      }
    },
  };
}

/** How many pages a file of Chromium’s has: it writes each as an object of its own. */
export const pagesIn = (file) => file.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;

const pt = (value) => `${Math.round(value * 1000) / 1000}pt`;
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('\n', '<br>');
const tags = { H1: 'h1', H2: 'h2', H3: 'h3', H4: 'h4', P: 'p' };

/** The family, in the document itself: it asks for nothing. */
const facesOf = (fontFiles) =>
  Object.entries(fontFiles)
    .map(([weight, file]) => [weight, readFileSync(file).toString('base64')])
    .map(([weight, data]) => `@font-face{font-family:Plan;font-weight:${weight};src:url(data:font/ttf;base64,${data})}`)
    .join('\n');

/**
 * A document as a web page: blocks, rows, tables with heads that repeat, and sheets of each chapter’s own. The pages of
 * the contents are missing: Chromium can’t name the page of another place.
 */
function htmlOf({ title, chapters }, faces) {
  const looks = createLooks();
  const body = chapters.map((chapter, index) => chapterOf(chapter, index, looks)).join('\n');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>
${faces}
*{box-sizing:border-box;margin:0;padding:0}
body{font-family:Plan}
h1,h2,h3,h4{font:inherit}
a{color:inherit;text-decoration:none}
table{table-layout:fixed;border-collapse:collapse}
td,th{vertical-align:top;text-align:start}
.row{display:flex;align-items:flex-start}
.row>*{flex:none}
.apart{justify-content:space-between}
.whole{break-inside:avoid}
.keep{break-after:avoid}
.begins{break-before:page}
${looks.all().map(lookOf).join('\n')}
${chapters.map(sheetOf).join('\n')}</style></head><body>
${body}
</body></html>`;
}

const lookOf = ({ name, size, lineHeight, weight, colour }) =>
  `.${name}{font:${weight} ${pt(size)}/${lineHeight} Plan;color:${colour}}`;

/** The sheet of a chapter, with what stands above and below in the boxes that a sheet has in its margins. */
function sheetOf({ size, style, around }, index) {
  const [above = [], below = []] = around.map((node) => textsOf(node));
  const places = {
    'top-left': [0],
    'top-right': [1],
    'bottom-left': [0],
    'bottom-center': [1, 3],
    'bottom-right': [2],
  };
  const boxes = Object.entries(around.length ? places : {}).map(([place, texts]) => {
    const list = texts.map((at) => (place.startsWith('top') ? above : below)[at]);
    const { fontSize, color } = list[0].style;
    const content = list.map(({ text }) => generated(text)).join(' "   " ');
    return `@${place}{content:${content};font:400 ${pt(fontSize)} Plan;color:${color};white-space:nowrap}`;
  });
  const margin = Object.values(sidesOf({ style }, 'padding')).map(pt).join(' ');
  return `@page c${index}{size:${size.map(pt).join(' ')};margin:${margin};${boxes.join('')}}\n.c${index}{page:c${index}}`;
}

const generated = (text) =>
  text
    .split(/([\ue000\ue001])/)
    .map((part) =>
      /[\ue000\ue001]/.test(part) ? `counter(${part === PAGE ? 'page' : 'pages'})` : JSON.stringify(part),
    )
    .join(' ');

function chapterOf({ size, style, children, around }, index, looks) {
  const { top, bottom } = sidesOf({ style }, 'padding');
  // The cover has nothing around it, and fills its sheet.
  const filling = around.length
    ? ''
    : ` style="display:flex;flex-direction:column;height:${pt(size[1] - top - bottom - 1)}"`;
  return `<section class="c${index}"${filling}>${children.map((child) => nodeOf(child, looks)).join('\n')}</section>`;
}

const nodeOf = (node, looks) => (node.children ? boxOf(node, looks) : textOf(node, looks));
const contentOf = (node, looks) => node.children.map((child) => nodeOf(child, looks)).join('\n');

function boxOf(node, looks) {
  if (isTable(node)) return tableOf(node, looks);
  const row = isRow(node) ? ['row', ...(isApart(node) ? ['apart'] : [])] : [];
  return `<div${attributesOf(node, row)}>${contentOf(node, looks)}</div>`;
}

function textOf(node, looks) {
  const tag = tags[node.role] ?? 'div';
  return `<${tag}${attributesOf(node, [looks.nameOf(node)])}>${linked(node)}</${tag}>`;
}

const linked = ({ to, text }) => (to ? `<a href="#${to}">${escaped(text)}</a>` : escaped(text));

/** The attributes of an element: its classes, its place and language, and the measures and lines that are its own. */
function attributesOf(node, classes) {
  const all = [...classes, ...['whole', 'keep', 'begins'].filter((name) => node[name])];
  const styles = stylesOf(node);
  return [
    all.length ? ` class="${all.join(' ')}"` : '',
    node.id ? ` id="${node.id}"` : '',
    node.lang ? ` lang="${node.lang}"` : '',
    isMirrored(node) || node.lang === 'ar' ? ' dir="rtl"' : '',
    styles.length ? ` style="${styles.join(';')}"` : '',
  ].join('');
}

function stylesOf(node) {
  const { style } = node;
  const around = (name) => {
    const values = Object.values(sidesOf(node, name));
    return values.some(Boolean) ? [`${name}:${values.map(pt).join(' ')}`] : [];
  };
  const measured = (names) =>
    names.flatMap((name) => (style[name] === undefined ? [] : [`${name}:${pt(style[name])}`]));
  const side = sideOf(node);
  return [
    ...(isPlaced(node) ? ['position:absolute', ...measured(['top', 'left', 'right'])] : []),
    ...(node.children?.some(isPlaced) ? ['position:relative'] : []),
    ...measured(['width', 'height']),
    ...(style.flexGrow ? ['flex-grow:1'] : []),
    ...around('margin'),
    ...around('padding'),
    ...linesOf(node).map((line) => `border-${line.side}:${pt(line.width)} solid ${line.colour}`),
    ...(style.backgroundColor ? [`background:${style.backgroundColor}`] : []),
    ...(side ? [`text-align:${side}`] : []),
  ];
}

function tableOf(node, looks) {
  const head = headOf(node);
  const widths = head.children.map(({ style }) => style.width);
  const rows = rowsOf(node).map((row) => rowOf(row, widths.length, looks));
  return `<table${node.lang === 'ar' ? ' dir="rtl"' : ''} style="width:${pt(widths.reduce((sum, width) => sum + width, 0))}">
<colgroup>${widths.map((width) => `<col style="width:${pt(width)}">`).join('')}</colgroup>
<thead>${rowOf(head, widths.length, looks)}</thead><tbody>${rows.join('\n')}</tbody></table>`;
}

function rowOf(row, columns, looks) {
  const { flexDirection: _, ...style } = row.style;
  const cells = row.children.map((cell) => {
    const { width: __, flexDirection: ___, ...own } = cell.style;
    const tag = cell.role === 'TH' ? 'th' : 'td';
    const span = row.children.length < columns ? ` colspan="${columns}"` : '';
    const attributes = attributesOf({ ...cell, style: own }, cell.children ? [] : [looks.nameOf(cell)]);
    return `<${tag}${span}${attributes}>${cell.children ? contentOfCell(cell, looks) : linked(cell)}</${tag}>`;
  });
  return `<tr${attributesOf({ ...row, style }, [])}>${cells.join('')}</tr>`;
}

/** Things beside each other in a cell have a row of their own in it. */
const contentOfCell = (cell, looks) =>
  isRow(cell) ? boxOf({ style: cell.style, children: cell.children }, looks) : contentOf(cell, looks);
