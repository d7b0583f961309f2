import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AdaptView } from '#components/plan/AdaptView';
import { BudgetTables } from '#components/plan/BudgetTables';
import { CheckView } from '#components/plan/CheckView';
import { ChooseView } from '#components/plan/ChooseView';
import { ExportView } from '#components/plan/ExportView';
import { IndicatorTable } from '#components/plan/IndicatorTable';
import { Sections } from '#components/plan/Sections';
import { optionsOf, StepFrame } from '#components/plan/StepFrame';
import { type Step, sectionsOf, steps } from '#plan/steps';
import { focalPoints } from '#server/assignments';
import { listPrints } from '#server/prints';
import { type OpenPlan, openPlan } from '../../openPlan.ts';
import { addAction } from '../adapt/actions.ts';

type Search = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ locale: string; plan: string; step: string }>; searchParams: Promise<Search> };

const isStep = (text: string): text is Step => (steps as readonly string[]).includes(text);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, plan, step } = await params;
  const { messages, title } = await openPlan(locale, plan);
  return isStep(step) ? { title: `${messages.plan.steps[step].title} · ${title}` } : {};
}

/** One step of a plan. A contributor sees the steps in which something is theirs. */
export default async function StepPage({ params, searchParams }: Props) {
  const { locale, plan: id, step } = await params;
  const open = await openPlan(locale, id);
  const theirs = open.may('plan.read') || Object.keys(open.revisions).some((part) => isWithinStep(step, part));
  if (!isStep(step) || !theirs) notFound();
  return (
    <StepFrame open={open} step={step} uses={optionsOf[step]}>
      {await content(open, step, await searchParams)}
    </StepFrame>
  );
}

const isWithinStep = (step: string, part: string): boolean =>
  isStep(step) && (sectionsOf[step] as readonly string[]).includes(part.split('.')[0] ?? '');

/** What stands on a step’s page: its sections as forms, and beside them or instead what was designed for it. */
async function content(open: OpenPlan, step: Step, search: Search) {
  const form = <Sections open={open} sections={sectionsOf[step]} uses={optionsOf[step]} />;
  switch (step) {
    case 'about':
    case 'situation':
    case 'direction':
    case 'people':
      return form;
    case 'choose':
      return <ChooseView open={open} search={search} />;
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
    case 'export':
      return <ExportView open={open} prints={await printsOf(open)} refused={first(search.refused)} />;
  }
}

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

async function printsOf({ actor, id, may }: OpenPlan) {
  if (!may('plan.print')) return [];
  const listed = await listPrints(actor, id);
  return listed.ok ? listed.prints : [];
}
