import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CountryForm } from '#components/review/CountryForm';
import { GrantTables } from '#components/review/GrantTable';
import { ReviewDone } from '#components/review/ReviewDone';
import { scopes } from '#people/roles';
import { monthsLater } from '#review/days';
import { today } from '#server/database';
import { listAdvisers, listGrants } from '#server/grants';
import { Breadcrumb } from '#ui/Breadcrumb';
import { Notice } from '#ui/Notice';
import { PageHeading } from '#ui/PageHeading';
import { accountBar } from '../../../../accountBar.tsx';
import { openReview } from '../openReview.ts';
import { grantAction, revokeAction } from './actions.ts';

type Props = {
  params: Promise<{ locale: string; plan: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, plan } = await params;
  const { title, messages } = await openReview(locale, plan);
  return { title: `${messages.review.advisers.title} · ${title}` };
}

/** Whom a country lets into a plan, for how long and how far; a coordinator’s page. */
export default async function AdvisersPage({ params, searchParams }: Props) {
  const { locale: asked, plan } = await params;
  const { actor, id, countryId, locale, trail, may } = await openReview(asked, plan);
  const grants = may('grant.manage') && (await listGrants(actor, id));
  if (!grants) notFound();
  const t = await getTranslations({ locale });
  const advisers = await listAdvisers(actor, id);
  const now = await today();
  const hidden = { planId: id, countryId };
  return (
    <>
      {await accountBar({ locale, actor })}
      <Breadcrumb label={t('common.nav.trail')} trail={[...trail, { text: t('review.advisers.title') }]} />
      <ReviewDone locale={locale} done={(await searchParams).done} />
      <PageHeading intro={t('review.advisers.intro')}>{t('review.advisers.title')}</PageHeading>
      <section className="grid grid-cols-1 gap-3">
        <GrantTables locale={locale} grants={grants} revoke={{ action: revokeAction, hidden }} />
      </section>
      <section aria-labelledby="let-in" className="grid gap-4 border-t border-line pt-6">
        <h2 id="let-in" className="text-2xl">
          {t('review.advisers.form')}
        </h2>
        {advisers.length === 0 ? (
          <Notice title={t('review.advisers.nobody')}>{t('review.advisers.nobodyText')}</Notice>
        ) : (
          <>
            <p className="max-w-prose text-muted">{t('review.advisers.formText')}</p>
            <CountryForm
              id="grant"
              locale={locale}
              action={grantAction}
              hidden={hidden}
              fields={[
                {
                  kind: 'select',
                  name: 'adviserId',
                  label: t('review.advisers.adviser'),
                  options: [
                    { value: '', label: t('review.advisers.choose') },
                    ...advisers.map(({ userId, name, email }) => ({ value: userId, label: `${name} – ${email}` })),
                  ],
                },
                {
                  kind: 'radios',
                  name: 'scope',
                  label: t('review.advisers.scope'),
                  value: 'sent',
                  options: scopes.map((scope) => ({
                    value: scope,
                    label: t(`review.grants.scopes.${scope}`),
                    hint: t(`review.advisers.scopes.${scope}`),
                  })),
                },
                {
                  kind: 'date',
                  name: 'until',
                  label: t('review.advisers.until'),
                  hint: t('review.advisers.untilHint'),
                  value: monthsLater(now, 6),
                  min: now,
                  max: monthsLater(now, 36),
                },
              ]}
              submit={t('review.advisers.submit')}
            />
          </>
        )}
      </section>
    </>
  );
}
