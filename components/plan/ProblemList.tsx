import { getTranslations } from 'next-intl/server';
import type { Problem } from '#plan/problem';
import { problems } from '#plan/problems';
import { stepOf, steps } from '#plan/steps';
import { Notice } from '#ui/Notice';
import type { Open } from './open.ts';
import { hrefOf, placeOf } from './place.ts';
import { checkSentences } from './sentences.ts';

/** What would make the document wrong, each linked to its field; what is missing, by step, folded. */
export async function ProblemList({ open }: { open: Open }) {
  const { plan, locale, messages } = open;
  const t = await getTranslations({ locale, namespace: 'editor.check' });
  const { problem: sentence } = await checkSentences(locale);
  const found = problems(plan);
  const wrong = found.filter(({ severity }) => severity === 'wrong');
  const missing = found.filter(({ severity }) => severity === 'missing');
  const entry = (problem: Problem) => (
    <li key={`${problem.path} ${problem.code}`}>
      <a href={hrefOf(problem.path, open)} className="text-blue underline underline-offset-4">
        {placeOf(problem.path, open)}
      </a>
      : {sentence(problem)}
    </li>
  );
  return (
    <section aria-labelledby="problems" className="grid gap-3">
      <h2 id="problems" className="text-xl">
        {t('problems')}
      </h2>
      {found.length === 0 && <Notice tone="good" title={t('noProblems')} />}
      {wrong.length > 0 && (
        <Notice tone="warm" title={t('wrong', { count: wrong.length })}>
          <ul className="mt-1 grid gap-1">{wrong.map(entry)}</ul>
        </Notice>
      )}
      {missing.length > 0 && (
        <details>
          <summary className="w-fit rounded py-1 text-blue underline underline-offset-4">
            {t('missing', { count: missing.length })}
          </summary>
          <div className="mt-2 grid gap-5 border-s-2 border-line ps-4">
            {steps.map((step) => {
              const here = missing.filter(({ path }) => stepOf(path) === step);
              return here.length ? (
                <section key={step}>
                  <h3 className="text-base">{messages.plan.steps[step].title}</h3>
                  <ul className="mt-1 grid gap-1">{here.map(entry)}</ul>
                </section>
              ) : null;
            })}
          </div>
        </details>
      )}
    </section>
  );
}
