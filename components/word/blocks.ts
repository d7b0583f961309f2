import { areas, isVerified, recommendationsIn } from '#catalogue/recommendations';
import { assess } from '#plan/criteria';
import { catalogueTexts } from '#plan/criterion';
import type { OutlineEntry, OutlineItem } from '#plan/outline';
import { type Bilingual, inOrder } from '#plan/schema';
import { actionGroups, gapFact } from '../edition/actionGroups.ts';
import { paragraphNumber, recommendationTitle } from '../edition/catalogue.ts';
import { apart, apartItems, basisItems, isOneList, sectionTitle } from '../edition/chapters.ts';
import {
  actionNumber,
  agencyName,
  alike,
  changed,
  dot,
  type Edition,
  figures,
  isBlank,
  itemsOf,
  joined,
  label,
  say,
} from '../edition/edition.ts';
import { comma, printed } from '../edition/value.ts';

type Level = 1 | 2 | 3 | 4;

/** What a document of running text is made of, whatever it is written as. */
export type Block =
  | { as: 'heading'; level: Level; text: Bilingual }
  /** Running text; the plan’s own may lack one of the languages. */
  | { as: 'text'; text: Bilingual; look: 'body' | 'note' }
  /** A few words or figures, after their name. */
  | { as: 'fact'; label: Bilingual; text: Bilingual }
  /** A wide table, to stand once in each language. `widths` are shares of the whole. */
  | { as: 'table'; title: Bilingual; heads: Bilingual[]; widths: number[]; rows: Bilingual[][] };

type Wide = Extract<Block, { as: 'table' }>;

/** Sections whose place is elsewhere: at the front, or in a table at the end. */
const elsewhere = new Set<string>(['languages', 'about', 'agencies', 'criteria', 'decisions']);

const heading = (level: Level, text: Bilingual): Block => ({ as: 'heading', level, text });
const note = (text: Bilingual): Block => ({ as: 'text', text, look: 'note' });
const chapter = (title: Bilingual, content: Block[]): Block[] =>
  content.length > 0 ? [heading(1, title), ...content] : [];

/** The whole plan as running text, in the document’s order; what is empty is left out. */
export function blocksOf(edition: Edition): Block[] {
  const front = apart.flatMap((name) =>
    chapter(say(edition, `chapters.${name}`), fields(edition, apartItems(edition, name), null)),
  );
  const basis = fields(edition, basisItems(edition), 2);
  const body = edition.sections
    .filter(({ key, empty }) => !elsewhere.has(key) && !empty)
    .flatMap(({ key, items }) => {
      if (key === 'actions') return chapter(say(edition, 'chapters.actions'), actions(edition));
      return chapter(sectionTitle(edition, key), fields(edition, items, isOneList(items, key) ? null : 2));
    });
  return [...front, ...chapter(say(edition, 'chapters.basis'), basis), ...body, ...annexes(edition)];
}

/**
 * Items one under the other: those of a few words first, each other under its own heading where `level` gives one. With
 * `inLine` a text follows its name on the line; with null there is one, and what stands above names it.
 */
function fields(edition: Edition, items: readonly OutlineItem[], level: Level | 'inLine' | null, around = ''): Block[] {
  const own = items.find((item) => item.kind === 'currency');
  const currency = own?.kind === 'currency' ? own.value : around;
  const all = items.map((item) => ({
    item,
    name: label(edition, item.labelPath),
    ...printed(edition, item, currency),
  }));
  const above = level === 'inLine' ? 4 : level;
  const deeper = Math.min(4, (above ?? 2) + 1) as Level;
  const facts = all.flatMap((each): Block[] =>
    each.as === 'short' ? [{ as: 'fact', label: each.name, text: each.text }] : [],
  );
  const long = all.flatMap((each): Block[] => {
    const over = above === null ? [] : [heading(above, each.name)];
    switch (each.as) {
      case 'text':
        if (level === 'inLine') return [{ as: 'fact', label: each.name, text: each.text }];
        return [...over, { as: 'text', text: each.text, look: 'body' }];
      case 'entries':
        return [...over, ...each.entries.map(({ text }): Block => ({ as: 'text', text, look: 'body' }))];
      case 'group':
        return [...over, ...fields(edition, each.items, deeper, currency)];
      case 'records':
        return [...over, ...each.records.flatMap((record) => entry(edition, record, deeper, currency))];
      default:
        return [];
    }
  });
  return [...facts, ...long];
}

