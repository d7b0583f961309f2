import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { drivers } from '#catalogue/drivers';
import type { Area } from '#catalogue/recommendations';
import { formatNumber } from '#i18n/format';
import { coverage } from '#plan/coverage';
import { glance, type Tally } from '#plan/glance';
import { shown } from '#plan/shown';
import { Bars } from '#ui/Bars';
import { Table } from '#ui/Table';
import type { Open } from './open.ts';

/** The plan in figures, as pictures and as tables: by area, lead agency, driver and goal. */
export async function GlanceCharts({ open: { plan, locale, messages } }: { open: Open }) {
  const t = await getTranslations({ locale, namespace: 'pictures.charts' });
  const figure = (value: number) => formatNumber(value, locale, 'latin');
  const { areas } = coverage(plan);
  const counted = glance(plan);
  const { catalogue } = messages;
  const tallies: { id: 'agency' | 'driver' | 'goal'; lines: Tally[]; name: (key: string) => string }[] = [
    {
      id: 'agency',
      lines: counted.agencies,
      name: (key) => {
        const agency = plan.agencies[key];
        return agency ? shown(agency.name, locale).text || agency.acronym : t('unstated');
      },
    },
    {
      id: 'driver',
      lines: counted.drivers,
      name: (key) => catalogue.drivers[key as (typeof drivers)[number]['id']].title,
    },
    {
      id: 'goal',
      lines: counted.goals,
      name: (key) => t('goalName', { goal: key, name: catalogue.goals[key as '16'] }),
    },
  ];
  const parts = (served: number, taken: number, of: number) => [
    { name: t('served'), value: served, tone: 'strong' as const },
    { name: t('taken'), value: taken - served, tone: 'soft' as const },
    { name: t('of'), value: of - taken, tone: 'bare' as const },
  ];
  return (
    <section aria-labelledby="glance" className="grid gap-8">
      <h2 id="glance" className="text-2xl">
        {t('title')}
      </h2>
      <Chart
        id="area"
        title={t('area')}
        table={t('table')}
        heads={[t('areaHead'), t('of'), t('decided'), t('taken'), t('served')]}
        rows={areas.map(({ area, of, decided, taken, served }) => ({
          key: area,
          cells: [catalogue.areas[area as Area], ...[of, decided, taken, served].map(figure)],
        }))}
      >
        <Bars
          max={Math.max(...areas.map(({ of }) => of))}
          legend={parts(0, 0, 0)}
          bars={areas.map(({ area, of, taken, served }) => ({
            key: area,
            name: catalogue.areas[area as Area],
            parts: parts(served, taken, of),
            text: `${figure(served)} / ${figure(taken)} / ${figure(of)}`,
          }))}
        />
      </Chart>
      {tallies.map(
        ({ id, lines, name }) =>
          lines.some(({ actions }) => actions > 0) && (
            <Chart
              key={id}
              id={id}
              title={t(id)}
              table={t('table')}
              heads={[t(`${id}Head`), t('actions')]}
              rows={lines.map(({ key, actions }) => ({ key, cells: [name(key), figure(actions)] }))}
            >
              <Bars
                max={Math.max(...lines.map(({ actions }) => actions))}
                bars={lines.map(({ key, actions }) => ({
                  key,
                  name: name(key),
                  parts: [{ name: t('actions'), value: actions, tone: 'strong' }],
                  text: figure(actions),
                }))}
              />
            </Chart>
          ),
      )}
    </section>
  );
}

function Chart({
  id,
  title,
  table,
  heads,
  rows,
  children,
}: {
  id: string;
  title: string;
  table: string;
  heads: readonly string[];
  rows: readonly { key: string; cells: readonly string[] }[];
  children: ReactNode;
}) {
  return (
    <figure className="grid gap-3">
      <figcaption className="text-lg font-medium">{title}</figcaption>
      {children}
      <details>
        <summary className="w-fit rounded py-1 text-sm text-blue underline underline-offset-4">
          {table}
          <span className="sr-only">: {title}</span>
        </summary>
        <Table id={`figures-${id}`} caption={title}>
          <thead>
            <tr>
              {heads.map((head, index) => (
                <th key={head} scope="col" className={index > 0 ? 'number' : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells: [name, ...figures] }) => (
              <tr key={key}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                {figures.map((value, index) => (
                  <td key={heads[index + 1]} className="number">
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </details>
    </figure>
  );
}
