import { readWords, type Searchable } from '#catalogue/search';

type Entry = Searchable & { id: string };

let asked: Promise<readonly Entry[] | null> | undefined;

/** What the recommendations are found by, asked for once; null where it can’t be had, and then asked for again. */
export function loadSearch(): Promise<readonly Entry[] | null> {
  asked ??= fetch('/api/catalogue/search')
    .then((response): Promise<readonly Entry[]> | null => (response.ok ? response.json() : null))
    .catch(() => null)
    .then(async (entries) => {
      if (entries) await readAll(entries);
      else asked = undefined;
      return entries;
    });
  return asked;
}

/** How many entries are read between two letters that somebody may type. */
const BATCH = 8;

async function readAll(entries: readonly Entry[]): Promise<void> {
  for (const [index, entry] of entries.entries()) {
    if (index % BATCH === 0) await new Promise((done) => setTimeout(done));
    readWords(entry);
  }
}
