import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Area } from '#catalogue/recommendations';
import { currencyName, formatAmount, formatPercent } from '#i18n/format';
import { budget, type CurrencyBudget } from '#plan/budget';
import { inOrder } from '#plan/schema';
import { shown } from '#plan/shown';
import { BarLine, Bars, Legend } from '#ui/Bars';
import { TextLink } from '#ui/Button';
import { Notice } from '#ui/Notice';
import { Table } from '#ui/Table';
import type { Open } from './open.ts';

/** What the plan costs and what is secured, by area, agency, year and source: all computed from the actions. */
export async function BudgetTables({ open }: { open: Open }) {
  const { plan, locale, id } = open;
  const t = await getTranslations({ locale, namespace: 'editor.money' });
  const { currencies, uncosted } = budget(plan);
  if (!currencies.length) return <Notice title={t('none')}>{t('noneText')}</Notice>;
  return (
    <div className="grid gap-10">
      {uncosted.length > 0 && (
        <Notice tone="warm" title={t('uncosted', { count: uncosted.length })}>
          <TextLink href={`/${locale}/plans/${id}/adapt`}>{t('toActions')}</TextLink>
        </Notice>
      )}
      {currencies.map((money) => (
        <CurrencyTables key={money.currency} money={money} open={open} />
      ))}
    </div>
  );
}

async function CurrencyTables({ money, open }: { money: CurrencyBudget; open: Open }) {
  const { plan, locale, messages } = open;
  const t = await getTranslations({ locale, namespace: 'editor.money' });
  const digits = 'latin';
  const amount = (text: string) => formatAmount(text, locale, digits);
  const share = ({ share: of }: CurrencyBudget['youth']) => formatPercent(of, locale, digits);
  const agencyName = (key: string) => {
    const agency = plan.agencies[key];
    return agency ? shown(agency.name, locale).text || agency.acronym : t('unstated');
  };
  const numbers = new Map(inOrder(plan.actions).map(({ id }, index) => [id, index + 1]));
  const costs = [
    { id: 'area', rows: money.byArea, name: (key: string) => messages.catalogue.areas[key as Area] ?? t('unstated') },
    { id: 'agency', rows: money.byAgency, name: agencyName },
  ] as const;
  const funds = [
    { id: 'year', rows: money.byYear },
    { id: 'source', rows: money.bySource },
  ] as const;
  const { currency } = money;
  const caption = (by: 'area' | 'agency' | 'year' | 'source' | 'action') =>
    t('caption', { by: t(`by.${by}`), currency: currencyName(currency, locale) });
  const heads = ['cost', 'secured', 'pledged', 'sought', 'gap'] as const;
  const fundHeads = ['total', 'secured', 'pledged', 'sought'] as const;
  const fundName = ({ name, key }: (typeof money.byYear)[number]) =>
    (name ? shown(name, locale).text : key) || t('unstated');
  const partsOf = ({ secured, pledged, sought }: Record<'secured' | 'pledged' | 'sought', string>) => [
    { name: t('heads.secured'), value: Number(secured), tone: 'strong' as const },
    { name: t('heads.pledged'), value: Number(pledged), tone: 'soft' as const },
    { name: t('heads.sought'), value: Number(sought), tone: 'bare' as const },
  ];
  return (
    <section aria-labelledby={`money-${currency}`} className="grid gap-8">
      <h2 id={`money-${currency}`} className="text-2xl">
        {t('total', { currency: currencyName(currency, locale) })}
      </h2>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-4">
        {[
          ...heads.map((head) => ({ term: t(`heads.${head}`), value: amount(money[head]) })),
          { term: t('youth'), value: share(money.youth) },
          { term: t('women'), value: share(money.women) },
        ].map(({ term, value }) => (
          <div key={term} className="border-s-2 border-line ps-3">
            <dt className="text-sm text-muted">{term}</dt>
            <dd className="text-xl tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="grid gap-2">
        <p className="sr-only">{t('bar', { secured: amount(money.secured), cost: amount(money.cost) })}</p>
        <BarLine parts={partsOf(money)} max={Number(money.cost)} className="border border-edge" />
        <Legend parts={partsOf(money)} />
      </div>
      {costs.map(({ id, rows, name }) => (
        <MoneyTable
          key={id}
          id={`${id}-${currency}`}
          caption={caption(id)}
          heads={[t(`by.${id}`), t('heads.actions'), ...heads.map((head) => t(`heads.${head}`))]}
          rows={rows.map((line) => ({
            key: line.key,
            name: <bdi>{name(line.key)}</bdi>,
            figures: [String(line.actions), ...heads.map((head) => amount(line[head]))],
          }))}
        />
      ))}
      {funds.map(({ id, rows }) => (
        <figure key={id} className="grid gap-4">
          <figcaption className="text-lg font-medium">{t('picture', { by: t(`by.${id}`) })}</figcaption>
          <Bars
            max={Math.max(...rows.map(({ total }) => Number(total)))}
            legend={partsOf(money)}
            bars={rows.map((line) => ({
              key: line.key,
              name: fundName(line),
              parts: partsOf(line),
              text: amount(line.total),
            }))}
          />
          <MoneyTable
            id={`${id}-${currency}`}
            caption={caption(id)}
            heads={[t(`by.${id}`), ...fundHeads.map((head) => t(`heads.${head}`))]}
            rows={rows.map((line) => ({
              key: line.key,
              name: <bdi>{fundName(line)}</bdi>,
              figures: fundHeads.map((head) => amount(line[head])),
            }))}
          />
        </figure>
      ))}
      <details>
        <summary className="w-fit rounded py-1 text-blue underline underline-offset-4">{caption('action')}</summary>
        <MoneyTable
          id={`action-${currency}`}
          caption={caption('action')}
          heads={[t('by.action'), ...heads.map((head) => t(`heads.${head}`))]}
          rows={money.byAction.map((line) => {
            const title = plan.actions[line.key]?.title;
            return {
              key: line.key,
              name: (
                <>
                  {numbers.get(line.key)}. <bdi>{title && shown(title, locale).text}</bdi>
                </>
              ),
              figures: heads.map((head) => amount(line[head])),
            };
          })}
        />
      </details>
    </section>
  );
}

/** A table of amounts: its first column says what, the others how much. */
function MoneyTable({
  id,
  caption,
  heads: [first, ...others],
  rows,
}: {
  id: string;
  caption: string;
  heads: readonly string[];
  rows: readonly { key: string; name: ReactNode; figures: readonly string[] }[];
}) {
  return (
    <Table id={id} caption={caption}>
      <thead>
        <tr>
          <th scope="col" className="first-letter:uppercase">
            {first}
          </th>
          {others.map((head) => (
            <th key={head} scope="col" className="number">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, figures }) => (
          <tr key={key}>
            <th scope="row" className="min-w-48">
              {name}
            </th>
            {figures.map((figure, index) => (
              <td key={others[index]} className="number">
                {figure}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
