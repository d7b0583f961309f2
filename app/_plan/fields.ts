import * as z from 'zod';

/**
 * The kinds of field a plan is made of. A field's control in a form, and its twin in print, are each picked by one
 * exhaustive switch over `FieldMeta['kind']`, so the compiler names what a new kind still needs.
 *
 * line, prose: text in the plan's two languages (`{ar, en}`), of one line or of paragraphs parted by line breaks.
 * word: a short text that is the same in both languages (an acronym).
 * choice, choices: one or several of `options`, whose names stand in the messages under `plan.options.<set>.<option>`;
 * with `codes`, an option is its own name in every language (“16.3”).
 * reference, references: one id, or several, of what `to` names.
 * group: fields under one name. list: records of fields keyed by UUID v7, sorted by their `order`.
 * keyed: records of fields whose keys are ids of the catalogue (`by`).
 */
export type FieldMeta =
  | { kind: 'line' | 'prose'; restricted?: boolean }
  | { kind: 'word' | 'date' | 'year' | 'amount' | 'number' | 'currency' | 'country' | 'flag' | 'order' | 'languages' }
  | { kind: 'choice' | 'choices'; set: string; options: readonly string[]; codes?: boolean }
  | { kind: 'reference' | 'references'; to: ReferenceTarget }
  | { kind: 'group' }
  | { kind: 'list'; title: string }
  | { kind: 'keyed'; by: 'drivers' | 'recommendations' | 'criteria' };

export type ReferenceTarget = 'agencies' | 'objectives' | 'drivers' | 'recommendations';

/** What a field is, in the domain's terms; never how it looks. Filled by the builders below. */
const fieldRegistry = z.registry<FieldMeta>();

function described<S extends z.ZodType>(schema: S, meta: FieldMeta): S {
  fieldRegistry.add(schema, meta as never);
  return schema;
}

/** Longest text of one field in one language, in UTF-16 units: about forty printed pages. */
export const TEXT_LIMIT = 100_000;

// A NUL can't be stored by PostgreSQL, a lone surrogate is no character: both are refused, never dropped.
const storable = (text: string) => !text.includes('\u0000') && text.isWellFormed();
const text = () => z.string().max(TEXT_LIMIT, 'tooLong').refine(storable, 'notText');

const DATE = /^$|^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const AMOUNT = /^$|^\d{1,15}(\.\d{1,2})?$/;
const NUMBER = /^$|^-?\d{1,15}(\.\d{1,6})?$/;
export const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const KEY = /^[a-z0-9-]{1,60}$/;

const bilingual = () => z.strictObject({ ar: text().default(''), en: text().default('') }).prefault({});

/** A text of one line in both languages. */
export const line = () => described(bilingual(), { kind: 'line' });
/** A text of paragraphs in both languages. */
export const prose = () => described(bilingual(), { kind: 'prose' });
/** A short text, the same in both languages. */
export const word = () => described(text().default(''), { kind: 'word' });
/** A Gregorian date, ISO 8601, or '' while it isn't known. */
export const date = () => described(z.string().regex(DATE, 'notDate').default(''), { kind: 'date' });
/** A year of the Gregorian calendar, or null. */
export const year = () => described(z.int().min(1900).max(2200).nullable().default(null), { kind: 'year' });
/** Money as a decimal string in the action's currency, or ''. */
export const amount = () => described(z.string().regex(AMOUNT, 'notAmount').default(''), { kind: 'amount' });
/** A measured value as a decimal string, or ''. */
export const number = () => described(z.string().regex(NUMBER, 'notNumber').default(''), { kind: 'number' });
/** An ISO 4217 code. */
export const currency = () =>
  described(
    z
      .string()
      .regex(/^[A-Z]{3}$|^$/, 'notCurrency')
      .default('USD'),
    { kind: 'currency' },
  );
