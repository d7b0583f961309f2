import { areas, recommendationsIn } from '#catalogue/recommendations';
import { isRealDate } from '#plan/calendar';
import { type Action, type Bilingual, inOrder, type Language } from '#plan/schema';
import { actionGroups, gapOf } from '../edition/actionGroups.ts';
import { paragraphNumber, recommendationTitle } from '../edition/catalogue.ts';
import { agencyName, type Edition, figures, joined, label, say } from '../edition/edition.ts';
import { comma } from '../edition/value.ts';
import { writable } from '../edition/writable.ts';
import { FIRST_DAY } from './formats.ts';

/** What a cell holds: a text, a real number, a day (ISO 8601), or nothing. */
export type Cell = { text: string } | { number: number } | { amount: number } | { day: string } | null;

/**
 * A column of a table, for the way out and the way back. `field`: the field of the row's entry that it is of, by its name.
 * `names`: it tells by a number what the row is (`row`), or of which action (`action`), which a new row has to say. With
 * neither it is computed. `cell` gives what it holds in the row of a path: a text in `language`, words in `main`.
 */
export type Column = {
  head: Bilingual;
  width: number;
  field?: string;
  names?: 'row' | 'action';
  isText: boolean;
  cell: (path: string, language: Language, main: Language) => Cell;
};
type TableKind = 'actions' | 'indicators' | 'funding' | 'decisions';
/** A table of a workbook, with a row for each path. */
export type Table = { kind: TableKind; name: Bilingual; columns: Column[]; paths: readonly string[] };

type Row<T> = T & { path: string };
type Definition<T> = { head: Bilingual; width: number; field?: string; names?: 'row' | 'action' } & (
  | { cell: (row: Row<T>, main: Language) => Cell }
  /** It is a column in each language that is asked for. */
  | { text: (row: Row<T>) => Bilingual }
);

/** The parts of a plan that people count and compare: actions, indicators, money, and the answer to each recommendation. */
export function tablesOf(edition: Edition): Table[] {
  const name = (path: string) => label(edition, path);
  const head = (key: string) => say(edition, `matrix.${key}`);
  const write = figures(edition);
  const actions = actionGroups(edition).flatMap((group) => group.actions);
  const number = (id: string): Cell => numbered(edition.numbers.get(id) ?? '');
  const option = (set: string, value: string, main: Language): Cell =>
    value === 'unstated' || value === 'none' ? null : written(edition.words.both(`plan.options.${set}.${value}`)[main]);
  const table = <T>(kind: TableKind, title: Bilingual, columns: Definition<T>[], rows: Row<T>[]): Table =>
    tableOf(kind, title, columns, rows, say(edition, 'tooLongForCell'));
  const decision = (id: string) => edition.plan.decisions[id];

  return [
    table<Action & { id: string }>(
      'actions',
      say(edition, 'chapters.actions'),
      [
        { head: head('number'), width: 6, names: 'row', cell: ({ id }) => number(id) },
        { head: name('actions.title'), width: 40, field: 'title', text: ({ title }) => title },
        {
          head: name('actions.recommendations'),
          width: 16,
          field: 'recommendations',
          cell: ({ recommendations }, main) =>
            written(
              joined(
                recommendations.map((id) => paragraphNumber(edition, id)),
                comma,
              )[main],
            ),
        },
        {
          head: name('actions.leadAgency'),
          width: 26,
          field: 'leadAgency',
          cell: ({ leadAgency }, main) => written(bodyName(edition, leadAgency, main)),
        },
        {
          head: name('actions.partners'),
          width: 30,
          field: 'partners',
          cell: ({ partners }, main) =>
            written(
              partners
                .map((id) => bodyName(edition, id, main))
                .filter((body) => body.trim() !== '')
                .join(main === 'ar' ? '؛ ' : '; '),
            ),
        },
        {
          head: name('actions.level'),
          width: 14,
          field: 'level',
          cell: ({ level }, main) => option('level', level, main),
        },
        { head: name('actions.start'), width: 12, field: 'start', cell: ({ start }) => day(start) },
        { head: name('actions.end'), width: 12, field: 'end', cell: ({ end }) => day(end) },
        { head: name('actions.cost'), width: 16, field: 'cost', cell: ({ cost }) => amount(cost) },
        { head: name('actions.currency'), width: 9, field: 'currency', cell: ({ currency }) => written(currency) },
        { head: say(edition, 'money.gap'), width: 16, cell: (action) => amount(gapOf(action) ?? '') },
        {
          head: name('actions.expectedResult'),
          width: 50,
          field: 'expectedResult',
          text: ({ expectedResult }) => expectedResult,
        },
      ],
      actions.map((action) => ({ ...action, path: `actions.${action.id}` })),
    ),
    table<Action['indicators'][string] & { action: string }>(
      'indicators',
      say(edition, 'indicatorTable.title'),
      [
        { head: head('action'), width: 9, names: 'action', cell: ({ action }) => number(action) },
        { head: name('actions.indicators.name'), width: 46, field: 'name', text: (row) => row.name },
        { head: name('actions.indicators.unit'), width: 18, field: 'unit', text: ({ unit }) => unit },
        {
          head: name('actions.indicators.baseline'),
          width: 12,
          field: 'baseline',
          cell: ({ baseline }) => numbered(baseline),
        },
        {
          head: name('actions.indicators.baselineYear'),
          width: 10,
          field: 'baselineYear',
          cell: ({ baselineYear }) => numbered(baselineYear ?? ''),
        },
        { head: name('actions.indicators.target'), width: 12, field: 'target', cell: ({ target }) => numbered(target) },
        {
          head: name('actions.indicators.targetYear'),
          width: 10,
          field: 'targetYear',
          cell: ({ targetYear }) => numbered(targetYear ?? ''),
        },
        {
          head: name('actions.indicators.verification'),
          width: 36,
          field: 'verification',
          text: ({ verification }) => verification,
        },
        {
          head: name('actions.indicators.frequency'),
          width: 14,
          field: 'frequency',
          cell: ({ frequency }, main) => option('frequency', frequency, main),
        },
      ],
      actions.flatMap(({ id: action, indicators }) =>
        inOrder(indicators).map((row) => ({ ...row, action, path: `actions.${action}.indicators.${row.id}` })),
      ),
    ),
    table<Action['funding'][string] & { action: string; currency: string }>(
      'funding',
      say(edition, 'chapters.money'),
      [
        { head: head('action'), width: 9, names: 'action', cell: ({ action }) => number(action) },
        { head: name('actions.funding.source'), width: 40, field: 'source', text: ({ source }) => source },
        { head: name('actions.funding.amount'), width: 16, field: 'amount', cell: (row) => amount(row.amount) },
        { head: name('actions.currency'), width: 9, cell: ({ currency }) => written(currency) },
        { head: name('actions.funding.year'), width: 9, field: 'year', cell: ({ year }) => numbered(year ?? '') },
        {
          head: name('actions.funding.status'),
          width: 14,
          field: 'status',
          cell: ({ status }, main) => option('funding', status, main),
        },
      ],
      actions.flatMap(({ id: action, currency, funding }) =>
        inOrder(funding).map((row) => ({ ...row, action, currency, path: `actions.${action}.funding.${row.id}` })),
      ),
    ),
    table<{ id: string }>(
      'decisions',
      say(edition, 'chapters.choices'),
      [
        {
          head: head('source'),
          width: 12,
          names: 'row',
          cell: ({ id }, main) => written(paragraphNumber(edition, id)[main]),
        },
        {
          head: edition.words.both('plan.sections.decisions'),
          width: 60,
          text: ({ id }) => recommendationTitle(edition, id),
        },
        {
          head: name('decisions.decision'),
          width: 16,
          field: 'decision',
          cell: ({ id }, main) => option('decision', decision(id)?.decision ?? 'undecided', main),
        },
        {
          head: name('decisions.priority'),
          width: 12,
          field: 'priority',
          cell: ({ id }, main) => option('priority', decision(id)?.priority ?? 'none', main),
        },
        {
          head: name('decisions.reason'),
          width: 50,
          field: 'reason',
          text: ({ id }) => decision(id)?.reason ?? { ar: '', en: '' },
        },
        {
          head: say(edition, 'correspondence.actions'),
          width: 12,
          cell: ({ id }, main) =>
            written(
              joined(
                actions
                  .filter(({ recommendations }) => recommendations.includes(id))
                  .map((action) => write.label(edition.numbers.get(action.id) ?? '')),
                comma,
              )[main],
            ),
        },
      ],
      areas.flatMap(recommendationsIn).map(({ id }) => ({ id, path: `decisions.${id}` })),
    ),
  ];
}

