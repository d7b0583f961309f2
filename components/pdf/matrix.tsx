import { amountOf, centsOf } from '#plan/cents';
import type { Action, Language } from '#plan/schema';
import { inOrder } from '#plan/schema';
import { type ActionGroup, actionGroups, gapOf } from '../edition/actionGroups.ts';
import { paragraphNumber } from '../edition/catalogue.ts';
import { agencyName, type Edition, figures, joined, label, say } from '../edition/edition.ts';
import { comma } from '../edition/value.ts';
import { type Chapter, SidewaysPage } from './chapter.tsx';
import { InnerRow, Sheet } from './sheet.tsx';
import { Block, Passage } from './tagged.tsx';
import { colours, tableWidth } from './theme.ts';

type Row = { id: string; action: Action; group: string };

const rowsOf = (groups: readonly ActionGroup[], language: Language): Row[] =>
  groups.flatMap((group) => group.actions.map((action) => ({ id: action.id, action, group: group.title[language] })));

/**
 * The action matrix: two linked tables on their side, in one language each; the Arabic ones are mirrored. The first says
 * what is done by whom and when, the second how it is measured and paid for.
 */
export function matrixChapters(edition: Edition, annex: (message: string) => Chapter['title']): Chapter[] {
  const groups = actionGroups(edition);
  if (groups.length === 0) return [];
  return edition.languages.flatMap((language) =>
    ([1, 2] as const).map((part): Chapter => {
      const key = `matrix-${part}-${language}`;
      const title = annex(`matrix.part${part}`);
      const rows = rowsOf(groups, language);
      return {
        key,
        title,
        listed: 'annex',
        languages: [language],
        sideways: true,
        element: (
          <SidewaysPage key={key}>
            <TableTitle language={language} id={key} title={title[language]} />
            {part === 1 ? (
              <FirstTable edition={edition} language={language} rows={rows} />
            ) : (
              <SecondTable edition={edition} language={language} rows={rows} />
            )}
          </SidewaysPage>
        ),
      };
    }),
  );
}

/** The title of a table that fills pages of its own. */
export function TableTitle({ language, id, title }: { language: Language; id: string; title: string }) {
  return (
    <Block id={id} bookmark={{ title }} style={{ marginBottom: 8 }}>
      <Passage language={language} as="section" role="H1" style={{ color: colours.blue, width: tableWidth }}>
        {title}
      </Passage>
    </Block>
  );
}

type TableProps = { edition: Edition; language: Language; rows: readonly Row[] };

const numberOf = (edition: Edition, row: Row, language: Language) =>
  figures(edition).label(edition.numbers.get(row.id) ?? '')[language];

function FirstTable({ edition, language, rows }: TableProps) {
  const name = (path: string) => label(edition, `actions.${path}`)[language];
  const head = (key: string) => say(edition, `matrix.${key}`)[language];
  const write = figures(edition);
  const dates = ({ action }: Row) => joined([write.month(action.start), write.month(action.end)], ' – ')[language];
  return (
    <Sheet
      language={language}
      width={tableWidth}
      rows={rows}
      keyOf={(row) => row.id}
      idOf={(row) => `matrix-1-${language}-${row.id}`}
      groupOf={(row) => row.group}
      columns={[
        {
          key: 'number',
          head: head('number'),
          width: 4,
          strong: true,
          cell: (row) => numberOf(edition, row, language),
          to: (row) => `#matrix-2-${language}-${row.id}`,
        },
        { key: 'source', head: head('source'), width: 9, cell: (row) => sources(edition, row.action, language) },
        {
          key: 'result',
          head: name('expectedResult'),
          width: 22,
          cell: (row) => row.action.expectedResult[language],
        },
        {
          key: 'action',
          head: say(edition, 'matrix.action')[language],
          width: 21,
          strong: true,
          cell: (row) => row.action.title[language],
          to: (row) => `#action-${row.id}`,
        },
        {
          key: 'lead',
          head: name('leadAgency'),
          width: 14,
          cell: (row) => agencyName(edition, row.action.leadAgency)[language],
        },
        {
          key: 'partners',
          head: name('partners'),
          width: 22,
          cell: (row) =>
            joined(
              row.action.partners.map((id) => agencyName(edition, id)),
              { ar: '؛ ', en: '; ' },
            )[language],
        },
        { key: 'dates', head: head('dates'), width: 8, cell: dates },
      ]}
    />
  );
}

