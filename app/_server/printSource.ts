import type { Actor } from '#people/roles';
import type { Plan } from '#plan/schema';
import type { AdoptedEdition } from '#review/adoptedEdition';
import { loadAdoption } from './adoptions.ts';
import { asActor } from './database.ts';
import { env } from './env.ts';
import { loadPlan } from './plans.ts';

/** What is printed: the plan as it is being written, or an edition that was adopted, as it was frozen. */
export type PrintSource = {
  plan: Plan;
  /** The code of the country. */
  country: string;
  /** The day that stands in it, ISO 8601. */
  date: string;
  draft: boolean;
  /** Which plan it is of and when it was read, for a file that is to come back: an adopted edition’s isn’t. */
  origin?: { planId: string; readAt: string };
  adopted: AdoptedEdition | null;
};

type Wanted = { planId: string; adoptionId: string | null; day: string };

/**
 * Reads what a printing is of, with the rights that its person has now.
 * @param wanted `day`: that of the printing. An adopted edition has that of its adoption, so that it comes out the same on
 *   whichever day it is printed
 * @returns or why it can’t be printed: a key of the messages under `print.errors`
 */
export async function printSource(actor: Actor, wanted: Wanted): Promise<PrintSource | 'notFound' | 'notIntact'> {
  const { planId, adoptionId, day } = wanted;
  if (adoptionId !== null) return adoptedSource(actor, planId, adoptionId);
  const loaded = await loadPlan(actor, planId);
  if (!loaded) return 'notFound';
  const { plan, country, readAt } = loaded;
  const origin = { planId, readAt: readAt.toISOString() };
  return { plan, country: country.code, date: day, draft: true, origin, adopted: null };
}

async function adoptedSource(
  actor: Actor,
  planId: string,
  adoptionId: string,
): Promise<PrintSource | 'notFound' | 'notIntact'> {
  const loaded = await loadAdoption(actor, adoptionId);
  const place = await asActor(actor.userId, (tx) =>
    tx.plan.findFirst({ where: { id: planId, deletedAt: null }, select: { country: { select: { code: true } } } }),
  );
  if (!loaded || !place || loaded.adoption.planId !== planId) return 'notFound';
  if (!loaded.isIntact) return 'notIntact';
  const { authority, decree, adoptedOn, hash } = loaded.adoption;
  const address = new URL('/verify', env().APP_URL).href;
  const adopted = { authority, decree, adoptedOn, code: hash, address };
  return { plan: loaded.plan, country: place.country.code, date: adoptedOn, draft: false, adopted };
}
