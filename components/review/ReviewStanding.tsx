import { getTranslations } from 'next-intl/server';
import { formatDate } from '#i18n/format';
import type { Locale } from '#i18n/routing';
import { lastDay } from '#review/days';
import type { Side } from '#review/sides';
import type { Waiting } from '#review/waiting';
import { Tag, type Tone } from '#ui/Tag';

/** Where a review stands, as these pages say it. `adoptedOn`: the day of adoption, “2027-03-31”. */
export type Standing = { waiting: Waiting; adoptedOn: string | null };

const tones: Record<Waiting['state'], Tone> = {
  drafting: 'plain',
  sent: 'blue',
  returned: 'warm',
  cleared: 'good',
  adopted: 'good',
};

/** Where a review stands, in a word and a sentence. */
export async function StateLine({ locale, side, standing }: { locale: Locale; side: Side; standing: Standing }) {
  const t = await getTranslations({ locale, namespace: 'review' });
  return (
    <p className="max-w-prose">
      <span className="me-2">
        <Tag tone={tones[standing.waiting.state]}>{t(`states.${standing.waiting.state}`)}</Tag>
      </span>{' '}
      {await sentence(locale, side, standing)}
    </p>
  );
}

async function sentence(locale: Locale, side: Side, { waiting, adoptedOn }: Standing): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'review.state' });
  const { state, since, dueAt } = waiting;
  const number = String(waiting.round ?? '');
  const date = since ? formatDate(since.toISOString(), locale, 'latin') : '';
  switch (state) {
    case 'drafting':
      return t(side === 'country' ? 'draftingCountry' : 'draftingAdviser');
    case 'sent':
      return dueAt
        ? t('sentDue', { number, date, due: formatDate(lastDay(dueAt), locale, 'latin') })
        : t('sent', { number, date });
    case 'adopted':
      return t('adopted', { date: formatDate(adoptedOn ?? '', locale, 'latin') });
    default:
      return t(state, { number, date });
  }
}

/** The same, and beside it for whom which questions wait. */
export async function ReviewStanding({ locale, side, standing }: { locale: Locale; side: Side; standing: Standing }) {
  const t = await getTranslations({ locale, namespace: 'review.state' });
  const { country, adviser } = standing.waiting.asked;
  const given = ({ threads, since }: { threads: number; since: Date }) => ({
    count: threads,
    date: formatDate(since.toISOString(), locale, 'latin'),
  });
  return (
    <div className="grid gap-2 text-lg">
      <StateLine locale={locale} side={side} standing={standing} />
      {(country || adviser) && (
        <ul className="max-w-prose text-base text-muted">
          {country && <li>{t('askedCountry', given(country))}</li>}
          {adviser && <li>{t('askedAdviser', given(adviser))}</li>}
        </ul>
      )}
    </div>
  );
}
