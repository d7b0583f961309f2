import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { textAt } from '#i18n/textAt';
import { fieldAt } from '#plan/fieldAt';
import type { OutlineEntry, OutlineItem, OutlineLeaf } from '#plan/outline';
import type { Language } from '#plan/schema';
import { markedText } from '#review/markedText';
import type { Said } from '#review/said';
import { withQuery } from '#review/threadFilter';
import { TextLink } from '#ui/Button';
import { Pair, Passage } from '#ui/Pair';
import { Written } from '#ui/Written';
import { placeText, placeWords } from '../plan/placeWords.ts';
import { valueWords } from '../plan/valueWords.ts';
import { SaidItem, type SaidReader } from './SaidList.tsx';
import { SayForms, type Saying, wordingPaths } from './SayForms.tsx';
import { PlaceName } from './ThreadView.tsx';

/** A section of a plan to be read, with what is said of each place in it, and the forms to say more. */
export type RoundView = {
  reader: SaidReader;
  /** What is said, by the place at which it is shown. */
  said: ReadonlyMap<string, readonly Said[]>;
  saying: Saying;
};

/** Fields in their order, each with its value in both languages and what is said of it. */
export function RoundItems({ items, view }: { items: readonly OutlineItem[]; view: RoundView }) {
  return items.map((item) => <RoundItem key={item.path} item={item} view={view} />);
}

function RoundItem({ item, view }: { item: OutlineItem; view: RoundView }) {
  const { messages } = view.reader.words;
  const label =
    textAt(messages.plan, `${item.labelPath}.label`) ?? textAt(messages.plan.sections, item.labelPath) ?? '';
  if (item.kind === 'group')
    return (
      <section id={item.path} className="grid scroll-mt-4 gap-5 border-s-2 border-line ps-4">
        <h3 className="font-medium">{label}</h3>
        <RoundItems items={item.items} view={view} />
      </section>
    );
  if (item.kind === 'list' || item.kind === 'keyed')
    return (
      <section id={item.path} className="grid scroll-mt-4 gap-4">
        <h3 className="font-medium">{label}</h3>
        <About path={item.path} view={view} />
        {item.entries
          .filter((entry) => !entry.empty)
          .map((entry) => (
            <RoundEntry key={entry.id} entry={entry} view={view} />
          ))}
      </section>
    );
  return (
    <div id={item.path} className="grid scroll-mt-4 gap-1.5">
      <p className="text-sm font-medium text-muted">{label}</p>
      <Value leaf={item} view={view} />
      <About path={item.path} view={view} />
    </div>
  );
}

/** One thing of a list, by its number and title. */
export function RoundEntry({ entry, view }: { entry: OutlineEntry; view: RoundView }) {
  return (
    <section
      id={entry.path}
      aria-labelledby={`name-${entry.path}`}
      className="grid scroll-mt-4 gap-5 border-s-2 border-line ps-4"
    >
      <h3 id={`name-${entry.path}`} className="text-lg font-medium">
        <PlaceName words={nameIn(entry.path, view.reader.words)} />
      </h3>
      <About path={entry.path} view={view} />
      <RoundItems items={entry.items} view={view} />
    </section>
  );
}

/** What an entry is called under the heading of its section, which needn’t be said again. */
function nameIn(path: string, words: SaidReader['words']) {
  const [first, ...rest] = placeWords(path, words);
  const section = textAt(words.messages.plan.sections, path.split('.')[0] ?? '');
  return first && (rest.length === 0 || first.text !== section) ? [first, ...rest] : rest;
}

function Value({ leaf, view: { reader, said } }: { leaf: OutlineLeaf; view: RoundView }) {
  const { words, passageOf } = reader;
  const { plan, messages } = words;
  if (leaf.empty) return <p className="text-muted">{messages.editor.form.notGiven}</p>;
  if (leaf.kind !== 'line' && leaf.kind !== 'prose') {
    const field = fieldAt(leaf.path)?.field;
    return <p dir="auto">{field ? valueWords(field, leaf.value, words) : ''}</p>;
  }
  const quoted = (said.get(leaf.path) ?? []).flatMap((each) =>
    each.kind === 'wording' ? [] : [passageOf(each.thread)],
  );
  const spansIn = (language: Language) =>
    quoted.flatMap(({ path, span }) => (span && path === `${leaf.path}.${language}` ? [span] : []));
  return (
    <Pair>
      {plan.languages.map((language) => (
        <Passage key={language} lang={language} className="max-w-prose whitespace-pre-line">
          {markedText(leaf.value[language], spansIn(language)).map(({ text, start, marked }) =>
            marked ? (
              <mark key={start} className="bg-warm-soft text-ink">
                <Written>{text}</Written>
              </mark>
            ) : (
              <Written key={start}>{text}</Written>
            ),
          )}
        </Passage>
      ))}
    </Pair>
  );
}

/** What is said of a place, and the way to say more; its form stands where the address asks for it. */
async function About({ path, view }: { path: string; view: RoundView }): Promise<ReactNode> {
  const { reader, said, saying } = view;
  const { words, place } = reader;
  const t = await getTranslations({ locale: place.locale, namespace: 'round' });
  const isAsked = saying.comment === path || wordingPaths(path, words.plan.languages).includes(saying.propose);
  const deed = t('read.comment');
  return (
    <>
      {isAsked && <SayForms saying={saying} reader={reader} />}
      {!isAsked && saying.comments(path) && (
        <p data-screen className="text-sm">
          <TextLink
            href={`${withQuery(saying.page, { ...saying.query, comment: path })}#say`}
            className="py-1"
            aria-label={t('of', { deed, about: placeText(path, words) })}
          >
            {deed}
          </TextLink>
        </p>
      )}
      {said.get(path)?.map((each) => (
        <div key={each.id} className="rounded bg-sunken px-4 *:border-t-0">
          <SaidItem said={each} reader={reader} isPlaced />
        </div>
      ))}
    </>
  );
}
