import { getTranslations } from 'next-intl/server';
import type { Locale } from '#i18n/routing';
import type { Problem } from '#plan/problem';
import type { FieldProblem } from './form.ts';

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

/** The problems that lie in a part, as its fields say them. */
export async function problemsAt(part: string, found: readonly Problem[], locale: Locale): Promise<FieldProblem[]> {
  const { problem } = await checkSentences(locale);
  return found
    .filter(({ path }) => path === part || path.startsWith(`${part}.`))
    .map((each) => ({ path: each.path, severity: each.severity, message: problem(each) }));
}
