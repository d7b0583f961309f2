import { known } from '#plan/catalogueOrder';
import { isRecord } from '#plan/changes';
import { ID } from '#plan/fields';
import { leaves, outline } from '#plan/outline';
import { schemaAt } from '#plan/parts';
import { type Language, type Plan, planLanguages } from '#plan/schema';

/** Where in a text something stands, in UTF-16 units. */
export type Span = { start: number; end: number };

/**
 * Where what a comment is about stands now. `here`: at its path; `moved`: its words stand in another field, at `path`;
 * `gone`: they stand nowhere, or its field is gone. `hasField` tells whether the field itself is still there. `path` is
 * of the side of a text where a passage was found, with its `span`; a comment on a whole field has none.
 */
export type Passage = { state: 'here' | 'moved' | 'gone'; hasField: boolean; path: string | null; span: Span | null };

/** What a comment says of its place: the path of a field, an entry, a list or a section, and the words, or ''. */
export type Quoted = { path: string; quote: string };

/** The longest passage that a comment may quote, in UTF-16 units. */
export const QUOTE_LIMIT = 2000;

const words = (text: string): string[] => text.match(/\S+/g) ?? [];
const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Where words stand in a text, whatever the blanks and line breaks between them; null where they don’t. */
export function findQuote(text: string, quote: string): Span | null {
  const wanted = words(quote);
  if (wanted.length === 0) return null;
  const found = new RegExp(wanted.map(escaped).join('\\s+'), 'u').exec(text);
  return found ? { start: found.index, end: found.index + found[0].length } : null;
}

/** What is keyed by the catalogue’s ids, by where it stands: there as soon as the catalogue has the id. */
const keyedBy: Record<string, (id: string) => boolean> = {
  'situation.drivers': known.drivers,
  decisions: known.recommendations,
  criteria: known.criteria,
};

/** Whether a plan has a field, an entry, a list or a section at a path. */
export function hasPath(plan: Plan, path: string): boolean {
  const keys = path.split('.');
  // How far people say they are, and the order of entries, are no text of the plan.
  if (schemaAt(path) === null || keys[0] === 'progress' || keys.includes('order')) return false;
  let value: unknown = plan;
  for (const [index, key] of keys.entries()) {
    const isKnown = keyedBy[keys.slice(0, index).join('.')]?.(key);
    const inside: unknown = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    if (inside === undefined && (isKnown === false || ID.test(key))) return false;
    value = inside;
  }
  return true;
}

type Text = { path: string; text: string };

/** Every text of a plan, one side after the other, in the document’s order. */
function textsOf(plan: Plan): Text[] {
  return leaves(outline(plan)).flatMap((leaf): Text[] => {
    if (leaf.kind === 'word') return [{ path: leaf.path, text: leaf.value }];
    if (leaf.kind !== 'line' && leaf.kind !== 'prose') return [];
    return planLanguages.map((language: Language) => ({
      path: `${leaf.path}.${language}`,
      text: leaf.value[language],
    }));
  });
}

const isWithin = (path: string, base: string) => path === base || path.startsWith(`${base}.`);

/** Finds what comments are about in a plan as it is now. */
export function passagesIn(plan: Plan): (quoted: Quoted) => Passage {
  let texts: Text[] | undefined;
  return ({ path, quote }) => {
    const hasField = hasPath(plan, path);
    const gone: Passage = { state: 'gone', hasField, path: null, span: null };
    if (words(quote).length === 0) return hasField ? { state: 'here', hasField, path, span: null } : gone;
    texts ??= textsOf(plan);
    let moved: Passage | undefined;
    for (const { path: at, text } of texts) {
      const isOwn = isWithin(at, path);
      if (moved && !isOwn) continue;
      const span = findQuote(text, quote);
      if (span && isOwn) return { state: 'here', hasField, path: at, span };
      if (span) moved = { state: 'moved', hasField, path: at, span };
    }
    return moved ?? gone;
  };
}
