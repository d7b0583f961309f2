/** Which plan a file’s texts are from, and when they were read from it; null where that isn’t known. */
export type Origin = { planId: string | null; readAt: string | null };

const BEGINNING = 'plan?';

/**
 * The `original` of a `<file>`, an IRI that points to where the texts are from (XLIFF 2.1, 4.3.1.25). It holds what the way
 * back needs, because every tool keeps it: metadata and notes may be dropped on the way.
 */
export function originalOf({ planId, readAt }: Origin): string {
  const parameters = new URLSearchParams();
  if (planId !== null) parameters.set('id', planId);
  if (readAt !== null) parameters.set('at', readAt);
  return `${BEGINNING}${parameters}`;
}

/** What an `original` says, where it is one of ours. */
export function originOf(original: string | undefined): Origin {
  if (!original?.startsWith(BEGINNING)) return { planId: null, readAt: null };
  const parameters = new URLSearchParams(original.slice(BEGINNING.length));
  return { planId: parameters.get('id'), readAt: parameters.get('at') };
}
