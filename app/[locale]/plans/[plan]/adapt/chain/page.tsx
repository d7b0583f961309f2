import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ChainView } from '#components/plan/ChainView';
import { StepFrame } from '#components/plan/StepFrame';
import { accountBar } from '../../../../accountBar.tsx';
import { openStep, stepTitle } from '../../../openStep.ts';
import { withForm } from '../../../withForm.ts';

type Props = {
  params: Promise<{ locale: string; plan: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => stepTitle(await params, 'adapt');

/** From drivers to indicators, for who reads the whole plan. */
export default async function ChainPage({ params, searchParams }: Props) {
  const search = await searchParams;
  const open = await withForm(await openStep(await params, 'adapt'), search);
  if (!open.may('plan.read')) notFound();
  const { driver } = search;
  return (
    <>
      {await accountBar({ locale: open.locale, actor: open.actor })}
      <StepFrame open={open} step="adapt" uses={[]}>
        <ChainView open={open} driver={typeof driver === 'string' ? driver : ''} />
      </StepFrame>
    </>
  );
}
