import { isRealDate } from './calendar.ts';
import { type Change, isRecord, isWithin, same } from './changes.ts';
import { refusalsOf } from './exchange.ts';
import { type Field, ID } from './fields.ts';
import { emptyAt, type PartKey, partSchema, schemaAt } from './parts.ts';
import { planFields } from './schema.ts';
import { type Read, readAmount, readNumber, readYear, showFigure } from './typed.ts';

/**
 * What a browser sends of a form where the page’s program isn’t there. `values`: by the fields’ names, which are their
 * paths; `ticks`: the fields whose boxes stood in the form, since of boxes that aren’t ticked nothing is sent.
 */
export type Posted = { values: ReadonlyMap<string, readonly string[]>; ticks: ReadonlySet<string> };

/** What was typed and can’t be read as the field’s kind, or can’t be stored: it is kept beside the plan. */
type Unread = { path: string; typed: string; code: string };

export type ReadForm = {
  changes: Change[];
  unread: Unread[];
  /** The names that are fields of the part; all others are none. */
  known: Set<string>;
};

/**
 * What a person changed in a part, read from the form that was made of it. A field that comes back as its value was shown
 * is untouched, whatever the browser made of that on the way, so that a form sent as it came changes nothing.
 * @param base the part’s content when the form was made
 */
export function readForm(part: PartKey, base: unknown, posted: Posted): ReadForm {
  const reading: Reading = { posted, keysBelow: keysBelow(posted, part), changes: [], unread: [], known: new Set() };
  const field = fieldOf(part);
  if (field && partSchema(part)) readField(reading, field, part, base);
  return { changes: reading.changes, unread: reading.unread, known: reading.known };
}

type Reading = Omit<ReadForm, 'known'> & {
  known: Set<string>;
  posted: Posted;
  keysBelow: ReadonlyMap<string, ReadonlySet<string>>;
};

/** The field whose value a part holds; an action’s or a decision’s is that of one entry. */
function fieldOf(part: PartKey): Field | undefined {
  const field = planFields.find(({ name }) => name === part.split('.')[0]);
  return field && part.includes('.') ? { ...field, meta: { kind: 'group' } } : field;
}

/** The names’ next words behind each path: an item that isn’t in the base is found by what was typed in it. */
function keysBelow({ values, ticks }: Posted, part: PartKey): Map<string, Set<string>> {
  const below = new Map<string, Set<string>>();
  for (const name of [...values.keys(), ...ticks]) {
    if (name.length > 400 || !isWithin(name, part)) continue;
    for (let cut = name.indexOf('.'); cut > 0; cut = name.indexOf('.', cut + 1)) {
      const path = name.slice(0, cut);
      const keys = below.get(path) ?? new Set();
      keys.add(name.slice(cut + 1).split('.')[0] as string);
      below.set(path, keys);
    }
  }
  return below;
}

const own = (value: unknown, key: string): unknown =>
  isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;

function readField(reading: Reading, field: Field, path: string, base: unknown): void {
  const { kind } = field.meta;
  switch (kind) {
    case 'group':
      return readEach(reading, field.fields, path, base);
    case 'list':
    case 'keyed': {
      const asked = [...(reading.keysBelow.get(path) ?? [])].filter((key) =>
        kind === 'list' ? ID.test(key) : schemaAt(`${path}.${key}`),
      );
      for (const key of new Set([...Object.keys(isRecord(base) ? base : {}), ...asked]))
        readEach(reading, field.fields, `${path}.${key}`, own(base, key));
      return;
    }
    case 'line':
    case 'prose':
      for (const language of ['ar', 'en']) readText(reading, `${path}.${language}`, own(base, language));
      return;
    case 'word':
      return readText(reading, path, base);
    case 'date':
      return readOne(reading, path, base, isSentDate(base) ? String(base) : '', (typed) => typed);
    case 'year':
      return readOne(reading, path, base, String(base ?? ''), orNothing(readYear), 'notYear');
    case 'amount':
      return readOne(reading, path, base, showFigure(base), figure(readAmount), 'notAmount');
    case 'number':
      return readOne(reading, path, base, showFigure(base), figure(readNumber), 'notNumber');
    case 'currency':
    case 'country':
    case 'choice':
      return readOne(reading, path, base, String(base ?? emptyAt(path) ?? ''), (typed) => typed);
    case 'reference':
      return readOne(reading, path, base, String(base ?? ''), (typed) => typed || null);
    case 'languages':
      return readOne(reading, path, base, String(Array.isArray(base) ? base[0] : 'ar'), leading);
    case 'flag':
      return readTicks(reading, path, base, (ticked) => ticked.length > 0);
    case 'choices':
    case 'references':
      return readTicks(reading, path, base, (ticked) => merged(Array.isArray(base) ? base : [], ticked));
    // An item's place is changed by buttons, not by a field.
    case 'order':
      return;
    default:
      return kind satisfies never;
  }
}