function tableOf<T>(
  kind: TableKind,
  name: Bilingual,
  columns: readonly Definition<T>[],
  rows: readonly Row<T>[],
  tooLong: Bilingual,
): Table {
  const byPath = new Map(rows.map((row) => [row.path, row]));
  return {
    kind,
    name,
    paths: [...byPath.keys()],
    columns: columns.map((column) => ({
      head: column.head,
      width: column.width,
      field: column.field,
      names: column.names,
      isText: 'text' in column,
      cell: (path, language, main) => {
        const row = byPath.get(path);
        if (!row) return null;
        return 'text' in column ? written(column.text(row)[language], tooLong[main]) : column.cell(row, main);
      },
    })),
  };
}

/** A body’s name as the plan prints it; where it has none in that language, what it has, so that no list leaves it out. */
export function bodyName(edition: Edition, id: string | null, main: Language): string {
  const name = agencyName(edition, id);
  const known = [name[main], name.ar, name.en].find((each) => each.trim() !== '');
  return known ?? (id === null ? '' : (edition.plan.agencies[id]?.acronym ?? ''));
}

/** As many characters as a cell takes (ECMA-376, 18.18.90, as Excel limits it). */
export const LONGEST = 32_767;

/** Signs that a workbook loses on its way, shown by their codes too. */
const lost = /\ufffd|\p{Noncharacter_Code_Point}/gu;
const coded = (sign: string) => `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}]`;

/** A text as a cell holds it. */
export const cellText = (text: string): string => writable(text.replace(/\r\n?/g, '\n')).replace(lost, coded);

function written(text: string, tooLong = ''): Cell {
  const clean = cellText(text);
  if (clean.trim() === '') return null;
  return { text: clean.length > LONGEST ? tooLong : clean };
}
const numbered = (value: string | number): Cell => (value === '' ? null : { number: Number(value) });
const amount = (value: string): Cell => (value === '' ? null : { amount: Number(value) });
/** A day that programs know as one; what isn't any, or lies before their calendars, is a text. */
const day = (date: string): Cell => {
  if (date === '') return null;
  return isRealDate(date) && date >= FIRST_DAY ? { day: date } : { text: date };
};
