import type { Metadata } from 'next';
import { ChooseView } from '#components/plan/ChooseView';
import { optionsOf, StepFrame } from '#components/plan/StepFrame';
import { accountBar } from '../../../accountBar.tsx';
import { openStep, stepTitle } from '../../openStep.ts';
import { withForm } from '../../withForm.ts';

type Search = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ locale: string; plan: string }>; searchParams: Promise<Search> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => stepTitle(await params, 'choose');

/** The choice of recommendations. A step with a program of its own, which other steps' pages don't load. */
export default async function ChoosePage({ params, searchParams }: Props) {
  const search = await searchParams;
  const open = await withForm(await openStep(await params, 'choose'), search);
  return (
    <>
      {await accountBar({ locale: open.locale, actor: open.actor })}
      <StepFrame open={open} step="choose" uses={optionsOf.choose}>
        <ChooseView open={open} search={search} />
      </StepFrame>
    </>
  );
}
