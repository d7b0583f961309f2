import { TEXT_LIMIT } from '#plan/fields';
import type { Language } from '#plan/schema';
import type { XliffRefusal } from './refusals.ts';

/** How far a translation is, from its beginning to its end (XLIFF 2.1, 4.3.1.31). */
export const states = ['initial', 'translated', 'reviewed', 'final'] as const;

export type State = (typeof states)[number];

/**
 * What a file says of one text. `path` is that of the pair, `language` the one translated into, `source` the text that was
 * translated, `text` its translation. `state` is that of the part that is least far; a tool that knows no states leaves
 * `initial`. `untranslated` counts the paragraphs that have no translation yet and are left out of `text`. `place`: where in
 * the file, as people find it there.
 */
export type SaidText = {
  path: string;
  language: Language;
  source: string;
  text: string;
  state: State;
  untranslated: number;
  place: string;
};

/** A `<segment>`, or an `<ignorable>`, which isn’t translatable. `target` is null where there is none. */
export type Part = {
  translatable: boolean;
  state: State;
  source: string;
  target: string | null;
  order: number | null;
};

type Joined = Pick<SaidText, 'source' | 'text' | 'state' | 'untranslated'>;

/**
 * The parts of a unit as one text, in the order that its targets ask for (4.8.2). Where an `<ignorable>` has no target, or a
 * segment of white space, its source stands for it (4.8.1).
 * @returns null where nothing is translated: an empty target is none, so that no tool that writes such takes a text away
 */
export function joined(parts: readonly Part[]): Joined | null | Pick<XliffRefusal, 'code' | 'values'> {
  const source = parts.map((part) => part.source).join('');
  const ordered = inOrderOfTargets(parts);
  if (ordered === null) return { code: 'wrongOrder', values: {} };
  const text = ordered.map((part) => part.target ?? (isGap(part) ? part.source : '')).join('');
  if (source.length > TEXT_LIMIT || text.length > TEXT_LIMIT) return { code: 'tooLong', values: { limit: TEXT_LIMIT } };
  if (![source, text].every(isText)) return { code: 'notText', values: {} };
  const content = parts.filter((part) => !isGap(part) || hasTarget(part));
  const translated = content.filter(hasTarget);
  if (translated.length === 0) return null;
  const untranslated = content.length - translated.length;
  const earliest = states.find((state) => translated.some((part) => part.translatable && part.state === state));
  return { source, text, state: untranslated > 0 ? 'initial' : (earliest ?? 'initial'), untranslated };
}

const isGap = (part: Part): boolean => !part.translatable || part.source.trim() === '';

const hasTarget = (part: Part): boolean => part.target !== null && part.target.trim() !== '';

/** As the plan’s own texts are: a NUL can’t be stored, a lone surrogate is no character. */
const isText = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');

/** The parts where their targets belong, or null where two belong in one place or one outside the unit. */
function inOrderOfTargets(parts: readonly Part[]): Part[] | null {
  const places = new Map(parts.map((part, at) => [part.order ?? at + 1, part]));
  const ordered = parts.map((_, at) => places.get(at + 1)).filter((part) => part !== undefined);
  return ordered.length === parts.length ? ordered : null;
}
