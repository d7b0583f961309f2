import { useTranslations } from 'next-intl';
import { paragraphIn } from '#catalogue/paragraph';
import { areas, isVerified, type Recommendation, recommendations, recommendationsIn } from '#catalogue/recommendations';
import type { Locale } from '#i18n/routing';
import { TextLink } from '#ui/Button';
import { PageHeading } from '#ui/PageHeading';
import { AreaLinks } from './AreaLinks.tsx';
import { ProvenanceMark } from './Provenance.tsx';
import { RecommendationSearch } from './RecommendationSearch.tsx';

/** The titles of the recommendations in the language that the page is not in, by which they can be found too. */
type OtherTitles = Record<Recommendation['id'], { title: string }>;

/** Every entry of the catalogue by area, with its paragraph and how it is known. */
export function Recommendations({ locale, otherTitles }: { locale: Locale; otherTitles: OtherTitles }) {
  const t = useTranslations('site.recommendations');
  const names = useTranslations('catalogue.areas');
  const verified = recommendations.filter(isVerified).length;
  return (
    <>
      <PageHeading intro={t('lede', { count: recommendations.length })}>{t('title')}</PageHeading>
      <p className="max-w-prose">{t('honest', { verified })}</p>
      <RecommendationSearch
        list="list"
        texts={{
          label: t('search'),
          hint: t('searchHint'),
          button: t('searchButton'),
          clear: t('clear'),
          noScript: t('noScript'),
          found: Array.from({ length: recommendations.length + 1 }, (_, count) => t('found', { count })),
        }}
      />
      <AreaLinks locale={locale} title={t('areas')} />
      <div id="list" className="grid gap-10">
        {areas.map((area) => (
          <section key={area} id={area} aria-labelledby={`${area}-title`} data-area>
            <header className="flex flex-wrap items-baseline gap-x-4 border-b-2 border-blue pb-2">
              <h2 id={`${area}-title`} className="text-2xl">
                {names(area)}
              </h2>
              <p className="text-sm text-muted">{t('inArea', { count: recommendationsIn(area).length })}</p>
            </header>
            <ul>
              {recommendationsIn(area).map((recommendation) => (
                <Entry
                  key={recommendation.id}
                  locale={locale}
                  recommendation={recommendation}
                  otherTitle={otherTitles[recommendation.id].title}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

function Entry({
  locale,
  recommendation,
  otherTitle,
}: {
  locale: Locale;
  recommendation: Recommendation;
  otherTitle: string;
}) {
  const t = useTranslations('site.recommendations');
  const texts = useTranslations('catalogue');
  const { id, paragraph, addressee, keywords } = recommendation;
  return (
    <li
      id={id}
      data-paragraph={`${paragraph} ${paragraphIn('ar', paragraph)}`}
      data-words={[otherTitle, ...keywords.ar, ...keywords.en].join(' · ')}
      className="grid gap-x-6 border-b border-line py-4 sm:grid-cols-[4.5rem_1fr]"
    >
      <p className="text-muted tabular-nums">
        <span className="sr-only">{t('paragraph')} </span>
        <bdi>{paragraphIn(locale, paragraph)}</bdi>
      </p>
      <div className="grid max-w-3xl gap-1">
        <h3>
          <TextLink href={`/${locale}/recommendations/${id}`} prefetch={false}>
            {texts(`recommendations.${id}.title`)}
          </TextLink>
        </h3>
        <p data-summary>{texts(`recommendations.${id}.summary`)}</p>
        <p className="text-sm text-muted">
          <ProvenanceMark recommendation={recommendation} />
          {' · '}
          {t('addressedTo')}: {addressee.map((one) => texts(`addressees.${one}`)).join(locale === 'ar' ? '، ' : ', ')}
        </p>
      </div>
    </li>
  );
}
