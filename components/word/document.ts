import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  type FileChild,
  Footer,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Bilingual, Language } from '#plan/schema';
import { adoptedFacts } from '../edition/adopted.ts';
import {
  createEdition,
  type Edition,
  isBlank,
  mainLanguage,
  type PrintRequest,
  say,
  settingsOf,
} from '../edition/edition.ts';
import { paragraphs } from '../edition/paragraphs.ts';
import { classification, period, standing } from '../edition/standing.ts';
import { writable } from '../edition/writable.ts';
import { type Block, blocksOf } from './blocks.ts';
import { paper, stylesIn } from './styles.ts';
import { type RunLook, runs } from './text.ts';

const levels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

type Styled = { style?: string; heading?: (typeof levels)[number]; look?: RunLook };

const inDirection = (language: Language) => (language === 'ar' ? { bidirectional: true } : {});

/** A paragraph in one language, in its direction. */
const paragraph = (text: string, language: Language, { style, heading, look }: Styled = {}): Paragraph =>
  new Paragraph({
    ...inDirection(language),
    ...(style ? { style } : {}),
    ...(heading ? { heading } : {}),
    children: runs(text, language, look),
  });

/**
 * A plan as a Word document, to be written on in: headings that make its contents, real right-to-left paragraphs and
 * tables, the two languages beside each other where both are asked for.
 * @returns the bytes of a .docx file
 */
export async function writeWord(request: PrintRequest): Promise<Uint8Array> {
  const editions = settingsOf(request).map((setting) => createEdition(request, setting));
  const [edition] = editions;
  if (!edition) throw new Error('A layout without a language');
  const main = mainLanguage(edition);
  const { title, countryName } = edition.plan.about;
  const sections = editions.flatMap((each, index) => sectionsOf(each, index === 0));
  const document = new Document({
    title: writable(title[main] || say(edition, 'cover.untitled')[main]),
    creator: writable(countryName[main]),
    subject: edition.words.both('print.subject')[main],
    keywords: edition.words.both('print.keywords')[main],
    lastModifiedBy: edition.words.both('print.maker')[main],
    styles: stylesIn(main),
    sections,
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** The text of an edition, and its tables on their side. The contents, at the beginning, are the whole document’s. */
function sectionsOf(edition: Edition, first: boolean): ISectionOptions[] {
  const blocks = blocksOf(edition);
  const wide = blocks.filter((block) => block.as === 'table');
  const upright = blocks.filter((block) => block.as !== 'table');
  const list = first ? contents(edition) : [new Paragraph({ children: [new PageBreak()] })];
  return [
    { ...page(edition, false), children: [...cover(edition), ...list, ...running(edition, upright)] },
    ...(wide.length > 0 ? [{ ...page(edition, true), children: tables(edition, wide) }] : []),
  ];
}

/** A section’s paper, and what stands at the foot of each page: who may read it, and which page it is. */
function page(edition: Edition, isSideways: boolean): Pick<ISectionOptions, 'properties' | 'footers'> {
  const { width, height, margin } = paper;
  const orientation = isSideways ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  return {
    properties: { page: { size: { width, height, orientation }, margin } },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            style: 'Note',
            children: [
              ...edition.languages.flatMap((language) => [
                ...runs(classification(edition)[language], language),
                new TextRun(' · '),
              ]),
              new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
            ],
          }),
        ],
      }),
    },
  };
}

/** The first page: each language by itself, the leading one first. */
function cover(edition: Edition): FileChild[] {
  const { about, languages } = edition.plan;
  const order = edition.layout === 'facing' ? languages : edition.languages;
  const title = isBlank(about.title) ? say(edition, 'cover.untitled') : about.title;
  return order.flatMap((language) => [
    paragraph(about.countryName[language], language, { style: 'Country' }),
    paragraph(title[language] || say(edition, 'notTranslated')[language], language, { style: 'Title' }),
    ...[period(edition), standing(edition), classification(edition)]
      .filter((text) => text[language])
      .map((text) => paragraph(text[language], language)),
    ...adoption(edition, language),
    ...(edition.draft ? [paragraph(say(edition, 'notes.draft')[language], language, { style: 'Note' })] : []),
    paragraph(say(edition, 'notes.catalogue')[language], language, { style: 'Note' }),
  ]);
}

/** Who adopted an edition, and how it is known again; nothing of a draft. A code has no direction but its own. */
function adoption(edition: Edition, language: Language): Paragraph[] {
  return adoptedFacts(edition)
    .filter(({ key }) => key !== 'adoptedOn')
    .flatMap(({ key, label, text, to }) => {
      const name = `${label[language]}: `;
      if (key === 'code')
        return [
          paragraph(label[language], language, { style: 'Note' }),
          new Paragraph({
            ...(language === 'ar' ? { alignment: AlignmentType.RIGHT } : {}),
            children: [new TextRun(writable(text[language]))],
          }),
        ];
      const value = runs(text[language], language);
      return new Paragraph({
        ...inDirection(language),
        children: [
          ...runs(name, language),
          ...(to ? [new ExternalHyperlink({ link: to[language], children: value })] : value),
        ],
      });
    });
}

