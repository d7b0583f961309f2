import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/node';
import type { Language } from '#plan/schema';
import { weightOf } from '#review/dispositionFilter';
import { languageOf } from '#review/textLanguage';
import { type DispositionWords, dispositionWords, roundFacts, roundName } from '../edition/dispositionWords.ts';
import type { DispositionPaper, PaperRow } from '../review/dispositionPaper.ts';
import { cellText, LONGEST } from './columns.ts';
import { readingOrder } from './features.ts';
import { sheetName } from './sheets.ts';
import { heightOf, stored } from './workbook.ts';

/** What a cell holds: a text of the interface, one that people wrote, a number, or a day (ISO 8601). */
type Content = { words: string } | { text: string; language?: Language } | { number: number } | { moment: string };
type Column = { head: string; width: number; of: (row: PaperRow) => Content };

/** Writes the table of dispositions as a workbook: a row for each comment and wording, with real numbers and days. */
export async function writeDispositionBook(paper: DispositionPaper): Promise<Uint8Array> {
  // Numbers are numbers here, and in sentences beside them they are written alike.
  const words = dispositionWords(paper.language, 'latin');
  const common = { rightToLeft: paper.language === 'ar', orientation: 'landscape' as const };
  const columns = columnsOf(paper, words);
  const sheets = [
    {
      ...common,
      data: tableOf(paper, columns, words),
      sheet: sheetName(words.say('sheet.name')),
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
    },
    {
      ...common,
      data: aboutOf(paper, words),
      sheet: sheetName(words.say('sheet.about')),
      columns: [{ width: 26 }, { width: 84 }],
    },
  ];
  const options = { fontFamily: 'Arial', fontSize: 10, features: [readingOrder] };
  return new Uint8Array(await writeExcelFile(sheets, options).toBuffer());
}

function columnsOf({ rows }: DispositionPaper, { say }: DispositionWords): Column[] {
  const head = (key: string) => say(`sheet.${key}`);
  const standing = ({ standing: is, movedTo }: PaperRow) =>
    is === 'moved' ? say('standing.moved', { place: movedTo }) : say(`standing.${is}`);
  const wording = (side: 'from' | 'to') => (row: PaperRow) => ({
    text: row.wording?.[side] ?? '',
    ...(row.wording?.language && { language: row.wording.language }),
  });
  const columns: Column[] = [
    { head: head('number'), width: 7, of: ({ number }) => ({ number }) },
    { head: head('round'), width: 8, of: ({ round }) => (round === null ? { words: '' } : { number: round }) },
    { head: head('place'), width: 34, of: ({ place }) => ({ words: place }) },
    { head: head('standing'), width: 20, of: (row) => ({ words: standing(row) }) },
    { head: head('kind'), width: 14, of: ({ kind }) => ({ words: say(`kinds.${kind}`) }) },
    { head: head('weight'), width: 12, of: (row) => ({ words: row.weight ? say(`weights.${weightOf(row)}`) : '' }) },
    { head: head('author'), width: 18, of: ({ author }) => ({ text: author }) },
    { head: head('side'), width: 10, of: ({ side }) => ({ words: say(`sides.${side}`) }) },
    { head: head('at'), width: 12, of: ({ at }) => ({ moment: at }) },
    { head: head('quote'), width: 30, of: ({ quote }) => ({ text: quote }) },
    { head: head('body'), width: 50, of: ({ body }) => ({ text: body }) },
    { head: head('from'), width: 40, of: wording('from') },
    { head: head('to'), width: 40, of: wording('to') },
    { head: head('did'), width: 18, of: ({ did }) => ({ words: say(`did.${did}`) }) },
    { head: head('why'), width: 44, of: ({ why }) => ({ text: why }) },
    { head: head('by'), width: 18, of: ({ by }) => ({ text: by }) },
    { head: head('when'), width: 12, of: ({ when }) => ({ moment: when }) },
  ];
  // Without a proposed wording, the two columns for it would only be in the way.
  return rows.some(({ kind }) => kind === 'suggestion') || rows.length === 0
    ? columns
    : columns.filter(({ head: name }) => name !== head('from') && name !== head('to'));
}

const side = (language: Language) => (language === 'ar' ? ('right' as const) : ('left' as const));
const GREY = '#5B6675';

function tableOf({ rows, language }: DispositionPaper, columns: readonly Column[], words: DispositionWords): SheetData {
  const height = (contents: readonly string[]) =>
    heightOf(
      contents.map((text) => ({ text })),
      columns,
    );
  const headHeight = height(columns.map(({ head }) => head));
  const heads = columns.map(
    ({ head }): CellObject => ({
      ...textCell(head, language),
      fontWeight: 'bold',
      backgroundColor: '#E6EEF7',
      height: headHeight,
    }),
  );
  return [
    heads,
    ...rows.map((row) => {
      const contents = columns.map(({ of }) => of(row));
      const texts = contents.map((content) =>
        'words' in content ? content.words : 'text' in content ? content.text : '',
      );
      const high = height(texts);
      return contents.map((content): CellObject => ({ ...cellOf(content, language, words), height: high }));
    }),
  ];
}

function cellOf(content: Content, main: Language, words: DispositionWords): CellObject {
  const top = { alignVertical: 'top' as const };
  if ('number' in content) return { ...top, type: Number, value: content.number };
  if ('moment' in content) {
    const value = content.moment ? new Date(`${content.moment.slice(0, 10)}T00:00:00Z`) : undefined;
    return { ...top, type: Date, value, format: 'yyyy-mm-dd' };
  }
  if ('words' in content) return textCell(content.words, main);
  const clean = cellText(content.text);
  if (clean.length > LONGEST) return textCell(words.say('sheet.tooLong'), main);
  return textCell(clean, content.language ?? languageOf(clean, main));
}

/** A cell of text, which is text whatever it begins with: never a formula. */
function textCell(text: string, language: Language): CellObject {
  const common = { type: String, format: '@', wrap: true, align: side(language), alignVertical: 'top' as const };
  const value = cellText(text);
  return value.trim() === '' ? common : { ...common, value: stored(value) };
}

/** What the table is of: the plan, the country, the day, and the rounds that it covers. */
function aboutOf({ title, country, day, rounds, language }: DispositionPaper, words: DispositionWords): SheetData {
  const { say } = words;
  const fact = (name: string, value: string, of: Language = language): SheetData[number] => [
    { ...textCell(name, language), textColor: GREY },
    textCell(value, of),
  ];
  const both = (text: typeof title) => (['ar', 'en'] as const).filter((each) => text[each].trim() !== '');
  return [
    [{ ...textCell(say('title'), language), fontWeight: 'bold', fontSize: 12 }],
    ...both(title).map((each) => fact(say('sheet.plan'), title[each], each)),
    ...both(country).map((each) => fact(say('sheet.country'), country[each], each)),
    fact(say('paper.asOf', { date: words.date(day) }), ''),
    ...rounds.map((round) => fact(roundName(round.number, words), roundFacts(round, words))),
    fact('', say('intro')),
  ];
}
