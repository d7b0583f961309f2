import { REFUSAL_LIMIT } from '#plan/exchange';
import { emptyAt } from '#plan/parts';
import { type Language, planLanguages } from '#plan/schema';
import { signOf } from './characters.ts';
import { decodeXml } from './decodeXml.ts';
import { type Origin, originOf } from './original.ts';
import { Refused, shown, type XliffRefusal, xliffRefusal } from './refusals.ts';
import { joined, type Part, type SaidText, type State, states } from './saidText.ts';
import { walkXml, type XmlElement, type XmlVisitor } from './walkXml.ts';

/** How many units are read: an action of the sample plan has twenty, and a plan at most five hundred actions. */
const UNIT_LIMIT = 20_000;

type Languages = { source: Language; target: Language };

/**
 * Reads what translators say of a plan’s texts from an XLIFF file of version 2.0, 2.1 or 2.2, or says what keeps it from being
 * read. A unit without a translation says nothing. Whether the plan has such a text, and the source is still the same, is not
 * known here; only that a plan can have it. Modules, notes and inline codes are passed over, the text inside codes is read.
 */
export function readXliff(
  file: string | Uint8Array,
): ({ ok: true; said: SaidText[] } & Origin & Languages) | { ok: false; refusals: XliffRefusal[] } {
  const reader = new XliffReader();
  try {
    walkXml(decodeXml(file), reader);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ok: false, refusals: [error.refusal, ...reader.refusals].slice(0, REFUSAL_LIMIT) };
  }
  if (reader.refusals.length > 0) return { ok: false, refusals: reader.refusals.slice(0, REFUSAL_LIMIT) };
  return { ok: true, ...reader.origin, ...reader.languages, said: reader.said };
}

const NAMESPACE = 'urn:oasis:names:tc:xliff:document:';
/** Versions 2.0 and 2.1 share a namespace, and with 2.2 what is read here. */
const namespaces = new Set([`${NAMESPACE}2.0`, `${NAMESPACE}2.2`]);
const versions = new Set(['2.0', '2.1', '2.2']);

const inline = ['cp', 'mrk', 'pc', 'ph', 'sc', 'ec', 'sm', 'em'];
/** What may stand in an element of the core (XLIFF 2.1, 4.2.1). */
const children = new Map<string, readonly string[]>([
  ['xliff', ['notes', 'file']],
  ['file', ['skeleton', 'notes', 'group', 'unit']],
  ['group', ['notes', 'group', 'unit']],
  ['unit', ['notes', 'originalData', 'segment', 'ignorable']],
  ['segment', ['source', 'target']],
  ['ignorable', ['source', 'target']],
  ...['source', 'target', 'mrk', 'pc'].map((name) => [name, inline] as const),
]);
/** What holds nothing that is translated. */
const unread = new Set(['skeleton', 'notes', 'originalData', 'ph', 'sc', 'ec', 'sm', 'em']);

type OpenPart = Omit<Part, 'source'> & { source: string | null };

class XliffReader implements XmlVisitor {
  readonly refusals: XliffRefusal[] = [];
  readonly said: SaidText[] = [];
  origin: Origin = { planId: null, readAt: null };
  languages: Languages = { source: 'ar', target: 'en' };
  #original: string | null = null;
  readonly #seen = new Set<string>();
  readonly #open: string[] = [];
  /** How many elements are open of which nothing is read. */
  #unread = 0;
  #units = 0;
  #unit = '';
  #parts: Part[] = [];
  #part: OpenPart = emptyPart(false);
  #side: 'source' | 'target' | null = null;

