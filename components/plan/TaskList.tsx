import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { Locale } from '#i18n/routing';
import type { StepStatus } from '#plan/status';
import { type Step, steps } from '#plan/steps';
import { Tag, type Tone } from '#ui/Tag';

const tones: Record<StepStatus['status'], Tone> = {
  notStarted: 'plain',
  inProgress: 'blue',
  done: 'good',
  needsAttention: 'warm',
};

/** The steps of a plan with their state in words, and what is left in each. */
export async function TaskList({
  locale,
  planId,
  status,
}: {
  locale: Locale;
  planId: string;
  status: Record<Step, StepStatus>;
}) {
  const t = await getTranslations({ locale });
  return (
    <ol className="border-b border-line">
      {steps.map((step, index) => {
        const { status: word, filled, of, untranslated, wrong, missing } = status[step];
        const counts = [
          of > 0 && t('editor.tasks.filled', { filled, of, step }),
          untranslated > 0 && t('editor.tasks.untranslated', { count: untranslated }),
          missing > 0 && t('editor.tasks.missing', { count: missing }),
        ].filter(Boolean);
        return (
          <li
            key={step}
            className="grid grid-cols-[2rem_1fr] gap-x-3 gap-y-1 border-t border-line py-3 sm:grid-cols-[2rem_1fr_auto]"
          >
            <span aria-hidden="true" className="text-end text-lg text-muted">
              {index + 1}
            </span>
            <div className="grid gap-0.5">
              <Link
                href={`/${locale}/plans/${planId}/${step}`}
                aria-describedby={`task-${step}`}
                className="w-fit rounded text-lg font-medium text-blue underline underline-offset-4 hover:text-blue-strong"
              >
                {t(`plan.steps.${step}.title`)}
              </Link>
              <p className="text-sm text-muted">{counts.join(' · ')}</p>
              {wrong > 0 && (
                <p className="text-sm font-medium text-warm">{t('editor.tasks.wrong', { count: wrong })}</p>
              )}
            </div>
            <p id={`task-${step}`} className="col-start-2 sm:col-start-3 sm:text-end">
              <Tag tone={tones[word]}>{t(`editor.status.${word}`)}</Tag>
            </p>
          </li>
        );
      })}
    </ol>
  );
}
