import type * as z from 'zod';
import type { Field } from './fields.ts';
import { scanJson } from './jsonScan.ts';
import { keysInOrder } from './outline.ts';
import { PLAN_VERSION, type Plan, planFields, planSchema } from './schema.ts';

/** The size of the largest document that is read, in bytes of UTF-8: twelve times the sample plan. */
export const PLAN_DOCUMENT_LIMIT = 5_000_000;
/** How deep a document may be nested; the plan's own shape is a quarter of that. */
const DEPTH_LIMIT = 32;
export const ACTION_LIMIT = 500;
export const INDICATOR_LIMIT = 2000;
/** How many refusals are told at once. */
export const REFUSAL_LIMIT = 20;

/** Why a document is refused. Each has its sentence in the messages under `check.refusals.<code>`. */
export const refusalCodes = [
  'tooLarge',
  'notUtf8',
  'notJson',
  'tooDeep',
  'duplicateKey',
  'forbiddenKey',
  'notPlan',
  'noVersion',
  'unknownVersion',
  'tooManyActions',
  'tooManyIndicators',
  'tooMany',
  'wrongType',
  'unknownField',
  'tooLong',
  'notText',
  'notDate',
  'notAmount',
  'notNumber',
  'notCurrency',
  'notCountry',
  'notId',
  'notOption',
  'outOfRange',
] as const;

type RefusalCode = (typeof refusalCodes)[number];

/** What in a document can't be read: `path` is '' for the document as a whole. */
export type Refusal = { path: string; code: RefusalCode; values: Record<string, string | number> };

const refusal = (path: string, code: RefusalCode, values: Refusal['values'] = {}): Refusal => ({ path, code, values });

/**
 * Reads a plan from the text of a document, or says what keeps it from being one. Size, depth and keys are looked at
 * before anything is built from the text, so that no document costs more than its size. Fields that are left out are
 * empty; fields that the plan doesn't know are refused, never dropped.
 */
export function readPlanDocument(text: string): { ok: true; plan: Plan } | { ok: false; refusals: Refusal[] } {
  const refuse = (...refusals: Refusal[]) => ({ ok: false as const, refusals: refusals.slice(0, REFUSAL_LIMIT) });
  if (isTooLarge(text)) return refuse(refusal('', 'tooLarge', { limit: PLAN_DOCUMENT_LIMIT / 1_000_000 }));
  // Some editors begin a file with a byte order mark.
  const json = text.replace(/^\uFEFF/, '');
  const found = scanJson(json, DEPTH_LIMIT);
  if (found) return refuse(refusal(found.path, found.code, found.code === 'tooDeep' ? { limit: DEPTH_LIMIT } : {}));
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch (error) {
    return refuse(refusal('', 'notJson', { line: lineOf(json, error) }));
  }
  if (!isObject(raw)) return refuse(refusal('', 'notPlan'));
  if (!Object.hasOwn(raw, 'version')) return refuse(refusal('version', 'noVersion'));
  if (raw.version !== PLAN_VERSION)
    return refuse(refusal('version', 'unknownVersion', { version: shown(raw.version), known: PLAN_VERSION }));
  const tooMany = countRefusals(raw);
  if (tooMany.length) return refuse(...tooMany);
  const parsed = planSchema.safeParse(raw);
  return parsed.success ? { ok: true, plan: parsed.data } : refuse(...parsed.error.issues.flatMap(refusalsOf));
}

/**
 * The text of a plan's document: the fields in the schema's order, lists in theirs, two spaces, a line break at the end.
 * The same plan always gives the same text.
 */
export function writePlanDocument(plan: Plan): string {
  const document = { version: plan.version, ...(ordered(planFields, plan) as object) };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function ordered(fields: Field[], value: unknown): unknown {
  const values = value as Record<string, unknown>;
  return Object.fromEntries(fields.map((field) => [field.name, orderedField(field, values[field.name])]));
}

function orderedField(field: Field, value: unknown): unknown {
  switch (field.meta.kind) {
    case 'group':
      return ordered(field.fields, value);
    case 'list':
    case 'keyed': {
      const records = value as Record<string, unknown>;
      return Object.fromEntries(keysInOrder(field, records).map((key) => [key, ordered(field.fields, records[key])]));
    }
    case 'line':
    case 'prose': {
      const { ar, en } = value as { ar: string; en: string };
      return { ar, en };
    }
    default:
      return value;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** No text has fewer bytes than half its UTF-16 units' worth, so most texts need no counting. */
function isTooLarge(text: string): boolean {
  if (text.length > PLAN_DOCUMENT_LIMIT) return true;
  return text.length * 3 > PLAN_DOCUMENT_LIMIT && new TextEncoder().encode(text).length > PLAN_DOCUMENT_LIMIT;
}

/** A foreign value as a sentence may quote it. */
const shown = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 20) : '?';

/** The line at which the text stops being JSON, or 0 where the error doesn't tell. */
function lineOf(text: string, error: unknown): number {
  const message = error instanceof Error ? error.message : '';
  const position = message.match(/position (\d+)/)?.[1];
  if (position === undefined) return /end of JSON/.test(message) ? text.split('\n').length : 0;
  return text.slice(0, Number(position)).split('\n').length;
}

function countRefusals({ actions }: Record<string, unknown>): Refusal[] {
  if (!isObject(actions)) return [];
  const all = Object.values(actions);
  if (all.length > ACTION_LIMIT) return [refusal('actions', 'tooManyActions', { limit: ACTION_LIMIT })];
  const indicators = all.reduce<number>((sum, action) => {
    const own = isObject(action) ? action.indicators : undefined;
    return sum + (isObject(own) ? Object.keys(own).length : 0);
  }, 0);
  return indicators > INDICATOR_LIMIT ? [refusal('actions', 'tooManyIndicators', { limit: INDICATOR_LIMIT })] : [];
}

const known = new Set<string>(refusalCodes);
const isRefusalCode = (text: string): text is RefusalCode => known.has(text);

/** What the schema found, in the codes of refusals. A message that is one of them is the field's own (`notDate`). */
export function refusalsOf(issue: z.core.$ZodIssue): Refusal[] {
  const path = issue.path.join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => refusal(path ? `${path}.${key}` : key, 'unknownField'));
    case 'invalid_type':
      return [refusal(path, 'wrongType', { expected: issue.expected === 'int' ? 'number' : issue.expected })];
    case 'invalid_value':
      return [refusal(path, 'notOption')];
    case 'invalid_key':
      return [refusal(path, 'notId')];
    default: {
      if (isRefusalCode(issue.message)) return [refusal(path, issue.message)];
      const listed = issue.code === 'too_big' && (issue.origin === 'array' || issue.origin === 'set');
      return [refusal(path, listed ? 'tooMany' : 'outOfRange')];
    }
  }
}
