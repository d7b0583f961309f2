import { areas, recommendationsIn } from '#catalogue/recommendations';
import { type Action, type Bilingual, inOrder, type Language } from '#plan/schema';
import { actionGroups, gapOf } from '../edition/actionGroups.ts';
import { paragraphNumber, recommendationTitle } from '../edition/catalogue.ts';
import { agencyName, type Edition, figures, joined, label, mainLanguage, say } from '../edition/edition.ts';
import { comma } from '../edition/value.ts';
import { writable } from '../edition/writable.ts';

/** What a cell holds: a text, a real number, a day (ISO 8601), or nothing. */
export type Cell = { text: string } | { number: number } | { amount: number } | { day: string } | null;
type Column = { head: string; width: number; language?: Language };
/** A sheet of a workbook. The first column holds the path of what the row is about, by which it is found again. */
export type Sheet = { name: string; columns: Column[]; rows: Cell[][] };

type Row<T> = T & { path: string };
/** A column, and how a row fills it. A text has a column in each language that is asked for. */
type Filled<T> =
  | { head: Bilingual; width: number; cell: (row: Row<T>) => Cell }
  | { head: Bilingual; width: number; text: (row: Row<T>) => Bilingual };

/**
 * The parts of a plan that people count and compare, as sheets: actions, indicators, money, and the answer to each
 * recommendation. The main language is that of the heads, and gives the sheets their direction.
 */
export function sheetsOf(edition: Edition): Sheet[] {
  const main = mainLanguage(edition);
  const name = (path: string) => label(edition, path);
  const head = (key: string) => say(edition, `matrix.${key}`);
  const write = figures(edition);
  const actions = actionGroups(edition).flatMap((group) => group.actions);
  const number = (id: string): Cell => numbered(edition.numbers.get(id) ?? '');
  const named = (text: Bilingual): Cell => written(text[main]);
  const option = (set: string, value: string): Cell =>
    value === 'unstated' || value === 'none' ? null : named(edition.words.both(`plan.options.${set}.${value}`));
  const sheet = <T>(title: Bilingual, columns: Filled<T>[], rows: Row<T>[]): Sheet =>
    laidOut(edition, main, title, columns, rows);

  return [
    sheet<Action & { id: string }>(
      say(edition, 'chapters.actions'),
      [
        { head: head('number'), width: 6, cell: ({ id }) => number(id) },
        { head: name('actions.title'), width: 40, text: ({ title }) => title },
        {
          head: name('actions.recommendations'),
          width: 16,
          cell: ({ recommendations }) =>
            named(
              joined(
                recommendations.map((id) => paragraphNumber(edition, id)),
                comma,
              ),
            ),
        },
        {
          head: name('actions.leadAgency'),
          width: 26,
          cell: ({ leadAgency }) => named(agencyName(edition, leadAgency)),
        },
        {
          head: name('actions.partners'),
          width: 30,
          cell: ({ partners }) =>
            named(
              joined(
                partners.map((id) => agencyName(edition, id)),
                { ar: '؛ ', en: '; ' },
              ),
            ),
        },
        { head: name('actions.level'), width: 14, cell: ({ level }) => option('level', level) },
        { head: name('actions.start'), width: 12, cell: ({ start }) => day(start) },
        { head: name('actions.end'), width: 12, cell: ({ end }) => day(end) },
        { head: name('actions.cost'), width: 16, cell: ({ cost }) => amount(cost) },
        { head: name('actions.currency'), width: 9, cell: ({ currency }) => written(currency) },
        { head: say(edition, 'money.gap'), width: 16, cell: (action) => amount(gapOf(action) ?? '') },
        { head: name('actions.expectedResult'), width: 50, text: ({ expectedResult }) => expectedResult },
      ],
      actions.map((action) => ({ ...action, path: `actions.${action.id}` })),
    ),
    sheet<Action['indicators'][string] & { action: string }>(
      say(edition, 'indicatorTable.title'),
      [
        { head: say(edition, 'matrix.action'), width: 9, cell: ({ action }) => number(action) },
        { head: name('actions.indicators.name'), width: 46, text: (row) => row.name },
        { head: name('actions.indicators.unit'), width: 18, text: ({ unit }) => unit },
        { head: name('actions.indicators.baseline'), width: 12, cell: ({ baseline }) => numbered(baseline) },
        {
          head: name('actions.indicators.baselineYear'),
          width: 10,
          cell: ({ baselineYear }) => numbered(baselineYear ?? ''),
        },
        { head: name('actions.indicators.target'), width: 12, cell: ({ target }) => numbered(target) },
        {
          head: name('actions.indicators.targetYear'),
          width: 10,
          cell: ({ targetYear }) => numbered(targetYear ?? ''),
        },
        { head: name('actions.indicators.verification'), width: 36, text: ({ verification }) => verification },
        {
          head: name('actions.indicators.frequency'),
          width: 14,
          cell: ({ frequency }) => option('frequency', frequency),
        },
      ],
      actions.flatMap((action) =>
        inOrder(action.indicators).map((indicator) => ({
          ...indicator,
          action: action.id,
          path: `actions.${action.id}.indicators.${indicator.id}`,
        })),
      ),
    ),
    sheet<Action['funding'][string] & { action: string; currency: string }>(
      say(edition, 'chapters.money'),
      [
        { head: say(edition, 'matrix.action'), width: 9, cell: ({ action }) => number(action) },
        { head: name('actions.funding.source'), width: 40, text: ({ source }) => source },
        { head: name('actions.funding.amount'), width: 16, cell: (row) => amount(row.amount) },
        { head: name('actions.currency'), width: 9, cell: ({ currency }) => written(currency) },
        { head: name('actions.funding.year'), width: 9, cell: ({ year }) => numbered(year ?? '') },
        { head: name('actions.funding.status'), width: 14, cell: ({ status }) => option('funding', status) },
      ],
      actions.flatMap((action) =>
        inOrder(action.funding).map((funding) => ({
          ...funding,
          action: action.id,
          currency: action.currency,
          path: `actions.${action.id}.funding.${funding.id}`,
        })),
      ),
    ),
    sheet<{ id: string }>(
      say(edition, 'chapters.choices'),
      [
        { head: head('source'), width: 12, cell: ({ id }) => named(paragraphNumber(edition, id)) },
        {
          head: edition.words.both('plan.sections.decisions'),
          width: 60,
          text: ({ id }) => recommendationTitle(edition, id),
        },
        {
          head: name('decisions.decision'),
          width: 16,
          cell: ({ id }) =>
            named(edition.words.both(`plan.options.decision.${edition.plan.decisions[id]?.decision ?? 'undecided'}`)),
        },
        {
          head: name('decisions.priority'),
          width: 12,
          cell: ({ id }) => option('priority', edition.plan.decisions[id]?.priority ?? 'none'),
        },
        {
          head: name('decisions.reason'),
          width: 50,
          text: ({ id }) => edition.plan.decisions[id]?.reason ?? { ar: '', en: '' },
        },
        {
          head: say(edition, 'correspondence.actions'),
          width: 12,
          cell: ({ id }) =>
            named(
              joined(
                actions
                  .filter(({ recommendations }) => recommendations.includes(id))
                  .map((action) => write.label(edition.numbers.get(action.id) ?? '')),
                comma,
              ),
            ),
        },
      ],
      areas.flatMap(recommendationsIn).map(({ id }) => ({ id, path: `decisions.${id}` })),
    ),
  ];
}

