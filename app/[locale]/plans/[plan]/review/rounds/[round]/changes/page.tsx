import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { RoundChanges } from '#components/review/RoundChanges';
import type { Plan } from '#plan/schema';
import { roundChanges } from '#review/rounds';
import { asked } from '#review/threadFilter';
import { loadPlan } from '#server/plans';
import { Breadcrumb } from '#ui/Breadcrumb';
import { PageHeading } from '#ui/PageHeading';
import { accountBar } from '../../../../../../accountBar.tsx';
import { type OpenReview, openReview } from '../../../openReview.ts';
import type { Search } from '../../../roundPage.tsx';
import { openRound } from '../openRound.ts';

type Props = { params: Promise<{ locale: string; plan: string; round: string }>; searchParams: Promise<Search> };

const isOfDraft = (search: Search): boolean => asked(search, 'of') === 'draft';

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, plan, round } = await params;
  const open = await openReview(locale, plan);
  const { number } = (await openRound(open, round)).round;
  const t = await getTranslations({ locale: open.locale, namespace: 'round.changes' });
  const title = t(isOfDraft(await searchParams) ? 'draftTitle' : 'title', { number: String(number) });
  return { title: `${title} · ${open.title}` };
}

/**
 * What changed between a round and the one before it, field by field and word by word; with `of=draft`, what the draft has
 * become since the round, for who reads drafts.
 */
export default async function ChangesPage({ params, searchParams }: Props) {
  const { locale: given, plan: planId, round: roundId } = await params;
  const open = await openReview(given, planId);
  const { locale, messages, trail, home } = open;
  const { round, plan, before } = await openRound(open, roundId);
  const search = await searchParams;
  const draft = isOfDraft(search) ? await openDraft(open) : null;
  const t = await getTranslations({ locale, namespace: 'round' });
  const number = String(round.number);
  const title = t(draft ? 'changes.draftTitle' : 'changes.title', { number });
  const page = `${home}/rounds/${roundId}`;
  const [earlier, later] = draft ? [plan, draft] : [before?.plan, plan];
  return (
    <>
      {await accountBar({ locale, actor: open.actor })}
      <Breadcrumb
        label={messages.common.nav.trail}
        trail={[...trail, { href: page, text: t('read.title', { number }) }, { text: title }]}
      />
      <PageHeading
        above={<bdi>{open.title}</bdi>}
        intro={
          draft
            ? t('changes.draftIntro', { number })
            : before
              ? t('changes.since', { number: String(before.number) })
              : t('changes.first')
        }
      >
        {title}
      </PageHeading>
      {earlier && (
        <RoundChanges
          page={`${page}/changes`}
          query={draft ? { of: 'draft' } : {}}
          changes={roundChanges(earlier, later)}
          section={asked(search, 'section')}
          words={{ plan: later, locale, messages }}
          earlier={{ plan: earlier, locale, messages }}
        />
      )}
    </>
  );
}

/** What is being written, for who reads all of it; to everybody else it isn’t there. */
async function openDraft({ actor, id, may }: OpenReview): Promise<Plan> {
  const loaded = may('plan.read') ? await loadPlan(actor, id) : null;
  if (!loaded) notFound();
  return loaded.plan;
}
