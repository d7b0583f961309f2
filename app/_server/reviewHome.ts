import { type Actor, can } from '#people/roles';
import type { Bilingual } from '#plan/schema';
import { asActor } from './database.ts';
import { type ReviewPlace, reviewPlace } from './grants.ts';

/** Where a plan’s review is, for any page of it. */
export type ReviewHome = ReviewPlace & {
  country: { code: string; nameAr: string; nameEn: string };
  /** As the reader may know it: the draft’s for who opens the plan, else the latest round’s; null where there is none. */
  title: Bilingual | null;
};

/** The review of a plan for who belongs to it; null where there is none for this person. */
export async function loadReviewHome(actor: Actor, planId: string): Promise<ReviewHome | null> {
  return asActor(actor.userId, async (tx) => {
    const place = await reviewPlace(tx, actor, planId);
    if (!place) return null;
    const [row] = await tx.$queryRaw<(ReviewHome['country'] & { titleAr: string | null; titleEn: string | null })[]>`
      SELECT c."code", c."nameAr", c."nameEn", t."titleAr", t."titleEn" FROM "Country" c
        LEFT JOIN LATERAL (
          SELECT p."titleAr", p."titleEn", 2147483647 AS "at" FROM "Plan" p
          WHERE p."id" = ${planId}::uuid AND ${can(actor, 'plan.open', place)}
          UNION ALL SELECT s."titleAr", s."titleEn", s."number" FROM "Submission" s
          WHERE s."planId" = ${planId}::uuid AND s."withdrawnAt" IS NULL AND ${can(actor, 'review.read', place)}
          ORDER BY "at" DESC LIMIT 1) t ON true
      WHERE c."id" = ${place.countryId}::uuid`;
    if (!row) return null;
    const { titleAr, titleEn, ...country } = row;
    return { ...place, country, title: titleAr === null ? null : { ar: titleAr, en: titleEn ?? '' } };
  });
}
