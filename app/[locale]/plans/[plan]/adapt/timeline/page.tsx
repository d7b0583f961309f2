import type { Metadata } from 'next';
import { StepFrame } from '#components/plan/StepFrame';
import { TimelineView } from '#components/plan/TimelineView';
import { today } from '#server/database';
import { accountBar } from '../../../../accountBar.tsx';
import { openStep, stepTitle } from '../../../openStep.ts';
import { withForm } from '../../../withForm.ts';

type Props = {
  params: Promise<{ locale: string; plan: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => stepTitle(await params, 'adapt');

/** The actions of a plan over the years. */
export default async function TimelinePage({ params, searchParams }: Props) {
  const search = await searchParams;
  const open = await withForm(await openStep(await params, 'adapt'), search);
  const { by } = search;
  return (
    <>
      {await accountBar({ locale: open.locale, actor: open.actor })}
      <StepFrame open={open} step="adapt" uses={[]}>
        <TimelineView open={open} by={typeof by === 'string' ? by : ''} today={await today()} />
      </StepFrame>
    </>
  );
}