  opened(element: XmlElement, line: number): void {
    const parent = this.#open.at(-1);
    if (parent === undefined) this.languages = languagesOf(element);
    else if (this.#unread > 0 || !namespaces.has(element.namespace)) {
      this.#unread += 1;
      return;
    } else if (!children.get(parent)?.includes(element.name)) throw misplaced(this.#unit, element.name, line);
    else if (unread.has(element.name)) {
      this.#unread += 1;
      return;
    }
    this.#open.push(element.name);
    this.#enter(element, line);
  }

  text(text: string, line: number): void {
    if (this.#unread > 0) return;
    if (this.#side) this.#part[this.#side] += text;
    else if (text.trim() !== '') throw misplaced(this.#unit, shown(text.trim()), line);
  }

  closed(line: number): void {
    if (this.#unread > 0) {
      this.#unread -= 1;
      return;
    }
    const name = this.#open.pop();
    if (name === 'source' || name === 'target') this.#side = null;
    else if (name === 'segment' || name === 'ignorable') {
      const { source, ...rest } = this.#part;
      if (source === null) throw misplaced(this.#unit, name, line);
      this.#parts.push({ ...rest, source });
    } else if (name === 'unit') this.#hear();
  }

  #enter({ name, attribute }: XmlElement, line: number): void {
    switch (name) {
      case 'file':
        return this.#begin(attribute('original') ?? '');
      case 'unit':
        this.#units += 1;
        if (this.#units > UNIT_LIMIT) throw new Refused('', 'tooMany', { limit: UNIT_LIMIT });
        this.#unit = attribute('id') ?? '';
        if (this.#unit === '') throw misplaced('', name, line);
        this.#parts = [];
        return;
      case 'segment':
      case 'ignorable':
        this.#part = { ...emptyPart(name === 'segment'), state: this.#stateOf(attribute('state')) };
        return;
      case 'source':
      case 'target':
        if (this.#part[name] !== null) throw misplaced(this.#unit, name, line);
        this.#part[name] = '';
        this.#side = name;
        if (name === 'target') this.#part.order = this.#orderOf(attribute('order'));
        this.#compare(name, attribute('xml:lang'));
        return;
      case 'cp': {
        const sign = signOf(attribute('hex'));
        if (sign === null) throw misplaced(this.#unit, name, line);
        if (this.#side) this.#part[this.#side] += sign;
      }
    }
  }

  #refuse(...refusal: Parameters<typeof xliffRefusal>): void {
    if (this.refusals.length < REFUSAL_LIMIT) this.refusals.push(xliffRefusal(...refusal));
  }

  /** Files of several plans, or of several days, can be joined in one document; whose texts they are then can't be told. */
  #begin(original: string): void {
    if (this.#original !== null && this.#original !== original) throw new Refused('', 'severalPlans');
    this.#original = original;
    this.origin = originOf(original);
  }

  #stateOf(state = 'initial'): State {
    const known = states.find((one) => one === state);
    if (!known) this.#refuse(this.#unit, 'unknownState', { state: shown(state) });
    return known ?? 'initial';
  }

  #orderOf(order: string | undefined): number | null {
    if (order === undefined) return null;
    // Zero is in no unit, and is refused with what else is outside of it.
    return /^\d{1,6}$/.test(order) ? Number(order) : 0;
  }

  #compare(side: 'source' | 'target', language: string | undefined): void {
    if (language === undefined || languageOf(language) === this.languages[side]) return;
    this.#refuse(this.#unit, 'wrongLanguages', { [side]: shown(language), [other[side]]: this.languages[other[side]] });
  }

  #hear(): void {
    const path = this.#unit;
    this.#unit = '';
    if (!isPair(path)) return this.#refuse(path, 'unknownPath');
    if (this.#seen.has(path)) return this.#refuse(path, 'duplicateUnit');
    this.#seen.add(path);
    const found = joined(this.#parts);
    if (found === null) return;
    if ('code' in found) return this.#refuse(path, found.code, found.values);
    this.said.push({ path, language: this.languages.target, ...found, place: path });
  }
}

const other = { source: 'target', target: 'source' } as const;

const emptyPart = (translatable: boolean): OpenPart => ({
  translatable,
  state: 'initial',
  source: null,
  target: null,
  order: null,
});

const misplaced = (path: string, element: string, line: number) =>
  new Refused(path, 'misplaced', { element: shown(element), line });

/** Whether a plan can have a text in both languages at a path. */
function isPair(path: string): boolean {
  const empty = emptyAt(path);
  return typeof empty === 'object' && empty !== null && Object.keys(empty).join() === 'ar,en';
}

/** The languages of a document by its first element. @throws Refused where that is no `<xliff>` of a known version */
function languagesOf({ namespace, name, attribute }: XmlElement): Languages {
  if (name !== 'xliff' || (namespace !== '' && !namespace.startsWith(NAMESPACE))) throw new Refused('', 'notXliff');
  const version = attribute('version') ?? '?';
  if (!versions.has(version)) throw new Refused('', 'unknownVersion', { version: shown(version) });
  if (!namespaces.has(namespace)) throw new Refused('', 'notXliff');
  const [from, to] = [attribute('srcLang') ?? '?', attribute('trgLang') ?? '?'];
  const [source, target] = [languageOf(from), languageOf(to)];
  if (!source || !target || source === target)
    throw new Refused('', 'wrongLanguages', { source: shown(from), target: shown(to) });
  return { source, target };
}

/** The plan's language that a tag names, with or without a country (BCP 47). */
const languageOf = (tag: string): Language | undefined =>
  planLanguages.find((language) => language === tag.toLowerCase().split('-')[0]);
