import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { type Step, steps } from '#plan/steps';
import { Breadcrumb } from '#ui/Breadcrumb';
import { LinkButton } from '#ui/Button';
import { PageHeading } from '#ui/PageHeading';
import type { SharedOptions } from './form.ts';
import { frameOf } from './frame.ts';
import type { Open } from './open.ts';
import { ownTerms } from './ownTerms.ts';
import { PlanFrame } from './PlanFrame.tsx';
import { StepDone } from './StepDone.tsx';
import { TermsFold } from './TermsFold.tsx';

/** Which shared options the fields of a step use. */
export const optionsOf: Record<Step, readonly (keyof SharedOptions)[]> = {
  about: ['countries'],
  situation: [],
  direction: ['drivers'],
  choose: ['drivers', 'recommendations'],
  adapt: [],
  people: ['agencies'],
  money: [],
  measure: ['agencies'],
  check: [],
  export: [],
};

/** Steps whose pages tell what stands in other parts of the plan. */
const overviews = new Set<Step>(['adapt', 'money', 'measure', 'check']);

/** A step’s page: where one is, what is asked, the answers, the person’s own “done”, and the way on. */
export async function StepFrame({
  open,
  step,
  uses,
  children,
}: {
  open: Open;
  step: Step;
  uses: readonly (keyof SharedOptions)[];
  children: ReactNode;
}) {
  const { locale, id, title, titleLang, plan, revisions, may } = open;
  const t = await getTranslations({ locale });
  const number = steps.indexOf(step) + 1;
  const next = steps[number];
  const edits = may('part.edit', 'progress') || Object.keys(revisions).some((part) => may('part.edit', part));
  const home = `/${locale}/plans/${id}`;
  return (
    <>
      <Breadcrumb
        label={t('common.nav.trail')}
        trail={[
          { href: `/${locale}/plans`, text: t('common.nav.plans') },
          { href: home, text: title, lang: titleLang },
          { text: t(`plan.steps.${step}.title`) },
        ]}
      />
      <PageHeading above={t('editor.stepOf', { number, of: steps.length })} intro={t(`plan.steps.${step}.intro`)}>
        {t(`plan.steps.${step}.title`)}
      </PageHeading>
      <PlanFrame frame={frameOf(open, uses)} edits={edits} overview={overviews.has(step)}>
        <TermsFold own={ownTerms(plan)} />
        {children}
        {may('part.edit', 'progress') && (
          <StepDone
            step={step}
            start={{ part: 'progress', content: plan.progress, revision: revisions.progress ?? 0 }}
            label={t('editor.done.label')}
            hint={t('editor.done.hint')}
          />
        )}
        <p className="flex flex-wrap gap-3 border-t border-line pt-6">
          {next && (
            <LinkButton href={`${home}/${next}`}>
              {t('editor.next', { step: t(`plan.steps.${next}.title`) })}
            </LinkButton>
          )}
          <LinkButton href={home} look="quiet">
            {t('editor.toTasks')}
          </LinkButton>
        </p>
      </PlanFrame>
    </>
  );
}
