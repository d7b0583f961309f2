'use server';

import { redirect } from 'next/navigation';
import { partOf } from '#plan/parts';
import { leadBack } from '#review/leadBack';
import { QUOTE_LIMIT } from '#review/passages';
import { proposedValue } from '#review/proposedValue';
import {
  acceptForm,
  assignForm,
  commentForm,
  declineForm,
  replyForm,
  threadForm,
  wordingForm,
} from '#review/threadForms';
import { isChosen } from '#review/wording';
import { addComment, assignThread, reopenThread, replyTo, resolveThread } from '#server/comments';
import { action } from '#server/deed';
import { acceptSuggestion, declineSuggestion, suggest } from '#server/suggestions';

type Place = { planId: string; countryId: string };

const ofPlan = ({ countryId, planId }: Place) => ({ countryId, planId });
const ofField = ({ path, ...place }: Place & { path: string }) => ({ ...ofPlan(place), part: partOf(path) ?? '' });

/** At which field of a form a refusal is mended; where it is about none, at the text that was typed. */
const fieldOf: Record<string, string> = { quoteGone: 'quote', quoteLong: 'quote', personUnknown: 'mention' };

export const commentAction = action(
  { schema: commentForm, deed: 'review.comment', thingOf: ofField },
  async (input, actor) => {
    if (input.quote.length > QUOTE_LIMIT) return { ok: false, code: 'quoteLong', path: 'quote' };
    const said = await addComment(actor, input);
    if (!said.ok) return { ...said, path: fieldOf[said.code] ?? 'body' };
    redirect(leadBack(input, input.isPrivate ? 'noted' : 'commented', { thread: said.id }));
  },
);

export const replyAction = action(
  { schema: replyForm, deed: 'review.comment', thingOf: ofField },
  async (input, actor) => {
    const said = await replyTo(actor, input.threadId, input);
    if (!said.ok) return { ...said, path: fieldOf[said.code] ?? 'body' };
    redirect(leadBack(input, 'replied', { thread: input.threadId }));
  },
);

export const resolveAction = action(
  { schema: threadForm, deed: 'review.resolve', thingOf: ofPlan },
  async (input, actor) => {
    const resolved = await resolveThread(actor, input.threadId, input.response);
    if (!resolved.ok) return { ...resolved, path: 'response' };
    redirect(leadBack(input, 'resolved', { thread: input.threadId }));
  },
);

export const reopenAction = action(
  { schema: threadForm, deed: 'review.resolve', thingOf: ofPlan },
  async (input, actor) => {
    const opened = await reopenThread(actor, input.threadId);
    if (!opened.ok) return opened;
    redirect(leadBack(input, 'reopened', { thread: input.threadId }));
  },
);

export const assignAction = action(
  { schema: assignForm, deed: 'review.answer', thingOf: ofPlan },
  async (input, actor) => {
    const given = await assignThread(actor, input.threadId, input.person);
    if (!given.ok) return { ...given, path: 'person' };
    redirect(leadBack(input, input.person ? 'assigned' : 'unassigned', { thread: input.threadId }));
  },
);

export const proposeAction = action(
  { schema: wordingForm, deed: 'suggestion.make', thingOf: ofPlan },
  async (input, actor) => {
    const read = proposedValue(input.path, input.to, input.ticked);
    if (!read.ok) return { ...read, path: 'to' };
    const proposed = await suggest(actor, { ...input, to: read.value });
    if (!proposed.ok) return { ...proposed, path: 'to' };
    redirect(leadBack(input, isChosen(input.path) ? 'proposedChoice' : 'proposed', { wording: proposed.id }));
  },
);

/** What is said of an accepted proposal. What is chosen is never put together with anything. */
function doneOf(path: string, merged: unknown): string {
  if (isChosen(path)) return 'acceptedChoice';
  return merged === undefined ? 'accepted' : 'merged';
}

export const acceptAction = action(
  { schema: acceptForm, deed: 'suggestion.answer', thingOf: ofField },
  async (input, actor) => {
    const { wordingId } = input;
    const accepted = await acceptSuggestion(actor, wordingId, input.over);
    if (accepted.ok) redirect(leadBack(input, doneOf(input.path, accepted.merged), { wording: wordingId }));
    // What stands there now is shown on the page that follows, to be accepted over.
    if (accepted.code === 'textMoved') redirect(leadBack({ ...input, back: '' }, 'moved', { wording: wordingId }));
    return { ok: false, code: accepted.code };
  },
);

export const declineAction = action(
  { schema: declineForm, deed: 'suggestion.answer', thingOf: ofField },
  async (input, actor) => {
    const declined = await declineSuggestion(actor, input.wordingId, input.reason);
    if (!declined.ok) return { ...declined, path: 'reason' };
    const done = isChosen(input.path) ? 'declinedChoice' : 'declined';
    redirect(leadBack(input, done, { wording: input.wordingId }));
  },
);
