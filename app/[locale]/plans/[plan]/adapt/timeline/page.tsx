import type { Metadata } from 'next';
import { StepFrame } from '#components/plan/StepFrame';
import { TimelineView } from '#components/plan/TimelineView';
import { today } from '#server/database';
import { openStep, stepTitle } from '../../../openStep.ts';

type Props = {
  params: Promise<{ locale: string; plan: string }>;
  searchParams: Promise<{ by?: string | string[] }>;
};

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => stepTitle(await params, 'adapt');

/** The actions of a plan over the years. */
export default async function TimelinePage({ params, searchParams }: Props) {
  const open = await openStep(await params, 'adapt');
  const { by } = await searchParams;
  return (
    <StepFrame open={open} step="adapt" uses={[]}>
      <TimelineView open={open} by={typeof by === 'string' ? by : ''} today={await today()} />
    </StepFrame>
  );
}
