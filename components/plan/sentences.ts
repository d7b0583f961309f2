import { getTranslations } from 'next-intl/server';
import type { Locale } from '#i18n/routing';
import { openPairs } from '#plan/pairState';
import type { Problem } from '#plan/problem';
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

/** The problems that lie in a part, and which of its texts are behind the other language, as its fields say them. */
export async function problemsAt(
  part: string,
  found: readonly Problem[],
  { locale, plan, stale }: Pick<Open, 'locale' | 'plan' | 'stale'>,
): Promise<FieldProblem[]> {
  const { problem } = await checkSentences(locale);
  const t = await getTranslations({ locale, namespace: 'translation' });
  const isHere = ({ path }: { path: string }) => path === part || path.startsWith(`${part}.`);
  return [
    ...found.filter(isHere).map((each) => ({ path: each.path, severity: each.severity, message: problem(each) })),
    ...openPairs(plan, stale)
      .filter((pair) => pair.kind === 'changed' && isHere(pair))
      .map(({ path, language }) => ({
        path: `${path}.${language}`,
        severity: 'missing' as const,
        message: t(`behind.${language}`),
      })),
  ];
}
