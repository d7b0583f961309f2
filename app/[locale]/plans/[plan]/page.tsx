import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AssignedParts } from '#components/plan/AssignedParts';
import { NextUp } from '#components/plan/NextUp';
import { TaskList } from '#components/plan/TaskList';
import { formatMoment } from '#i18n/format';
import { openPairs } from '#plan/pairState';
import { statusOf } from '#plan/status';
import { steps } from '#plan/steps';
import { Breadcrumb } from '#ui/Breadcrumb';
import { TextLink } from '#ui/Button';
import { PageHeading } from '#ui/PageHeading';
import { Progress } from '#ui/Progress';
import { Written } from '#ui/Written';
import { openPlan } from '../openPlan.ts';

type Props = { params: Promise<{ locale: string; plan: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, plan } = await params;
  return { title: (await openPlan(locale, plan)).title };
}

/** The home of a plan: its steps, and what is left. A contributor’s holds what was given to them. */
export default async function PlanPage({ params }: Props) {
  const { locale: asked, plan: id } = await params;
  const { locale, plan, title, titleLang, country, updatedAt, may, revisions, stale } = await openPlan(asked, id);
  const t = await getTranslations({ locale });
  const whole = may('plan.read');
  const status = statusOf(plan);
  const toTranslate = openPairs(plan, stale).length;
  const done = steps.filter((step) => status[step].status === 'done').length;
  return (
    <>
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
