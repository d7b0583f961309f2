import type { ReactElement } from 'react';
import { currencyName, hasCents } from '#i18n/format';
import { type Budget, budget, type CurrencyBudget, type Share } from '#plan/budget';
import type { Bilingual, Language } from '#plan/schema';
import { agencyName, alike, type Edition, figures, isBlank, joined, say } from '../edition/edition.ts';
import { comma } from '../edition/value.ts';
import { type BarLine, Bars, Legend } from './bars.tsx';
import { Prose, Section } from './facing.tsx';
import { Facts } from './fields.tsx';
import { type Column, Sheet } from './sheet.tsx';
import { Block } from './tagged.tsx';
import { measure, styles } from './theme.ts';

/** What the plan costs and how far it is paid for, computed from its actions; null where none has a figure. */
export function moneyTables(edition: Edition): ReactElement | null {
  const found = budget(edition.plan);
  return found.currencies.length === 0 ? null : <MoneyTables edition={edition} found={found} />;
}

function MoneyTables({ edition, found: { currencies, uncosted } }: { edition: Edition; found: Budget }) {
  const write = figures(edition);
  const numbers = joined(
    uncosted.map((id) => write.label(edition.numbers.get(id) ?? '')),
    comma,
  );
  return (
    <>
      {currencies.map((money) => (
        <CurrencyTables key={money.currency} edition={edition} money={money} />
      ))}
      <Prose edition={edition} as="note" text={say(edition, 'money.divided')} />
      {uncosted.length > 0 ? (
        <Prose
          edition={edition}
          as="note"
          text={say(edition, 'money.uncosted', {
            ar: { count: uncosted.length, numbers: numbers.ar },
            en: { count: uncosted.length, numbers: numbers.en },
          })}
        />
      ) : null}
    </>
  );
}

const heads = ['cost', 'secured', 'pledged', 'sought', 'gap'] as const;
type Line = { key: string; name: Bilingual; figures: readonly string[] };

function CurrencyTables({ edition, money }: { edition: Edition; money: CurrencyBudget }) {
  const { currency } = money;
  const named = { ar: { currency: currencyName(currency, 'ar') }, en: { currency } };
  const unstated = say(edition, 'money.unstated');
  const orUnstated = (name: Bilingual) => (isBlank(name) ? unstated : name);
  const write = figures(edition);
  const costs = (lines: CurrencyBudget['byArea'], nameOf: (key: string) => Bilingual): Line[] =>
    lines.map((line) => ({
      key: line.key,
      name: orUnstated(nameOf(line.key)),
      figures: heads.map((head) => line[head]),
    }));
  const funds = (lines: CurrencyBudget['byYear'], nameOf: (line: CurrencyBudget['byYear'][number]) => Bilingual) =>
    lines.map((line) => ({
      key: line.key,
      name: orUnstated(nameOf(line)),
      figures: [line.total, line.secured, line.pledged, line.sought],
    }));
  const costed = heads.map((head) => say(edition, `money.${head}`));
  const funded = [say(edition, 'money.total'), ...costed.slice(1, 4)];
  const total = heads.map((head) => money[head]);
  const area = (key: string) => (key ? edition.words.both(`catalogue.areas.${key}`) : unstated);
  return (
    <>
      <Section edition={edition} text={say(edition, 'money.totals', named)} />
      <Facts
        edition={edition}
        facts={[
          ...heads.map((head) => ({ label: say(edition, `money.${head}`), text: write.money(money[head], currency) })),
          { label: say(edition, 'money.youth'), text: shareOf(edition, money.youth, money) },
          { label: say(edition, 'money.women'), text: shareOf(edition, money.women, money) },
        ]}
      />
      <MoneyBars edition={edition} money={money} named={named} />
      <MoneyTable
        edition={edition}
        by="area"
        named={named}
        heads={costed}
        lines={costs(money.byArea, area)}
        sum={total}
      />
      <MoneyTable
        edition={edition}
        by="agency"
        named={named}
        heads={costed}
        lines={costs(money.byAgency, (id) => agencyName(edition, id))}
        sum={total}
      />
      <MoneyTable
        edition={edition}
        by="year"
        named={named}
        heads={funded}
        lines={funds(money.byYear, ({ key }) => write.label(key))}
      />
      <MoneyTable
        edition={edition}
        by="source"
        named={named}
        heads={funded}
        lines={funds(money.bySource, ({ name, key }) => name ?? alike(key))}
      />
    </>
  );
}