/** A thing of a list: its title as a heading, then all that is not its title; on one line where that is but facts. */
function entry(
  edition: Edition,
  { entry: { items, number, title: own }, title }: { entry: OutlineEntry; title: Bilingual },
  level: Level,
  currency: string,
): Block[] {
  const figure = figures(edition).label(number);
  const named = changed(title, (text, language) => `${figure[language]}. ${text}`);
  const rest = items.filter((item) => !('value' in item && own !== null && item.value === own));
  const inside = fields(edition, rest, 'inLine', currency);
  const facts = inside.flatMap((block) => (block.as === 'fact' ? [block] : []));
  const isShort = facts.every(({ text }) => `${text.ar}${text.en}`.length < SHORT);
  if (facts.length < inside.length || !isShort) return [heading(level, named), ...inside];
  const line = facts.map((fact) => changed(fact.text, (text, language) => `${fact.label[language]}: ${text}`));
  return [{ as: 'fact', label: named, text: joined(line, dot) }];
}

/** A fact of fewer letters, in both languages, shares a line with others. */
const SHORT = 90;

/** What stands above the other fields of an action, or in the heading of its group. */
const before = new Set(['title', 'objective', 'restricted']);

/** Each action in full, under the objective that it serves. */
function actions(edition: Edition): Block[] {
  const [list] = itemsOf(edition, 'actions');
  const entries = list?.kind === 'list' ? list.entries : [];
  return actionGroups(edition).flatMap((group) => [
    heading(2, group.title),
    ...group.actions.flatMap((action): Block[] => {
      const number = actionNumber(edition, action.id);
      const title = isBlank(action.title) ? say(edition, 'untitledAction') : action.title;
      const items = entries.find(({ id }) => id === action.id)?.items.filter(({ name }) => !before.has(name)) ?? [];
      return [
        heading(
          3,
          changed(title, (text, language) => `${number[language]}. ${text}`),
        ),
        ...(action.restricted ? [note(say(edition, 'restrictedPassage'))] : []),
        ...fields(edition, items, 4),
        ...gapFact(edition, action).map((fact): Block => ({ as: 'fact', ...fact })),
      ];
    }),
  ]);
}

