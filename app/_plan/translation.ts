import { leaves, outline } from './outline.ts';
import type { Language, Plan } from './schema.ts';

/** A text that one of the plan's languages has and the other hasn't. */
export type Untranslated = { path: string; missing: Language };

/** The texts of which one side is still to be written, in the document's order. */
export function untranslated(plan: Plan): Untranslated[] {
  return leaves(outline(plan)).flatMap((leaf): Untranslated[] => {
    if ((leaf.kind !== 'line' && leaf.kind !== 'prose') || leaf.empty) return [];
    if (leaf.value.ar.trim() === '') return [{ path: leaf.path, missing: 'ar' }];
    if (leaf.value.en.trim() === '') return [{ path: leaf.path, missing: 'en' }];
    return [];
  });
}
