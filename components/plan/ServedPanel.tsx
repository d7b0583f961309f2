import { getTranslations } from 'next-intl/server';
import { officialUrl, PLAN_OF_ACTION } from '#catalogue/officialText';
import { paragraphIn } from '#catalogue/paragraph';
import { isVerified, recommendationById } from '#catalogue/recommendations';
import { type Action, planLanguages } from '#plan/schema';
import { TextLink } from '#ui/Button';
import { Tag } from '#ui/Tag';
import type { Open } from './open.ts';

const link = 'text-blue underline decoration-1 underline-offset-4 hover:text-blue-strong';

/** The recommendations that an action carries out: what they say in our words, how that is known, and the official text. */
export async function ServedPanel({ open: { locale, messages }, action }: { open: Open; action: Action }) {
  const t = await getTranslations({ locale, namespace: 'authoring.served' });
  const site = await getTranslations({ locale, namespace: 'site.recommendations' });
  const { recommendations, provenance } = messages.catalogue;
  const served = action.recommendations.flatMap((id) => recommendationById(id) ?? []);
  return (
    <section aria-labelledby="served" className="grid gap-2">
      <h2 id="served" className="text-xl">
        {t('title')}
      </h2>
      {served.length === 0 && <p className="text-muted">{t('none')}</p>}
      <ul className="border-b border-line">
        {served.map((recommendation) => {
          const { id, paragraph, source } = recommendation;
          return (
            <li key={id} className="border-t border-line py-2">
              <details>
                <summary className="rounded py-1">
                  <span className="text-sm text-muted">
                    {t('paragraph', { paragraph: paragraphIn(locale, paragraph) })}
                  </span>{' '}
                  {recommendations[id].title}
                </summary>
                <div className="grid max-w-prose justify-items-start gap-2 ps-4 pt-1 pb-2">
                  <p>{recommendations[id].summary}</p>
                  {!isVerified(recommendation) && (
                    <Tag>
                      {provenance.unverified} · {provenance.sourceShort[source]}
                    </Tag>
                  )}
                  <p className="flex flex-wrap gap-x-6 gap-y-1">
                    <TextLink href={`/${locale}/recommendations/${id}`}>{t('whole')}</TextLink>
                    {planLanguages.map((language) => (
                      <a
                        key={language}
                        href={officialUrl(PLAN_OF_ACTION, language)}
                        hrefLang={language}
                        className={link}
                      >
                        {site('officialLink', { symbol: PLAN_OF_ACTION, language: provenance.languages[language] })}
                      </a>
                    ))}
                  </p>
                </div>
              </details>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
