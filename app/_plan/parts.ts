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
