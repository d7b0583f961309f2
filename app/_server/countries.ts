import { uuidv7 } from 'uuidv7';
import { countryName } from '#people/countryNames';
import { type Actor, can } from '#people/roles';
import { record } from './audit.ts';
import { asActor, database } from './database.ts';

export type Country = { id: string; code: string; nameAr: string; nameEn: string };
export type CountryRow = Country & { createdAt: Date; coordinators: number; people: number; invited: number };

/** All countries here with how many work on each, for the administrator: nothing of their plans. */
export async function listCountries(actor: Actor): Promise<CountryRow[] | null> {
  if (!can(actor, 'country.list')) return null;
  return asActor(actor.userId, async (tx) => {
    const rows = await tx.country.findMany({
      orderBy: { nameEn: 'asc' },
      include: {
        memberships: { select: { role: true } },
        invitations: {
          where: { acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
          select: { id: true },
        },
      },
    });
    return rows.map(({ memberships, invitations, ...country }) => ({
      ...country,
      coordinators: memberships.filter(({ role }) => role === 'coordinator').length,
      people: memberships.length,
      invited: invitations.length,
    }));
  });
}

/** The countries that a person belongs to, by name. */
export async function ownCountries(actor: Actor): Promise<Country[]> {
  const ids = actor.memberships.map(({ countryId }) => countryId);
  return database().country.findMany({
    where: { id: { in: ids } },
    orderBy: { nameEn: 'asc' },
    select: { id: true, code: true, nameAr: true, nameEn: true },
  });
}

/** A country by its code (“IQ”), for those who belong to it or keep the list of countries; null to everybody else. */
export async function findCountry(actor: Actor, code: string): Promise<Country | null> {
  const country = await database().country.findUnique({
    where: { code: code.toUpperCase() },
    select: { id: true, code: true, nameAr: true, nameEn: true },
  });
  if (!country) return null;
  const belongs = actor.memberships.some(({ countryId }) => countryId === country.id);
  return belongs || can(actor, 'country.list') ? country : null;
}

export type CreateCountry =
  | { ok: true; id: string }
  | { ok: false; code: 'notAllowed' | 'countryMissing' | 'countryExists'; path?: string };

/** Adds a Member or observer State to those that work here. */
export async function createCountry(actor: Actor, code: string): Promise<CreateCountry> {
  if (!can(actor, 'country.create')) return { ok: false, code: 'notAllowed' };
  const name = countryName(code);
  if (!name) return { ok: false, code: 'countryMissing', path: 'code' };
  return asActor(actor.userId, async (tx) => {
    const id = uuidv7();
    const { count } = await tx.country.createMany({
      data: [{ id, code, nameAr: name.ar, nameEn: name.en }],
      skipDuplicates: true,
    });
    if (!count) return { ok: false, code: 'countryExists', path: 'code' };
    await record(tx, { actorId: actor.userId, countryId: id, deed: 'country.create', thing: `country ${code}` });
    return { ok: true, id };
  });
}