/** The contents as a field, which a word processor fills from the headings. */
function contents(edition: Edition): FileChild[] {
  return [
    new Paragraph({ children: [new PageBreak()] }),
    ...edition.languages.map((language) =>
      paragraph(say(edition, 'chapters.contents')[language], language, { style: 'ContentsTitle' }),
    ),
    new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-2' }),
    new Paragraph({ children: [new PageBreak()] }),
  ];
}

type Upright = Exclude<Block, { as: 'table' }>;

/** The text of the plan: headings in each language, and between them what belongs together, beside each other. */
function running(edition: Edition, blocks: readonly Upright[]): FileChild[] {
  const children: FileChild[] = [];
  let rows: TableRow[] = [];
  const end = () => {
    if (rows.length > 0) children.push(facing(rows));
    rows = [];
  };
  for (const block of blocks) {
    if (block.as === 'heading') {
      end();
      const heading = levels[block.level - 1] ?? HeadingLevel.HEADING_4;
      children.push(
        ...edition.languages
          .filter((language) => block.text[language])
          .map((language) => paragraph(block.text[language], language, { heading })),
      );
    } else if (edition.languages.length === 1) {
      children.push(...edition.languages.flatMap((language) => content(edition, block, language)));
    } else {
      const cells = edition.languages.map(
        (language) =>
          new TableCell({ children: content(edition, block, language), margins: { left: 100, right: 100 } }),
      );
      rows.push(new TableRow({ children: cells }));
    }
  }
  end();
  return children;
}

/** The paragraphs of a block in one language; a text of the plan that isn’t written in it says so. */
function content(edition: Edition, block: Exclude<Upright, { as: 'heading' }>, language: Language): Paragraph[] {
  const isMissing = !block.text[language].trim() && !isBlank(block.text);
  const written = isMissing ? [say(edition, 'notTranslated')[language]] : paragraphs(block.text[language]);
  if (block.as === 'text') {
    const style = block.look === 'note' || isMissing ? { style: 'Note' } : {};
    const found = written.map((each) => paragraph(each, language, style));
    return found.length > 0 ? found : [new Paragraph({})];
  }
  const name = runs(`${block.label[language]}: `, language, { bold: true });
  return (written.length > 0 ? written : ['']).map(
    (each, index) =>
      new Paragraph({
        ...inDirection(language),
        style: 'Fact',
        children: [...(index === 0 ? name : []), ...runs(each, language)],
      }),
  );
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const thin = { style: BorderStyle.SINGLE, size: 4, color: 'A8B3C2' } as const;

/** Two columns without lines, English left and Arabic right. */
const facing = (rows: TableRow[]): Table =>
  new Table({
    rows,
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: [paper.text / 2, paper.text / 2],
    layout: TableLayoutType.FIXED,
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
  });

type Wide = Extract<Block, { as: 'table' }>;

/** Each wide table once in each language, the Arabic ones from right to left; their heads stand on every page. */
const tables = (edition: Edition, blocks: readonly Wide[]): FileChild[] =>
  blocks.flatMap((block) =>
    edition.languages.flatMap((language) => [
      paragraph(block.title[language], language, { heading: HeadingLevel.HEADING_1 }),
      sheet(block, language),
    ]),
  );

function sheet({ heads, widths, rows }: Wide, language: Language): Table {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const columnWidths = widths.map((width) => Math.round((width / whole) * paper.textSideways));
  const row = (cells: readonly Bilingual[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (cell) =>
          new TableCell({
            verticalAlign: VerticalAlign.TOP,
            margins: { top: 40, bottom: 40, left: 70, right: 70 },
            ...(isHead ? { shading: { fill: 'E6EEF7' } } : {}),
            children: (paragraphs(cell[language]).length > 0 ? paragraphs(cell[language]) : ['']).map((text) =>
              paragraph(text, language, { style: 'Cell', look: { bold: isHead } }),
            ),
          }),
      ),
    });
  return new Table({
    rows: [row(heads, true), ...rows.map((cells) => row(cells, false))],
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths,
    layout: TableLayoutType.FIXED,
    ...(language === 'ar' ? { visuallyRightToLeft: true } : {}),
    borders: { top: thin, bottom: thin, left: thin, right: thin, insideHorizontal: thin, insideVertical: thin },
  });
}
