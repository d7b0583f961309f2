import type { Waiting } from './waiting.ts';

/** Something to do next in a plan’s review; each has its page. */
export type NextDeed =
  | 'letIn'
  | 'send'
  | 'sendAgain'
  | 'readDecision'
  | 'answerComments'
  | 'answerWordings'
  | 'adopt'
  | 'readDraft'
  | 'readRound'
  | 'criteria'
  | 'decide'
  | 'reply';

/**
 * What is known, and what the person may do. `open`: comments and wordings that the country has not dealt with.
 * `toReply`: threads that wait for a word of the advisers. `advisers`: how many are let in; null to who isn’t told.
 */
export type NextFacts = {
  state: Waiting['state'];
  open: { comments: number; wordings: number };
  toReply: number;
  advisers: number | null;
  may: {
    manage: boolean;
    send: boolean;
    adopt: boolean;
    answer: boolean;
    decide: boolean;
    readDraft: boolean;
  };
};

/** What to do next, the most pressing first; nothing where it is others’ turn. */
export function nextDeeds({ state, open, toReply, advisers, may }: NextFacts): NextDeed[] {
  const found: [NextDeed, boolean][] = may.decide
    ? [
        ['readRound', state === 'sent'],
        ['criteria', state === 'sent'],
        ['decide', state === 'sent'],
        ['reply', toReply > 0],
        ['readDraft', state !== 'sent' && state !== 'adopted' && may.readDraft],
      ]
    : [
        ['letIn', may.manage && advisers === 0 && state !== 'adopted'],
        ['send', may.send && state === 'drafting'],
        ['readDecision', state === 'returned' || state === 'cleared'],
        ['adopt', may.adopt && state === 'cleared'],
        ['answerComments', may.answer && open.comments > 0],
        ['answerWordings', may.answer && open.wordings > 0],
        ['sendAgain', may.send && state === 'returned'],
      ];
  return found.filter(([, isDue]) => isDue).map(([deed]) => deed);
}
