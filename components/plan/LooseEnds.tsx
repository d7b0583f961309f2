import { getTranslations } from 'next-intl/server';
import { looseEnds } from '#plan/coverage';
import { type ChainWords, Linked } from './Linked.tsx';
import type { Open } from './open.ts';

/** Where the chain from drivers to indicators is broken, each with a link to where it is mended. */
export async function LooseEnds({
  open: { plan, locale, id },
  driverName,
  words,
}: {
  open: Open;
  driverName: (id: string) => string;
  words: ChainWords;
}) {
  const t = await getTranslations({ locale, namespace: 'pictures.chain' });
  const found = looseEnds(plan);
  const kinds = [
    {
      key: 'drivers',
      title: t('looseDrivers', { count: found.driversWithoutObjective.length }),
      links: found.driversWithoutObjective.map((driver) => ({
        text: driverName(driver),
        lang: locale,
        href: `/${locale}/plans/${id}/direction#direction.objectives`,
      })),
    },
    {
      key: 'objectives',
      title: t('looseObjectives', { count: found.objectivesWithoutAction.length }),
      links: found.objectivesWithoutAction.map(words.objective),
    },
    {
      key: 'actions',
      title: t('looseActions', { count: found.actionsWithoutObjective.length }),
      links: found.actionsWithoutObjective.map(words.action),
    },
    {
      key: 'indicators',
      title: t('looseIndicators', { count: found.actionsWithoutIndicator.length }),
      links: found.actionsWithoutIndicator.map(words.action),
    },
  ].filter(({ links }) => links.length > 0);
  return (
    <section aria-labelledby="loose" className="grid gap-3 border-t border-line pt-6">
      <h2 id="loose" className="text-xl">
        {t('loose')}
      </h2>
      {kinds.length === 0 && <p className="text-muted">{t('looseNone')}</p>}
      {kinds.map(({ key, title, links }) => (
        <div key={key}>
          <h3 className="text-base text-warm">{title}</h3>
          <ul className="list-disc ps-6">
            {links.map((link) => (
              <li key={`${link.href} ${link.text}`}>
                <Linked link={link} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
