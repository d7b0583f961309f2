import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CountryForm } from '#components/review/CountryForm';
import { InTheWay } from '#components/review/InTheWay';
import { SinceRound } from '#components/review/SinceRound';
import { problems } from '#plan/problems';
import { blocking } from '#review/blocking';
import { roundCount } from '#review/rounds';
import { today } from '#server/database';
import { listGrants } from '#server/grants';
import { changesSinceSent, listRounds } from '#server/submissions';
import { Breadcrumb } from '#ui/Breadcrumb';
import { TextLink } from '#ui/Button';
import { Notice } from '#ui/Notice';
import { PageHeading } from '#ui/PageHeading';
import { accountBar } from '../../../../accountBar.tsx';
import { openPlan } from '../../../openPlan.ts';
import { type OpenReview, openReview } from '../openReview.ts';
import { sendAction } from './actions.ts';

type Props = { params: Promise<{ locale: string; plan: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, plan } = await params;
  const { title, messages } = await openReview(locale, plan);
  return { title: `${messages.review.send.title} · ${title}` };
}

/** Sending a plan for review: what stands in the way, what changed since the last time, and the form. */
export default async function SendPage({ params }: Props) {
  const { locale: asked, plan: id } = await params;
  const review = await openReview(asked, id);
  if (!review.may('review.send')) notFound();
  const { locale, actor, trail, home } = review;
  const open = await openPlan(asked, id);
  const [rounds, grants, since] = await Promise.all([
    listRounds(actor, id),
    listGrants(actor, id),
    changesSinceSent(actor, id),
  ]);
  const t = await getTranslations({ locale });
  const number = String((rounds?.[0]?.number ?? 0) + 1);
  const waits = rounds?.find(({ withdrawnAt }) => !withdrawnAt);
  const isSame = waits !== undefined && !waits.decision && since.ok && since.changes.length === 0;
  const wrong = blocking(open.plan);
  return (
    <>
      {await accountBar({ locale, actor })}
      <Breadcrumb label={t('common.nav.trail')} trail={[...trail, { text: t('review.send.title') }]} />
      <PageHeading intro={t('review.send.intro')}>
        {number === '1' ? t('review.send.title') : t('review.send.again', { number })}
      </PageHeading>
      {!grants?.some(({ state }) => state === 'active') && (
        <Notice title={t('review.send.noAdviser')}>
          <p>{t('review.send.noAdviserText')}</p>
          <p>
            <TextLink href={`${home}/advisers`}>{t('review.send.noAdviserLink')}</TextLink>
          </p>
        </Notice>
      )}
      {waits && !waits.decision && (
        <Notice title={t(isSame ? 'review.send.same' : 'review.send.waits', { number: String(waits.number) })}>
          {t(isSame ? 'review.send.sameText' : 'review.send.waitsText')}
        </Notice>
      )}
      <section className="grid gap-2">
        {wrong.length > 0 && (
          <InTheWay
            id="in-the-way"
            open={open}
            problems={wrong}
            title={t('review.send.wrong', { count: wrong.length })}
            text={t('review.send.wrongText')}
          />
        )}
        {wrong.length === 0 && !isSame && <Notice tone="good" title={t('review.send.ready')} />}
        <p>
          {t('review.send.missing', { count: problems(open.plan).length - wrong.length })}{' '}
          <TextLink href={`/${locale}/plans/${id}/check`}>{t('review.send.check')}</TextLink>
        </p>
      </section>
      {since.ok && !isSame && (
        <SinceRound open={open} number={since.number} count={roundCount(since.changes)} changes={since.changes} />
      )}
      <section aria-labelledby="form" className="grid gap-4 border-t border-line pt-6">
        <h2 id="form" className="text-2xl">
          {t('review.send.form')}
        </h2>
        {wrong.length > 0 && <p className="max-w-prose">{t('review.send.wrongAfter')}</p>}
        <SendForm review={review} number={number} isHeld={isSame || wrong.length > 0} />
      </section>
    </>
  );
}

/** The form stays where something stands in the way: what was typed into it meanwhile isn’t lost. */
async function SendForm({ review, number, isHeld }: { review: OpenReview; number: string; isHeld: boolean }) {
  const { locale, id, countryId } = review;
  const t = await getTranslations({ locale, namespace: 'review.send' });
  return (
    <CountryForm
      id="send"
      locale={locale}
      action={sendAction}
      hidden={{ planId: id, countryId }}
      hrefs={{ wrong: '#in-the-way' }}
      fields={[
        { kind: 'area', name: 'note', label: t('note'), hint: t('noteHint') },
        { kind: 'date', name: 'dueOn', label: t('dueOn'), hint: t('dueOnHint'), min: await today() },
        { kind: 'password', name: 'password', label: t('password'), hint: t('passwordHint') },
      ]}
      submit={t('submit', { number })}
      look={isHeld ? 'quiet' : 'main'}
    />
  );
}
