import { getTranslations } from 'next-intl/server';
import type { Locale } from '#i18n/routing';
import { isNew, nextStep, type StepStatus } from '#plan/status';
import type { Step } from '#plan/steps';
import { LinkButton, TextLink } from '#ui/Button';

/** The steps with which a plan is best begun: what they ask leads to all the others. */
const beginning = ['about', 'situation', 'choose'] as const satisfies readonly Step[];

/** Where to begin in a new plan; in one that was begun, the step to go on with. */
export async function NextUp({
  locale,
  planId,
  status,
}: {
  locale: Locale;
  planId: string;
  status: Record<Step, StepStatus>;
}) {
  const t = await getTranslations({ locale });
  const home = `/${locale}/plans/${planId}`;
  const next = nextStep(status) ?? 'export';
  if (!isNew(status))
    return (
      <p>
        <LinkButton href={`${home}/${next}`}>
          {t('editor.start.goOn', { step: t(`plan.steps.${next}.title`) })}
        </LinkButton>
      </p>
    );
  return (
    <section aria-labelledby="start" className="grid gap-4 border-s-4 border-blue bg-blue-soft px-4 py-4">
      <h2 id="start" className="text-xl">
        {t('editor.start.title')}
      </h2>
      <ol className="grid max-w-prose list-decimal gap-3 ps-6">
        {beginning.map((step) => (
          <li key={step}>
            <TextLink href={`${home}/${step}`} className="font-medium">
              {t(`plan.steps.${step}.title`)}
            </TextLink>
            <p>{t(`editor.start.${step}`)}</p>
          </li>
        ))}
      </ol>
      <p className="max-w-prose">{t('editor.start.then')}</p>
      <p>
        <LinkButton href={`${home}/about`}>{t('editor.start.begin')}</LinkButton>
      </p>
    </section>
  );
}
