import { type Indicator, inOrder, type Language } from '#plan/schema';
import { actionGroups } from '../edition/actionGroups.ts';
import { actionNumber, agencyName, changed, type Edition, figures, joined, label } from '../edition/edition.ts';
import { comma } from '../edition/value.ts';
import { type Chapter, SidewaysPage } from './chapter.tsx';
import { TableTitle } from './matrix.tsx';
import { Sheet } from './sheet.tsx';
import { tableWidth } from './theme.ts';

type Row = { id: string; number: string; indicator: Indicator; action: string; lead: string };

/** All indicators of the plan, action by action: one table on its side for each language. */
export function indicatorChapters(edition: Edition, title: Chapter['title']): Chapter[] {
  const actions = actionGroups(edition).flatMap((group) => group.actions);
  if (actions.every((action) => Object.keys(action.indicators).length === 0)) return [];
  return edition.languages.map((language): Chapter => {
    const key = `indicators-${language}`;
    const rows = actions.flatMap((action) =>
      inOrder(action.indicators).map((indicator, index) => ({
        id: `${action.id}-${indicator.id}`,
        number: `${edition.numbers.get(action.id)}.${index + 1}`,
        indicator,
        action: changed(action.title, (text, each) => `${actionNumber(edition, action.id)[each]}: ${text}`)[language],
        lead: agencyName(edition, action.leadAgency)[language],
      })),
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
          <Table edition={edition} language={language} rows={rows} />
        </SidewaysPage>
      ),
    };
  });
}

function Table({ edition, language, rows }: { edition: Edition; language: Language; rows: readonly Row[] }) {
  const name = (path: string) => label(edition, `actions.${path}`)[language];
  const write = figures(edition);
  const measured = (value: string, year: number | null) =>
    [write.number(value)[language], year === null ? '' : `(${write.label(year)[language]})`].filter(Boolean).join(' ');
  const option = (set: string, value: string) => edition.words.both(`plan.options.${set}.${value}`);
  return (
    <Sheet
      language={language}
      width={tableWidth}
      rows={rows}
      keyOf={(row) => row.id}
      groupOf={(row) => row.action}
      columns={[
        {
          key: 'number',
          head: edition.words.both('print.matrix.number')[language],
          width: 5,
          strong: true,
          cell: (row) => write.label(row.number)[language],
        },
        { key: 'name', head: name('indicators.name'), width: 26, cell: ({ indicator }) => indicator.name[language] },
        { key: 'unit', head: name('indicators.unit'), width: 9, cell: ({ indicator }) => indicator.unit[language] },
        {
          key: 'baseline',
          head: name('indicators.baseline'),
          width: 8,
          cell: ({ indicator }) => measured(indicator.baseline, indicator.baselineYear),
        },
        {
          key: 'target',
          head: name('indicators.target'),
          width: 8,
          cell: ({ indicator }) => measured(indicator.target, indicator.targetYear),
        },
        {
          key: 'verification',
          head: name('indicators.verification'),
          width: 18,
          cell: ({ indicator }) => indicator.verification[language],
        },
        {
          key: 'disaggregation',
          head: name('indicators.disaggregation'),
          width: 9,
          cell: ({ indicator }) =>
            joined(
              indicator.disaggregation.map((each) => option('disaggregation', each)),
              comma,
            )[language],
        },
        {
          key: 'frequency',
          head: name('indicators.frequency'),
          width: 7,
          cell: ({ indicator }) =>
            indicator.frequency === 'unstated' ? '' : option('frequency', indicator.frequency)[language],
        },
        { key: 'lead', head: name('leadAgency'), width: 10, cell: (row) => row.lead },
      ]}
    />
  );
}
