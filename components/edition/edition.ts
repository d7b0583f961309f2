import {
  formatAmount,
  formatDate,
  formatDigits,
  formatMoney,
  formatNumber,
  formatPercent,
  formatShortMonth,
} from '#i18n/format';
import { type OutlineItem, type OutlineSection, outline } from '#plan/outline';
import { languagesOf, type PrintOptions } from '#plan/printOptions';
import { publicEdition } from '#plan/publicEdition';
import { type Bilingual, inOrder, type Language, type Plan } from '#plan/schema';
import type { Section } from '#plan/steps';
import type { AdoptedEdition } from '#review/adoptedEdition';
import { placeBare } from '../plan/placeWords.ts';
import { messages, placeMessages } from './messages.ts';
import { createWords, type Values, type Words } from './words.ts';

/** A character of a plan that can’t be printed, and the field in which it stands. */
export type Replacement = { path: string; character: string; code: 'noGlyph' };

/** What every page of one printing needs: the plan, how it is printed, and its words in both languages. */
export type Edition = {
  /** What of the plan is printed: a public edition’s has no restricted actions. */
  plan: Plan;
  /** The plan with all of its actions, for what is said of it as a whole; no text of it is printed. */
  whole: Plan;
  /** How many actions are left out, because they are restricted. */
  left: number;
  options: PrintOptions;
  layout: Setting;
  /** The languages printed, in the order in which they stand on a page: English left, Arabic right. */
  languages: readonly Language[];
  draft: boolean;
  /** Set where this is an edition that was adopted. */
  adopted: AdoptedEdition | null;
  /** The day of printing, ISO 8601; of an adopted edition, that of its adoption. */
  date: string;
  emblem: Buffer | null;
  replaced: readonly Replacement[];
  words: Words;
  sections: readonly OutlineSection[];
  /** The number of each action and objective, by its id. */
  numbers: ReadonlyMap<string, number>;
};

/** How the languages stand on a page: facing each other, or one alone. */
export type Setting = 'facing' | Language;

/** What is asked of a printing, as whatever it is printed; `date` is its day, ISO 8601. */
export type PrintRequest = {
  plan: Plan;
  options: PrintOptions;
  draft: boolean;
  date: string;
  /** Set where it is an adopted edition that is printed, which is no draft. */
  adopted?: AdoptedEdition | null;
  /** The picture on the cover, a PNG that the server has drawn itself. */
  emblem?: Buffer | null;
};

/**
 * A plan made ready for print, as its pages are set. The numbers of actions are those of the whole plan, so that one
 * that is left out leaves a gap that can be seen.
 * @param replaced what of it can’t be printed as it stands
 */
export function createEdition(
  { plan: whole, options, draft, date, adopted = null, emblem = null }: PrintRequest,
  layout: Setting,
  replaced: readonly Replacement[] = [],
): Edition {
  const { plan, left } = options.edition === 'public' ? publicEdition(whole) : { plan: whole, left: 0 };
  const numbers = new Map<string, number>();
  inOrder(whole.actions).forEach((action, index) => {
    numbers.set(action.id, index + 1);
  });
  inOrder(plan.direction.objectives).forEach((objective, index) => {
    numbers.set(objective.id, index + 1);
  });
  const languages = layout === 'facing' ? languagesOf('facing') : [layout];
  const words = createWords(messages, plan.about.digits);
  const sections = outline(plan);
  return {
    ...{ plan, whole, left, options, layout, draft, adopted, date, emblem, replaced },
    ...{ words, numbers, languages, sections },
  };
}

/** How the pages of each part of a document are set: one language after the other has two parts, the leading one first. */
export function settingsOf({ plan, options }: Pick<PrintRequest, 'plan' | 'options'>): readonly Setting[] {
  return options.layout === 'after' ? plan.languages : [options.layout];
}

/** The language in which a document is one: the leading one, where it has both. */
export const mainLanguage = ({ plan, layout }: Edition): Language => (layout === 'facing' ? plan.languages[0] : layout);

