import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ActionView } from '#components/plan/ActionView';
import { shown } from '#plan/shown';
import { focalPoints } from '#server/assignments';
import { accountBar } from '../../../../accountBar.tsx';
import { openPlan } from '../../../openPlan.ts';
import { withForm } from '../../../withForm.ts';
import { assignAction, removeAction } from '../actions.ts';

type Props = {
  params: Promise<{ locale: string; plan: string; action: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, plan: id, action } = await params;
  const { plan, locale: known, title, messages } = await openPlan(locale, id);
  const found = plan.actions[action];
  return found ? { title: `${shown(found.title, known).text || messages.editor.adapt.untitled} · ${title}` } : {};
}

/** One action of a plan. */
export default async function ActionPage({ params, searchParams }: Props) {
  const { locale, plan, action } = await params;
  const open = await withForm(await openPlan(locale, plan), await searchParams);
  if (!Object.hasOwn(open.plan.actions, action)) notFound();
  const people = open.may('part.assign') ? await focalPoints(open.actor, plan) : [];
  return (
    <>
      {await accountBar({ locale: open.locale, actor: open.actor })}
      <ActionView open={open} actionId={action} remove={removeAction} assign={assignAction} focalPoints={people} />
    </>
  );
}
