import { notFound } from 'next/navigation';
import { cache } from 'react';
import { type LoadedRound, loadRound } from '#server/submissions';
import type { OpenReview } from '../../openReview.ts';

const load = cache(loadRound);

/** Opens a round of this plan for who may read what was sent; to everybody else it isn’t there. Read once a request. */
export async function openRound({ actor, id, may }: OpenReview, roundId: string): Promise<LoadedRound> {
  if (!may('review.read')) notFound();
  const loaded = await load(actor, roundId);
  if (loaded?.planId !== id) notFound();
  return loaded;
}
