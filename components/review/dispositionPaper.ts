import type { Digits } from '#i18n/format';
import type { Bilingual, Language, Plan } from '#plan/schema';
import type { DispositionRow, PlacedDisposition } from '#review/disposition';
import { numbered } from '#review/dispositionFilter';
import type { Passage } from '#review/passages';
import type { Outcome } from '#review/sides';
import { placeText, type Wording } from '../plan/placeWords.ts';
import { type ShownWording, shownWording } from './dispositionWording.ts';

/** A row as a spreadsheet or a printed table has it: its place and values in words, moments as ISO 8601. */
export type PaperRow = Pick<
  DispositionRow,
  'kind' | 'id' | 'round' | 'side' | 'weight' | 'quote' | 'body' | 'did' | 'why'
> & {
  number: number;
  place: string;
  /** What became of the passage, and where it stands now if that is elsewhere. */
  standing: Standing;
  movedTo: string;
  author: string;
  at: string;
  wording: ShownWording | null;
  by: string;
  when: string;
};

/** `wordsGone`: the field is there, the words aren’t. */
export type Standing = 'here' | 'moved' | 'wordsGone' | 'gone';

/** A round that the table covers. */
export type PaperRound = {
  number: number;
  sentAt: string;
  withdrawnAt: string;
  outcome: Outcome | null;
  decidedAt: string;
};

/** The table of dispositions as a document: all that whoever writes it needs, in one language of the interface. */
export type DispositionPaper = {
  language: Language;
  digits: Digits;
  /** The day of which it is, ISO 8601. */
  day: string;
  title: Bilingual;
  country: Bilingual;
  /** Whether the plan has actions that a public edition leaves out: what is quoted may be theirs. */
  isRestricted: boolean;
  rounds: PaperRound[];
  rows: PaperRow[];
};

/** A round as it is listed. */
export type KnownRound = {
  number: number;
  sentAt: Date;
  withdrawnAt: Date | null;
  decision: { outcome: Outcome; at: Date } | null;
};

export const standingOf = ({ state, hasField }: Pick<Passage, 'state' | 'hasField'>): Standing =>
  state === 'gone' && hasField ? 'wordsGone' : state;

/**
 * Puts the table into words.
 * @param rounds those that the reader may know of; rows of others stand under their number alone
 */
export function dispositionPaper(
  { plan, rows }: { plan: Plan; rows: readonly PlacedDisposition[] },
  rounds: readonly KnownRound[],
  { day, country, wording }: { day: string; country: Bilingual; wording: Omit<Wording, 'plan' | 'digits'> },
): DispositionPaper {
  const { digits, title } = plan.about;
  const context: Wording = { ...wording, plan, digits };
  return {
    language: wording.locale,
    digits,
    day,
    title,
    country,
    isRestricted: Object.values(plan.actions).some(({ restricted }) => restricted),
    rounds: rounds.map(roundOf).sort((a, b) => a.number - b.number),
    rows: numbered(rows).map((row) => paperRow(row, context)),
  };
}

const roundOf = ({ number, sentAt, withdrawnAt, decision }: KnownRound): PaperRound => ({
  number,
  sentAt: sentAt.toISOString(),
  withdrawnAt: withdrawnAt?.toISOString() ?? '',
  outcome: decision?.outcome ?? null,
  decidedAt: decision?.at.toISOString() ?? '',
});

function paperRow(row: PlacedDisposition & { number: number }, context: Wording): PaperRow {
  const { kind, id, round, number, side, weight, quote, body, did, why, path, passage, author, at, by, when } = row;
  return {
    ...{ kind, id, round, number, side, weight, quote, body, did, why },
    place: placeText(path, context),
    standing: standingOf(passage),
    movedTo: passage.state === 'moved' && passage.path ? placeText(passage.path, context) : '',
    author: author.name,
    at: at.toISOString(),
    wording: row.wording && shownWording(path, row.wording, context),
    by: by?.name ?? '',
    when: when?.toISOString() ?? '',
  };
}
