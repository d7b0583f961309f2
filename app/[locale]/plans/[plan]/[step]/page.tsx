import type { Metadata } from 'next';
import { AdaptView } from '#components/plan/AdaptView';
import { BudgetTables } from '#components/plan/BudgetTables';
import { CheckView } from '#components/plan/CheckView';
import { IndicatorTable } from '#components/plan/IndicatorTable';
import { Sections } from '#components/plan/Sections';
import { optionsOf, StepFrame } from '#components/plan/StepFrame';
import { sectionsOf } from '#plan/steps';
import { focalPoints } from '#server/assignments';
import { openStep, stepTitle } from '../../openStep.ts';
import { withForm } from '../../withForm.ts';
import { addAction } from '../adapt/actions.ts';

type Search = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ locale: string; plan: string; step: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { step, ...plan } = await params;
  return stepTitle(plan, step);
}

/** One step of a plan, of those that have no page of their own. */
export default async function StepPage({ params, searchParams }: Props) {
  const { step, ...plan } = await params;
  const open = await withForm(await openStep(plan, step), await searchParams);
  return (
    <StepFrame open={open} step={open.step} uses={optionsOf[open.step]}>
      {await content(open)}
    </StepFrame>
  );
}

/** What stands on a step’s page: its sections as forms, and beside them or instead what was designed for it. */
async function content(open: Awaited<ReturnType<typeof openStep>>) {
  const { step } = open;
  const form = <Sections open={open} sections={sectionsOf[step]} uses={optionsOf[step]} />;
  switch (step) {
    case 'adapt':
      return <AdaptView open={open} add={addAction} focalPoints={await focalPoints(open.actor, open.id)} />;
    case 'money':
      return (
        <>
          <BudgetTables open={open} />
          {form}
        </>
      );
    case 'measure':
      return (
        <>
          {form}
          <IndicatorTable open={open} />
        </>
      );
    case 'check':
      return <CheckView open={open} />;
    default:
      return form;
  }
}
