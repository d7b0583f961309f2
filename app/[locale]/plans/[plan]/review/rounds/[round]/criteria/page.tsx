import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { WorksheetView } from '#components/review/WorksheetView';
import { asked } from '#review/threadFilter';
import { loadWorksheet } from '#server/worksheet';
import { Breadcrumb } from '#ui/Breadcrumb';
import { PageHeading } from '#ui/PageHeading';
import { accountBar } from '../../../../../../accountBar.tsx';
import { openReview } from '../../../openReview.ts';
import type { Search } from '../../../roundPage.tsx';
import { answerAction } from './actions.ts';

type Props = { params: Promise<{ locale: string; plan: string; round: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, plan } = await params;
  const { title, messages } = await openReview(locale, plan);
  return { title: `${messages.round.read.criteria} · ${title}` };
}

/** An adviser’s worksheet: each criterion with what the app finds, and their own answer. */
export default async function CriteriaPage({ params, searchParams }: Props) {
  const { locale: given, plan: planId, round: roundId } = await params;
  const { actor, locale, messages, trail, home, countryId, title: plan } = await openReview(given, planId);
  const sheet = await loadWorksheet(actor, roundId);
  if (sheet?.planId !== planId) notFound();
  const t = await getTranslations({ locale });
  const number = String(sheet.number);
  const title = t('worksheet.title', { number });
  const page = `${home}/rounds/${roundId}`;
  return (
    <>
      {await accountBar({ locale, actor })}
      <Breadcrumb
        label={messages.common.nav.trail}
        trail={[...trail, { href: page, text: t('round.read.title', { number }) }, { text: title }]}
      />
      <PageHeading above={<bdi>{plan}</bdi>} intro={t('worksheet.intro')}>
        {title}
      </PageHeading>
      <WorksheetView
        locale={locale}
        messages={messages}
        page={page}
        lines={sheet.lines}
        kept={asked(await searchParams, 'kept')}
        action={answerAction}
        hidden={{ locale, planId, countryId, submissionId: roundId }}
        userId={actor.userId}
      />
    </>
  );
}
