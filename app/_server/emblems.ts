import sharp from 'sharp';
import { type Actor, can } from '#people/roles';
import { ID } from '#plan/fields';
import { record } from './audit.ts';
import { asActor } from './database.ts';

/** The largest file that is looked at, in bytes; the most pixels that are drawn; and the side of what is kept. */
export const EMBLEM_LIMIT = 5_000_000;
const PIXELS = 16_000_000;
const SIDE = 640;

/** What PNG and JPEG files begin with: nothing else is decoded, whatever it is named. */
const beginnings = [
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  [0xff, 0xd8, 0xff],
];

/**
 * A picture drawn anew as a PNG of at most 640 by 640 pixels, without anything else that stood in the file; null where it
 * isn’t a PNG or JPEG picture of at most 16 million pixels.
 */
export async function redrawn(file: Uint8Array): Promise<Uint8Array | null> {
  if (!beginnings.some((beginning) => beginning.every((byte, at) => file[at] === byte))) return null;
  try {
    const picture = sharp(file, { limitInputPixels: PIXELS, failOn: 'error', pages: 1 });
    const fitted = picture.rotate().resize(SIDE, SIDE, { fit: 'inside', withoutEnlargement: true });
    return new Uint8Array(await fitted.png({ compressionLevel: 9 }).timeout({ seconds: 10 }).toBuffer());
  } catch {
    return null;
  }
}

type SetEmblem = { ok: true } | { ok: false; code: 'notFound' | 'notAllowed' | 'notPicture' };

/** Puts a picture on a plan’s cover, or takes it away (`null`). */
export async function setEmblem(actor: Actor, planId: string, file: Uint8Array | null): Promise<SetEmblem> {
  if (!ID.test(planId)) return { ok: false, code: 'notFound' };
  const allowed = await asActor(actor.userId, async (tx): Promise<{ ok: true; countryId: string } | SetEmblem> => {
    const plan = await tx.plan.findFirst({ where: { id: planId, deletedAt: null }, select: { countryId: true } });
    const thing = { countryId: plan?.countryId, planId, part: 'about' };
    if (!plan || !can(actor, 'plan.open', thing)) return { ok: false, code: 'notFound' };
    return can(actor, 'part.edit', thing) ? { ok: true, countryId: plan.countryId } : { ok: false, code: 'notAllowed' };
  });
  if (!('countryId' in allowed)) return allowed;
  const { countryId } = allowed;
  // Drawn outside of the transaction: it takes a moment.
  const image = file && (await redrawn(file));
  if (file && !image) return { ok: false, code: 'notPicture' };
  await asActor(actor.userId, async (tx) => {
    if (image)
      await tx.$executeRaw`INSERT INTO "Emblem" ("planId", "countryId", "image", "setBy")
        VALUES (${planId}::uuid, ${countryId}::uuid, ${Buffer.from(image)}, ${actor.userId}::uuid)
        ON CONFLICT ("planId") DO UPDATE SET "image" = excluded."image", "setBy" = excluded."setBy", "updatedAt" = now()`;
    else await tx.$executeRaw`DELETE FROM "Emblem" WHERE "planId" = ${planId}::uuid`;
    const detail = { plan: planId, bytes: image?.length ?? 0 };
    await record(tx, { actorId: actor.userId, countryId, deed: 'emblem.set', thing: `plan ${planId}`, detail });
  });
  return { ok: true };
}

/** The picture on a plan’s cover, or null where there is none that the person may see. */
export async function loadEmblem(actor: Actor, planId: string): Promise<Uint8Array | null> {
  if (!ID.test(planId)) return null;
  return asActor(actor.userId, async (tx) => {
    const [row] = await tx.$queryRaw<{ image: Uint8Array; countryId: string }[]>`
      SELECT e."image", e."countryId"::text FROM "Emblem" e JOIN "Plan" p ON p."id" = e."planId" AND p."deletedAt" IS NULL
      WHERE e."planId" = ${planId}::uuid`;
    if (!row || !can(actor, 'plan.read', { countryId: row.countryId, planId })) return null;
    return row.image;
  });
}
