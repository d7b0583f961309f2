import type { ReferenceTarget } from '#plan/fields';
import type { OutlineEntry, OutlineItem } from '#plan/outline';
import type { Annex } from '#plan/printOptions';
import type { Bilingual } from '#plan/schema';
import { recommendationLabel } from './catalogue.ts';
import { agencyName, alike, changed, type Edition, figures, isBlank, joined, numbered, say } from './edition.ts';

/** A line that may lead to a place in the document. */
type Entry = { text: Bilingual; to?: string };

/** What an item of the plan comes to on paper. */
export type Printed =
  | { as: 'nothing' }
  /** A few words or figures, which may share a line with others. */
  | { as: 'short'; text: Bilingual }
  /** Running text. */
  | { as: 'text'; text: Bilingual }
  | { as: 'entries'; entries: Entry[] }
  /** Items under one name. */
  | { as: 'group'; items: OutlineItem[] }
  /** Things of a list, each with its title. */
  | { as: 'records'; records: { entry: OutlineEntry; title: Bilingual }[] };

const nothing: Printed = { as: 'nothing' };
const short = (text: Bilingual): Printed => (isBlank(text) ? nothing : { as: 'short', text });

/** Between the members of a list within a line. */
export const comma: Bilingual = { ar: '، ', en: ', ' };
const semicolon: Bilingual = { ar: '؛ ', en: '; ' };

/** The printed twin of a form’s control: one switch over the kinds of item. Amounts are written in `currency`. */
export function printed(edition: Edition, item: OutlineItem, currency: string): Printed {
  const write = figures(edition);
  switch (item.kind) {
    case 'line':
    case 'prose':
      return item.empty ? nothing : { as: 'text', text: item.value };
    case 'word':
    case 'country':
      return short(alike(item.value));
    case 'date':
      return short(write.date(item.value));
    case 'year':
      return item.value === null ? nothing : short(write.label(item.value));
    case 'number':
      return short(write.number(item.value));
    case 'amount':
      return short(write.money(item.value, currency));
    case 'currency':
      return nothing; // It is printed with each amount.
    case 'flag':
      return item.value ? short(say(edition, 'yes')) : nothing;
    case 'languages':
      return short(
        joined(
          item.value.map((language) => say(edition, `languages.${language}`)),
          comma,
        ),
      );
    case 'choice':
      return emptyAnswers.has(item.value) ? nothing : short(option(edition, item, item.value));
    case 'choices':
      return short(
        joined(
          item.value.map((value) => option(edition, item, value)),
          comma,
        ),
      );
    case 'reference':
      return item.value === null ? nothing : referred([reference(edition, item.to, item.value)]);
    case 'references':
      return referred(item.value.map((id) => reference(edition, item.to, id)));
    case 'group':
      return item.empty ? nothing : { as: 'group', items: item.items };
    case 'list':
      return records(item.entries.map((entry) => ({ entry, title: entry.title ?? alike('') })));
    case 'keyed':
      return records(item.entries.map((entry) => ({ entry, title: catalogueTitle(edition, item.by, entry.id) })));
    default:
      return item satisfies never;
  }
}

// Answers that only say that nothing was chosen.
const emptyAnswers = new Set(['unstated', 'none', 'unanswered']);

const records = (list: { entry: OutlineEntry; title: Bilingual }[]): Printed => {
  const filled = list.filter(({ entry }) => !entry.empty);
  return filled.length === 0 ? nothing : { as: 'records', records: filled };
};

/** References on lines of their own where they lead somewhere, else in one line. */
function referred(list: Entry[]): Printed {
  const known = list.filter((entry) => !isBlank(entry.text));
  if (known.some((entry) => entry.to)) return { as: 'entries', entries: known };
  return short(
    joined(
      known.map((entry) => entry.text),
      semicolon,
    ),
  );
}

/** The title of what a key of the catalogue names; an id that the catalogue no longer has stands for itself. */
function catalogueTitle(edition: Edition, by: 'drivers' | 'recommendations' | 'criteria', id: string): Bilingual {
  const key = `catalogue.${by}.${id}.${by === 'criteria' ? 'criterion' : 'title'}`;
  return edition.words.has(key) ? edition.words.both(key) : alike(id);
}

const option = (edition: Edition, item: { set: string; codes: boolean }, value: string): Bilingual =>
  item.codes ? { en: value, ar: isolated(value) } : edition.words.both(`plan.options.${item.set}.${value}`);

/** A code keeps its own order within Arabic: “16.b”, never “b.16”. */
const isolated = (code: string) => `\u2066${code}\u2069`;

/** A link into an annex, where that is printed. */
export const linkTo = ({ options }: Edition, annex: Annex, to: string): { to?: string } =>
  options.annexes.includes(annex) ? { to } : {};

/** How a reference reads: the name of what it leads to. */
function reference(edition: Edition, to: ReferenceTarget, id: string): Entry {
  switch (to) {
    case 'agencies':
      return { text: agencyName(edition, id) };
    case 'objectives': {
      const objective = edition.plan.direction.objectives[id];
      if (!objective) return { text: alike('') };
      const number = say(edition, 'objectiveNumber', numbered(edition, id));
      return { text: changed(objective.title, (title, language) => `${number[language]}: ${title}`) };
    }
    case 'drivers':
      return { text: catalogueTitle(edition, 'drivers', id) };
    case 'recommendations':
      return { text: recommendationLabel(edition, id), ...linkTo(edition, 'correspondence', `#recommendation-${id}`) };
    default:
      return to satisfies never;
  }
}