/** A sheet with a column for each text and language. */
function laidOut<T>(
  edition: Edition,
  main: Language,
  title: Bilingual,
  columns: readonly Filled<T>[],
  rows: readonly Row<T>[],
): Sheet {
  const { languages } = edition;
  const name = (language: Language) => say(edition, `languages.${language}`)[main];
  const all = columns.flatMap((column): (Column & { cell: (row: Row<T>) => Cell })[] => {
    const { width } = column;
    if ('cell' in column) return [{ head: column.head[main], width, cell: column.cell }];
    return languages.map((language) => ({
      head: languages.length > 1 ? `${column.head[main]} (${name(language)})` : column.head[main],
      width,
      language,
      cell: (row) => written(column.text(row)[language], say(edition, 'tooLongForCell')[main]),
    }));
  });
  return {
    name: title[main],
    columns: [{ head: say(edition, 'path')[main], width: 14 }, ...all.map(({ cell: _, ...column }) => column)],
    rows: rows.map((row) => [{ text: row.path }, ...all.map(({ cell }) => cell(row))]),
  };
}

/** As many characters as a cell takes (ECMA-376, 18.18.90, as Excel limits it). */
export const LONGEST = 32_767;

function written(text: string, tooLong = ''): Cell {
  const clean = writable(text);
  if (clean.trim() === '') return null;
  return { text: clean.length > LONGEST ? tooLong : clean };
}
const numbered = (value: string | number): Cell => (value === '' ? null : { number: Number(value) });
const amount = (value: string): Cell => (value === '' ? null : { amount: Number(value) });
const day = (date: string): Cell => (date === '' ? null : { day: date });
