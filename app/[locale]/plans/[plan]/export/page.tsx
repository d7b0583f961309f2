import type { Metadata } from 'next';
import { ExportView } from '#components/plan/ExportView';
import { optionsOf, StepFrame } from '#components/plan/StepFrame';
import { listPrints } from '#server/prints';
import type { OpenPlan } from '../../openPlan.ts';
import { openStep, stepTitle } from '../../openStep.ts';
import { withForm } from '../../withForm.ts';

type Props = {
  params: Promise<{ locale: string; plan: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => stepTitle(await params, 'export');

/** Review and export. A step with a program of its own, which other steps' pages don't load. */
export default async function ExportPage({ params, searchParams }: Props) {
  const search = await searchParams;
  const { refused } = search;
  const open = await withForm(await openStep(await params, 'export'), search);
  return (
    <StepFrame open={open} step="export" uses={optionsOf.export}>
      <ExportView open={open} prints={await printsOf(open)} refused={Array.isArray(refused) ? refused[0] : refused} />
    </StepFrame>
  );
}

async function printsOf({ actor, id, may }: OpenPlan) {
  if (!may('plan.print')) return [];
  const listed = await listPrints(actor, id);
  return listed.ok ? listed.prints : [];
}
