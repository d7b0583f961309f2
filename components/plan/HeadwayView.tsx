import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { formatDate } from '#i18n/format';
import { headway } from '#plan/headway';
import type { Plan } from '#plan/schema';
import { catalogueWords } from './catalogueWords.ts';
import type { Open } from './open.ts';
import { checkSentences } from './sentences.ts';

/** How long ago the plan is compared with itself: in days, by the word for it in the address. */
export const spans = { day: 1, week: 7, month: 30 } as const;
export type Span = keyof typeof spans;

/** The plan at an earlier time, how that was asked for, and the time that it is of. */
export type Earlier = { span: Span; plan: Plan; at: Date };

/** What the check would have said some time ago, beside what it says now. */
export async function HeadwayView({ open, earlier }: { open: Open; earlier: Earlier }) {
  const { locale, id, plan, messages } = open;
  const t = await getTranslations({ locale, namespace: 'check.headway' });
  const { state } = await checkSentences(locale);
  const { wrong, missing, settled, better, worse } = headway(earlier.plan, plan, catalogueWords);
  const counts = [
    { term: t('settled'), ...settled },
    { term: t('wrong'), ...wrong },
    { term: t('missing'), ...missing },
  ];
  const lists = [
    { key: 'better', steps: better },
    { key: 'worse', steps: worse },
  ] as const;
  const day = earlier.at.toISOString().slice(0, 10);
  return (
    <section aria-labelledby="headway" className="grid gap-4">
      <h2 id="headway" className="text-xl">
        {t('title')}
      </h2>
      <nav aria-label={t('spans')}>
        <ul className="flex flex-wrap gap-x-5">
          {(Object.keys(spans) as Span[]).map((span) => (
            <li key={span}>
              <Link
                href={`/${locale}/plans/${id}/check?since=${span}#headway`}
                prefetch={false}
                aria-current={span === earlier.span ? 'true' : undefined}
                className="inline-flex min-h-11 items-center text-blue underline underline-offset-4 aria-[current]:font-medium aria-[current]:text-ink aria-[current]:no-underline"
              >
                {t(`span.${span}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <p className="max-w-prose text-sm text-muted">{t('compared', { day: formatDate(day, locale, 'latin') })}</p>
      <dl className="flex flex-wrap gap-x-10 gap-y-4">
        {counts.map(({ term, before, now }) => (
          <div key={term} className="border-s-2 border-line ps-3">
            <dt className="text-sm text-muted">{term}</dt>
            <dd className="text-xl tabular-nums">
              {before === now ? t('same', { now }) : t('moved', { before, now })}
            </dd>
          </div>
        ))}
      </dl>
      {lists.map(
        ({ key, steps }) =>
          steps.length > 0 && (
            <div key={key} className="grid gap-1">
              <h3 className="text-base">{t(key, { count: steps.length })}</h3>
              <ul className="grid max-w-prose list-disc gap-1 ps-5">
                {steps.map(({ id: criterion, from, to }) => (
                  <li key={criterion}>
                    <a href={`#criteria.${criterion}`} className="text-blue underline underline-offset-4">
                      {messages.catalogue.criteria[criterion].criterion}
                    </a>{' '}
                    <span className="text-muted">{t('step', { from: state(from), to: state(to) })}</span>
                  </li>
                ))}
              </ul>
            </div>
          ),
      )}
      {better.length + worse.length === 0 && <p className="text-muted">{t('none')}</p>}
    </section>
  );
}
