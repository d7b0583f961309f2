import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DispositionView } from '#components/review/DispositionView';
import { PDF_ROW_LIMIT } from '#server/dispositionFiles';
import { loadDispositions } from '#server/dispositionTable';
import { listRounds } from '#server/submissions';
import { Breadcrumb } from '#ui/Breadcrumb';
import { Notice } from '#ui/Notice';
import { PageHeading } from '#ui/PageHeading';
import { accountBar } from '../../../../accountBar.tsx';
import { openReview } from '../openReview.ts';

type Props = {
  params: Promise<{ locale: string; plan: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, plan } = await params;
  const { messages, title } = await openReview(locale, plan);
  return { title: `${messages.disposition.title} · ${title}` };
}

/** The table of dispositions of a plan’s review, for everyone who has a part in it. */
export default async function DispositionsPage({ params, searchParams }: Props) {
  const { locale: asked, plan: id } = await params;
  const { locale, actor, messages, home, trail, may } = await openReview(asked, id);
  const table = await loadDispositions(actor, id);
  // Who sees only the parts that are theirs opens no round.
  const isWhole = may('review.read');
  const rounds = isWhole ? await listRounds(actor, id) : null;
  const t = await getTranslations({ locale });
  const title = t('disposition.title');
  return (
    <>
      {await accountBar({ locale, actor })}
      <Breadcrumb label={t('common.nav.trail')} trail={[...trail, { text: title }]} />
      <PageHeading intro={t('disposition.intro')}>{title}</PageHeading>
      {table ? (
        <DispositionView
          open={{ id, locale, messages, home, plan: table.plan }}
          rows={table.rows}
          rounds={new Map(rounds?.map(({ number, id: submissionId }) => [number, submissionId]))}
          isWhole={isWhole}
          search={await searchParams}
          pdfLimit={PDF_ROW_LIMIT}
        />
      ) : (
        <Notice title={t('disposition.nothingSent')} />
      )}
    </>
  );
}
