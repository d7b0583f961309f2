import { uuidv7 } from 'uuidv7';
import { sharedOptions } from './describe.ts';
import type { Frame, SharedOptions } from './form.ts';
import type { Open } from './open.ts';
import { placeOf } from './place.ts';

/** What is left to do after a form was sent without the page’s program. */
function leftAfter(open: Open) {
  return Object.values(open.after?.parts ?? {}).flatMap(({ clashes, unread }) => [
    ...clashes.map(({ path }) => ({ path, place: placeOf(path, open), code: 'clash' })),
    ...unread.map(({ path, code }) => ({ path, place: placeOf(path, open), code })),
  ]);
}

/** What all forms of a page share; `uses` names the options that its fields need, since each is sent with the page. */
export function frameOf(open: Open, uses: readonly (keyof SharedOptions)[]): Frame {
  const { id, plan, locale, messages, actor, readAt, after } = open;
  const { authoring, common, editor, glossary, indicatorBank, plain } = messages;
  return {
    planId: id,
    userId: actor.userId,
    readAt: readAt.toISOString(),
    formId: uuidv7(),
    after: after && { ...after, left: leftAfter(open) },
    locale,
    languages: plan.languages,
    options: sharedOptions(plan, { locale, messages }, uses),
    words: {
      ...editor.form,
      agency: authoring.agency,
      bank: indicatorBank.words,
      paste: authoring.paste,
      terms: glossary.words,
      later: authoring.later,
      languages: common.languages,
      save: common.save,
      plain: plain.form,
    },
  };
}
