import { getTranslations } from 'next-intl/server';
import { paragraphIn } from '#catalogue/paragraph';
import { areas, recommendations, recommendationsIn } from '#catalogue/recommendations';
import { formatMoney, formatShortMonth } from '#i18n/format';
import { actionsByRecommendation } from '#plan/coverage';
import { isTaken } from '#plan/decisionProblems';
import { problems } from '#plan/problems';
import { inOrder } from '#plan/schema';
import { shown } from '#plan/shown';
import { TextLink } from '#ui/Button';
import { Notice } from '#ui/Notice';
import { Table } from '#ui/Table';
import { Tag } from '#ui/Tag';
import { Written } from '#ui/Written';
import { AdaptViews } from './AdaptViews.tsx';
import { DeedButton } from './DeedButton.tsx';
import type { Open } from './open.ts';
import { ServeForm } from './ServeForm.tsx';

/** A ministry’s focal point, and which parts of the plan are theirs. */
export type FocalPoint = { userId: string; name: string; email: string; parts: readonly string[] };

type Deed = Parameters<typeof DeedButton>[0]['action'];

/** The actions of the plan to compare, and the recommendations taken up that none of them serves yet. */
export async function AdaptView({
  open,
  add,
  focalPoints,
}: {
  open: Open;
  add: Deed;
  focalPoints: readonly FocalPoint[];
}) {
  const { id: planId, plan, locale, messages, may } = open;
  const t = await getTranslations({ locale, namespace: 'editor.adapt' });
  const a = await getTranslations({ locale, namespace: 'authoring' });
  const found = problems(plan);
  const given = (id: string) =>
    focalPoints
      .filter(({ parts }) => parts.includes(`actions.${id}`))
      .map(({ name }) => name)
      .join(messages.common.between);
  const actions = inOrder(plan.actions);
  // A new action is a part of its own, which only who writes the whole plan may begin.
  const adds = may('part.edit', 'actions');
  const served = actionsByRecommendation(plan);
  const taken = recommendations.filter(({ id }) => ['adopt', 'adapt'].includes(plan.decisions[id]?.decision ?? ''));
  const unserved = taken.filter(({ id }) => !served[id]?.length);
  const values = { locale, planId };
  return (
    <>
      <AdaptViews open={open} current="table" />
      {actions.length === 0 ? (
        <Notice title={t('none')}>{t('noneText')}</Notice>
      ) : (
        <Table id="actions" caption={t('count', { count: actions.length })}>
          <thead>
            <tr>
              <th scope="col" className="number">
                {t('number')}
              </th>
              <th scope="col">{t('title')}</th>
              <th scope="col">{t('lead')}</th>
              <th scope="col">{t('dates')}</th>
              <th scope="col" className="number">
                {t('cost')}
              </th>
              <th scope="col" className="number">
                {t('indicators')}
              </th>
              <th scope="col">{t('left')}</th>
            </tr>
          </thead>
          <tbody>
            {actions.map((action, index) => {
              const path = `actions.${action.id}.`;
              const here = found.filter((problem) => problem.path.startsWith(path));
              const wrong = here.filter(({ severity }) => severity === 'wrong').length;
              const own = shown(action.title, locale);
              const other = locale === 'ar' ? 'en' : 'ar';
              const lead = action.leadAgency ? plan.agencies[action.leadAgency] : undefined;
              return (
                <tr key={action.id}>
                  <td className="number">{index + 1}</td>
                  <th scope="row" className="min-w-64">
                    <TextLink href={`/${locale}/plans/${planId}/adapt/${action.id}`}>
                      <bdi lang={own.lang}>
                        <Written>{own.text.trim() || t('untitled')}</Written>
                      </bdi>
                    </TextLink>
                    {own.lang === locale && action.title[other].trim() && (
                      <bdi lang={other} className="block text-sm font-normal text-muted">
                        <Written>{action.title[other]}</Written>
                      </bdi>
                    )}
                  </th>
                  <td>
                    {lead && <bdi>{lead.acronym || shown(lead.name, locale).text}</bdi>}
                    {given(action.id) && (
                      <span className="block text-sm text-muted">
                        {a('assign.givenTo', { names: given(action.id) })}
                      </span>
                    )}
                  </td>
                  <td className="whitespace-nowrap">
                    {formatShortMonth(action.start, locale, 'latin')}
                    {action.end && ` – ${formatShortMonth(action.end, locale, 'latin')}`}
                  </td>
                  <td className="number whitespace-nowrap">
                    {formatMoney(action.cost, action.currency, locale, 'latin')}
                  </td>
                  <td className="number">{Object.keys(action.indicators).length}</td>
                  <td>
                    {wrong > 0 && <Tag tone="warm">{t('wrong', { count: wrong })}</Tag>}
                    {here.length > wrong && (
                      <span className="text-sm text-muted"> {t('missing', { count: here.length - wrong })}</span>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </Table>
      )}
      {adds && (
        <DeedButton action={add} values={values} failed={t('failed')} look="quiet">
          {messages.plan.actions.add}
        </DeedButton>
      )}
      {may('plan.read') && (
        <section aria-labelledby="unserved" className="grid gap-3">
          <h2 id="unserved" className="text-xl">
            {t('unserved', { count: unserved.length })}
          </h2>
          {taken.length > 0 && unserved.length === 0 && <p className="text-muted">{t('allServed')}</p>}
          {taken.length === 0 && (
            <p>
              {t('noneTaken')} <TextLink href={`/${locale}/plans/${planId}/choose`}>{t('toChoose')}</TextLink>
            </p>
          )}
          <ul className="grid">
            {unserved.map(({ id, paragraph }) => {
              const { title } = messages.catalogue.recommendations[id];
              return (
                <li key={id} className="flex flex-wrap items-baseline gap-x-6 gap-y-1 border-t border-line py-2">
                  <span className="grow">
                    <span className="text-sm text-muted">{paragraphIn(locale, paragraph)}</span> {title}
                  </span>
                  {adds && (
                    <DeedButton
                      action={add}
                      values={{ ...values, [`serves.${id}`]: 'on' }}
                      failed={t('failed')}
                      look="plain"
                      aria-label={`${t('make')}: ${title}`}
                    >
                      {t('make')}
                    </DeedButton>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {adds && <ServeSeveral open={open} add={add} />}
    </>
  );
}

/** All recommendations that were taken up, to be served by one action together. */
async function ServeSeveral({ open, add }: { open: Open; add: Deed }) {
  const { id: planId, plan, locale, messages } = open;
  const t = await getTranslations({ locale, namespace: 'authoring.serve' });
  const served = actionsByRecommendation(plan);
  const groups = areas.flatMap((area) => {
    const options = recommendationsIn(area)
      .filter(({ id }) => isTaken(plan.decisions[id]))
      .map(({ id, paragraph }) => ({
        value: id,
        label: `${paragraphIn(locale, paragraph)} ${messages.catalogue.recommendations[id].title} ${t('count', { count: served[id]?.length ?? 0 })}`,
      }));
    return options.length ? [{ label: messages.catalogue.areas[area], options }] : [];
  });
  if (!groups.length) return null;
  const actions = inOrder(plan.actions).map(({ id, title }, index) => ({
    value: id,
    label: `${index + 1}. ${shown(title, locale).text.trim() || messages.editor.adapt.untitled}`,
  }));
  return (
    <details>
      <summary className="w-fit rounded py-1 text-blue underline underline-offset-4">{t('title')}</summary>
      <div className="mt-2 border-s-2 border-line ps-4">
        <ServeForm
          action={add}
          values={{ locale, planId }}
          groups={groups}
          actions={actions}
          words={{
            legend: t('legend'),
            into: t('into'),
            fresh: t('fresh'),
            go: t('go'),
            failed: messages.editor.adapt.failed,
          }}
        />
      </div>
    </details>
  );
}
