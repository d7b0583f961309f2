import { uuidv7 } from 'uuidv7';
import { type CriterionId, criteria } from '#catalogue/criteria';
import { type Actor, can } from '#people/roles';
import { type Assessment, assess, type CriterionState } from '#plan/criteria';
import type { CatalogueTexts } from '#plan/criterion';
import { ID } from '#plan/fields';
import { type Bilingual, type Plan, planSchema } from '#plan/schema';
import { criterionAnswers, type Letter, letter } from '../_review/letter.ts';
import { textRefusal } from '../_review/texts.ts';
import { record } from './audit.ts';
import { asActor, type Transaction } from './database.ts';
import { asReviewer, type NotFound, notAllowed, notFound, type ReviewPlace, reviewPlace } from './grants.ts';
import { readSuggestions } from './suggestions.ts';
import { readThreads } from './threads.ts';

/** How somebody answers a criterion of a round. */
type Answer = { answer: CriterionState; note: Bilingual; at: Date };

/** A line of the worksheet: what the app finds, one’s own answer, and those of others who advise on the plan. */
type WorksheetLine = Assessment & {
  own: Answer | null;
  others: (Answer & { userId: string; name: string })[];
};

export type Worksheet = {
  planId: string;
  countryId: string;
  number: number;
  plan: Plan;
  lines: WorksheetLine[];
};

type OpenRound = { place: ReviewPlace; number: number; sentAt: Date; plan: Plan };

/** A round for who works through its criteria. */
async function openRound(tx: Transaction, actor: Actor, submissionId: string): Promise<OpenRound | null> {
  if (!ID.test(submissionId)) return null;
  const found = await tx.submission.findFirst({
    where: { id: submissionId, withdrawnAt: null },
    select: { planId: true, number: true, sentAt: true, content: true },
  });
  const place = found && (await reviewPlace(tx, actor, found.planId));
  if (!found || !place || !can(actor, 'review.decide', place)) return null;
  return { place, number: found.number, sentAt: found.sentAt, plan: planSchema.parse(found.content) };
}

type AnswerRow = Answer & { criterion: CriterionId; userId: string; name: string };

async function readAnswers(tx: Transaction, submissionId: string): Promise<AnswerRow[]> {
  const rows = await tx.$queryRaw<(Omit<AnswerRow, 'note'> & { noteAr: string; noteEn: string })[]>`
    SELECT a."criterion", a."answer", a."noteAr", a."noteEn", a."updatedAt" AS "at", a."adviserId"::text AS "userId", u."name"
    FROM "CriterionAnswer" a JOIN "User" u ON u."id" = a."adviserId"
    WHERE a."submissionId" = ${submissionId}::uuid ORDER BY u."name", u."id"`;
  return rows.map(({ noteAr, noteEn, ...row }) => ({ ...row, note: { ar: noteAr, en: noteEn } }));
}

/**
 * The criteria of a round with what the app finds and how advisers answer; null where it isn’t this person’s to work on.
 * A country doesn’t see it: the letter and the decision are what it is given.
 * @param texts as for `assess`
 */
export async function loadWorksheet(
  actor: Actor,
  submissionId: string,
  texts?: CatalogueTexts,
): Promise<Worksheet | null> {
  return asActor(actor.userId, async (tx) => {
    const open = await openRound(tx, actor, submissionId);
    if (!open) return null;
    const answers = await readAnswers(tx, submissionId);
    const lines = assess(open.plan, texts).map((assessment): WorksheetLine => {
      const given = answers.filter(({ criterion }) => criterion === assessment.id);
      const own = given.find(({ userId }) => userId === actor.userId);
      return {
        ...assessment,
        own: own ? { answer: own.answer, note: own.note, at: own.at } : null,
        others: given.filter(({ userId }) => userId !== actor.userId).map(({ criterion: _, ...answer }) => answer),
      };
    });
    const { place, number, plan } = open;
    return { planId: place.planId, countryId: place.countryId, number, plan, lines };
  });
}

export type AnswerCriterion =
  /** `at`: when it was written; what the next answer from the same place was made from. */
  | { ok: true; at: Date }
  | NotFound
  /** `now`: what stands there: the person wrote it in another window since. */
  | { ok: false; code: 'answerMoved'; now: Answer }
  | { ok: false; code: 'notAllowed' | 'criterionUnknown' | 'answerInvalid' | 'tooLong' | 'notText' };

