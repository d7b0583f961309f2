import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AdoptForm } from '#components/review/AdoptForm';
import { InTheWay } from '#components/review/InTheWay';
import { blocking } from '#review/blocking';
import { listAdoptions } from '#server/adoptions';
import { loadReviewState } from '#server/desk';
import { changesSinceSent, listRounds } from '#server/submissions';
import { Breadcrumb } from '#ui/Breadcrumb';
import { TextLink } from '#ui/Button';
import { Notice } from '#ui/Notice';
import { PageHeading } from '#ui/PageHeading';
import { accountBar } from '../../../../accountBar.tsx';
import { openPlan } from '../../../openPlan.ts';
import { openReview } from '../openReview.ts';
import { adoptAction } from './actions.ts';

type Props = { params: Promise<{ locale: string; plan: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, plan } = await params;
  const { title, messages } = await openReview(locale, plan);
  return { title: `${messages.review.adopt.title} · ${title}` };
}

/** Recording that a plan was adopted: which version, by whom, when; and what that means. */
export default async function AdoptPage({ params }: Props) {
  const { locale: asked, plan: id } = await params;
  const { may, locale, actor, trail, home, countryId } = await openReview(asked, id);
  if (!may('plan.adopt')) notFound();
  const open = await openPlan(asked, id);
  const [standing, rounds, adoptions, since] = await Promise.all([
    loadReviewState(actor, id),
    listRounds(actor, id),
    listAdoptions(actor, id),
    changesSinceSent(actor, id),
  ]);
  if (!standing || !rounds || !adoptions) notFound();
  const t = await getTranslations({ locale });
  const sent = rounds.filter(({ withdrawnAt }) => !withdrawnAt);
  const wrong = blocking(open.plan);
  const isCleared = sent.some(({ decision }) => decision?.outcome === 'cleared');
  const { mustFix } = standing.counts;
  return (
    <>
      {await accountBar({ locale, actor })}
      <Breadcrumb label={t('common.nav.trail')} trail={[...trail, { text: t('review.adopt.title') }]} />
      <PageHeading intro={t('review.adopt.intro')}>{t('review.adopt.title')}</PageHeading>
      {adoptions.length > 0 && <Notice title={t('review.adopt.before')}>{t('review.adopt.beforeText')}</Notice>}
      <section aria-labelledby="happens" className="grid gap-2">
        <h2 id="happens" className="text-xl">
          {t('review.adopt.happens')}
        </h2>
        <ul className="grid max-w-prose list-disc gap-1 ps-5">
          <li>{t('review.adopt.frozen')}</li>
          <li>{t('review.adopt.hash')}</li>
          <li>{t('review.adopt.stays')}</li>
        </ul>
      </section>
      {(!isCleared || mustFix > 0) && (
        <Notice title={isCleared ? undefined : t('review.adopt.notCleared')}>
          {!isCleared && <p>{t('review.adopt.notClearedText')}</p>}
          {mustFix > 0 && (
            <p>
              {t('review.adopt.open', { count: mustFix })}{' '}
              <TextLink href={`${home}/comments?mustFix=true`}>{t('review.adopt.openLink')}</TextLink>
            </p>
          )}
        </Notice>
      )}
      {wrong.length > 0 && <InTheWay id="in-the-way" open={open} problems={wrong} title={t('review.adopt.wrong')} />}
      <AdoptForm
        locale={locale}
        action={adoptAction}
        hidden={{ planId: id, countryId }}
        rounds={sent}
        draft={{ since: since.ok ? { number: since.number, count: since.changes.length } : null, wrong: wrong.length }}
        authority={open.plan.about.adoptingAuthority}
        before={standing.waiting.state === 'adopted' ? adoptions[0] : undefined}
      />
    </>
  );
}
