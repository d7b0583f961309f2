import type { OutlineEntry } from '#plan/outline';
import type { Bilingual } from '#plan/schema';
import { changed, dot, type Edition, figures, isBlank, joined, label } from '../edition/edition.ts';
import { comma, type Printed, printed } from '../edition/value.ts';
import { Pair, Prose } from './facing.tsx';
import { currencyIn, inLine, LongField, labelled } from './fields.tsx';
import { Block } from './tagged.tsx';

type Records = Extract<Printed, { as: 'records' }>['records'];
type Props = { edition: Edition; records: Records; currency: string };

/**
 * Things of a list, numbered: the text that names each as its heading, then the rest. Neighbours of the same name (one
 * source that gives in several years) stand under one heading.
 */
export function Records({ edition, records, currency }: Props) {
  return sameNamed(records).map(({ title, entries }, index) => {
    const figure = figures(edition).label(index + 1);
    const named = (text: Bilingual) =>
      changed(text, (words, language) => (words ? `${figure[language]}. ${words}` : ''));
    const [first] = entries;
    if (!first) return null;
    const lone = entries.length === 1 ? loneFact(edition, first, currency) : undefined;
    if (lone)
      return <Pair key={first.id} edition={edition} as="small" below={2} text={named(joined([title, lone], dot))} />;
    const plain = entries.map((entry) => plainFacts(edition, entry, currency));
    if (!isBlank(title) && plain.every((facts) => facts !== undefined))
      return (
        <Block key={first.id} style={{ marginBottom: 3 }}>
          <Pair edition={edition} text={named(title)} as="smallStrong" keep={18} />
          <Pair edition={edition} text={joined(plain, dot)} as="note" />
        </Block>
      );
    return (
      <Block key={first.id} style={{ marginBottom: 4 }}>
        {isBlank(title) ? null : <Pair edition={edition} text={named(title)} as="smallStrong" keep={18} />}
        {entries.map((entry) => (
          <EntryBody key={entry.id} edition={edition} entry={entry} currency={currency} />
        ))}
      </Block>
    );
  });
}

type Group = { title: Bilingual; entries: OutlineEntry[] };

function sameNamed(records: Records): Group[] {
  const groups: Group[] = [];
  for (const { entry, title } of records) {
    const last = groups.at(-1);
    const same = last && !isBlank(title) && last.title.ar === title.ar && last.title.en === title.en;
    if (same) last.entries.push(entry);
    else groups.push({ title, entries: [entry] });
  }
  return groups;
}

/** Everything of an entry but what already names it. */
const rest = (entry: OutlineEntry) =>
  entry.items.filter((item) => !('value' in item && entry.title !== null && item.value === entry.title));

/** Answers that say by themselves what they are: a sum, a day, a name. Bare figures and yes or no don’t. */
const speaking = new Set<string>(['amount', 'date', 'year', 'choice', 'word', 'reference', 'currency']);

/** The answers of an entry without their labels, where it has but a few and each says by itself what it is. */
function plainFacts(edition: Edition, entry: OutlineEntry, currency: string): Bilingual | undefined {
  const own = currencyIn(entry.items, currency);
  const filled = rest(entry)
    .map((item) => ({ item, result: printed(edition, item, own) }))
    .filter(({ result }) => result.as !== 'nothing');
  const texts = filled.flatMap(({ item, result }) =>
    result.as === 'short' && speaking.has(item.kind) ? [result.text] : [],
  );
  const once = (kind: string) => filled.filter(({ item }) => item.kind === kind).length <= 1;
  const plain = texts.length === filled.length && once('year') && once('date') && once('amount');
  return plain ? joined(texts, comma) : undefined;
}

/** The one short answer of an entry that has no other text beside its name (a milestone’s date); '' where it has none. */
function loneFact(edition: Edition, entry: OutlineEntry, currency: string): Bilingual | undefined {
  const results = rest(entry)
    .map((item) => printed(edition, item, currencyIn(entry.items, currency)))
    .filter((result) => result.as !== 'nothing');
  if (results.length === 0) return { ar: '', en: '' };
  const [only] = results;
  return results.length === 1 && only?.as === 'short' ? only.text : undefined;
}

function EntryBody({ edition, entry, currency: around }: { edition: Edition; entry: OutlineEntry; currency: string }) {
  const currency = currencyIn(entry.items, around);
  const results = rest(entry).map((item) => ({
    item,
    name: label(edition, item.labelPath),
    result: printed(edition, item, currency),
  }));
  const facts = results.flatMap(({ name, result }) =>
    result.as === 'short' ? [{ label: name, text: result.text }] : [],
  );
  return (
    <>
      {facts.length > 0 ? <Pair edition={edition} text={inLine(facts)} as="note" below={1} /> : null}
      {results.map(({ item, name, result }) =>
        result.as === 'text' ? (
          <Prose key={item.name} edition={edition} text={labelled(name, result.text)} as="small" below={2} />
        ) : (
          <LongField
            key={item.name}
            edition={edition}
            name={name}
            result={result}
            heading="label"
            currency={currency}
          />
        ),
      )}
    </>
  );
}
