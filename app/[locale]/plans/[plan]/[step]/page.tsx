import type { Metadata } from 'next';
import { AdaptView } from '#components/plan/AdaptView';
import { BudgetTables } from '#components/plan/BudgetTables';
import { CheckView } from '#components/plan/CheckView';
import { type Earlier, type Span, spans } from '#components/plan/HeadwayView';
import { IndicatorTable } from '#components/plan/IndicatorTable';
import { Sections } from '#components/plan/Sections';
import { optionsOf, StepFrame } from '#components/plan/StepFrame';
import { sectionsOf } from '#plan/steps';
import { focalPoints } from '#server/assignments';
import { planAsOf } from '#server/pastPlans';
import { accountBar } from '../../../accountBar.tsx';
import { openStep, stepTitle } from '../../openStep.ts';
import { withForm } from '../../withForm.ts';
import { addAction } from '../adapt/actions.ts';

type Open = Awaited<ReturnType<typeof openStep>>;
type Search = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ locale: string; plan: string; step: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { step, ...plan } = await params;
  return stepTitle(plan, step);
}

/** One step of a plan, of those that have no page of their own. */
export default async function StepPage({ params, searchParams }: Props) {
  const { step, ...plan } = await params;
  const search = await searchParams;
  const open = await withForm(await openStep(plan, step), search);
  return (
    <>
      {await accountBar({ locale: open.locale, actor: open.actor })}
      <StepFrame open={open} step={open.step} uses={optionsOf[open.step]}>
        {await content(open, search)}
      </StepFrame>
    </>
  );
}

/** What stands on a step’s page: its sections as forms, and beside them or instead what was designed for it. */
async function content(open: Open, search: Search) {
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
      return <CheckView open={open} earlier={await earlierPlan(open, search.since)} />;
    default:
      return form;
  }
}

const isSpan = (word: unknown): word is Span => typeof word === 'string' && Object.hasOwn(spans, word);

/** The plan as the check compares it with: a week ago, where the address asks for nothing else. */
async function earlierPlan({ actor, id, readAt }: Open, since: unknown): Promise<Earlier | null> {
  const span = isSpan(since) ? since : 'week';
  const found = await planAsOf(actor, id, new Date(readAt.getTime() - spans[span] * 86_400_000));
  return found && { span, ...found };
}
