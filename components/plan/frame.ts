import { sharedOptions } from './describe.ts';
import type { Frame, SharedOptions } from './form.ts';
import type { Open } from './open.ts';

/** What all forms of a page share; `uses` names the options that its fields need, since each is sent with the page. */
export function frameOf(
  { id, plan, locale, messages, actor, readAt }: Open,
  uses: readonly (keyof SharedOptions)[],
): Frame {
  const { common, editor } = messages;
  return {
    planId: id,
    userId: actor.userId,
    readAt: readAt.toISOString(),
    locale,
    languages: plan.languages,
    options: sharedOptions(plan, { locale, messages }, uses),
    words: { ...editor.form, languages: common.languages, save: common.save },
  };
}