/** The items of a section of the plan, as the outline has them. */
export const itemsOf = (edition: Edition, section: Section): readonly OutlineItem[] =>
  edition.sections.find(({ key }) => key === section)?.items ?? [];

/** The same figure, date or sum in each language, as its readers write it. */
export function figures(edition: Edition) {
  const { digits } = edition.plan.about;
  const each = (write: (language: Language) => string): Bilingual => ({ ar: write('ar'), en: write('en') });
  return {
    date: (date: string) => each((language) => formatDate(date, language, digits)),
    month: (date: string) => each((language) => formatShortMonth(date, language, digits)),
    number: (value: number | string) => each((language) => formatNumber(value, language, digits)),
    label: (value: number | string) => each((language) => formatDigits(value, language, digits)),
    amount: (value: string, withCents?: boolean) =>
      each((language) => formatAmount(value, language, digits, withCents)),
    money: (value: string, currency: string) => each((language) => formatMoney(value, currency, language, digits)),
    percent: (share: number) => each((language) => formatPercent(share, language, digits)),
  };
}

/** A message of print, in both languages. */
export const say = (edition: Edition, key: string, values?: Partial<Record<Language, Values>> | Values): Bilingual =>
  edition.words.both(`print.${key}`, values);

/** The label of a field, by its path without ids. */
export const label = (edition: Edition, path: string): Bilingual => edition.words.both(`plan.${path}.label`);

/** Where a path leads: section, kind and number of an entry, field. */
export const placeOf = ({ whole }: Edition, path: string): Bilingual => {
  const { digits } = whole.about;
  const at = (locale: Language) => placeBare(path, { plan: whole, locale, digits, messages: placeMessages[locale] });
  return { ar: at('ar'), en: at('en') };
};

/** The same text in both languages. */
export const alike = (text: string): Bilingual => ({ ar: text, en: text });
/** Texts put together language by language, each with its place by the language of the line. */
export const joined = (parts: readonly Bilingual[], separator: string | Bilingual): Bilingual => {
  const between = typeof separator === 'string' ? alike(separator) : separator;
  return changed(between, (sign, language) =>
    parts
      .map((part) => part[language])
      .filter(Boolean)
      .reduce((line, text) => (line ? `${line}${markAfter(line, language)}${sign}${text}` : text), ''),
  );
};

/** After words of the other script: the sign without which a figure that follows would be drawn on their other side. */
function markAfter(line: string, language: Language): string {
  const last = line.match(/[\p{Script=Latin}\p{Script=Arabic}](?=[^\p{Script=Latin}\p{Script=Arabic}]*$)/u)?.[0] ?? '';
  if (language === 'ar') return /\p{Script=Latin}/u.test(last) ? '\u200f' : '';
  return /\p{Script=Arabic}/u.test(last) ? '\u200e' : '';
}
/** Between short answers on one line. */
export const dot: Bilingual = { ar: ' · ', en: ' · ' };
/** A text changed in each language. */
export const changed = (text: Bilingual, change: (text: string, language: Language) => string): Bilingual => ({
  ar: change(text.ar, 'ar'),
  en: change(text.en, 'en'),
});
export const isBlank = (text: Bilingual): boolean => text.ar.trim() === '' && text.en.trim() === '';

/** The name of an agency, with its acronym where it has one. */
export function agencyName(edition: Edition, id: string | null): Bilingual {
  const agency = id === null ? undefined : edition.plan.agencies[id];
  if (!agency) return alike('');
  return agency.acronym ? changed(agency.name, (name) => (name ? `${name} (${agency.acronym})` : '')) : agency.name;
}

/** “Action 3”, «الإجراء 3». */
export const actionNumber = (edition: Edition, id: string): Bilingual =>
  say(edition, 'actionNumber', numbered(edition, id));
/** The number of an action or objective, as a value for a message. */
export function numbered(edition: Edition, id: string) {
  const number = figures(edition).label(edition.numbers.get(id) ?? '');
  return { ar: { number: number.ar }, en: { number: number.en } };
}