/** What is secured, promised and still missing in each area, beside each other. */
function MoneyBars({ edition, money, named }: Pick<TableProps, 'edition' | 'named'> & { money: CurrencyBudget }) {
  const write = figures(edition);
  const most = Math.max(...money.byArea.map(({ cost, secured, pledged }) => covered(cost, secured, pledged).of));
  if (most === 0) return null;
  const lines = money.byArea.map(({ key, cost, secured, pledged }): BarLine => {
    const bar = covered(cost, secured, pledged);
    const values = (language: Language) => ({
      cost: write.amount(cost)[language],
      secured: write.amount(secured)[language],
    });
    return {
      key,
      name: key ? edition.words.both(`catalogue.areas.${key}`) : say(edition, 'money.unstated'),
      parts: [
        { key: 'secured', tone: 'full', share: bar.secured / most },
        { key: 'pledged', tone: 'half', share: bar.pledged / most },
        { key: 'missing', tone: 'open', share: (bar.of - bar.secured - bar.pledged) / most },
      ],
      figure: say(edition, 'money.bar', { ar: values('ar'), en: values('en') }),
    };
  });
  return (
    <>
      <Section edition={edition} text={say(edition, 'money.captions.picture', named)} />
      <Legend
        edition={edition}
        entries={[
          { tone: 'full', name: say(edition, 'money.secured') },
          { tone: 'half', name: say(edition, 'money.pledged') },
          { tone: 'open', name: say(edition, 'money.missing') },
        ]}
      />
      <Bars edition={edition} lines={lines} />
    </>
  );
}

/** How long a bar and its parts are: where more is promised than is needed, the bar is as long as what is promised. */
function covered(cost: string, secured: string, pledged: string) {
  const [all, has, promised] = [Number(cost), Number(secured), Number(pledged)];
  return { of: Math.max(all, has + promised), secured: has, pledged: promised };
}

/** “USD 8,850,000 (15% of the cost), of which USD 4,000,000 secured”. */
function shareOf(edition: Edition, { amount, secured }: Share, { cost, currency }: CurrencyBudget): Bilingual {
  const write = figures(edition);
  // From the amounts themselves: the share of the budget is rounded already, and would be rounded twice.
  const percent = write.percent(Number(cost) === 0 ? 0 : Number(amount) / Number(cost));
  const [all, part] = [write.money(amount, currency), write.money(secured, currency)];
  const values = (language: Language) => ({
    amount: all[language],
    percent: percent[language],
    secured: part[language],
  });
  return say(edition, 'money.share', { ar: values('ar'), en: values('en') });
}

type TableProps = {
  edition: Edition;
  by: 'area' | 'agency' | 'year' | 'source';
  /** The name of the currency, for the heading. */
  named: Record<Language, { currency: string }>;
  heads: readonly Bilingual[];
  lines: readonly Line[];
  /** The last line, where the lines make up a whole. */
  sum?: readonly string[];
};

/** One way of dividing the money: a table for each language, the Arabic one mirrored. */
function MoneyTable({ edition, by, named, heads: names, lines, sum }: TableProps) {
  const write = figures(edition);
  const total: Line[] = sum ? [{ key: 'total', name: say(edition, 'money.total'), figures: sum }] : [];
  const rows = [...lines, ...total];
  const cents = rows.some((line) => line.figures.some(hasCents));
  const width = measure(edition.layout);
  const shown = columnsThatFit(rows, names.length, cents, width);
  const columns = (language: Language): Column<Line>[] => [
    {
      key: 'name',
      head: say(edition, `money.by.${by}`)[language],
      width: 100 - shown.indexes.length * shown.share,
      heads: true,
      cell: (line) => line.name[language] || say(edition, 'notTranslated')[language],
    },
    ...shown.indexes.map((index) => ({
      key: `figure-${index}`,
      head: names[index]?.[language] ?? '',
      width: shown.share,
      figure: true,
      cell: (line: Line) => write.amount(line.figures[index] ?? '', cents)[language],
    })),
  ];
  return (
    <>
      <Section edition={edition} text={say(edition, `money.captions.${by}`, named)} />
      {edition.languages.map((language) => (
        <Block key={language} style={{ marginBottom: 12 }}>
          <Sheet
            language={language}
            width={width}
            columns={columns(language)}
            rows={rows}
            keyOf={(line) => line.key}
            isTotal={(line) => line.key === 'total'}
          />
        </Block>
      ))}
    </>
  );
}

/** The share of the width that the names keep in any case, in hundredths. */
const NAMES = 26;

/**
 * Which columns of figures there is room for, and the share of the width that each takes: all of them, or of very long
 * figures the outer ones alone. What is left out stands among the totals and in the actions.
 */
function columnsThatFit(rows: readonly Line[], count: number, cents: boolean, width: number) {
  const longest = Math.max(...rows.flatMap((line) => line.figures.map((figure) => figure.split('.')[0]?.length ?? 0)));
  const characters = longest * 0.6 + Math.floor((longest - 1) / 3) * 0.3 + (cents ? 1.5 : 0);
  const share = Math.max(11, ((characters * styles.cell.arabic + 9) * 100) / width);
  const all = Array.from({ length: count }, (_, index) => index);
  const indexes = count * share <= 100 - NAMES ? all : [0, 1, count - 1];
  return { indexes, share: Math.min(share, (100 - NAMES) / indexes.length) };
}
