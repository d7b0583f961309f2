import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SaidDone } from '#components/review/SaidDone';
import { loadPlan } from '#server/plans';
import { listRounds } from '#server/submissions';
import { Breadcrumb } from '#ui/Breadcrumb';
import { TextLink } from '#ui/Button';
import { PageHeading } from '#ui/PageHeading';
import { accountBar } from '../../../../accountBar.tsx';
import { openReview } from '../openReview.ts';
import { roundReading, type Search } from '../roundPage.tsx';

type Props = { params: Promise<{ locale: string; plan: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, plan } = await params;
  const { title, messages } = await openReview(locale, plan);
  return { title: `${messages.round.read.draftTitle} · ${title}` };
}

/** What is being written, with what is said of it: for the team, and for advisers who are let into drafts. */
export default async function DraftPage({ params, searchParams }: Props) {
  const { locale: given, plan: planId } = await params;
  const open = await openReview(given, planId);
  const { actor, locale, messages, trail, home, may } = open;
  const loaded = await loadPlan(actor, planId);
  if (!loaded) notFound();
  const rounds = may('plan.read') ? await listRounds(actor, planId) : null;
  const last = rounds?.find(({ withdrawnAt }) => !withdrawnAt);
  const t = await getTranslations({ locale, namespace: 'round' });
  const search = await searchParams;
  return (
    <>
      {await accountBar({ locale, actor })}
      <Breadcrumb label={messages.common.nav.trail} trail={[...trail, { text: t('read.draftTitle') }]} />
      <SaidDone locale={locale} done={search.done} />
      <PageHeading above={<bdi>{open.title}</bdi>}>{t('read.draftTitle')}</PageHeading>
      {last && (
        <p data-screen>
          <TextLink href={`${home}/rounds/${last.id}/changes?of=draft`}>
            {t('changes.draftTitle', { number: String(last.number) })}
          </TextLink>
        </p>
      )}
      {await roundReading(open, { plan: loaded.plan, submissionId: null, page: `${home}/draft`, search })}
    </>
  );
}
