import { type OutlineItem, type OutlineLeaf, outline } from '#plan/outline';
import type { Language, Plan } from '#plan/schema';
import { writable } from '../edition/writable.ts';
import { content, escaped } from './characters.ts';
import { originalOf } from './original.ts';
import { type Aligned, aligned } from './paragraphs.ts';

/**
 * `stale`: the paths of pairs whose target has not followed the source. `readAt`: when the plan was read, in whatever form
 * the reader of the file wants it back. `labelOf`: a field’s name by its `labelPath`. `staleNote`: what the translator is told
 * of such a pair.
 */
type XliffRequest = {
  plan: Plan;
  planId?: string;
  source: Language;
  target: Language;
  stale: ReadonlySet<string>;
  readAt?: string;
  labelOf?: (labelPath: string) => string;
  staleNote?: string;
};

const directions = { ar: 'rtl', en: 'ltr' } as const satisfies Record<Language, string>;

/** The state of a translation that was written for an earlier source. */
const STALE_STATE = 'plan:sourceChanged';

/**
 * A plan’s texts for translators: an XLIFF 2.1 document with a group for each section and each thing of a list, and a unit,
 * whose id is the path, for each text that has something in the source language. The same request always gives the same text.
 */
export function writeXliff(request: XliffRequest): string {
  const { plan, planId = null, readAt = null, source, target } = request;
  const groups = outline(plan).flatMap((section) => group(section, request));
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="${source}" trgLang="${target}">`,
    `  <file id="plan" original="${escaped(originalOf({ planId, readAt }))}" srcDir="${directions[source]}" trgDir="${directions[target]}">`,
    // A file holds at least one group or unit (4.2.2.2), also where nothing is written yet.
    ...indented(indented(groups.length > 0 ? groups : ['<group id="plan"/>'])),
    '  </file>',
    '</xliff>',
  ].join('\n')}\n`;
}

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

/** What has fields in it, as a group of their units; nothing where none of them has a text. */
function group({ path, items }: { path: string; items: OutlineItem[] }, request: XliffRequest): string[] {
  const lines = items.flatMap((item) => linesOf(item, request));
  return lines.length === 0 ? [] : [`<group id="${path}">`, ...indented(lines), '</group>'];
}

function linesOf(item: OutlineItem, request: XliffRequest): string[] {
  switch (item.kind) {
    case 'group':
      return group(item, request);
    case 'list':
    case 'keyed':
      return item.entries.flatMap((entry) => group(entry, request));
    case 'line':
    case 'prose':
      return unit(item, request);
    default:
      return [];
  }
}

type TextLeaf = Extract<OutlineLeaf, { kind: 'line' | 'prose' }>;

function unit({ path, labelPath, value }: TextLeaf, request: XliffRequest): string[] {
  const [source, target] = [value[request.source], value[request.target]];
  if (source.trim() === '') return [];
  const stale = target.trim() !== '' && request.stale.has(path);
  const label = request.labelOf?.(labelPath);
  const notes = [
    ...(label ? [note('category="field"', label)] : []),
    ...(stale ? [note('category="sourceChanged" appliesTo="target"', request.staleNote ?? STALE_NOTE)] : []),
  ];
  const pieces = aligned(source, target);
  return [
    `<unit id="${path}"${pieces.some(isSpaced) ? ' xml:space="preserve"' : ''}>`,
    ...(notes.length > 0 ? ['  <notes>', ...indented(indented(notes)), '  </notes>'] : []),
    ...pieces.flatMap((piece) => indented(segment(piece, stale))),
    '</unit>',
  ];
}

const STALE_NOTE = 'The source text was changed after this translation was written.';

const note = (attributes: string, text: string) => `<note ${attributes}>${escaped(writable(text))}</note>`;

/** Whether white space stands where a program that isn’t told otherwise might take it for layout. */
const isSpaced = ({ source, target }: Aligned): boolean =>
  [source, target ?? ''].some((text) => /^ | $| {2}|[\t\r\n]/.test(text));

function segment({ translatable, source, target }: Aligned, stale: boolean): string[] {
  const name = translatable ? 'segment' : 'ignorable';
  return [
    `<${name}${translatable ? stateOf(target, stale) : ''}>`,
    `  <source>${content(source)}</source>`,
    ...(target === null ? [] : [`  <target>${content(target)}</target>`]),
    `</${name}>`,
  ];
}

/**
 * A translation that the source has left behind is `initial` (4.3.1.31 asks only that the later states have a target): what is
 * `translated` is skipped by tools, and would come back as a word that it still fits, though nobody has looked. A `subState`
 * says why (4.3.1.35); whoever changes the state has to take it away.
 */
function stateOf(target: string | null, stale: boolean): string {
  if (target === null) return ' state="initial"';
  return stale ? ` state="initial" subState="${STALE_STATE}"` : ' state="translated"';
}
