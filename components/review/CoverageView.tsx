import { getTranslations } from 'next-intl/server';
import { paragraphIn } from '#catalogue/paragraph';
import { type Area, areas, recommendationById } from '#catalogue/recommendations';
import { formatNumber } from '#i18n/format';
import type { Locale } from '#i18n/routing';
import type { Bilingual } from '#plan/schema';
import { coverageKinds, type RecommendationCoverage } from '#review/deskCoverage';
import { withQuery } from '#review/threadFilter';
import { BarLine, type BarPart, Legend } from '#ui/Bars';
import { TextLink } from '#ui/Button';
import { Table } from '#ui/Table';
import { AreaLinks } from '../site/AreaLinks.tsx';

/** The titles of the catalogue, by the ids of its recommendations. */
type Titles = Record<string, { title: Bilingual }>;

type Props = { locale: Locale; plans: number; recommendations: readonly RecommendationCoverage[]; titles: Titles };

/** How many of the plans on a desk do what with each recommendation, by area; each figure leads to the plans behind it. */
export async function CoverageView({ locale, plans, recommendations, titles }: Props) {
  const t = await getTranslations({ locale, namespace: 'desk.coverage' });
  const partsOf = ({
    chosen,
    adapted,
    merged,
    left,
  }: Pick<RecommendationCoverage, 'chosen' | 'adapted' | 'merged' | 'left'>): BarPart[] => [
    { name: t('kinds.chosen'), value: chosen, tone: 'strong' },
    { name: t('adaptedOrMerged'), value: adapted + merged, tone: 'soft' },
    { name: t('kinds.left'), value: left, tone: 'bare' },
  ];
  return (
    <>
      <AreaLinks locale={locale} title={t('areas')} />
      <Legend parts={partsOf({ chosen: 0, adapted: 0, merged: 0, left: 0 })} />
      {areas.map((area) => (
        <AreaTable
          key={area}
          area={area}
          rows={recommendations.filter((row) => row.area === area)}
          {...{ locale, plans, titles, partsOf }}
        />
      ))}
    </>
  );
}

async function AreaTable({
  locale,
  area,
  rows,
  plans,
  titles,
  partsOf,
}: Omit<Props, 'recommendations'> & {
  area: Area;
  rows: readonly RecommendationCoverage[];
  partsOf: (row: RecommendationCoverage) => BarPart[];
}) {
  const t = await getTranslations({ locale, namespace: 'desk.coverage' });
  const words = await getTranslations({ locale, namespace: 'catalogue.areas' });
  const number = await getTranslations({ locale, namespace: 'common.words' });
  const address = (of: string, did = '') => withQuery(`/${locale}/desk/coverage`, { of, did });
  return (
    <section id={area}>
      <Table id={`of-${area}`} caption={<h2 className="text-xl">{words(area)}</h2>}>
        <thead>
          <tr>
            <th scope="col">{t('recommendation')}</th>
            <th scope="col" className="w-1/4 max-sm:hidden">
              {t('share')}
            </th>
            {coverageKinds.map((kind) => (
              <th key={kind} scope="col" className="number sm:w-20">
                {t(`kinds.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const title = titles[row.id]?.title[locale] ?? row.id;
            return (
              <tr key={row.id}>
                <th scope="row" className="min-w-40">
                  {/* Nobody opens all of some eighty recommendations: none is fetched ahead. */}
                  <TextLink href={address(row.id)} prefetch={false} className="font-normal">
                    {title}
                  </TextLink>
                  <span className="block text-sm font-normal text-muted first-letter:uppercase">
                    {number('paragraph', {
                      number: paragraphIn(locale, recommendationById(row.id)?.paragraph ?? ''),
                    })}
                  </span>
                </th>
                <td className="max-sm:hidden">
                  <BarLine parts={partsOf(row)} max={plans} className="mt-1.5" />
                </td>
                {coverageKinds.map((kind) => (
                  <td key={kind} className="number">
                    {row[kind] === 0 ? (
                      <span className="inline-block py-0.5 text-muted">{formatNumber(0, locale, 'latin')}</span>
                    ) : (
                      <TextLink
                        href={address(row.id, kind)}
                        prefetch={false}
                        className="inline-block py-0.5"
                        aria-label={t('figure', { count: row[kind], kind: t(`kinds.${kind}`), title })}
                      >
                        {formatNumber(row[kind], locale, 'latin')}
                      </TextLink>
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </Table>
    </section>
  );
}