const readEach = (reading: Reading, fields: readonly Field[], path: string, base: unknown): void => {
  for (const field of fields) readField(reading, field, `${path}.${field.name}`, own(base, field.name));
};

/** Line breaks come as CRLF from a form; a field of one line drops them. */
const withBreaks = (text: string): string => text.replace(/\r\n?/g, '\n');

function readText(reading: Reading, path: string, base: unknown): void {
  const stored = String(base ?? '');
  const broken = withBreaks(stored);
  // HTML takes a line break at the very beginning of a paragraph field for its own, where it came as CR.
  const asSent = [broken, stored.replace(/[\r\n]/g, ''), ...(stored.startsWith('\r') ? [broken.slice(1)] : [])];
  const typed = sentAt(reading, path);
  if (typed === undefined || asSent.includes(withBreaks(typed))) return;
  change(reading, path, base, withBreaks(typed), typed);
}

function readOne(
  reading: Reading,
  path: string,
  base: unknown,
  shown: string,
  read: (typed: string) => unknown,
  code = 'notOption',
): void {
  const typed = sentAt(reading, path);
  if (typed === undefined || typed === shown) return;
  const value = read(typed);
  if (value === undefined) reading.unread.push({ path, typed, code });
  else change(reading, path, base, value, typed);
}

/** A figure as its field reads it: what can’t be read is undefined, and nothing typed in a year is no year. */
const figure =
  (read: Read) =>
  (typed: string): unknown =>
    read(typed) ?? undefined;

const orNothing =
  (read: Read) =>
  (typed: string): unknown =>
    typed.trim() === '' ? null : figure(read)(typed);

function readTicks(reading: Reading, path: string, base: unknown, read: (ticked: readonly string[]) => unknown): void {
  const ticked = reading.posted.values.get(path) ?? [];
  reading.known.add(path);
  if (!reading.posted.ticks.has(path)) return;
  change(reading, path, base, read(ticked), ticked.join('\n'));
}

/** Those of the stored values that are still ticked, in their order, and then the new ones. */
const merged = (stored: readonly string[], ticked: readonly string[]): string[] => [
  ...stored.filter((value) => ticked.includes(value)),
  ...new Set(ticked.filter((value) => !stored.includes(value))),
];

const leading = (typed: string): unknown => (typed === 'ar' ? ['ar', 'en'] : typed === 'en' ? ['en', 'ar'] : undefined);

/** Whether a browser’s field of a date can hold it: else it shows none, and sends none. */
const isSentDate = (date: unknown): boolean =>
  typeof date === 'string' && date !== '' && Number(date.slice(0, 4)) > 0 && isRealDate(date);

function sentAt(reading: Reading, path: string): string | undefined {
  reading.known.add(path);
  return reading.posted.values.get(path)?.[0];
}

function change(reading: Reading, path: string, base: unknown, to: unknown, typed: string): void {
  if (same(base ?? emptyAt(path), to)) return;
  const parsed = to === null ? null : schemaAt(path)?.safeParse(to);
  if (parsed?.success === false) {
    const code = parsed.error.issues.flatMap(refusalsOf)[0]?.code ?? 'notOption';
    reading.unread.push({ path, typed, code });
  } else reading.changes.push({ path, from: base ?? null, to });
}