/**
 * Writes one’s own answer to a criterion of a round, in place of the one before. What already stands there isn’t written
 * again, so that sending it twice is harmless.
 * @param asked `seen`: when the answer was written that this one was made from, null where there was none; where another
 *   stands there by now, nothing is written. Without it, whatever stands there is replaced.
 */
export async function answerCriterion(
  actor: Actor,
  asked: { submissionId: string; criterion: string; answer: CriterionState; note: Bilingual; seen?: Date | null },
): Promise<AnswerCriterion> {
  const { submissionId, criterion, answer, note, seen } = asked;
  if (!criteria.some(({ id }) => id === criterion)) return { ok: false, code: 'criterionUnknown' };
  if (!criterionAnswers.includes(answer)) return { ok: false, code: 'answerInvalid' };
  const refused = textRefusal([note.ar, note.en]);
  if (refused) return { ok: false, code: refused };
  return asReviewer(actor, async (tx): Promise<AnswerCriterion> => {
    const select = { planId: true };
    const found = ID.test(submissionId)
      ? await tx.submission.findFirst({ where: { id: submissionId, withdrawnAt: null }, select })
      : null;
    const place = found && (await reviewPlace(tx, actor, found.planId));
    if (!place || !can(actor, 'review.read', place)) return notFound;
    if (!can(actor, 'review.decide', place)) return notAllowed;
    const { planId, countryId } = place;
    const anything = seen === undefined;
    const [written] = await tx.$queryRaw<{ at: Date }[]>`
      INSERT INTO "CriterionAnswer" ("id", "submissionId", "planId", "countryId", "adviserId", "criterion", "answer", "noteAr", "noteEn")
      VALUES (${uuidv7()}::uuid, ${submissionId}::uuid, ${planId}::uuid, ${countryId}::uuid, ${actor.userId}::uuid, ${criterion},
        ${answer}, ${note.ar}, ${note.en})
      ON CONFLICT ("submissionId", "adviserId", "criterion") DO UPDATE
        SET "answer" = excluded."answer", "noteAr" = excluded."noteAr", "noteEn" = excluded."noteEn", "updatedAt" = clock_timestamp()
        WHERE ${anything} OR "CriterionAnswer"."updatedAt" = ${seen ?? null}::timestamptz
      RETURNING "updatedAt" AS "at"`;
    if (!written) return stands(tx, actor, asked);
    await record(tx, {
      actorId: actor.userId,
      countryId,
      deed: 'worksheet.answer',
      thing: `submission ${submissionId}`,
      detail: { plan: planId, criterion, answer },
    });
    return { ok: true, at: written.at };
  });
}

/** What is answered where somebody’s own answer is another than the one they had seen: no harm, if it says the same. */
async function stands(
  tx: Transaction,
  { userId }: Actor,
  { submissionId, criterion, answer, note }: { submissionId: string; criterion: string } & Omit<Answer, 'at'>,
): Promise<AnswerCriterion> {
  const own = (await readAnswers(tx, submissionId)).find((row) => row.userId === userId && row.criterion === criterion);
  if (!own) return notFound;
  const isSame = own.answer === answer && own.note.ar === note.ar && own.note.en === note.en;
  if (isSame) return { ok: true, at: own.at };
  return { ok: false, code: 'answerMoved', now: { answer: own.answer, note: own.note, at: own.at } };
}

/** The letter that sums up a round, from one’s own worksheet and what advisers said of the round; null as `loadWorksheet`. */
export async function draftLetter(actor: Actor, submissionId: string, texts?: CatalogueTexts): Promise<Letter | null> {
  return asActor(actor.userId, async (tx) => {
    const open = await openRound(tx, actor, submissionId);
    if (!open) return null;
    const { place, number, sentAt, plan } = open;
    const ofRound = (each: { submissionId: string | null }) => each.submissionId === submissionId;
    const answers = await readAnswers(tx, submissionId);
    return letter({
      plan,
      round: { number, sentAt },
      assessments: assess(plan, texts),
      answers: answers.filter(({ userId }) => userId === actor.userId),
      threads: (await readThreads(tx, actor, place)).filter(ofRound),
      suggestions: (await readSuggestions(tx, actor, place.planId)).filter(ofRound),
    });
  });
}
