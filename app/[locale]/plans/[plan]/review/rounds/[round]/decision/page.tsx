import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SaidDone } from '#components/review/SaidDone';
import { SaidForm } from '#components/review/SaidForms';
import { formatMoment } from '#i18n/format';
import { outcomes } from '#review/sides';
import { draftLetter } from '#server/worksheet';
import { Breadcrumb } from '#ui/Breadcrumb';
import { PageHeading } from '#ui/PageHeading';
import { Pair, Passage } from '#ui/Pair';
import { Tag } from '#ui/Tag';
import { Written } from '#ui/Written';
import { accountBar } from '../../../../../../accountBar.tsx';
import { openReview } from '../../../openReview.ts';
import { openRound } from '../openRound.ts';
import { decideAction } from './actions.ts';
import { letterText } from './letterText.ts';

type Props = {
  params: Promise<{ locale: string; plan: string; round: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, plan, round } = await params;
  const open = await openReview(locale, plan);
  const { number } = (await openRound(open, round)).round;
  const t = await getTranslations({ locale: open.locale, namespace: 'round.decision' });
  return { title: `${t('title', { number: String(number) })} · ${open.title}` };
}

/** What was decided of a round; and until it is, the letter for who decides, drafted from what they said. */
export default async function DecisionPage({ params, searchParams }: Props) {
  const { locale: given, plan: planId, round: roundId } = await params;
  const open = await openReview(given, planId);
  const { locale, messages, trail, home, may } = open;
  const { round } = await openRound(open, roundId);
  const t = await getTranslations({ locale, namespace: 'round' });
  const { decision } = round;
  const title = t('decision.title', { number: String(round.number) });
  const way = { href: `${home}/rounds/${roundId}`, text: t('read.title', { number: String(round.number) }) };
  return (
    <>
      {await accountBar({ locale, actor: open.actor })}
      <Breadcrumb label={messages.common.nav.trail} trail={[...trail, way, { text: title }]} />
      <SaidDone locale={locale} done={(await searchParams).done} />
      <PageHeading above={<bdi>{open.title}</bdi>}>{title}</PageHeading>
      {decision ? (
        <section aria-labelledby="decided" className="grid gap-4">
          <h2 id="decided" className="flex flex-wrap items-baseline gap-3 text-xl">
            <Tag tone={decision.outcome === 'cleared' ? 'good' : 'warm'}>
              {t(`decision.states.${decision.outcome}`)}
            </Tag>
            <span className="text-base font-normal text-muted">
              {t.rich('decision.by', {
                name: () => <bdi>{decision.by}</bdi>,
                moment: formatMoment(decision.at, locale, 'latin'),
              })}
            </span>
          </h2>
          <Pair>
            {(['ar', 'en'] as const)
              .filter((language) => decision.summary[language].trim())
              .map((language) => (
                <Passage key={language} lang={language} className="max-w-prose whitespace-pre-line">
                  <Written>{decision.summary[language]}</Written>
                </Passage>
              ))}
          </Pair>
        </section>
      ) : may('review.decide') ? (
        <DecisionForm open={open} roundId={roundId} />
      ) : (
        <p className="text-muted">{t('decision.none')}</p>
      )}
    </>
  );
}

async function DecisionForm({
  open: { actor, id: planId, countryId, locale },
  roundId,
}: {
  open: Awaited<ReturnType<typeof openReview>>;
  roundId: string;
}) {
  const t = await getTranslations({ locale, namespace: 'round.decision' });
  const letter = await draftLetter(actor, roundId);
  if (!letter) return <p className="text-muted">{t('none')}</p>;
  const [ar, en] = await Promise.all([letterText(letter, 'ar'), letterText(letter, 'en')]);
  return (
    <>
      <p>{t('open', { mustFix: letter.mustFix.length })}</p>
      <SaidForm
        place={{ locale, planId, countryId, back: '' }}
        id="decision"
        action={decideAction}
        hidden={{ submissionId: roundId }}
        fields={[
          {
            kind: 'radios',
            name: 'outcome',
            label: t('outcome'),
            value: letter.proposed,
            options: outcomes.map((value) => ({
              value,
              label: t(`outcomes.${value}`),
              hint: t(`outcomeHints.${value}`),
            })),
          },
          {
            kind: 'pair',
            name: 'summary',
            label: t('summary'),
            hint: t('summaryHint'),
            fields: [
              { kind: 'area', name: 'summaryAr', label: t('summaryAr'), lang: 'ar', rows: 18, value: ar },
              { kind: 'area', name: 'summaryEn', label: t('summaryEn'), lang: 'en', rows: 18, value: en },
            ],
          },
        ]}
        submit={t('submit')}
      >
        <p className="max-w-prose">{t('final')}</p>
      </SaidForm>
    </>
  );
}
