import { apply } from '#plan/changes';
import { type Refusal, writePlanDocument } from '#plan/exchange';
import { emptyAt } from '#plan/parts';
import { changesSaid, type ReturnedChange, standsIn } from '#plan/returned';
import { type Language, type Plan, planSchema } from '#plan/schema';
import { writeXliff } from '../xliff/writeXliff.ts';
import { readReturned } from './readReturned.ts';

/** A plan’s texts as an XLIFF file, where no server is asked which translations are behind: none is said to be. */
export const translationFile = (plan: Plan, source: Language): string =>
  writeXliff({ plan, source, target: source === 'ar' ? 'en' : 'ar', stale: new Set() });

type BroughtBack =
  | { ok: true; document: string; changes: ReturnedChange[]; ignored: string[]; unfinished: number }
  | { ok: false; kind: 'xlsx' | 'xliff'; refusals: Refusal[] };

/**
 * A plan’s document with what a workbook or a translation of it changes, made of the very plan that is given.
 * @param kind what the file is to be; another kind is refused as its reader refuses it
 */
export async function broughtBack(plan: Plan, file: Uint8Array, kind: 'xlsx' | 'xliff'): Promise<BroughtBack> {
  const read = await readReturned(file, plan, kind);
  if (!read.ok) return read;
  const changes = changesSaid(plan, read.said).filter(({ path }) => standsIn(plan, path));
  const edits = changes.map(({ path, from, to }) => ({ path: `plan.${path}`, from, to }));
  const means = { emptyAt: (path: string) => emptyAt(path.slice('plan.'.length)) };
  const { content } = apply(plan, edits, 'plan', means);
  const document = writePlanDocument(planSchema.parse(content));
  return { ok: true, document, changes, ignored: read.ignored, unfinished: read.unfinished };
}
