import { uuidv7 } from 'uuidv7';
import { type Actor, can } from '#people/roles';
import { writePlanDocument } from '#plan/exchange';
import { ID } from '#plan/fields';
import type { Problem } from '#plan/problems';
import { type Bilingual, type Plan, planSchema } from '#plan/schema';
import { blocking } from '../_review/blocking.ts';
import { isBlank, textRefusal } from '../_review/texts.ts';
import { record } from './audit.ts';
import { asActor, WHOLE_FILE } from './database.ts';
import { asReviewer, isDay, lockReview, notAllowed, notFound, reviewPlace } from './grants.ts';
import { circleOf, notify } from './notices.ts';
import { documentHash, readDraft } from './submissions.ts';

/** The longest name of an authority or a decree, in UTF-16 units. */
const NAME_LIMIT = 1000;

/**
 * What is put down of an adoption. `submissionId`: the round that was adopted, or null for the plan as it stands.
 * `adoptedOn`: “2027-03-31”. `decree`: its number and date as the country writes them, or ''.
 */
export type NewAdoption = {
  planId: string;
  submissionId: string | null;
  authority: Bilingual;
  decree: string;
  adoptedOn: string;
};

export type Adopt =
  | { ok: true; id: string; hash: string }
  | { ok: false; code: 'wrong'; problems: Problem[] }
  | {
      ok: false;
      code: 'notFound' | 'notAllowed' | 'authorityMissing' | 'dateInvalid' | 'dateInFuture' | 'tooLong' | 'notText';
    };

/**
 * Records that a plan was adopted, and freezes the edition. It needs no clearance: a country adopts its own plan. What
 * stands as it was sent was looked at then; a draft must hold nothing that would make the document wrong. Recorded twice
 * alike it is recorded once; recorded otherwise, to put a slip right, the latest counts and the earlier stays.
 */
export async function adoptPlan(actor: Actor, adoption: NewAdoption): Promise<Adopt> {
  const { planId, submissionId, authority, decree, adoptedOn } = adoption;
  if (isBlank(authority.ar) && isBlank(authority.en)) return { ok: false, code: 'authorityMissing' };
  if (!isDay(adoptedOn)) return { ok: false, code: 'dateInvalid' };
  const refused = textRefusal([authority.ar, authority.en, decree], NAME_LIMIT);
  if (refused) return { ok: false, code: refused };
  return asReviewer(
    actor,
    async (tx): Promise<Adopt> => {
      const place = await reviewPlace(tx, actor, planId);
      if (!place) return notFound;
      if (!can(actor, 'plan.adopt', place)) return notAllowed;
      const { countryId } = place;
      await lockReview(tx, planId);
      // It may be tomorrow already where they are.
      const [time] = await tx.$queryRaw<{ future: boolean }[]>`
        SELECT ${adoptedOn}::date > (now() AT TIME ZONE 'UTC' + interval '14 hours')::date AS "future"`;
      if (time?.future) return { ok: false, code: 'dateInFuture' };
      let plan: Plan;
      if (submissionId === null) {
        plan = await readDraft(tx, actor, place);
        const problems = blocking(plan);
        if (problems.length > 0) return { ok: false, code: 'wrong', problems };
      } else {
        const found = ID.test(submissionId)
          ? await tx.submission.findFirst({ where: { id: submissionId, planId, withdrawnAt: null } })
          : null;
        if (!found) return notFound;
        plan = planSchema.parse(found.content);
      }
      const document = writePlanDocument(plan);
      const hash = documentHash(document);
      const [last] = await tx.$queryRaw<{ id: string; isSame: boolean }[]>`
        SELECT "id"::text, "hash" = ${hash} AND "submissionId" IS NOT DISTINCT FROM ${submissionId}::uuid AND "decree" = ${decree}
          AND "authorityAr" = ${authority.ar} AND "authorityEn" = ${authority.en} AND "adoptedOn" = ${adoptedOn}::date AS "isSame"
        FROM "Adoption" WHERE "planId" = ${planId}::uuid ORDER BY "recordedAt" DESC, "id" DESC LIMIT 1`;
      if (last?.isSame) return { ok: true, id: last.id, hash };
      const id = uuidv7();
      await tx.$executeRaw`INSERT INTO "Adoption" ("id", "planId", "countryId", "submissionId", "content", "hash", "authorityAr",
          "authorityEn", "decree", "adoptedOn", "recordedBy")
        VALUES (${id}::uuid, ${planId}::uuid, ${countryId}::uuid, ${submissionId}::uuid, ${document}, ${hash},
          ${authority.ar}, ${authority.en}, ${decree}, ${adoptedOn}::date, ${actor.userId}::uuid)`;
      await record(tx, {
        actorId: actor.userId,
        countryId,
        deed: 'plan.adopt',
        thing: `adoption ${id}`,
        detail: { plan: planId, submission: submissionId, hash, adoptedOn },
      });
      const about = { planId, part: null, draft: submissionId === null };
      const circle = await circleOf(tx, about);
      const advisers = circle.filter(({ side }) => side === 'adviser');
      const told = advisers.map(({ userId }) => ({ userId, kind: 'adopted' as const }));
      await notify(tx, actor, about, `adoption ${id}`, { circle, told });
      return { ok: true, id, hash };
    },
    WHOLE_FILE,
  );
}

