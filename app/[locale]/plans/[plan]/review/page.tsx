import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AdoptionFacts } from '#components/review/AdoptionFacts';
import { GrantTables } from '#components/review/GrantTable';
import { NextDeeds } from '#components/review/NextDeeds';
import { ReviewDone } from '#components/review/ReviewDone';
import { ReviewStanding } from '#components/review/ReviewStanding';
import { RoundList } from '#components/review/RoundList';
import { SaidLinks } from '#components/review/SaidLinks';
import { nextDeeds } from '#review/nextDeeds';
import { listAdoptions } from '#server/adoptions';
import { loadReviewState } from '#server/desk';
import { listGrants } from '#server/grants';
import { listRounds } from '#server/submissions';
import { listSuggestions } from '#server/suggestions';
import { listThreads } from '#server/threads';
import { Breadcrumb } from '#ui/Breadcrumb';
import { TextLink } from '#ui/Button';
import { PageHeading } from '#ui/PageHeading';
import { Written } from '#ui/Written';
import { accountBar } from '../../../accountBar.tsx';
import { withdrawAction } from './actions.ts';
import { type OpenReview, openReview } from './openReview.ts';

type Props = {
  params: Promise<{ locale: string; plan: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, plan } = await params;
  const { title, messages } = await openReview(locale, plan);
  return { title: `${messages.review.home.title} · ${title}` };
}

/** The home of a plan’s review, for both sides: where it stands, what to do next, the rounds, and who may read them. */
export default async function ReviewPage({ params, searchParams }: Props) {
  const { locale: asked, plan } = await params;
  const open = await openReview(asked, plan);
  const { locale, title, titleLang, countryName, trail, may } = open;
  const t = await getTranslations({ locale });
  const reads = may('review.read');
  return (
    <>
      {await accountBar({ locale, actor: open.actor })}
      <Breadcrumb
        label={t('common.nav.trail')}
        trail={trail.map((entry, index) => (index === trail.length - 1 ? { ...entry, href: undefined } : entry))}
      />
      <ReviewDone locale={locale} done={(await searchParams).done} />
      <PageHeading
        above={
          <>
            <bdi lang={titleLang}>
              <Written>{title}</Written>
            </bdi>{' '}
            · <bdi>{countryName}</bdi>
          </>
        }
        intro={reads ? undefined : t('review.home.contributor')}
      >
        {t('review.home.title')}
      </PageHeading>
      {reads ? <WholeReview open={open} /> : <OwnParts open={open} />}
    </>
  );
}

async function WholeReview({ open }: { open: OpenReview }) {
  const { actor, id, locale, home, side, countryId, may } = open;
  const [standing, rounds, adoptions, grants] = await Promise.all([
    loadReviewState(actor, id),
    listRounds(actor, id),
    listAdoptions(actor, id),
    listGrants(actor, id),
  ]);
  // A grant or a role may end between one question and the next.
  if (!standing || !rounds || !adoptions) notFound();
  const { waiting, counts } = standing;
  const said = { comments: counts.mustFix + counts.consider, wordings: counts.wordings };
  const toReply = waiting.asked.adviser?.threads ?? 0;
  const adoption = (
    <AdoptionFacts
      locale={locale}
      planId={id}
      adoptions={adoptions}
      may={{ adopt: may('plan.adopt'), print: may('plan.print') }}
    />
  );
  return (
    <>
      <ReviewStanding locale={locale} side={side} standing={standing} />
      <NextDeeds
        locale={locale}
        deeds={nextDeeds({
          state: waiting.state,
          open: said,
          toReply,
          advisers: grants?.filter(({ state }) => state === 'active').length ?? null,
          may: {
            manage: may('grant.manage'),
            send: may('review.send'),
            adopt: may('plan.adopt'),
            answer: may('review.answer'),
            decide: may('review.decide'),
            readDraft: may('plan.read'),
          },
        })}
        given={{
          home,
          round: rounds.find(({ withdrawnAt }) => !withdrawnAt) ?? null,
          nextNumber: (rounds[0]?.number ?? 0) + 1,
          counts: { ...said, mustFix: counts.mustFix, toReply },
        }}
      />
      {waiting.state === 'adopted' && adoption}
      <SaidLinks
        locale={locale}
        home={home}
        open={said}
        shows={{ dispositions: rounds.length > 0, draft: may('plan.read') }}
      />
      <RoundList
        locale={locale}
        home={home}
        rounds={rounds}
        decides={may('review.decide')}
        withdraw={may('review.withdraw') ? { action: withdrawAction, hidden: { planId: id, countryId } } : undefined}
      />
      {grants && (
        <section aria-labelledby="advisers" className="grid grid-cols-1 gap-3">
          <h2 id="advisers" className="text-2xl">
            {open.messages.review.grants.title}
          </h2>
          <GrantTables locale={locale} grants={grants} headed />
          {may('grant.manage') && (
            <p>
              <TextLink href={`${home}/advisers`}>{open.messages.review.grants.manage}</TextLink>
            </p>
          )}
        </section>
      )}
      {waiting.state !== 'adopted' && (side === 'country' || adoptions.length > 0) && adoption}
    </>
  );
}

/** What a contributor has of a review: what is said of the parts that were given to them. */
async function OwnParts({ open: { actor, id, locale, home } }: { open: OpenReview }) {
  const [threads, wordings] = await Promise.all([listThreads(actor, id), listSuggestions(actor, id)]);
  const open = {
    comments: threads?.filter(({ resolved, isPrivate }) => !resolved && !isPrivate).length ?? 0,
    wordings: wordings?.filter(({ state }) => state === 'open').length ?? 0,
  };
  return <SaidLinks locale={locale} home={home} open={open} shows={{ dispositions: false, draft: false }} />;
}
