'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { type Searchable, search } from '#catalogue/search';
import { Button } from '#ui/Button';
import { Input } from '#ui/TextInput';

type Texts = { label: string; hint: string; button: string; clear: string; noScript: string; found: readonly string[] };
type Entry = Searchable & { element: HTMLElement };

/** What the page already says of an entry, and in `data-words` what it is called in the other language. */
function entriesIn(list: HTMLElement): Entry[] {
  return [...list.querySelectorAll<HTMLElement>('[data-words]')].map((element) => ({
    element,
    paragraph: element.dataset.paragraph ?? '',
    titles: [element.querySelector('h3')?.textContent ?? ''],
    keywords: [element.dataset.words ?? ''],
    summaries: [element.querySelector('[data-summary]')?.textContent ?? ''],
  }));
}

/**
 * Searches a list that stands complete in the page: entries and areas without a match are hidden. The words are kept in
 * the address (`?q=`), so that a search can be sent. `found` holds the sentence for each number of matches.
 */
export function RecommendationSearch({ list, texts }: { list: string; texts: Texts }) {
  const [query, setQuery] = useState('');
  const [count, setCount] = useState<number | null>(null);
  const entries = useRef<Entry[] | null>(null);

  function show(next: string) {
    setQuery(next);
    const root = document.getElementById(list);
    if (!root) return;
    entries.current ??= entriesIn(root);
    const asked = next.trim() !== '';
    const found = new Set(search(next, entries.current));
    for (const entry of entries.current) entry.element.hidden = !found.has(entry);
    for (const area of root.querySelectorAll<HTMLElement>('[data-area]'))
      area.hidden = !area.querySelector('[data-words]:not([hidden])');
    setCount(asked ? found.size : null);
    const address = new URL(window.location.href);
    if (asked) address.searchParams.set('q', next.trim());
    else address.searchParams.delete('q');
    if (address.href !== window.location.href) window.history.replaceState(window.history.state, '', address);
  }

  // What the address asks for is read once, on arrival.
  const showAsked = useEffectEvent(() => {
    const asked = new URLSearchParams(window.location.search).get('q');
    if (asked) show(asked);
  });
  useEffect(() => showAsked(), []);

  return (
    <search className="grid gap-2">
      <form
        method="get"
        className="grid max-w-prose gap-1 noscript:hidden"
        onSubmit={(event) => {
          event.preventDefault();
          show(query);
        }}
      >
        <label htmlFor="q" className="font-medium">
          {texts.label}
        </label>
        <p id="q-hint" className="text-sm text-muted">
          {texts.hint}
        </p>
        <div className="flex flex-wrap gap-3">
          <div className="min-w-0 flex-1 basis-60">
            <Input
              id="q"
              name="q"
              type="search"
              autoComplete="off"
              maxLength={200}
              aria-describedby="q-hint"
              value={query}
              onChange={(event) => show(event.target.value)}
            />
          </div>
          <Button type="submit">{texts.button}</Button>
          {count !== null && (
            <Button look="quiet" onClick={() => show('')}>
              {texts.clear}
            </Button>
          )}
        </div>
      </form>
      <p role="status" className="min-h-7 text-muted noscript:hidden">
        {count === null ? '' : texts.found[count]}
      </p>
      <p className="hidden max-w-prose text-muted noscript:block">{texts.noScript}</p>
    </search>
  );
}
