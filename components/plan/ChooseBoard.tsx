'use client';

import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { search } from '#catalogue/search';
import { type ChoiceFilter as Asked, type ChoiceEntry, filterFrom, fits, queryOf } from '#plan/choiceFilter';
import { AreaList } from './AreaList.tsx';
import { ChoiceBar } from './ChoiceBar.tsx';
import { ChoiceContext } from './ChoiceContext.tsx';
import { ChoiceFilter, type FilterOptions } from './ChoiceFilter.tsx';
import { Choices } from './choices.ts';
import { fill, type Option } from './form.ts';
import { loadSearch } from './loadSearch.ts';

type BoardWords = {
  shown: string;
  none: string;
  decided: string;
  decidedShort: string;
  progress: string;
  areas: string;
  keys: { title: string; intro: string; list: readonly { key: string; text: string }[] };
  done: string;
  doneToSeveral: string;
  undone: string;
  nothingToUndo: string;
};

type Props = {
  entries: readonly ChoiceEntry[];
  areas: readonly { id: string; name: string }[];
  /** The decisions as the page was made. */
  decisions: Record<string, string>;
  asked: Asked;
  /** Those in which the text asked for was found when the page was made; null where none was asked for. */
  found: readonly string[] | null;
  options: FilterOptions;
  decisionOptions: readonly Option[];
  words: BoardWords & Parameters<typeof ChoiceFilter>[0]['words'] & Parameters<typeof ChoiceBar>[0]['words'];
  /** The titles by which a deed is told, and a recommendation is merged into another. */
  titles: Record<string, string>;
  edits: boolean;
  rows: Record<string, ReactNode>;
};

/** The catalogue as a surface to work on: filtered and searched as one types, decided by keyboard, several at once. */
export function ChooseBoard({ entries, areas, decisions, asked, found, options, words, rows, ...rest }: Props) {
  const [choices] = useState(() => new Choices(decisions));
  const [filter, setFilter] = useState(asked);
  const [matches, setMatches] = useState(found);
  const [canSearch, setCanSearch] = useState(false);
  const [told, setTold] = useState('');

  // The text is searched for in the browser once its index is there; until then the form asks the server.
  useEffect(() => {
    if (filter.q.trim() === '') return setMatches(null);
    let isCurrent = true;
    loadSearch().then((index) => {
      if (!isCurrent || !index) return;
      setCanSearch(true);
      setMatches(search(filter.q, index).map(({ id }) => id));
    });
    return () => {
      isCurrent = false;
    };
  }, [filter.q]);

  useEffect(() => {
    const back = () => setFilter(filterFrom(Object.fromEntries(new URLSearchParams(window.location.search))));
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, []);

  const ask = (next: Asked) => {
    setFilter(next);
    window.history.replaceState(null, '', `${window.location.pathname}${queryOf(next)}`);
  };

  // By the decisions as they were when it was asked: a row that is being decided doesn't go from under one's hands.
  const visible = useMemo(() => {
    const { decisions: now } = choices.snapshot();
    const inText = matches && new Set(matches);
    return new Set(
      entries
        .filter(({ id }) => !inText || inText.has(id))
        .filter((entry) => fits(entry, now.get(entry.id) ?? 'undecided', filter))
        .map(({ id }) => id),
    );
  }, [choices, entries, filter, matches]);

  const context = useMemo(() => ({ choices, visible, tell: setTold, words }), [choices, visible, words]);
  return (
    <ChoiceContext value={context}>
      <AreaList areas={areas} entries={entries} asked={filter} onAsk={ask} words={words} />
      <ChoiceFilter asked={filter} options={options} words={words} onAsk={ask} canSearch={canSearch} />
      <p className="text-muted">
        {visible.size > 0 ? fill(words.shown, { count: visible.size, of: entries.length }) : words.none}
      </p>
      {rest.edits && (
        <details className="text-sm">
          <summary className="w-fit rounded py-1 text-blue underline underline-offset-4">{words.keys.title}</summary>
          <div className="grid max-w-prose gap-2 border-s-2 border-line py-2 ps-4">
            <p>{words.keys.intro}</p>
            <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
              {words.keys.list.map(({ key, text }) => (
                <div key={key} className="contents">
                  <dt>
                    <kbd className="rounded border border-edge px-1.5">
                      <bdi>{key}</bdi>
                    </kbd>
                  </dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
          </div>
        </details>
      )}
      <p role="status" className="sr-only">
        {told}
      </p>
      <div className="grid gap-8" data-choices>
        {areas.map(({ id, name }) => {
          const own = entries.filter(({ area }) => area === id);
          return (
            <section
              key={id}
              aria-labelledby={`area-${id}`}
              className="grid gap-2"
              hidden={!own.some((entry) => visible.has(entry.id))}
            >
              <h2 id={`area-${id}`} tabIndex={-1} className="text-xl">
                {name}
              </h2>
              <ul className="border-b border-line">{own.map((entry) => rows[entry.id])}</ul>
            </section>
          );
        })}
      </div>
      {rest.edits && <ChoiceBar options={rest.decisionOptions} titles={rest.titles} words={words} />}
    </ChoiceContext>
  );
}
