import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import { PLAN_OF_ACTION } from '#catalogue/officialText';
import { paragraphIn } from '#catalogue/paragraph';
import { areas, type Recommendation, recommendationsIn } from '#catalogue/recommendations';
import { directionOf, type Locale, routing } from '#i18n/routing';
import { TextLink } from '#ui/Button';
import { OfficialLink } from './OfficialLink.tsx';
import { Provenance } from './Provenance.tsx';

type Text = { title: string; summary: string };

// The order in which the list shows them.
const listed = areas.flatMap(recommendationsIn);

/** One recommendation: our words in both languages facing each other, its paragraph, and how it is known. */
export function RecommendationView({
  locale,
  recommendation,
  otherText,
}: {
  locale: Locale;
  recommendation: Recommendation;
  /** The same entry in the language that the page is not in. */
  otherText: Text;
}) {
  const t = useTranslations('site.recommendations');
  const texts = useTranslations('catalogue');
  const { id, paragraph, area, addressee, sdg } = recommendation;
  const other = locale === 'ar' ? 'en' : 'ar';
  return (
    <>
      <div className="grid gap-8 lg:grid-cols-2 lg:gap-0">
        <header className="grid content-start gap-3 lg:pe-10">
          <p className="text-muted">
            {texts('paragraphOf', { document: PLAN_OF_ACTION, paragraph: paragraphIn(locale, paragraph) })}
          </p>
          <h1 className="text-3xl leading-tight rtl:leading-[1.45]">{texts(`recommendations.${id}.title`)}</h1>
          <p className="max-w-prose text-lg">{texts(`recommendations.${id}.summary`)}</p>
        </header>
        <section
          aria-label={t('otherLanguage')}
          lang={other}
          dir={directionOf(other)}
          className="grid content-start gap-3 border-line max-lg:border-t max-lg:pt-6 lg:border-e lg:pe-10"
        >
          <p className="text-muted">
            <bdi>{paragraphIn(other, paragraph)}</bdi>
          </p>
          <p className="text-2xl leading-snug font-medium">{otherText.title}</p>
          <p className="max-w-prose text-lg">{otherText.summary}</p>
        </section>
      </div>
      <dl className="grid border-t border-line">
        <Fact term={t('area')}>
          <TextLink href={`/${locale}/recommendations#${area}`}>{texts(`areas.${area}`)}</TextLink>
        </Fact>
        <Fact term={t('addressedTo')}>
          {addressee.map((one) => texts(`addressees.${one}`)).join(locale === 'ar' ? '، ' : ', ')}
        </Fact>
        <Fact term={t('goals')}>
          {sdg.map((target, index) => (
            <Fragment key={target}>
              {index > 0 && (locale === 'ar' ? '، ' : ', ')}
              <bdi dir="ltr">{target}</bdi>
            </Fragment>
          ))}
        </Fact>
        <Fact term={t('official')}>
          <ul className="flex flex-wrap gap-x-8">
            {routing.locales.map((language) => (
              <li key={language}>
                <OfficialLink symbol={PLAN_OF_ACTION} language={language}>
                  {t('officialLink', { symbol: PLAN_OF_ACTION, language: texts(`provenance.languages.${language}`) })}
                </OfficialLink>
              </li>
            ))}
          </ul>
        </Fact>
      </dl>
      <Provenance recommendation={recommendation} title={t('known')} />
      <Neighbours locale={locale} id={id} />
    </>
  );
}

const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <div className="grid gap-x-6 border-b border-line py-2 sm:grid-cols-[14rem_1fr]">
    <dt className="text-muted">{term}</dt>
    <dd>{children}</dd>
  </div>
);

function Neighbours({ locale, id }: { locale: Locale; id: Recommendation['id'] }) {
  const t = useTranslations('site.recommendations');
  const texts = useTranslations('catalogue.recommendations');
  const index = listed.findIndex((entry) => entry.id === id);
  const neighbours = [
    { word: t('previous'), rel: 'prev', entry: listed[index - 1] },
    { word: t('next'), rel: 'next', entry: listed[index + 1] },
  ];
  return (
    <nav aria-label={t('neighbours')} className="grid gap-4 border-t border-line pt-4 sm:grid-cols-2 sm:gap-10">
      {neighbours.map(
        ({ word, rel, entry }) =>
          entry && (
            <p key={rel} className={rel === 'next' ? 'sm:col-start-2 sm:text-end' : ''}>
              <span className="block text-sm text-muted">{word}</span>
              <TextLink href={`/${locale}/recommendations/${entry.id}`} prefetch={false} rel={rel}>
                {texts(`${entry.id}.title`)}
              </TextLink>
            </p>
          ),
      )}
    </nav>
  );
}
