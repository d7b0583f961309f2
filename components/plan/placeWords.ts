import { paragraphIn } from '#catalogue/paragraph';
import { recommendationById } from '#catalogue/recommendations';
import { type Digits, formatDigits } from '#i18n/format';
import type { Messages } from '#i18n/messages';
import type { Locale } from '#i18n/routing';
import { textAt } from '#i18n/textAt';
import { isRecord } from '#plan/changes';
import type { Field } from '#plan/fields';
import { type Bilingual, inOrder, type Language, type Plan, planFields } from '#plan/schema';
import { shown } from '#plan/shown';

/** What places and values are said with. */
export type Wording = { plan: Plan; locale: Locale; messages: Messages; digits?: Digits };
/** Of that, what places need. */
type PlaceWording = Omit<Wording, 'messages'> & {
  messages: Pick<Messages, 'plan' | 'catalogue'> & { common: Pick<Messages['common'], 'languages'> };
};
type PlaceMessages = PlaceWording['messages'];

/** A piece of where something stands: a title that people gave may be in the other language. */
export type PlaceWord = { text: string; lang: Language; given?: boolean };

/** The most of an entry’s title that tells where something stands, in UTF-16 units. */
const TITLE = 90;

/** A title cut between two words where it is long. */
function clipped(title: string): string {
  const line = title.replace(/\s+/g, ' ').trim();
  if (line.length <= TITLE) return line;
  const cut = line.slice(0, TITLE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), TITLE / 2)).trimEnd()}…`;
}

/**
 * Where a path leads, in the interface’s language: the section, or the entry with its number and title as it is called now,
 * then the field. “Action 3”, “Training of border police”, “Safeguards”. An entry that is gone has its kind alone.
 */
export function placeWords(path: string, wording: PlaceWording): PlaceWord[] {
  const { plan, locale, messages } = wording;
  const words: PlaceWord[] = [];
  const say = (text: string | undefined, lang: Language = locale) => {
    if (text) words.push({ text, lang });
  };
  let fields: readonly Field[] = planFields;
  let list: Field | undefined;
  let value: unknown = plan;
  let labelPath = '';
  const keys = path.split('.');
  for (const [index, key] of keys.entries()) {
    const holder = isRecord(value) ? value : {};
    value = Object.hasOwn(holder, key) ? holder[key] : undefined;
    if (list) {
      words.push(...entryWords(list, key, holder, labelPath, wording).filter(({ text }) => text));
      list = undefined;
    } else if (key === 'ar' || key === 'en') say(messages.common.languages[key]);
    else {
      const field = fields.find(({ name }) => name === key);
      if (!field) break;
      const isSection = labelPath === '';
      labelPath = isSection ? key : `${labelPath}.${key}`;
      fields = field.fields;
      list = field.meta.kind === 'list' || field.meta.kind === 'keyed' ? field : undefined;
      // An entry stands for its list; where the list itself is meant, it is named.
      if (list?.meta.kind !== 'list' || index === keys.length - 1) say(nameOf(messages, key, labelPath, isSection));
    }
  }
  return words;
}

const nameOf = (messages: PlaceMessages, key: string, labelPath: string, isSection: boolean): string | undefined =>
  (isSection ? textAt(messages.plan.sections, key) : undefined) ?? textAt(messages.plan, `${labelPath}.label`);

function entryWords(
  { meta }: Field,
  key: string,
  entries: Record<string, unknown>,
  labelPath: string,
  { locale, messages, digits = 'latin' }: PlaceWording,
): PlaceWord[] {
  if (meta.kind === 'keyed') return [{ text: catalogueName(meta.by, key, locale, messages), lang: locale }];
  if (meta.kind !== 'list') return [];
  const at = inOrder(entries as Record<string, { order: number }>).findIndex(({ id }) => id === key);
  const number = at < 0 ? '' : formatDigits(at + 1, locale, digits);
  const kind = { text: `${textAt(messages.plan, `${labelPath}.item`) ?? ''} ${number}`.trim(), lang: locale };
  const title = (entries[key] as Record<string, unknown> | undefined)?.[meta.title];
  if (!isRecord(title)) return [kind];
  const { text, lang } = shown(title as Bilingual, locale);
  return [kind, { text: clipped(text), lang, given: true }];
}

/** How the catalogue calls what it has under an id. */
function catalogueName(
  by: 'drivers' | 'recommendations' | 'criteria',
  id: string,
  locale: Locale,
  messages: PlaceMessages,
): string {
  const { catalogue } = messages;
  if (by === 'drivers') return textAt(catalogue.drivers, `${id}.title`) ?? id;
  if (by === 'criteria') return clipped(textAt(catalogue.criteria, `${id}.criterion`) ?? id);
  const found = recommendationById(id);
  if (!found) return id;
  return clipped(`${paragraphIn(locale, found.paragraph)}: ${catalogue.recommendations[found.id].title}`);
}

/** The same without the titles that people gave: an entry has its kind and number, or the catalogue’s name. */
export const placeBare = (path: string, wording: PlaceWording): string =>
  placeWords(path, wording)
    .filter(({ given }) => !given)
    .map(({ text }) => text)
    .join(SEPARATOR);

/** Between the words of a place: a line never begins with it. Titles in the other language keep their own order. */
export const SEPARATOR = '\u00a0· ';

/** Where something stands, as one text. */
export const placeText = (path: string, wording: Wording): string =>
  placeWords(path, wording)
    .map(({ text, lang }) => (lang === wording.locale ? text : `\u2068${text}\u2069`))
    .join(SEPARATOR);
