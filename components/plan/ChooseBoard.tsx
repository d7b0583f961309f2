'use client';

import { type ReactNode, startTransition, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { search } from '#catalogue/search';
import { type ChoiceFilter as Asked, type ChoiceEntry, filterFrom, fits, queryOf } from '#plan/choiceFilter';
import { AreaList } from './AreaList.tsx';
import { ChoiceBar } from './ChoiceBar.tsx';
import { ChoiceContext, ShownContext } from './ChoiceContext.tsx';
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

/** Milliseconds without another letter, after which the address says what is searched for. */
const PAUSE = 250;

/** The catalogue as a surface to work on: filtered and searched as one types, decided by keyboard, several at once. */
export function ChooseBoard({ entries, areas, decisions, asked, found, options, words, rows, ...rest }: Props) {
  const [choices] = useState(() => new Choices(decisions));
  const [filter, setFilter] = useState(asked);
  const [matches, setMatches] = useState(found);
  const [canSearch, setCanSearch] = useState(false);
  const status = useRef<HTMLParagraphElement>(null);
  const address = useRef<ReturnType<typeof setTimeout>>(undefined);

  // The text is searched for in the browser once its index is there; until then the form asks the server.
  useEffect(() => {
    if (filter.q.trim() === '') return setMatches(null);
    let isCurrent = true;
    loadSearch().then((index) => {
      if (!isCurrent || !index) return;
      setCanSearch(true);
      const ids = search(filter.q, index).map(({ id }) => id);
      startTransition(() => setMatches(ids));
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
    // The router follows the address: it is told once a person has stopped to type.
    clearTimeout(address.current);
    address.current = setTimeout(() => {
      window.history.replaceState(null, '', `${window.location.pathname}${queryOf(next)}`);
    }, PAUSE);
  };
  useEffect(() => () => clearTimeout(address.current), []);

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

  // The letter that was typed is drawn first, then what is found with it.
  const shown = useDeferredValue(visible);
  const context = useMemo(() => {
    const tell = (text: string) => {
      if (status.current) status.current.textContent = text;
    };
    return { choices, tell, words };
  }, [choices, words]);
  const list = useMemo(
    () => (
      <div className="grid gap-8" data-choices>
        {areas.map(({ id, name }) => {
          const own = entries.filter(({ area }) => area === id);
          return (
            <section
              key={id}
              aria-labelledby={`area-${id}`}
              className="grid gap-2"
              hidden={!own.some((entry) => shown.has(entry.id))}
            >
              <h2 id={`area-${id}`} tabIndex={-1} className="text-xl">
                {name}
              </h2>
              <ul className="border-b border-line">{own.map((entry) => rows[entry.id])}</ul>
            </section>
          );
        })}
      </div>
    ),
    [areas, entries, rows, shown],
  );
  return (
    <ChoiceContext value={context}>
      <AreaList areas={areas} entries={entries} asked={filter} onAsk={ask} words={words} />
      <ChoiceFilter asked={filter} options={options} words={words} onAsk={ask} canSearch={canSearch} />
      <p className="text-muted">
        {shown.size > 0 ? fill(words.shown, { count: shown.size, of: entries.length }) : words.none}
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
      <p role="status" className="sr-only" ref={status} />
      <ShownContext value={shown}>{list}</ShownContext>
      {rest.edits && <ChoiceBar options={rest.decisionOptions} titles={rest.titles} words={words} />}
    </ChoiceContext>
  );
}
