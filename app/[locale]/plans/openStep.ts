import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { type Step, sectionsOf, steps } from '#plan/steps';
import { type OpenPlan, openPlan } from './openPlan.ts';

type Params = { locale: string; plan: string };

const isStep = (text: string): text is Step => (steps as readonly string[]).includes(text);

/** Opens a plan for a page of one of its steps. A contributor sees the steps in which something is theirs. */
export async function openStep({ locale, plan }: Params, step: string): Promise<OpenPlan & { step: Step }> {
  const open = await openPlan(locale, plan);
  if (!isStep(step)) notFound();
  const sections: readonly string[] = sectionsOf[step];
  const theirs = Object.keys(open.revisions).some((part) => sections.includes(part.split('.')[0] ?? ''));
  if (!open.may('plan.read') && !theirs) notFound();
  return { ...open, step };
}

/** The title of a step's page. */
export async function stepTitle({ locale, plan }: Params, step: string): Promise<Metadata> {
  const { messages, title } = await openPlan(locale, plan);
  return isStep(step) ? { title: `${messages.plan.steps[step].title} · ${title}` } : {};
}
