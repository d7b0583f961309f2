import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SaidDone } from '#components/review/SaidDone';
import { Typed } from '#components/review/Typed';
import { formatMoment } from '#i18n/format';
import { markSeen } from '#server/notices';
import { Breadcrumb } from '#ui/Breadcrumb';
import { TextLink } from '#ui/Button';
import { PageHeading } from '#ui/PageHeading';
import { accountBar } from '../../../../../accountBar.tsx';
import { openReview } from '../../openReview.ts';
import { roundReading, type Search } from '../../roundPage.tsx';
import { openRound } from './openRound.ts';

type Props = { params: Promise<{ locale: string; plan: string; round: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, plan, round } = await params;
  const open = await openReview(locale, plan);
  const { number } = (await openRound(open, round)).round;
  const t = await getTranslations({ locale: open.locale, namespace: 'round.read' });
  return { title: `${t('title', { number: String(number) })} · ${open.title}` };
}

/** A round as it was sent, one section at a time, with what is said of it. */
export default async function RoundPage({ params, searchParams }: Props) {
  const { locale: given, plan: planId, round: roundId } = await params;
  const open = await openReview(given, planId);
  const { actor, locale, messages, trail, home, may } = open;
  const { round, plan, before } = await openRound(open, roundId);
  await markSeen(actor, planId, `submission ${roundId}`);
  const t = await getTranslations({ locale, namespace: 'round' });
  const search = await searchParams;
  const page = `${home}/rounds/${roundId}`;
  const title = t('read.title', { number: String(round.number) });
  return (
    <>
      {await accountBar({ locale, actor })}
      <Breadcrumb label={messages.common.nav.trail} trail={[...trail, { text: title }]} />
      <SaidDone locale={locale} done={search.done} />
      <PageHeading
        above={<bdi>{open.title}</bdi>}
        intro={t.rich('read.sent', {
          name: () => <bdi>{round.sentBy}</bdi>,
          moment: formatMoment(round.sentAt, locale, 'latin'),
        })}
      >
        {title}
      </PageHeading>
      {round.note && <Typed>{round.note}</Typed>}
      <p data-screen className="flex flex-wrap gap-x-5">
        {before && <TextLink href={`${page}/changes`}>{t('read.changes', { number: String(before.number) })}</TextLink>}
        {may('plan.read') && (
          <TextLink href={`${page}/changes?of=draft`}>
            {t('changes.draftTitle', { number: String(round.number) })}
          </TextLink>
        )}
        {may('review.decide') && <TextLink href={`${page}/criteria`}>{t('read.criteria')}</TextLink>}
        {(may('review.decide') || round.decision) && (
          <TextLink href={`${page}/decision`}>{t('decision.title', { number: String(round.number) })}</TextLink>
        )}
      </p>
      {await roundReading(open, { plan, submissionId: roundId, page, search })}
    </>
  );
}
