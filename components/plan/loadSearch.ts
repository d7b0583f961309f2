import type { Searchable } from '#catalogue/search';

type Entry = Searchable & { id: string };

let asked: Promise<readonly Entry[] | null> | undefined;

/** What the recommendations are found by, asked for once; null where it can’t be had, and then asked for again. */
export function loadSearch(): Promise<readonly Entry[] | null> {
  asked ??= fetch('/api/catalogue/search')
    .then((response): Promise<readonly Entry[]> | null => (response.ok ? response.json() : null))
    .catch(() => null)
    .then((entries) => {
      if (!entries) asked = undefined;
      return entries;
    });
  return asked;
}
