import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { drivers } from '#catalogue/drivers';
import { paragraphIn } from '#catalogue/paragraph';
import { recommendationById } from '#catalogue/recommendations';
import { type ResultChain, resultChains } from '#plan/coverage';
import type { Bilingual } from '#plan/schema';
import { inOrder } from '#plan/schema';
import { shown } from '#plan/shown';
import { Button, TextLink } from '#ui/Button';
import { Notice } from '#ui/Notice';
import { Select } from '#ui/Select';
import { Tag } from '#ui/Tag';
import { AdaptViews } from './AdaptViews.tsx';
import { ChainTable } from './ChainTable.tsx';
import { type ChainWords, type Link, Linked } from './Linked.tsx';
import { LooseEnds } from './LooseEnds.tsx';
import type { Open } from './open.ts';

/** From each driver to what answers it: a picture that is a list inside, and the same as a table. */
export async function ChainView({ open, driver: asked }: { open: Open; driver: string }) {
  const { plan, locale, id: planId, messages } = open;
  const t = await getTranslations({ locale, namespace: 'pictures.chain' });
  const home = `/${locale}/plans/${planId}`;
  const chains = resultChains(plan);
  const chosen = chains.filter(({ driver }) => driver === asked);
  const first = chains.find(({ rating }) => rating === 'high') ?? chains[0];
  const shownChains = asked === 'all' ? chains : chosen.length ? chosen : first ? [first] : [];
  const driverName = (id: string) => messages.catalogue.drivers[id as (typeof drivers)[number]['id']]?.title ?? id;
  const numbers = new Map(inOrder(plan.actions).map(({ id }, index) => [id, index + 1]));
  const named = (pair: Bilingual | undefined, unnamed: string) => {
    const { text, lang } = shown(pair ?? { ar: '', en: '' }, locale);
    return { text: text.trim() || unnamed, lang };
  };
  const words: ChainWords = {
    objective: (id) => ({
      ...named(plan.direction.objectives[id]?.title, messages.plan.direction.objectives.item),
      href: `${home}/direction#direction.objectives.${id}`,
    }),
    action: (id) => {
      const { text, lang } = named(plan.actions[id]?.title, messages.editor.adapt.untitled);
      return { text: `${numbers.get(id)}. ${text}`, lang, href: `${home}/adapt/${id}` };
    },
    indicator: (action, id) => ({
      ...named(plan.actions[action]?.indicators[id]?.name, messages.plan.actions.indicators.item),
      href: `${home}/adapt/${action}#actions.${action}.indicators.${id}`,
    }),
    recommendations: (action) =>
      (plan.actions[action]?.recommendations ?? []).flatMap((id) => {
        const recommendation = recommendationById(id);
        if (!recommendation) return [];
        const text = `${paragraphIn(locale, recommendation.paragraph)} ${messages.catalogue.recommendations[recommendation.id].title}`;
        return [{ text, lang: locale, href: `${home}/choose#decisions.${id}.decision` }];
      }),
  };
  return (
    <>
      <AdaptViews open={open} current="chain" />
      {shownChains.length === 0 ? (
        <Notice title={t('none')}>
          <p>{t('noneText')}</p>
          <TextLink href={`${home}/situation`}>{t('toSituation')}</TextLink>
        </Notice>
      ) : (
        <section aria-labelledby="chain" className="grid gap-4">
          <h2 id="chain" className="text-2xl">
            {t('title')}
          </h2>
          <p className="max-w-prose text-muted">{t('intro')}</p>
          <form className="flex flex-wrap items-end gap-3">
            <div className="min-w-[min(20rem,100%)]">
              <Select
                id="driver"
                name="driver"
                label={t('choose')}
                defaultValue={asked === 'all' ? 'all' : shownChains[0]?.driver}
                options={[
                  ...chains.map(({ driver, rating }) => ({
                    value: driver,
                    label: `${driverName(driver)} (${messages.plan.options.rating[rating]})`,
                  })),
                  { value: 'all', label: t('all') },
                ]}
              />
            </div>
            <Button type="submit" look="quiet">
              {t('show')}
            </Button>
          </form>
          {shownChains.map((chain) => (
            <Picture
              key={chain.driver}
              chain={chain}
              name={driverName(chain.driver)}
              rating={messages.plan.options.rating[chain.rating]}
              words={words}
              say={{
                picture: t('picture', { driver: driverName(chain.driver) }),
                noObjective: t('noObjective'),
                noAction: t('noAction'),
              }}
            />
          ))}
          <ChainTable chains={shownChains} driverName={driverName} words={words} />
        </section>
      )}
      <LooseEnds open={open} driverName={driverName} words={words} />
    </>
  );
}

// Lines from a box to those that follow from it: along the start of their list, and into each.
const branch = 'relative grid gap-3 border-s-2 border-edge ps-5';
const twig =
  'relative before:absolute before:-start-5 before:top-5 before:w-5 before:border-t-2 before:border-edge before:content-[""]';

function Picture({
  chain,
  name,
  rating,
  words,
  say,
}: {
  chain: ResultChain;
  name: string;
  rating: string;
  words: ChainWords;
  say: { picture: string; noObjective: string; noAction: string };
}) {
  return (
    <figure aria-label={say.picture} className="grid gap-3" data-chain>
      <div className="border-2 border-blue bg-blue-soft px-4 py-2">
        <h3 className="me-3 inline text-lg">{name}</h3> <Tag tone="blue">{rating}</Tag>
      </div>
      {chain.objectives.length === 0 && <p className="text-warm">{say.noObjective}</p>}
      <ul className={`${branch} ms-4`}>
        {chain.objectives.map((objective) => (
          <li key={objective.id} className={`${twig} grid gap-3 lg:grid-cols-[17rem_1fr]`}>
            <div className="self-start border border-edge bg-sunken px-3 py-2">
              <Linked link={words.objective(objective.id)} />
            </div>
            {objective.actions.length === 0 && <p className="text-warm">{say.noAction}</p>}
            <ul className={objective.actions.length ? branch : 'contents'}>
              {objective.actions.map(({ id, indicators }) => (
                <li key={id} className={`${twig} grid gap-2 lg:grid-cols-2`}>
                  <div className="grid gap-1 self-start border border-edge px-3 py-2">
                    <Linked link={words.action(id)} />
                    <Small links={words.recommendations(id)} />
                  </div>
                  <ul className={indicators.length ? `${branch} content-start` : 'contents'}>
                    {indicators.map((indicator) => (
                      <li key={indicator} className={`${twig} py-1.5 text-sm`}>
                        <div className="ps-1.5">
                          <Linked link={words.indicator(id, indicator)} />
                        </div>
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </figure>
  );
}

const Small = ({ links }: { links: readonly Link[] }): ReactNode =>
  links.length > 0 && (
    <ul className="grid gap-0.5 text-sm text-muted">
      {links.map(({ text, href }) => (
        <li key={href}>{text}</li>
      ))}
    </ul>
  );
