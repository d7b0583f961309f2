import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RoundChanges } from '#components/review/RoundChanges';
import { roundChanges } from '#review/rounds';
import { asked } from '#review/threadFilter';
import { Breadcrumb } from '#ui/Breadcrumb';
import { PageHeading } from '#ui/PageHeading';
import { openReview } from '../../../openReview.ts';
import type { Search } from '../../../roundPage.tsx';
import { openRound } from '../openRound.ts';

type Props = { params: Promise<{ locale: string; plan: string; round: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, plan, round } = await params;
  const open = await openReview(locale, plan);
  const { number } = (await openRound(open, round)).round;
  const t = await getTranslations({ locale: open.locale, namespace: 'round.changes' });
  return { title: `${t('title', { number: String(number) })} · ${open.title}` };
}

/** What changed between a round and the one before it, field by field and word by word. */
export default async function ChangesPage({ params, searchParams }: Props) {
  const { locale: given, plan: planId, round: roundId } = await params;
  const open = await openReview(given, planId);
  const { locale, messages, trail, home } = open;
  const { round, plan, before } = await openRound(open, roundId);
  const t = await getTranslations({ locale, namespace: 'round' });
  const title = t('changes.title', { number: String(round.number) });
  const page = `${home}/rounds/${roundId}`;
  const way = { href: page, text: t('read.title', { number: String(round.number) }) };
  return (
    <>
      <Breadcrumb label={messages.common.nav.trail} trail={[...trail, way, { text: title }]} />
      <PageHeading
        above={<bdi>{open.title}</bdi>}
        intro={before ? t('changes.since', { number: String(before.number) }) : t('changes.first')}
      >
        {title}
      </PageHeading>
      {before && (
        <RoundChanges
          page={page}
          changes={roundChanges(before.plan, plan)}
          section={asked(await searchParams, 'section')}
          words={{ plan, locale, messages }}
          earlier={{ plan: before.plan, locale, messages }}
        />
      )}
    </>
  );
}
