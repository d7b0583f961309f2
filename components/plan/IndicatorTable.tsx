import { getTranslations } from 'next-intl/server';
import { formatNumber } from '#i18n/format';
import { inOrder } from '#plan/schema';
import { shown } from '#plan/shown';
import { TextLink } from '#ui/Button';
import { Notice } from '#ui/Notice';
import { Table } from '#ui/Table';
import type { Open } from './open.ts';

/** Every indicator of every action, to compare: computed, each linked to where it is written. */
export async function IndicatorTable({ open }: { open: Open }) {
  const { plan, locale, id: planId, messages } = open;
  const t = await getTranslations({ locale, namespace: 'editor.indicators' });
  const rows = inOrder(plan.actions).flatMap((action, at) =>
    inOrder(action.indicators).map((indicator, index) => ({
      indicator,
      number: `${at + 1}.${index + 1}`,
      href: `/${locale}/plans/${planId}/adapt/${action.id}#actions.${action.id}.indicators.${indicator.id}`,
    })),
  );
  if (!rows.length) return <Notice title={t('none')}>{t('noneText')}</Notice>;
  const fields = messages.plan.actions.indicators;
  const figure = (value: string, year: number | null) =>
    value && (
      <>
        {formatNumber(value, locale, 'latin')} {year && <span className="text-sm text-muted">({year})</span>}
      </>
    );
  return (
    <section className="grid gap-3">
      <h2 className="text-2xl">{t('title')}</h2>
      <Table id="indicators" caption={t('count', { count: rows.length })}>
        <thead>
          <tr>
            <th scope="col">{t('number')}</th>
            <th scope="col">{fields.name.label}</th>
            <th scope="col">{fields.unit.label}</th>
            <th scope="col" className="number">
              {fields.baseline.label}
            </th>
            <th scope="col" className="number">
              {fields.target.label}
            </th>
            <th scope="col">{fields.verification.label}</th>
            <th scope="col">{fields.frequency.label}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ indicator, number, href }) => {
            const name = shown(indicator.name, locale);
            return (
              <tr key={indicator.id}>
                <td className="tabular-nums">{number}</td>
                <th scope="row" className="min-w-56">
                  <TextLink href={href}>
                    <bdi lang={name.lang}>{name.text.trim() || `${fields.item} ${number}`}</bdi>
                  </TextLink>
                </th>
                <td>
                  <bdi>{shown(indicator.unit, locale).text}</bdi>
                </td>
                <td className="number">{figure(indicator.baseline, indicator.baselineYear)}</td>
                <td className="number">{figure(indicator.target, indicator.targetYear)}</td>
                <td className="min-w-40">
                  <bdi>{shown(indicator.verification, locale).text}</bdi>
                </td>
                <td>{messages.plan.options.frequency[indicator.frequency]}</td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </section>
  );
}