export type Adoption = {
  id: string;
  planId: string;
  submissionId: string | null;
  round: number | null;
  hash: string;
  authority: Bilingual;
  decree: string;
  /** “2027-03-31” */
  adoptedOn: string;
  recordedBy: string;
  recordedAt: Date;
};

type Row = Omit<Adoption, 'authority'> & { authorityAr: string; authorityEn: string };

const ADOPTIONS = `SELECT a."id"::text, a."planId"::text, a."submissionId"::text, s."number" AS "round", a."hash", a."authorityAr",
    a."authorityEn", a."decree", to_char(a."adoptedOn", 'YYYY-MM-DD') AS "adoptedOn", u."name" AS "recordedBy", a."recordedAt"
  FROM "Adoption" a JOIN "User" u ON u."id" = a."recordedBy" LEFT JOIN "Submission" s ON s."id" = a."submissionId"`;

const adoptionOf = ({ authorityAr, authorityEn, ...row }: Row): Adoption => ({
  ...row,
  authority: { ar: authorityAr, en: authorityEn },
});

/** What was recorded of a plan’s adoption, the latest first: that one counts. Null where it isn’t theirs to know. */
export async function listAdoptions(actor: Actor, planId: string): Promise<Adoption[] | null> {
  return asActor(actor.userId, async (tx) => {
    const place = await reviewPlace(tx, actor, planId);
    if (!place || !can(actor, 'review.read', place)) return null;
    const rows = await tx.$queryRawUnsafe<Row[]>(
      `${ADOPTIONS} WHERE a."planId" = $1::uuid ORDER BY a."recordedAt" DESC, a."id" DESC`,
      planId,
    );
    return rows.map(adoptionOf);
  });
}

/**
 * An adopted edition with its text. `isIntact`: whether the text still has the hash that was recorded with it, which a
 * printed copy bears too.
 */
export async function loadAdoption(
  actor: Actor,
  adoptionId: string,
): Promise<{ adoption: Adoption; plan: Plan; isIntact: boolean } | null> {
  if (!ID.test(adoptionId)) return null;
  return asActor(actor.userId, async (tx) => {
    const [row] = await tx.$queryRawUnsafe<Row[]>(`${ADOPTIONS} WHERE a."id" = $1::uuid`, adoptionId);
    const place = row && (await reviewPlace(tx, actor, row.planId));
    if (!row || !place || !can(actor, 'review.read', place)) return null;
    const stored = await tx.adoption.findUnique({ where: { id: adoptionId }, select: { content: true } });
    if (!stored) return null;
    const plan = planSchema.parse(JSON.parse(stored.content));
    return { adoption: adoptionOf(row), plan, isIntact: documentHash(stored.content) === row.hash };
  });
}
