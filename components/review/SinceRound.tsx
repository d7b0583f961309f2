import { getTranslations } from 'next-intl/server';
import { formatNumber } from '#i18n/format';
import { type Step, stepOf, steps } from '#plan/steps';
import type { RoundCount } from '#review/rounds';
import { TextLink } from '#ui/Button';
import type { Open } from '../plan/open.ts';
import { hrefOf, placeOf } from '../plan/place.ts';

type Change = { kind: keyof RoundCount; path: string };
const kinds = ['changed', 'added', 'removed'] as const;

/** What the draft has become since a round: how many fields, and folded which, step by step, each with the way to it. */
export async function SinceRound({
  open,
  number,
  count,
  changes,
}: {
  open: Pick<Open, 'id' | 'plan' | 'locale' | 'messages'>;
  number: number;
  count: RoundCount;
  changes: readonly Change[];
}) {
  const { locale, messages } = open;
  const t = await getTranslations({ locale, namespace: 'review.send' });
  const given = { number: String(number) };
  const here = (step: Step) => changes.filter(({ path }) => stepOf(path) === step);
  return (
    <section aria-labelledby="since" className="grid gap-3">
      <h2 id="since" className="text-2xl">
        {t('since', given)}
      </h2>
      {changes.length === 0 ? (
        <p>{t('sinceNone', given)}</p>
      ) : (
        <>
          <dl className="flex flex-wrap gap-x-10 gap-y-2">
            {kinds.map((kind) => (
              <div key={kind} className="flex flex-row-reverse items-baseline gap-2">
                <dt className="text-muted">{t(kind)}</dt>
                <dd className="text-xl tabular-nums">{formatNumber(count[kind], locale, 'latin')}</dd>
              </div>
            ))}
          </dl>
          <details>
            <summary className="w-fit rounded py-1 text-blue underline underline-offset-4">{t('sinceList')}</summary>
            <div className="mt-2 grid gap-5 border-s-2 border-line ps-4">
              {steps
                .filter((step) => here(step).length > 0)
                .map((step) => (
                  <section key={step}>
                    <h3 className="text-base">{messages.plan.steps[step].title}</h3>
                    <ul className="mt-1 grid gap-1">
                      {here(step).map(({ kind, path }) => (
                        <li key={path}>
                          <TextLink href={hrefOf(path, open)} prefetch={false}>
                            <bdi>{placeOf(path, open)}</bdi>
                          </TextLink>{' '}
                          <span className="text-sm text-muted">{t(kind)}</span>
                        </li>
                      ))}
                    </ul>
                  </section>
                ))}
            </div>
          </details>
        </>
      )}
    </section>
  );
}
