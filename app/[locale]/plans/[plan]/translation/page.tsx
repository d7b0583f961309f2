import type { Metadata } from 'next';
import { TranslationView } from '#components/plan/TranslationView';
import { textsBefore } from '#server/translations';
import { accountBar } from '../../../accountBar.tsx';
import { openPlan } from '../../openPlan.ts';
import { withForm } from '../../withForm.ts';
import { confirmSideAction } from './actions.ts';

type Search = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ locale: string; plan: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, plan } = await params;
  const { messages, title } = await openPlan(locale, plan);
  return { title: `${messages.translation.title} · ${title}` };
}

/** What is left to translate. A contributor sees what is theirs. */
export default async function TranslationPage({ params, searchParams }: Props) {
  const { locale, plan } = await params;
  const search = await searchParams;
  const open = await withForm(await openPlan(locale, plan), search);
  const before = await textsBefore(open.actor, [...open.stale.values()]);
  return (
    <>
      {await accountBar({ locale: open.locale, actor: open.actor })}
      <TranslationView open={open} search={search} before={before} confirm={confirmSideAction} />
    </>
  );
}