const sources = (edition: Edition, action: Action, language: Language) =>
  joined(
    action.recommendations.map((id) => paragraphNumber(edition, id)),
    comma,
  )[language];

function SecondTable({ edition, language, rows }: TableProps) {
  const name = (path: string) => label(edition, `actions.${path}`)[language];
  const head = (key: string) => say(edition, `matrix.${key}`)[language];
  const write = figures(edition);
  // The four columns of an indicator stand in one cell, a line for each indicator.
  const inner = [21, 7.5, 7.5, 14] as const;
  const wide = inner.reduce((sum, width) => sum + width, 0);
  const share = (width: number) => (width * 100) / wide;
  const measured = (value: string, year: number | null) =>
    [write.number(value)[language], year === null ? '' : `(${write.label(year)[language]})`].filter(Boolean).join(' ');
  const indicators = ({ action, id }: Row) => (
    <Block role="L">
      {inOrder(action.indicators).map((indicator, index) => (
        <InnerRow
          key={`${id}-${indicator.id}`}
          language={language}
          width={(tableWidth * wide) / 100}
          first={index === 0}
          cells={[
            {
              width: share(inner[0]),
              text: [indicator.name[language], indicator.unit[language] && `(${indicator.unit[language]})`]
                .filter(Boolean)
                .join(' '),
            },
            { width: share(inner[1]), text: measured(indicator.baseline, indicator.baselineYear) },
            { width: share(inner[2]), text: measured(indicator.target, indicator.targetYear) },
            { width: share(inner[3]), text: indicator.verification[language] },
          ]}
        />
      ))}
    </Block>
  );
  const heads = (
    ['indicators.name', 'indicators.baseline', 'indicators.target', 'indicators.verification'] as const
  ).map((path, index) => ({ text: name(path), width: share(inner[index] ?? 0) }));
  return (
    <Sheet
      language={language}
      width={tableWidth}
      rows={rows}
      keyOf={(row) => row.id}
      idOf={(row) => `matrix-2-${language}-${row.id}`}
      linesOf={({ action }) => 2 * Object.keys(action.indicators).length}
      groupOf={(row) => row.group}
      columns={[
        {
          key: 'number',
          head: head('number'),
          width: 4,
          strong: true,
          cell: (row) => numberOf(edition, row, language),
          to: (row) => `#matrix-1-${language}-${row.id}`,
        },
        { key: 'indicators', head: heads, width: wide, cell: indicators },
        {
          key: 'cost',
          head: name('cost'),
          width: 10,
          cell: ({ action }) => write.money(action.cost, action.currency)[language],
        },
        {
          key: 'funding',
          head: head('funding'),
          width: 17,
          cell: ({ action }) => fundingOf(edition, action, language),
        },
        {
          key: 'gap',
          head: say(edition, 'money.gap')[language],
          width: 9,
          cell: ({ action }) => write.money(gapOf(action) ?? '', action.currency)[language],
        },
        {
          key: 'risk',
          head: name('risks'),
          width: 10,
          cell: ({ action }) =>
            inOrder(action.risks)
              .map((risk) => risk.risk[language])
              .filter(Boolean)
              .join('\n'),
        },
      ]}
    />
  );
}

/** Where an action’s money comes from: each source once, with what it gives in all, by how sure it is. */
function fundingOf(edition: Edition, action: Action, language: Language): string {
  const sources = new Map<string, Action['funding'][string][]>();
  for (const funding of inOrder(action.funding)) {
    const name = funding.source[language];
    sources.set(name, [...(sources.get(name) ?? []), funding]);
  }
  const amounts = (list: readonly Action['funding'][string][]) =>
    (['secured', 'pledged', 'sought'] as const).flatMap((status) => {
      const marked = list.filter((funding) => funding.status === status && funding.amount !== '');
      if (marked.length === 0) return [];
      const sum = amountOf(marked.reduce((cents, { amount }) => cents + centsOf(amount), 0n));
      const state = edition.words.both(`plan.options.funding.${status}`)[language];
      return [`${figures(edition).amount(sum)[language]} (${state})`];
    });
  return [...sources]
    .map(([name, list]) => [name, amounts(list).join(comma[language])].filter(Boolean).join(': '))
    .join('\n');
}
