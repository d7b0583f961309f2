import { useTranslations } from 'next-intl';
import { isVerified, type Recommendation } from '#catalogue/recommendations';

/** How an entry is known, in a few words: for lists. */
export function ProvenanceMark({ recommendation }: { recommendation: Recommendation }) {
  const t = useTranslations('catalogue.provenance');
  if (isVerified(recommendation)) return <span className="text-good">{t('verified')}</span>;
  return (
    <span>
      {t('unverified')} ({t(`sourceShort.${recommendation.source}`)})
    </span>
  );
}

/** How an entry is known, in full: what was read, how sure the substance and the lettering are, and what it is not. */
export function Provenance({ recommendation, title }: { recommendation: Recommendation; title: string }) {
  const t = useTranslations('catalogue.provenance');
  const remarks = useTranslations('catalogue.recommendationNotes');
  const { id, source, confidence, lettering, seenAt } = recommendation;
  const verified = isVerified(recommendation);
  // Only some entries have a remark: the key is one of those, or `has` says that there is none.
  const remark = id as 'pve-40';
  return (
    <section
      aria-labelledby="known"
      className={`grid max-w-prose gap-2 border-s-4 ps-4 ${verified ? 'border-good' : 'border-warm'}`}
    >
      <h2 id="known" className="text-lg">
        {title}
      </h2>
      <p className={`font-medium ${verified ? 'text-good' : 'text-warm'}`}>{t(verified ? 'verified' : 'unverified')}</p>
      <p>
        {t(`source.${source}`)} {t(`confidence.${confidence}`)} {t(`lettering.${lettering}`)}
      </p>
      {remarks.has(remark) && <p>{remarks(remark)}</p>}
      {seenAt && (
        <p>
          {t('seenAt')}:{' '}
          <a href={seenAt} rel="nofollow" className="text-blue underline underline-offset-4">
            <bdi dir="ltr">{new URL(seenAt).host}</bdi>
          </a>
        </p>
      )}
      <p>{t('paraphrase')}</p>
    </section>
  );
}
