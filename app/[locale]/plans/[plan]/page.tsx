import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AssignedParts } from '#components/plan/AssignedParts';
import { NextUp } from '#components/plan/NextUp';
import { TaskList } from '#components/plan/TaskList';
import { StateLine } from '#components/review/ReviewStanding';
import { formatMoment } from '#i18n/format';
import { roleIn } from '#people/roles';
import { openPairs } from '#plan/pairState';
import { statusOf } from '#plan/status';
import { steps } from '#plan/steps';
import { loadReviewState } from '#server/desk';
import { Breadcrumb } from '#ui/Breadcrumb';
import { TextLink } from '#ui/Button';
import { PageHeading } from '#ui/PageHeading';
import { Progress } from '#ui/Progress';
import { Written } from '#ui/Written';
import { accountBar } from '../../accountBar.tsx';
import { type OpenPlan, openPlan } from '../openPlan.ts';

type Props = { params: Promise<{ locale: string; plan: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, plan } = await params;
  return { title: (await openPlan(locale, plan)).title };
}

/** The home of a plan: its steps, and what is left. A contributor’s holds what was given to them. */
export default async function PlanPage({ params }: Props) {
  const { locale: asked, plan: id } = await params;
  const open = await openPlan(asked, id);
  const { locale, plan, title, titleLang, country, updatedAt, may, revisions, stale } = open;
  const t = await getTranslations({ locale });
  const whole = may('plan.read');
  const status = statusOf(plan);
  const toTranslate = openPairs(plan, stale).length;
  const done = steps.filter((step) => status[step].status === 'done').length;
  return (
    <>
      {await accountBar({ locale, actor: open.actor })}
      <Breadcrumb
        label={t('common.nav.trail')}
        trail={[
          { href: `/${locale}/plans`, text: t('common.nav.plans') },
          { text: title, lang: titleLang },
        ]}
      />
      <PageHeading
        above={<bdi>{locale === 'ar' ? country.nameAr : country.nameEn}</bdi>}
        intro={whole ? t('editor.tasks.intro') : t('editor.assigned.intro')}
      >
        <bdi lang={titleLang}>
          <Written>{title}</Written>
        </bdi>
      </PageHeading>
      {may('review.open') && <ReviewLine open={open} />}
      {toTranslate > 0 && (
        <p>
          <TextLink href={`/${locale}/plans/${id}/translation`}>{t('translation.link')}</TextLink>{' '}
          <span className="text-muted">{t('translation.count', { count: toTranslate })}</span>
        </p>
      )}
      {whole ? (
        <>
          <div className="max-w-md">
            <Progress value={done} of={steps.length} label={t('editor.tasks.progress')}>
              {t('editor.tasks.done', { done, of: steps.length })} ·{' '}
              {t('editor.tasks.updated', { moment: formatMoment(updatedAt, locale, 'latin') })}
            </Progress>
          </div>
          {may('part.edit', 'progress') && <NextUp locale={locale} planId={id} status={status} />}
          <TaskList locale={locale} planId={id} status={status} />
        </>
      ) : (
        <AssignedParts locale={locale} planId={id} plan={plan} parts={Object.keys(revisions)} />
      )}
    </>
  );
}

/** Where the plan’s review stands, and the way to it. A contributor isn’t told the first. */
async function ReviewLine({ open: { actor, id, locale, countryId, messages } }: { open: OpenPlan }) {
  const standing = await loadReviewState(actor, id);
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <TextLink href={`/${locale}/plans/${id}/review`}>{messages.review.link}</TextLink>
      {standing && (
        <StateLine locale={locale} side={roleIn(actor, countryId) ? 'country' : 'adviser'} standing={standing} />
      )}
    </div>
  );
}
