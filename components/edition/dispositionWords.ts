import { type Digits, formatDate, formatDigits } from '#i18n/format';
import arDisposition from '#locales/ar/disposition';
import enDisposition from '#locales/en/disposition';
import type { Language } from '#plan/schema';
import type { PaperRound } from '../review/dispositionPaper.ts';
import { messages } from './messages.ts';
import { createWords, type Values } from './words.ts';

/** What a table of dispositions is written with, in one language. */
export type DispositionWords = {
  /** A message of the table itself. */
  say: (key: string, values?: Values) => string;
  /** A message of all that is printed. */
  print: (key: string, values?: Values) => string;
  /** A day, of an ISO moment; '' stays ''. */
  date: (moment: string) => string;
  /** A number as a label. */
  label: (value: number | string) => string;
};

/** The words of the table, with the figures that the plan has on paper. */
export function dispositionWords(language: Language, digits: Digits): DispositionWords {
  const { both } = createWords(
    { ar: { ...messages.ar, disposition: arDisposition }, en: { ...messages.en, disposition: enDisposition } } as never,
    digits,
  );
  return {
    say: (key, values) => both(`disposition.${key}`, values)[language],
    print: (key, values) => both(`print.${key}`, values)[language],
    date: (moment) => formatDate(moment, language, digits),
    label: (value) => formatDigits(value, language, digits),
  };
}

/** “Round 2”; what belongs to no round has a name too. */
export const roundName = (round: number | null, { say, label }: DispositionWords): string =>
  round === null ? say('outside') : say('round', { number: label(round) });

/** “sent on 3 March 2027; returned on 20 March 2027”. */
export function roundFacts({ sentAt, withdrawnAt, outcome, decidedAt }: PaperRound, words: DispositionWords): string {
  const { say, date } = words;
  const facts = [
    say('paper.sent', { date: date(sentAt) }),
    withdrawnAt && say('paper.withdrawn', { date: date(withdrawnAt) }),
    outcome ? say(`paper.${outcome}`, { date: date(decidedAt) }) : withdrawnAt ? '' : say('paper.undecided'),
  ];
  return facts.filter(Boolean).join(say('paper.between'));
}
