import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { formatDate, formatMoment } from '#i18n/format';
import type { Locale } from '#i18n/routing';
import type { Bilingual } from '#plan/schema';
import { lastDay } from '#review/days';
import type { Outcome } from '#review/sides';
import { TextLink } from '#ui/Button';
import { Pair, Passage } from '#ui/Pair';
import { Tag, type Tone } from '#ui/Tag';
import { Written } from '#ui/Written';
import { AskFirst } from './CountryForm.tsx';
import { Typed } from './Typed.tsx';

type Action = Parameters<typeof AskFirst>[0]['action'];

export type RoundLine = {
  id: string;
  number: number;
  note: string;
  sentBy: string;
  sentAt: Date;
  dueAt: Date | null;
  withdrawnAt: Date | null;
  decision: { outcome: Outcome; summary: Bilingual; by: string; at: Date } | null;
};

type Props = {
  locale: Locale;
  home: string;
  rounds: readonly RoundLine[];
  /** Whether the reader works through criteria and decides. */
  decides: boolean;
  /** For who may take the latest round back: the action, and what else its form needs. */
  withdraw?: { action: Action; hidden: Record<string, string> };
};

/** The rounds of a plan, the latest first, each with what was decided and the ways into it. */
export async function RoundList(props: Props) {
  const { locale, rounds } = props;
  const t = await getTranslations({ locale, namespace: 'review.rounds' });
  const standing = rounds.filter(({ withdrawnAt }) => !withdrawnAt);
  return (
    <section aria-labelledby="rounds" className="grid gap-3">
      <h2 id="rounds" className="text-2xl">
        {t('title')}
      </h2>
      {rounds.length === 0 ? (
        <p className="max-w-prose text-muted">{t('none')}</p>
      ) : (
        <ol className="border-b border-line">
          {rounds.map((round) => (
            <li key={round.id} id={`round-${round.id}`} className="grid gap-2 border-t border-line py-4">
              <RoundEntry
                {...props}
                round={round}
                isLatest={round === standing[0]}
                before={standing.find(({ number }) => number < round.number)?.number ?? null}
              />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

const tones = {
  returned: 'warm',
  cleared: 'good',
  waits: 'blue',
  passed: 'plain',
  withdrawn: 'plain',
} as const satisfies Record<string, Tone>;

async function RoundEntry({
  locale,
  home,
  decides,
  withdraw,
  round,
  isLatest,
  before,
}: Omit<Props, 'rounds'> & { round: RoundLine; isLatest: boolean; before: number | null }) {
  const t = await getTranslations({ locale, namespace: 'review' });
  const { id, note, sentBy, sentAt, dueAt, withdrawnAt, decision } = round;
  const number = String(round.number);
  const isOpen = isLatest && !decision;
  const state = withdrawnAt ? 'withdrawn' : (decision?.outcome ?? (isOpen ? 'waits' : 'passed'));
  const who = (name: ReactNode) => <bdi>{name}</bdi>;
  const day = (date: Date) => formatDate(date.toISOString(), locale, 'latin');
  return (
    <>
      <h3 className="flex flex-wrap items-baseline gap-x-3 text-lg">
        {t('rounds.round', { number })}
        <Tag tone={tones[state]}>
          {state === 'returned' || state === 'cleared' ? t(`states.${state}`) : t(`rounds.${state}`)}
        </Tag>
      </h3>
      <ul className="text-muted">
        <li>{t.rich('rounds.sentBy', { moment: formatMoment(sentAt, locale, 'latin'), name: sentBy, who })}</li>
        {isOpen && dueAt && <li>{t('rounds.due', { date: formatDate(lastDay(dueAt), locale, 'latin') })}</li>}
        {withdrawnAt && <li>{t('rounds.withdrawnOn', { date: day(withdrawnAt) })}</li>}
        {decision && (
          <li>{t.rich(`rounds.${decision.outcome}By`, { date: day(decision.at), name: decision.by, who })}</li>
        )}
      </ul>
      {note && (
        <div className="border-s-2 border-line ps-4">
          <p className="text-sm text-muted">{t('rounds.note')}</p>
          <Typed>{note}</Typed>
        </div>
      )}
      {decision && <DecisionSummary summary={decision.summary} label={t('rounds.summary')} locale={locale} />}
      <RoundLinks
        locale={locale}
        home={`${home}/rounds/${id}`}
        number={number}
        before={withdrawnAt ? null : before}
        ways={decision ? ['decision'] : decides && isOpen ? ['criteria', 'decide'] : []}
      />
      {withdraw && isOpen && (
        <AskFirst
          locale={locale}
          summary={t('rounds.withdraw')}
          text={t('rounds.withdrawText', { number })}
          action={withdraw.action}
          hidden={{ ...withdraw.hidden, submissionId: id }}
          submit={t('rounds.withdrawSubmit', { number })}
        />
      )}
    </>
  );
}

function DecisionSummary({ summary, label, locale }: { summary: Bilingual; label: string; locale: Locale }) {
  const languages = (locale === 'ar' ? (['ar', 'en'] as const) : (['en', 'ar'] as const)).filter((language) =>
    summary[language].trim(),
  );
  const passages = languages.map((language) => (
    <Passage key={language} lang={language} className="max-w-prose whitespace-pre-line">
      <Written>{summary[language]}</Written>
    </Passage>
  ));
  return (
    <details>
      <summary className="w-fit rounded py-1 text-blue underline underline-offset-4">{label}</summary>
      <div className="border-s-2 border-line py-2 ps-4">{passages.length > 1 ? <Pair>{passages}</Pair> : passages}</div>
    </details>
  );
}

type Way = 'decision' | 'criteria' | 'decide';

/** The ways into a round. Each says the round to who hears it away from its heading. */
async function RoundLinks({
  locale,
  home,
  number,
  before,
  ways,
}: {
  locale: Locale;
  home: string;
  number: string;
  before: number | null;
  ways: readonly Way[];
}) {
  const t = await getTranslations({ locale, namespace: 'review.rounds' });
  const pages: Record<Way, string> = { decision: 'decision', criteria: 'criteria', decide: 'decision' };
  const links = [
    { href: home, what: t('read') },
    ...(before ? [{ href: `${home}/changes`, what: t('changes', { number: String(before) }) }] : []),
    ...ways.map((way) => ({ href: `${home}/${pages[way]}`, what: t(way) })),
  ];
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1">
      {links.map(({ href, what }) => (
        <li key={what}>
          <TextLink href={href} className="py-0.5" aria-label={t('of', { what, number })}>
            {what}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
