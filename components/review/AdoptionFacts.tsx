import { getTranslations } from 'next-intl/server';
import { formatDate, formatMoment } from '#i18n/format';
import type { Locale } from '#i18n/routing';
import type { Bilingual } from '#plan/schema';
import { TextLink } from '#ui/Button';
import { AdoptedBy, AdoptedLine, AdoptedList } from '../plan/AdoptedBy.tsx';

export type AdoptionLine = {
  id: string;
  submissionId: string | null;
  round: number | null;
  hash: string;
  authority: Bilingual;
  decree: string;
  adoptedOn: string;
  recordedBy: string;
  recordedAt: Date;
};

/** What was recorded of a plan’s adoption: the latest, which counts, and folded those before it. */
export async function AdoptionFacts({
  locale,
  planId,
  adoptions,
  may,
}: {
  locale: Locale;
  planId: string;
  adoptions: readonly AdoptionLine[];
  may: { adopt: boolean; print: boolean };
}) {
  const t = await getTranslations({ locale, namespace: 'review.adoption' });
  const [latest, ...earlier] = adoptions;
  const plan = `/${locale}/plans/${planId}`;
  return (
    <section aria-labelledby="adoption" className="grid gap-4">
      <h2 id="adoption" className="text-2xl">
        {t('title')}
      </h2>
      {latest ? (
        <>
          <Facts locale={locale} home={`${plan}/review`} adoption={latest} isLatest />
          <p className="flex flex-wrap gap-x-6 gap-y-2">
            {may.print && <TextLink href={`${plan}/export?adoption=${latest.id}`}>{t('print')}</TextLink>}
            <TextLink href={`/${locale}/verify`}>{t('verify')}</TextLink>
            {may.adopt && <TextLink href={`${plan}/review/adopt`}>{t('correct')}</TextLink>}
          </p>
        </>
      ) : (
        <p className="flex flex-wrap items-baseline gap-x-4">
          <span className="text-muted">{t('none')}</span>
          {may.adopt && <TextLink href={`${plan}/review/adopt`}>{t('record')}</TextLink>}
        </p>
      )}
      {earlier.length > 0 && (
        <details>
          <summary className="w-fit rounded py-1 text-blue underline underline-offset-4">{t('earlier')}</summary>
          <div className="grid gap-4 border-s-2 border-line py-2 ps-4">
            <p className="text-muted">{t('earlierText')}</p>
            <ol className="grid gap-6">
              {earlier.map((adoption) => (
                <li key={adoption.id}>
                  <Facts locale={locale} home={`${plan}/review`} adoption={adoption} />
                </li>
              ))}
            </ol>
          </div>
        </details>
      )}
    </section>
  );
}

async function Facts({
  locale,
  home,
  adoption,
  isLatest = false,
}: {
  locale: Locale;
  home: string;
  adoption: AdoptionLine;
  isLatest?: boolean;
}) {
  const t = await getTranslations({ locale, namespace: 'review.adoption' });
  const { submissionId, round, hash, adoptedOn, recordedBy, recordedAt } = adoption;
  const number = String(round ?? '');
  return (
    <AdoptedList>
      <AdoptedLine name={t('date')}>{formatDate(adoptedOn, locale, 'latin')}</AdoptedLine>
      <AdoptedBy locale={locale} adoption={adoption} />
      <AdoptedLine name={t('version')}>
        {submissionId ? (
          <TextLink href={`${home}/rounds/${submissionId}`}>{t('ofRound', { number })}</TextLink>
        ) : (
          t('ofDraft')
        )}
      </AdoptedLine>
      <AdoptedLine name={t('recorded')}>
        {t.rich('recordedBy', {
          name: recordedBy,
          moment: formatMoment(recordedAt, locale, 'latin'),
          who: (name) => <bdi>{name}</bdi>,
        })}
      </AdoptedLine>
      <AdoptedLine name={t('code')}>
        <code dir="ltr" className="block w-fit max-w-full break-all">
          {hash}
        </code>
        {isLatest && <span className="block max-w-prose text-sm text-muted">{t('codeText')}</span>}
      </AdoptedLine>
    </AdoptedList>
  );
}
