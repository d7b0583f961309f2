import { getTranslations } from 'next-intl/server';
import { Fragment } from 'react';
import { formatDigits } from '#i18n/format';
import { type Grouping, grouped, groupings } from '#plan/grouping';
import { shown } from '#plan/shown';
import { placeIn, spanOf } from '#plan/timeline';
import { Button } from '#ui/Button';
import { Notice } from '#ui/Notice';
import { Select } from '#ui/Select';
import { AdaptViews } from './AdaptViews.tsx';
import type { Open } from './open.ts';
import { TimelineRow } from './TimelineRow.tsx';
import { timelineColumns } from './timelineColumns.ts';

/** When each action runs, as bars over the years; who may edit an action moves its bar. `today` is an ISO date. */
export async function TimelineView({ open, by, today }: { open: Open; by: string; today: string }) {
  const { plan, locale, id: planId, revisions, messages, may } = open;
  const t = await getTranslations({ locale, namespace: 'pictures.timeline' });
  const grouping: Grouping = groupings.find((each) => each === by) ?? 'order';
  const span = spanOf(plan, Number(today.slice(0, 4)));
  const years = Array.from({ length: span.to - span.from + 1 }, (_, index) => span.from + index);
  const groups = grouped(plan, grouping);
  const numbers = new Map(grouped(plan, 'order').flatMap(({ actions }) => actions.map((id, index) => [id, index + 1])));
  const period = { from: placeIn(span, plan.about.start), to: placeIn(span, plan.about.end, 'end') };
  const now = placeIn(span, today);
  const nameOf = (key: string) => {
    const named = grouping === 'objective' ? plan.direction.objectives[key]?.title : plan.agencies[key]?.name;
    return named ? shown(named, locale) : null;
  };
  const words = messages.pictures.timeline;
  const hasMilestones = Object.values(plan.actions).some(({ milestones }) => Object.keys(milestones).length > 0);
  const edits = Object.keys(plan.actions).some((id) => may('part.edit', `actions.${id}`));
  return (
    <>
      <AdaptViews open={open} current="timeline" />
      {groups.length === 0 ? (
        <Notice title={t('none_yet')}>{messages.editor.adapt.noneText}</Notice>
      ) : (
        <section aria-labelledby="timeline" className="grid gap-4">
          <h2 id="timeline" className="text-2xl">
            {t('title')}
          </h2>
          <form className="flex flex-wrap items-end gap-3">
            <div className="min-w-56">
              <Select
                id="by"
                name="by"
                label={t('by')}
                defaultValue={grouping}
                options={groupings.map((value) => ({ value, label: words.grouping[value] }))}
              />
            </div>
            <Button type="submit" look="quiet">
              {t('show')}
            </Button>
          </form>
          {edits && (
            <details className="text-sm">
              <summary className="w-fit rounded py-1 text-blue underline underline-offset-4">
                {words.keys.title}
              </summary>
              <div className="grid max-w-prose gap-2 border-s-2 border-line py-2 ps-4" id="timeline-keys">
                <p>{words.keys.text}</p>
                <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
                  {words.keys.list.map(({ key, text }) => (
                    <Fragment key={key}>
                      <dt>
                        <kbd className="rounded border border-edge px-1.5">
                          <bdi dir="ltr">{key}</bdi>
                        </kbd>
                      </dt>
                      <dd>{text}</dd>
                    </Fragment>
                  ))}
                </dl>
              </div>
            </details>
          )}
          <section
            aria-label={t('time')}
            className="relative overflow-x-auto contain-inline-size"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
            tabIndex={0}
          >
            <div className="min-w-[34rem] sm:min-w-[52rem]" data-timeline>
              <div className={timelineColumns}>
                <p className="border-b border-edge py-1 text-sm text-muted">{t('action')}</p>
                <div className="relative h-8 border-b border-edge text-sm text-muted">
                  {years.map((year, index) => (
                    <span
                      key={year}
                      className="absolute border-s border-line ps-1"
                      style={{ insetInlineStart: `${(index / years.length) * 100}%` }}
                    >
                      {formatDigits(year, locale, 'latin')}
                    </span>
                  ))}
                </div>
              </div>
              {groups.map(({ key, actions }) => (
                <Fragment key={key}>
                  {grouping !== 'order' && (
                    <h3 className="border-b border-line pt-4 pb-1 text-base">
                      <bdi lang={nameOf(key)?.lang}>{nameOf(key)?.text || t('without')}</bdi>
                    </h3>
                  )}
                  {actions.map((id) => {
                    const action = plan.actions[id];
                    const part = `actions.${id}`;
                    return (
                      action && (
                        <TimelineRow
                          key={id}
                          start={{ part, content: action, revision: revisions[part] ?? 0 }}
                          edits={may('part.edit', part)}
                          number={numbers.get(id) ?? 0}
                          title={shown(action.title, locale)}
                          untitled={messages.editor.adapt.untitled}
                          href={`/${locale}/plans/${planId}/adapt/${id}`}
                          span={span}
                          years={years.length}
                          shade={period}
                          now={now}
                          period={{ start: plan.about.start, end: plan.about.end }}
                          words={words}
                        />
                      )
                    );
                  })}
                </Fragment>
              ))}
            </div>
          </section>
          <p className="flex flex-wrap gap-x-6 text-sm text-muted">
            <span className="flex items-center gap-2">
              <span aria-hidden="true" className="inline-block h-4 w-6 border border-line bg-blue-soft" />
              {t('period')}
            </span>
            {hasMilestones && (
              <span className="flex items-center gap-2">
                <span aria-hidden="true" className="mx-1 inline-block size-3 rotate-45 border border-ink bg-paper" />
                {messages.plan.actions.milestones.label}
              </span>
            )}
            {now !== null && (
              <span className="flex items-center gap-2">
                <span aria-hidden="true" className="inline-block h-4 border-s-2 border-dashed border-warm" />
                {t('today')}
              </span>
            )}
          </p>
        </section>
      )}
    </>
  );
}
