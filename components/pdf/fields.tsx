import type { OutlineItem } from '#plan/outline';
import type { Bilingual } from '#plan/schema';
import { changed, dot, type Edition, isBlank, joined, label } from '../edition/edition.ts';
import { type Printed, printed } from '../edition/value.ts';
import { half, Label, Pair, Prose, Row, Section } from './facing.tsx';
import { Records } from './records.tsx';
import { Block, Passage } from './tagged.tsx';

/** How the label of a field stands over it. */
type Heading = 'section' | 'label' | 'none';

type FieldsProps = {
  edition: Edition;
  items: readonly OutlineItem[];
  heading?: Heading;
  /** The currency of amounts that have none beside them. */
  currency?: string;
  /** Short answers that are computed, after those of the plan. */
  more?: readonly Fact[];
};

/** The currency that stands among items, or the one around them. */
export function currencyIn(items: readonly OutlineItem[], around: string): string {
  const own = items.find((item) => item.kind === 'currency');
  return own?.kind === 'currency' ? own.value : around;
}

/** Items one under the other in the plan’s order, with those of a few words gathered before the others. */
export function Fields({ edition, items, heading = 'label', currency: around = '', more = [] }: FieldsProps) {
  const currency = currencyIn(items, around);
  const shown = items.map((item) => ({ item, result: printed(edition, item, currency) }));
  const facts = shown.flatMap(({ item, result }) =>
    result.as === 'short' ? [{ label: label(edition, item.labelPath), text: result.text }] : [],
  );
  return (
    <>
      <Facts edition={edition} facts={[...facts, ...more]} />
      {shown.map(({ item, result }) => (
        <LongField
          key={item.name}
          edition={edition}
          name={label(edition, item.labelPath)}
          result={result}
          heading={heading}
          currency={currency}
        />
      ))}
    </>
  );
}

export type Fact = { label: Bilingual; text: Bilingual };

/** Short answers: label and value in a row, in each language. */
export function Facts({ edition, facts }: { edition: Edition; facts: readonly Fact[] }) {
  return facts.map((fact) => (
    <Row key={fact.label.en} edition={edition} style={{ marginBottom: 1.5 }}>
      {(language, width) => (
        <Block key={language} style={half(language, width)}>
          <Passage language={language} as="label" style={{ width: width * 0.34, ...inner(language) }}>
            {fact.label[language]}
          </Passage>
          <Passage language={language} as="small" style={{ width: width * 0.66 }}>
            {fact.text[language]}
          </Passage>
        </Block>
      )}
    </Row>
  ));
}

/** Room between the cells of a row, at the end of the first. */
const inner = (language: 'ar' | 'en') => (language === 'ar' ? { paddingLeft: 6 } : { paddingRight: 6 });

type LongProps = { edition: Edition; name: Bilingual; result: Printed; heading: Heading; currency: string };

/** What takes lines of its own, under its label. */
export function LongField({ edition, name, result, heading, currency }: LongProps) {
  if (result.as === 'nothing' || result.as === 'short') return null;
  const Over = heading === 'section' ? Section : Label;
  return (
    <>
      {heading === 'none' ? null : <Over edition={edition} text={name} />}
      <Content edition={edition} result={result} heading={heading} currency={currency} />
    </>
  );
}

function Content({ edition, result, heading, currency }: Omit<LongProps, 'name'>) {
  switch (result.as) {
    case 'text':
      return <Prose edition={edition} text={result.text} below={heading === 'label' ? 4 : 7} />;
    case 'entries':
      return result.entries.map((entry) => (
        <Pair
          key={entry.text.en}
          edition={edition}
          text={entry.text}
          as="small"
          below={1}
          {...(entry.to ? { to: entry.to } : {})}
        />
      ));
    case 'group':
      return <Fields edition={edition} items={result.items} currency={currency} />;
    case 'records':
      return <Records edition={edition} records={result.records} currency={currency} />;
    default:
      return null;
  }
}

/** A label that runs in with its text, so that an item stays compact: “Places: …”. */
export const labelled = (name: Bilingual, text: Bilingual): Bilingual =>
  isBlank(text) ? text : changed(text, (words, language) => (words ? `${name[language]}: ${words}` : ''));

/** Short answers on one line: “Amount: USD 20,000 · Year: 2027”. */
export const inLine = (facts: readonly Fact[]): Bilingual =>
  joined(
    facts.map((fact) => labelled(fact.label, fact.text)),
    dot,
  );