/** The tables that a parliament compares: the actions, their indicators, the answer to each recommendation, the bodies. */
function annexes(edition: Edition): Block[] {
  const write = figures(edition);
  const name = (path: string) => label(edition, path);
  const head = (key: string) => say(edition, `matrix.${key}`);
  const all = actionGroups(edition).flatMap((group) => group.actions);
  const numberOf = (id: string) => write.label(edition.numbers.get(id) ?? '');
  const semicolon = { ar: '؛ ', en: '; ' };
  const matrix: Wide = {
    as: 'table',
    title: say(edition, 'matrix.part1'),
    heads: [
      head('number'),
      head('source'),
      head('action'),
      name('actions.expectedResult'),
      name('actions.leadAgency'),
      name('actions.partners'),
      head('dates'),
      name('actions.cost'),
    ],
    widths: [5, 10, 20, 21, 13, 14, 8, 9],
    rows: all.map((action) => [
      numberOf(action.id),
      joined(
        action.recommendations.map((id) => paragraphNumber(edition, id)),
        comma,
      ),
      action.title,
      action.expectedResult,
      agencyName(edition, action.leadAgency),
      joined(
        action.partners.map((id) => agencyName(edition, id)),
        semicolon,
      ),
      joined([write.month(action.start), write.month(action.end)], ' – '),
      write.money(action.cost, action.currency),
    ]),
  };
  const measured = (value: string, year: number | null) =>
    joined([write.number(value), year === null ? alike('') : changed(write.label(year), (text) => `(${text})`)], ' ');
  const indicators: Wide = {
    as: 'table',
    title: say(edition, 'indicatorTable.title'),
    heads: [
      head('number'),
      ...['name', 'unit', 'baseline', 'target', 'verification'].map((field) => name(`actions.indicators.${field}`)),
    ],
    widths: [7, 36, 13, 12, 12, 20],
    rows: all.flatMap((action) =>
      inOrder(action.indicators).map((indicator, index) => [
        write.label(`${edition.numbers.get(action.id)}.${index + 1}`),
        indicator.name,
        indicator.unit,
        measured(indicator.baseline, indicator.baselineYear),
        measured(indicator.target, indicator.targetYear),
        indicator.verification,
      ]),
    ),
  };
  const correspondence: Wide = {
    as: 'table',
    title: say(edition, 'correspondence.title'),
    heads: [
      head('source'),
      say(edition, 'chapters.choices'),
      name('decisions.decision'),
      name('decisions.reason'),
      say(edition, 'correspondence.actions'),
      edition.words.both('catalogue.provenance.label'),
    ],
    widths: [9, 29, 12, 28, 9, 13],
    rows: areas.flatMap(recommendationsIn).map((recommendation) => {
      const { id } = recommendation;
      const decision = edition.plan.decisions[id];
      return [
        paragraphNumber(edition, id),
        recommendationTitle(edition, id),
        edition.words.both(`plan.options.decision.${decision?.decision ?? 'undecided'}`),
        decision?.reason ?? alike(''),
        joined(
          all.filter((action) => action.recommendations.includes(id)).map((action) => numberOf(action.id)),
          comma,
        ),
        edition.words.both(`catalogue.provenance.${isVerified(recommendation) ? 'verified' : 'unverified'}`),
      ];
    }),
  };
  const bodies: Wide = {
    as: 'table',
    title: say(edition, 'agencies.title'),
    heads: [name('agencies.name'), name('agencies.acronym'), name('agencies.kind'), name('agencies.level')],
    widths: [50, 14, 20, 16],
    rows: inOrder(edition.plan.agencies).map(({ name: own, acronym, kind, level }) => [
      own,
      alike(acronym),
      option(edition, 'agencyKind', kind),
      option(edition, 'agencyLevel', level),
    ]),
  };
  return [matrix, indicators, correspondence, criteriaTable(edition), bodies].filter(({ rows }) => rows.length > 0);
}

/** How the plan stands to each criterion of a good one, and what the country says to it. */
function criteriaTable(edition: Edition): Wide {
  const { plan, words } = edition;
  const texts = catalogueTexts(
    words.entries('ar', 'catalogue.recommendations'),
    words.entries('en', 'catalogue.recommendations'),
  );
  const assessments = assess(edition.whole, texts);
  return {
    as: 'table',
    title: say(edition, 'criteria.title'),
    heads: [
      say(edition, 'criteria.title'),
      say(edition, 'criteria.source'),
      say(edition, 'criteria.state'),
      label(edition, 'criteria.note'),
    ],
    widths: [42, 20, 12, 26],
    rows: assessments.map(({ id, state }) => [
      words.both(`catalogue.criteria.${id}.criterion`),
      words.both(`catalogue.criteria.${id}.reference`),
      words.both(`check.states.${state}`),
      plan.criteria[id]?.note ?? alike(''),
    ]),
  };
}

const option = (edition: Edition, set: string, value: string): Bilingual =>
  value === 'unstated' ? alike('') : edition.words.both(`plan.options.${set}.${value}`);
