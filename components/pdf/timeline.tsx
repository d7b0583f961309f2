import type { ReactNode } from 'react';
import { inOrder, type Language } from '#plan/schema';
import { placeIn, type Span, spanOf } from '#plan/timeline';
import { type ActionOfPlan, actionGroups } from '../edition/actionGroups.ts';
import { type Edition, figures, isBlank, label, say } from '../edition/edition.ts';
import { type Chapter, SidewaysPage } from './chapter.tsx';
import { TableTitle } from './matrix.tsx';
import { Sheet } from './sheet.tsx';
import { Block, Passage } from './tagged.tsx';
import { colours, tableWidth } from './theme.ts';

type Row = { action: ActionOfPlan; group: string };

/** The share of the width that the bars have, in hundredths. */
const BARS = 52;
/** As many years as there is room to name. */
const MOST_HEADS = 12;

/**
 * When each action runs, as bars beside its dates: one table on its side for each language, where the Arabic one runs
 * from right to left, its years as well.
 */
export function timelineChapters(edition: Edition, title: Chapter['title']): Chapter[] {
  const groups = actionGroups(edition);
  const span = spanOf(edition.plan, Number(edition.date.slice(0, 4)));
  if (groups.every((group) => group.actions.every(({ start, end }) => !start && !end))) return [];
  return edition.languages.map((language): Chapter => {
    const key = `timeline-${language}`;
    const rows = groups.flatMap((group) =>
      group.actions.map((action): Row => ({ action, group: group.title[language] })),
    );
    return {
      key,
      title,
      listed: 'annex',
      languages: [language],
      sideways: true,
      element: (
        <SidewaysPage key={key}>
          <TableTitle language={language} id={key} title={title[language]} />
          <Passage language={language} as="note" style={{ width: tableWidth, marginBottom: 5 }}>
            {say(edition, 'timeline.legend')[language]}
          </Passage>
          <Table edition={edition} language={language} rows={rows} span={span} />
        </SidewaysPage>
      ),
    };
  });
}

type TableProps = { edition: Edition; language: Language; rows: readonly Row[]; span: Span };

function Table({ edition, language, rows, span }: TableProps) {
  const write = figures(edition);
  const years = Array.from({ length: span.to - span.from + 1 }, (_, index) => span.from + index);
  const step = Math.ceil(years.length / MOST_HEADS);
  const month = (date: string) => write.month(date)[language];
  return (
    <Sheet
      language={language}
      width={tableWidth}
      rows={rows}
      keyOf={({ action }) => action.id}
      groupOf={(row) => row.group}
      columns={[
        {
          key: 'number',
          head: say(edition, 'matrix.number')[language],
          width: 5,
          strong: true,
          cell: ({ action }) => write.label(edition.numbers.get(action.id) ?? '')[language],
          to: ({ action }) => `#action-${action.id}`,
        },
        {
          key: 'title',
          head: label(edition, 'actions.title')[language],
          width: 28,
          heads: true,
          cell: ({ action }) =>
            isBlank(action.title)
              ? say(edition, 'untitledAction')[language]
              : action.title[language] || say(edition, 'notTranslated')[language],
        },
        {
          key: 'dates',
          head: say(edition, 'matrix.dates')[language],
          width: 15,
          cell: ({ action }) => [month(action.start), month(action.end)].filter(Boolean).join(' – '),
        },
        {
          key: 'bars',
          head: years
            .filter((_, index) => index % step === 0)
            .map((year) => ({ text: write.label(year)[language], width: (100 * step) / years.length })),
          width: BARS,
          cell: ({ action }) => <Bar action={action} span={span} years={years.length} language={language} />,
        },
      ]}
    />
  );
}

type BarProps = { action: ActionOfPlan; span: Span; years: number; language: Language };

/** The bar of an action, with a line at the beginning of each year and a mark for each milestone. Its dates say the same. */
function Bar({ action, span, years, language }: BarProps): ReactNode {
  const width = (tableWidth * BARS) / 100;
  const at = (share: number) => (language === 'ar' ? { right: width * share } : { left: width * share });
  const from = placeIn(span, action.start);
  const to = placeIn(span, action.end, 'end');
  const milestones = inOrder(action.milestones).flatMap(({ id, date }) => {
    const place = placeIn(span, date);
    return place === null ? [] : [{ id, place }];
  });
  return (
    <Block role="Artifact" style={{ width, height: 18 }}>
      {Array.from({ length: years }, (_, index) => (
        <Block
          // biome-ignore lint/suspicious/noArrayIndexKey: years have no other identity
          key={index}
          style={{
            position: 'absolute',
            ...at(index / years),
            top: 0,
            height: 18,
            width: 0.5,
            backgroundColor: colours.line,
          }}
        />
      ))}
      {from !== null && to !== null && to > from ? (
        <Block
          style={{
            position: 'absolute',
            ...at(from),
            top: 6,
            height: 6,
            width: Math.max(2, width * (to - from)),
            backgroundColor: colours.blue,
          }}
        />
      ) : null}
      {milestones.map(({ id, place }) => (
        <Block
          key={id}
          style={{
            position: 'absolute',
            ...at(Math.max(0, place - 2.5 / width)),
            top: 6.5,
            height: 5,
            width: 5,
            backgroundColor: colours.paper,
            borderWidth: 1.2,
            borderColor: colours.warm,
          }}
        />
      ))}
    </Block>
  );
}
