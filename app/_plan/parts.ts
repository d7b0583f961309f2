import * as z from 'zod';
import { type Plan, planSchema } from './schema.ts';

/**
 * A plan is stored in parts, so that a save writes a kilobyte and two colleagues seldom meet in one row: one part a
 * section, but one part an action and one a decision. A part's key is the path at which its content stands in the plan:
 * `about`, `agencies`, `actions.<id>`, `decisions.<recommendation>`.
 */
export type PartKey = string;

const divided = new Set(['actions', 'decisions']);
const sections = new Set(Object.keys(planSchema.shape).filter((key) => key !== 'version'));

/** The key of the part in which a path lies, or null where no plan has such a path. */
export function partOf(path: string): PartKey | null {
  const [section = '', id] = path.split('.');
  if (!sections.has(section)) return null;
  if (!divided.has(section)) return section;
  return id ? `${section}.${id}` : null;
}

/** A plan taken apart: the content of each part by its key. Sections that are divided give one part an entry. */
export function takeApart(plan: Plan): Record<PartKey, unknown> {
  const parts: Record<PartKey, unknown> = {};
  for (const section of sections) {
    const content = plan[section as keyof Plan];
    if (divided.has(section)) {
      for (const [id, entry] of Object.entries(content as object)) parts[`${section}.${id}`] = entry;
    } else parts[section] = content;
  }
  return parts;
}

/**
 * A plan put together from its parts, parsed at this border only. Absent parts are empty.
 * @throws ZodError if a part doesn't fit the schema: stored content always does, so that is a defect.
 */
export function putTogether(parts: Iterable<{ key: PartKey; content: unknown }>): Plan {
  const raw: Record<string, unknown> = {};
  for (const { key, content } of parts) {
    const [section = '', id] = key.split('.');
    if (id === undefined) raw[section] = content;
    else raw[section] = { ...(raw[section] as object), [id]: content };
  }
  return planSchema.parse(raw);
}

/**
 * The schema of the value at a path of the plan, or null where no plan has such a path. A value that is absent is parsed
 * as undefined, and gives the field's empty value.
 */
export function schemaAt(path: string): z.ZodType | null {
  if (partOf(path) === null && !divided.has(path)) return null;
  let schema: z.ZodType | undefined = planSchema;
  for (const key of path.split('.')) {
    schema = schema && inner(bare(schema), key);
    if (!schema) return null;
  }
  return schema;
}

/** The schema of a part's content, or null where no plan has such a part. */
export const partSchema = (key: PartKey): z.ZodType | null => (partOf(key) === key ? schemaAt(key) : null);

/** The value that the field at a path has while nothing was typed; null where it is an entry or no field at all. */
export const emptyAt = (path: string): unknown => schemaAt(path)?.safeParse(undefined).data ?? null;

/** An entry of which nothing was typed, with every field empty. @throws where the path is no entry's */
export const emptyEntryAt = (path: string): unknown => schemaAt(path)?.parse({});

const bare = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault ? bare(schema.unwrap() as z.ZodType) : schema;

function inner(schema: z.ZodType, key: string): z.ZodType | undefined {
  if (schema instanceof z.ZodObject) return Object.hasOwn(schema.shape, key) ? schema.shape[key] : undefined;
  if (!(schema instanceof z.ZodRecord)) return undefined;
  return (schema.keyType as z.ZodType).safeParse(key).success ? (schema.valueType as z.ZodType) : undefined;
}
