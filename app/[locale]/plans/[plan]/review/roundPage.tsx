import { uuidv7 } from 'uuidv7';
import { RoundReading } from '#components/review/RoundReading';
import { can } from '#people/roles';
import { partOf } from '#plan/parts';
import type { Plan } from '#plan/schema';
import { documentOrder } from '#review/documentOrder';
import { passagesIn } from '#review/passages';
import { inDocumentOrder } from '#review/said';
import { asked, withQuery } from '#review/threadFilter';
import { listRemarks } from '#server/remarks';
import { listSuggestions } from '#server/suggestions';
import { listParticipants, listThreads } from '#server/threads';
import {
  acceptAction,
  assignAction,
  commentAction,
  declineAction,
  proposeAction,
  reopenAction,
  replyAction,
  resolveAction,
} from './comments/actions.ts';
import type { OpenReview } from './openReview.ts';

export type Search = Record<string, string | string[] | undefined>;

/** A text of the plan, a round’s or the draft’s, with what is said of it, as a page shows it: one section at a time. */
export async function roundReading(
  open: OpenReview,
  { plan, submissionId, page, search }: { plan: Plan; submissionId: string | null; page: string; search: Search },
) {
  const { actor, id: planId, countryId, locale, messages, home, side, may } = open;
  const [comment, propose] = [asked(search, 'comment'), asked(search, 'propose')];
  const keeps = can(actor, 'remark.keep');
  const place = { path: comment || 'about', draft: submissionId === null, isPrivate: false };
  const [threads, wordings, people, remarks] = await Promise.all([
    listThreads(actor, planId),
    listSuggestions(actor, planId),
    comment ? listParticipants(actor, planId, place) : [],
    comment && keeps ? listRemarks(actor) : null,
  ]);
  const ofThis = (each: { submissionId: string | null }) => each.submissionId === submissionId;
  const said = inDocumentOrder((threads ?? []).filter(ofThis), (wordings ?? []).filter(ofThis), documentOrder(plan));
  const query = Object.fromEntries(
    ['section', 'page', 'entry'].flatMap((name) => (asked(search, name) ? [[name, asked(search, name)]] : [])),
  );
  const proposes = may('suggestion.make');
  return (
    <RoundReading
      plan={plan}
      said={said}
      section={query.section ?? ''}
      entry={query.entry ?? ''}
      number={Number(query.page) || 1}
      reader={{
        place: { locale, planId, countryId, back: withQuery(page, query) },
        home,
        words: { plan, locale, messages },
        passageOf: passagesIn(plan),
        named: null,
        side,
        may,
        keeps: keeps ? actor.userId : null,
        people: [],
        newId: uuidv7,
        actions: {
          reply: replyAction,
          resolve: resolveAction,
          reopen: reopenAction,
          assign: assignAction,
          accept: acceptAction,
          decline: declineAction,
        },
      }}
      saying={{
        page,
        query,
        comment,
        propose: proposes ? propose : '',
        comments: (path) => may('review.comment', partOf(path) ?? undefined),
        proposes,
        submissionId,
        newId: uuidv7(),
        people: people.filter(({ userId }) => userId !== actor.userId),
        assignees: may('review.answer')
          ? people.filter((person) => person.side === 'country' && person.role !== 'viewer')
          : [],
        remarks,
        remark: asked(search, 'remark'),
        actions: { comment: commentAction, propose: proposeAction },
      }}
    />
  );
}
