import { weightOf } from '#review/dispositionFilter';
import { type DispositionWords, dispositionWords, roundFacts, roundName } from '../edition/dispositionWords.ts';
import type { DispositionPaper, PaperRow } from '../review/dispositionPaper.ts';
import type { AboutSheet, Content } from './book.ts';
import { writeTableBook } from './tableBook.ts';

type Column = { head: string; width: number; of: (row: PaperRow) => Content };

/** Writes the table of dispositions as a workbook: a row for each comment and wording, with real numbers and days. */
export async function writeDispositionBook(paper: DispositionPaper): Promise<Uint8Array> {
  // Numbers are numbers here, and in sentences beside them they are written alike.
  const words = dispositionWords(paper.language, 'latin');
  const columns = columnsOf(paper, words);
  return writeTableBook({
    language: paper.language,
    tables: [
      {
        name: words.say('sheet.name'),
        columns,
        rows: paper.rows.map((row) => columns.map(({ of }) => of(row))),
      },
    ],
    about: aboutOf(paper, words),
    tooLong: words.say('sheet.tooLong'),
  });
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

/** What the table is of: the plan, the country, the day, and the rounds that it covers. */
function aboutOf({ title, country, day, rounds }: DispositionPaper, words: DispositionWords): AboutSheet {
  const { say } = words;
  const both = (name: string, text: typeof title) =>
    (['ar', 'en'] as const)
      .filter((language) => text[language].trim() !== '')
      .map((language) => ({ name, value: text[language], language }));
  return {
    name: say('sheet.about'),
    title: say('title'),
    facts: [
      ...both(say('sheet.plan'), title),
      ...both(say('sheet.country'), country),
      { name: say('paper.asOf', { date: words.date(day) }), value: '' },
      ...rounds.map((round) => ({ name: roundName(round.number, words), value: roundFacts(round, words) })),
      { name: '', value: say('intro') },
    ],
  };
}
