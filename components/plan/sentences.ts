import { getTranslations } from 'next-intl/server';
import type { Locale } from '#i18n/routing';
import { openPairs } from '#plan/pairState';
import type { Problem } from '#plan/problem';
import { problems } from '#plan/problems';
import type { FieldProblem } from './form.ts';
import type { Open } from './open.ts';

type Values = Record<string, string | number>;

/** The sentences of the check, whose keys and values the rules give. */
export async function checkSentences(locale: Locale) {
  const t = await getTranslations({ locale, namespace: 'check' });
  // The rules’ codes and values are matched with the messages by a test (checkMessages.test.ts), not by the types.
  const say = (key: string, values: Values = {}) => t(key as 'severity.wrong', values as never);
  return {
    problem: ({ code, values }: Problem) => say(`problems.${code}`, values),
    reason: ({ code, values }: { code: string; values: Values }) => say(`reasons.${code}`, values),
    refusal: ({ code, values }: { code: string; values: Values }) => say(`refusals.${code}`, values),
    state: (state: string) => say(`states.${state}`),
  };
}

/**
 * The problems of a plan, and which of its texts are behind the other language, as fields say them.
 * @returns those that lie in a part; the plan is gone through once, for all of them
 */
export async function fieldProblems({
  locale,
  plan,
  stale,
}: Pick<Open, 'locale' | 'plan' | 'stale'>): Promise<(part: string) => FieldProblem[]> {
  const { problem } = await checkSentences(locale);
  const t = await getTranslations({ locale, namespace: 'translation' });
  const found = problems(plan).map((each): FieldProblem => {
    return { path: each.path, severity: each.severity, message: problem(each) };
  });
  const behind = openPairs(plan, stale)
    .filter(({ kind }) => kind === 'changed')
    .map(({ path, language }): FieldProblem => {
      return { path: `${path}.${language}`, severity: 'missing', message: t(`behind.${language}`) };
    });
  const all = [...found, ...behind];
  return (part) => all.filter(({ path }) => path === part || path.startsWith(`${part}.`));
}