/** An ISO 3166-1 alpha-2 code, user-assigned ones included; '' while none is chosen. */
export const country = () =>
  described(
    z
      .string()
      .regex(/^[A-Z]{2}$|^$/, 'notCountry')
      .default(''),
    { kind: 'country' },
  );
/** Yes or no. */
export const flag = () => described(z.boolean().default(false), { kind: 'flag' });
/** An item's place in its list. */
const order = () => described(z.number().default(0), { kind: 'order' });
/** The plan's two languages, the leading one first. */
export const languages = () =>
  described(z.tuple([z.enum(['ar', 'en']), z.enum(['ar', 'en'])]).default(['ar', 'en']), { kind: 'languages' });

/** One of `options`; the first is the empty answer. */
export function choice<const O extends readonly [string, ...string[]]>(set: string, options: O) {
  return described(z.enum(options).default(options[0] as never), { kind: 'choice', set, options });
}

/** Any number of `options`. */
export function choices<const O extends readonly [string, ...string[]]>(set: string, options: O) {
  return described(z.array(z.enum(options)).max(options.length).default([]), { kind: 'choices', set, options });
}

/** Any number of codes that are their own names in every language. */
export function codes(set: string, options: [string, ...string[]]) {
  return described(z.array(z.enum(options)).max(options.length).default([]), {
    kind: 'choices',
    set,
    options,
    codes: true,
  });
}

const idOf = (to: ReferenceTarget) => z.string().regex(to === 'agencies' || to === 'objectives' ? ID : KEY, 'notId');

/** The id of one `to`, or null. */
export const reference = (to: ReferenceTarget) =>
  described(idOf(to).nullable().default(null), { kind: 'reference', to });
/** Ids of several `to`. */
export const references = (to: ReferenceTarget) =>
  described(z.array(idOf(to)).max(200).default([]), { kind: 'references', to });

/** Fields under one name. */
export const group = <S extends z.ZodRawShape>(shape: S) =>
  described(z.strictObject(shape).prefault({} as never), { kind: 'group' });

/** Items with an order of their own, keyed by UUID; `title` names the field that stands for an item. */
export const list = <S extends z.ZodRawShape>(title: keyof S & string, shape: S) =>
  described(z.record(z.string().regex(ID, 'notId'), z.strictObject({ order: order(), ...shape })).default({}), {
    kind: 'list',
    title,
  });

/** Records keyed by ids of the catalogue. */
export const keyed = <S extends z.ZodRawShape>(by: 'drivers' | 'recommendations' | 'criteria', shape: S) =>
  described(z.record(z.string().regex(KEY, 'notId'), z.strictObject(shape)).default({}), { kind: 'keyed', by });

/** A field with its name and what it holds: the tree that forms, print and exchange walk. */
export type Field = { name: string; meta: FieldMeta; fields: Field[] };

/**
 * The fields of a schema built with the builders above, in the schema's order.
 * @throws if a schema inside wasn't built by them: a defect, caught by the first test that loads the plan.
 */
export function fieldsOf(schema: z.ZodType): Field[] {
  const object = shapeHolder(schema);
  return Object.entries(object.shape as Record<string, z.ZodType>).map(([name, inner]) => {
    const meta = fieldRegistry.get(inner);
    if (!meta) throw new Error(`The field “${name}” has no description: build it with one of the builders`);
    const nested = meta.kind === 'group' || meta.kind === 'list' || meta.kind === 'keyed';
    return { name, meta: meta as FieldMeta, fields: nested ? fieldsOf(inner) : [] };
  });
}

/** The object schema whose shape holds a group's, a list's or a plain object's fields. */
function shapeHolder(schema: z.ZodType): z.ZodObject {
  if (schema instanceof z.ZodObject) return schema;
  if (schema instanceof z.ZodRecord) return shapeHolder(schema.valueType as z.ZodType);
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return shapeHolder(schema.unwrap() as z.ZodType);
  throw new Error('This schema holds no fields');
}
